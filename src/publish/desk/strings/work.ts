/** Words of the review queue. */
export const review = {
  title: 'Review',
  about:
    'Claims in open dispute, and readings Fogline does not trust. What you decide is a row with your name; nothing is overwritten.',
  analyst: 'Your name',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedIn: 'Signed in as',
  readsOnly: 'this account reads and may not judge',
  signInFirst: 'Every judgement is signed: sign in to decide. An account that may judge is made with',
  queue: 'The queue',
  both: (count: number) => `All (${count.toLocaleString('en-GB')})`,
  disputed: (count: number) => `In dispute (${count.toLocaleString('en-GB')})`,
  doubtful: (count: number) => `Doubtful reading (${count.toLocaleString('en-GB')})`,
  why: { disputed: 'in dispute', doubtful: 'doubtful reading' },
  trust: (trust: number) => `trust ${trust.toFixed(2)}`,
  empty: 'Nothing waits for you',
  emptyAbout: 'No claim of this kind is without a judgement.',
  inHand: 'The claim in hand',
  accept: 'Accept',
  reject: 'Reject',
  amend: 'Amend …',
  merge: 'Merge …',
  split: 'Split off …',
  undo: 'Take back',
  undoLast: 'takes back your last',
  moves: 'next and previous',
  working: (count: number) =>
    count === 1
      ? 'Reckoning everything anew with it …'
      : `Reckoning everything anew; ${count} judgements wait their turn …`,
  nothingToUndo: 'You have decided nothing that stands: there is nothing to take back.',
  recorded: (did: string) => `Recorded: ${did}.`,
  amendTitle: 'Read it otherwise',
  amendSend: 'Record the amendment',
  splitTitle: 'A happening of its own',
  splitAbout: 'Taken as one event with the claims below. Tick those that belong with it; the rest stays as it is.',
  splitAlone: 'No other claim is taken as the same event: there is nothing to split it from.',
  splitSend: 'Split off',
  mergeTitle: 'The same happening as …',
  mergeNone: 'No claim of another event is near in place and kind.',
  cancel: 'Cancel',
  reason: 'Why',
  stance: 'Stance',
  happenedFrom: 'Happened from',
  happenedTo: 'to',
  history: 'Who decided what',
  historyNone: 'Nobody has decided anything yet.',
  did: {
    accept: 'accepted',
    reject: 'rejected',
    amend: 'amended',
    merge: 'merged',
    split: 'split off',
    publish: 'put first',
    source: 'set the source',
    resolve: 'resolved',
    undo: 'took back',
  },
  reasons: {
    accept: 'accepted in review',
    reject: 'rejected in review',
    amend: 'amended in review',
    merge: 'the same happening',
    split: 'a happening of its own',
    undo: 'taken back',
  },
} as const

/** Words of the corrections. */
export const corrections = {
  title: 'Corrections',
  about: 'What Fogline said, what it says now, and because of what. Nothing is taken down; what was said stays here.',
  none: 'Fogline has not had to say otherwise yet.',
  said: 'It said',
  says: 'It says now',
  nothing: 'nothing any more',
  because: 'Because of',
  kinds: {
    belief: 'likelihood',
    withdrawn: 'withdrawn',
    control: 'control',
    figure: 'figure',
    judgement: 'an analyst’s judgement',
  },
} as const

/** Words of the watches. */
export const watches = {
  title: 'Watches',
  about:
    'What somebody wants to be told about: every claim of it that is new, changed or withdrawn, once. Add one with “fogline watches add”.',
  none: 'Nothing is watched. “fogline watches add” watches a place, a holder, a type of claim, a story or words.',
  nothing: 'Nothing since it was added.',
  since: (moment: string, owner: string | null) => `since ${moment}${owner === null ? '' : `, by ${owner}`}`,
  messages: (channel: string, sent: number, waiting: number, failed: number) =>
    `${channel}: ${sent} sent, ${waiting} waiting, ${failed} failed.`,
  kinds: { new: 'new', changed: 'changed', withdrawn: 'withdrawn' },
} as const
