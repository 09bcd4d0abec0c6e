/**
 * Words that mark saying, written from dictionaries and from reading news, by what they do to the words said.
 * A cue is looked up by lemma; a particle follows after a space (`point out`).
 */

const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[,\n]/)
      .map(word => word.trim())
      .filter(Boolean),
  )

/** Verbs that report speech or writing without judging it. */
export const SAY_VERBS =
  words(`say, state, tell, add, note, report, announce, declare, explain, remark, comment, observe, argue,
maintain, insist, stress, emphasize, emphasise, reiterate, confirm, acknowledge, admit, concede, disclose, reveal, assert, contend,
suggest, indicate, warn, caution, tweet, write, post, mention, conclude, point out, recall, inform, notify, testify, reply, respond,
answer, joke, quip, recount, relay, repeat, underline, underscore, highlight, affirm, reaffirm, proclaim, detail, specify, clarify,
summarize, summarise, elaborate, counter, retort, boast, complain, lament, brief, assure, hint, imply, signal, share, quote, cite,
go on, sum up, put it, chime in, tell off, profess, opine, muse, vent, blog, air, broadcast, publish, record, document, register,
interject, exclaim, shout, scream, yell, whisper, mutter, laugh, reason, allow, advise, teach, preach, lecture, promise, pledge, vow,
swear, guarantee, boast, brag, threaten, persuade, convince, remind, counsel, propose, recommend, rule, decide, order, decree,
speculate, ask, inquire, wonder, demand, agree, disagree, concur, second, attest, certify, posit, hypothesize, theorize, stipulate`)

/** Verbs of thinking, judging, finding: their subject holds what follows. */
export const THINK_VERBS =
  words(`believe, think, assess, estimate, judge, expect, predict, forecast, project, fear, hope, worry, suspect,
consider, see, view, regard, feel, know, understand, find, calculate, reckon, anticipate, foresee, figure, guess, assume, presume,
conclude, determine, evaluate, learn, hear, discover, establish, count, deem, envision, realize, realise, recognize, recognise,
wish, trust, doubt, perceive, note, concern`)

/** Verbs and phrases that rebut: the speaker denies the words that follow. */
export const DENY_VERBS = words(
  `deny, reject, dismiss, refute, rebut, disprove, debunk, repudiate, gainsay, contradict, disavow`,
)

/** Verbs that cast doubt without denying. */
export const QUESTION_VERBS = words(`question, doubt, challenge, dispute, cast doubt`)

/** Verbs that mark the words as the speaker's and no more: what follows is `unverified`. */
export const CLAIM_VERBS = words(`claim, allege, purport, insinuate`)

/** Verbs after which a bare object is the content ("praised the decision"); used for attributions only, not for claims. */
export const STANCE_VERBS =
  words(`praise, criticize, criticise, condemn, denounce, slam, blast, attack, applaud, welcome, hail, blame,
accuse, urge, support, oppose, endorse, back, favor, favour, defend, reject, call, describe, label, dub, characterize, characterise,
term, brand, cast, tout, mock, ridicule, decry, deplore, lambast, lambaste, chide, rebuke, thank, apologize, apologise, congratulate,
discuss, address, demand, request, seek, want, intend, plan, aim, vow, pledge, promise, refuse, decline, offer, call for, call on,
push for, propose, advocate, approve, vote, order, require, ban, prohibit, allow, permit, agree, interpret, portray, depict, invoke,
laud, extol, commend, compliment, disparage, scold, berate, excoriate, implore, plead, beg, encourage, exhort, ask, invite, admire,
love, like, hate, enjoy, dislike, resent, prefer, show, prove, demonstrate, find, reveal, suggest, indicate, refer, allude, liken,
compare, credit, fault, regret, mourn, echo, explain, express, voice, raise, issue, cite, note, quote, remember, acknowledge, mention,
consider, believe, oppose, tell, warn`)

/** Cues so firm that any clause behind them is what is said, however the tree has it. */
export const FIRM_CUES =
  words(`say, state, tell, report, add, announce, claim, warn, note, insist, argue, stress, emphasize, emphasise, confirm, believe, think,
assess, deny, allege, explain, inform, assert, declare, reiterate, acknowledge, admit, write, predict, suggest, conclude`)

/** Verbs whose infinitive is what their subject means to do: "vowed to retreat". */
export const AIM_VERBS =
  words(`want, wish, hope, seek, intend, plan, aim, vow, pledge, promise, swear, threaten, refuse, decline, agree,
decide, choose, prefer, propose, offer, expect, aspire, desire, resolve, opt, yearn, claim, consent, demand, ask, beg, volunteer,
commit, fear, vote, purport, profess, would like, consider, promise, look, hesitate`)

/** Verbs that move another to do something: "urged them to retreat". */
export const DIRECT_VERBS =
  words(`urge, ask, tell, order, call, advise, encourage, warn, instruct, beg, implore, press, direct, invite,
persuade, convince, forbid, want, expect, command, remind, exhort, entreat, beseech, counsel, challenge, pressure, request, recommend,
believe, consider, like, prefer, push, lobby, petition`)

/** Verbs that say, judge or want with a preposition: "called for talks", "accused them of shelling". */
export const PREPOSITION_CUES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    call: 'for, on, upon',
    push: 'for, back, against',
    ask: 'for, about',
    refer: 'to',
    allude: 'to',
    point: 'to',
    object: 'to',
    respond: 'to',
    reply: 'to',
    react: 'to',
    talk: 'about, of',
    speak: 'about, of, against, for',
    complain: 'about, of',
    worry: 'about',
    care: 'about',
    warn: 'of, about, against',
    accuse: 'of',
    vote: 'for, against',
    argue: 'for, against, about',
    apologize: 'for',
    apologise: 'for',
    campaign: 'for, against',
    advocate: 'for',
    agree: 'with, on, to',
    disagree: 'with, on',
    think: 'of, about',
    comment: 'on',
    remark: 'on',
    insist: 'on, upon',
    dream: 'of, about',
    hear: 'of, about',
    learn: 'of, about',
    know: 'of, about',
    tell: 'of, about',
    boast: 'of, about',
    brag: 'of, about',
    hint: 'at',
    believe: 'in',
    hope: 'for',
    wish: 'for',
    long: 'for',
    look: 'for, at, forward',
    press: 'for',
    lobby: 'for, against',
    plead: 'for, with',
    fight: 'for, against',
    side: 'with',
    sympathize: 'with',
    sympathise: 'with',
    approve: 'of',
    disapprove: 'of',
    rail: 'against',
    protest: 'against',
    lash: 'at',
    vouch: 'for',
    root: 'for',
    speculate: 'about, on',
    wonder: 'about',
    inquire: 'about',
    elaborate: 'on',
    expand: 'on',
    focus: 'on',
    concentrate: 'on',
    reflect: 'on',
    dwell: 'on',
    lament: 'over',
    blame: 'for',
    criticize: 'for',
    criticise: 'for',
    praise: 'for',
    thank: 'for',
    condemn: 'for',
    describe: 'as',
    characterize: 'as',
    characterise: 'as',
    dismiss: 'as',
    denounce: 'as',
    portray: 'as',
    depict: 'as',
    cast: 'as',
    see: 'as',
    view: 'as',
    regard: 'as',
    interpret: 'as',
    cite: 'as',
    paint: 'as',
    frame: 'as',
    treat: 'as',
    compare: 'to, with',
    liken: 'to',
  }).map(([verb, prepositions]) => [verb, words(prepositions)]),
)

/** Verbs whose bare object is what they say, judge or decree, as against one they show or do. */
export const OBJECT_CUES =
  words(`praise, criticize, criticise, condemn, denounce, slam, blast, applaud, welcome, hail, blame, urge, support, oppose, endorse,
back, favor, favour, defend, reject, describe, dub, characterize, characterise, tout, mock, ridicule, decry, deplore, lambast, lambaste,
chide, rebuke, thank, congratulate, discuss, demand, request, seek, want, vow, pledge, promise, refuse, decline, propose, advocate,
approve, ban, prohibit, interpret, portray, depict, invoke, laud, extol, commend, compliment, disparage, scold, berate, excoriate,
plead, admire, love, hate, dislike, resent, prefer, suggest, liken, compare, regret, mourn, echo, explain, express, voice, cite, note,
acknowledge, mention, announce, deny, repeat, reiterate, stress, emphasize, emphasise, underscore, underline, highlight, reveal,
disclose, confirm, admit, outline, recount, affirm, reaffirm, proclaim, declare, allege, predict, recommend, dismiss, refute, rebut,
dispute, question, challenge, fear, expect, anticipate, recall, lay out, spell out, rule out, point out, bring up, play down, talk up,
protest, threaten, order, respect, trust, doubt, credit, fault, debunk, disavow, repudiate, renounce, accept, consider, assail, deride,
bemoan, caution, salute, champion, embrace, downplay, raise, ratify, veto, sign off, press, address, warn, share, apologise, apologize,
label, brand, term, contradict, sanction, authorize, authorise, mull, weigh, ponder, insinuate`)

/** Adjectives that tell what their subject thinks, with the prepositions before what it is about. */
export const ADJECTIVE_CUES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    confident: 'about, of, in',
    sure: 'about, of',
    certain: 'about, of',
    convinced: 'of',
    aware: 'of',
    afraid: 'of',
    skeptical: 'of, about',
    sceptical: 'of, about',
    critical: 'of',
    supportive: 'of',
    dismissive: 'of',
    wary: 'of, about',
    tired: 'of',
    proud: 'of',
    fond: 'of',
    worried: 'about, by',
    concerned: 'about, by, with',
    optimistic: 'about',
    pessimistic: 'about',
    hopeful: 'about',
    enthusiastic: 'about',
    excited: 'about',
    angry: 'about, at, with, over',
    upset: 'about, with, over',
    doubtful: 'about, of',
    open: 'to',
    opposed: 'to',
    committed: 'to',
    willing: '',
    unwilling: '',
    ready: '',
    reluctant: '',
    eager: '',
    happy: 'with, about',
    pleased: 'with, about',
    satisfied: 'with',
    disappointed: 'with, in, by',
    frustrated: 'with, by',
    grateful: 'for, to',
    clear: 'about',
    adamant: 'about',
    fine: 'with',
    comfortable: 'with',
    uncomfortable: 'with',
    interested: 'in',
    determined: '',
    glad: '',
    sorry: 'for, about',
    surprised: 'by, at',
  }).map(([adjective, prepositions]) => [adjective, words(prepositions)]),
)

/** Nouns that take what was said as their complement ("the claim that", "a statement saying"). */
export const CUE_NOUNS =
  words(`statement, claim, report, assertion, allegation, accusation, announcement, declaration, remark, comment,
warning, prediction, forecast, estimate, assessment, belief, view, opinion, argument, contention, suggestion, promise, pledge, vow,
threat, concern, fear, worry, hope, expectation, denial, admission, acknowledgment, confirmation, testimony, rumor, rumour, suspicion,
notion, conclusion, finding, accounts, projection, speculation, charge, criticism, complaint, assurance, insistence`)

/** What a document says is its own: "the report said", "a poll found". */
export const DOCUMENT_NOUNS =
  words(`report, statement, update, assessment, bulletin, communique, communiqué, document, memo, letter, study,
survey, poll, analysis, briefing, tweet, post, message, article, paper, dispatch, filing, ruling, indictment, lawsuit, complaint, email,
transcript, data, figures, statistics, footage, video, image, images, photo, photos, record, records, projection, projections`)

/** Prepositions and adverbs that name a source. `according to` is two tokens and handled with them. */
export const SOURCE_PHRASES = [
  ['according', 'to'],
  ['as', 'reported', 'by'],
  ['as', 'stated', 'by'],
  ['as', 'noted', 'by'],
  ['as', 'confirmed', 'by'],
  ['as', 'announced', 'by'],
  ['as', 'claimed', 'by'],
  ['as', 'told', 'by'],
  ['as', 'quoted', 'by'],
  ['as', 'cited', 'by'],
  ['as', 'per'],
  ['reported', 'by'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'opinion', 'of'],
  ['citing'],
  ['quoting'],
  ['with', 'reference', 'to'],
] as const

/** Words of a heading that make it a holder of what stands under it ("Pro-… narrative"). */
export const NARRATIVE_LABELS = words(
  'narrative, view, viewpoint, perspective, version, line, take, argument, side, account',
)
