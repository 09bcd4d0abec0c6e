import type { HedgeKind } from '#domain'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const phrases = (kind: HedgeKind, text: string): readonly (readonly [HedgeKind, readonly string[]])[] =>
  text.split(',').map(phrase => [kind, phrase.trim().split(/\s+/)])

/**
 * Runs of words that leave a statement open, longest first; a word stands for its written form or, where it is a dictionary
 * form, for every inflection. Written from dictionaries' labels ("used to show that something is not certain, not exact").
 */
export const HEDGE_PHRASES: readonly (readonly [HedgeKind, readonly string[]])[] = [
  ...phrases(
    'evidential',
    `by all accounts, to all appearances, on the face of it, legend have it, rumour have it, rumor have it, as far as is known,
    so far as is known, to the best of`,
  ),
  ...phrases(
    'likelihood',
    `it remain to be seen, remain to be seen, open to question, open to doubt, in doubt, in theory, in principle, on paper,
    the chance that, the odds that, run the risk of`,
  ),
  ...phrases(
    'vague',
    `a number of, any number of, a variety of, a wide variety of, a range of, a wide range of, a lot of, lots of, a host of, a handful of,
    a couple of, a majority of, the majority of, the vast majority of, a great deal of, a good deal of, a great many, a good many, plenty of,
    all sorts of, all kinds of, some sort of, some kind of, and so on, and so forth, and the like, or so, more or less, in part,
    for the most part, in general, as a rule, in many cases, in most cases, in some cases, in certain cases, in a sense,
    to some extent, to a certain extent, to some degree, to a certain degree, to varying degrees, at times, from time to time, now and then,
    more often than not, most often, on occasion, on occasions, on the whole, by and large, at some point, tend to`,
  ),
  ...phrases('judgement', 'well known, well - known, best known, best - known, better known, widely known'),
].toSorted(([, a], [, b]) => b.length - a.length)

/** Adverbs by what they leave open. */
export const HEDGE_ADVERBS: ReadonlyMap<string, HedgeKind> = new Map(
  (
    [
      [
        'likelihood',
        set(`possibly perhaps maybe probably likely presumably conceivably plausibly potentially theoretically hypothetically
        tentatively arguably doubtless doubtfully debatably`),
      ],
      [
        'evidential',
        set(`allegedly reportedly apparently seemingly evidently ostensibly purportedly supposedly putatively reputedly
        unofficially anecdotally`),
      ],
      [
        'vague',
        set(`often sometimes usually generally typically commonly frequently occasionally mostly largely mainly normally seldom
        rarely partly partially primarily predominantly widely broadly popularly traditionally customarily ordinarily sporadically
        intermittently variously loosely`),
      ],
    ] as const
  ).flatMap(([kind, words]) => [...words].map(word => [word, kind] as const)),
)

/** Before a number: the number is not exact. */
export const APPROXIMATORS = set('about around approximately roughly nearly almost some circa under over')

/** Words for a number or choice that is not told, before the noun they count or in its place. */
export const VAGUE_AMOUNTS = set('some many several various numerous certain few most countless')

/** Adjectives that call the thing itself uncertain: "a possible attack". */
export const HEDGE_ADJECTIVES =
  set(`possible probable likely unlikely alleged supposed presumed apparent putative suspected unclear
  uncertain unknown potential doubtful questionable controversial disputed reputed hypothetical unconfirmed unverified debatable
  conceivable plausible purported rumoured rumored tentative ostensible`)

/** Nouns for what is held or told and not known. */
export const HEDGE_NOUNS =
  set(`possibility likelihood probability claim theory hypothesis belief rumour rumor speculation allegation
  suspicion evidence assumption suggestion opinion consensus indication conjecture hearsay guess estimate doubt uncertainty`)

/** Verbs of holding and telling whose passive without an agent has nobody answer for it: "it is believed". */
export const UNSOURCED_PASSIVES =
  set(`believe think consider regard say claim suggest argue suppose presume assume allege report
  rumour rumor speculate suspect estimate hold propose understand expect fear describe deem reckon credit blame accuse criticise
  criticize view perceive assert contend acknowledge recognise recognize estimate hypothesise hypothesize theorise theorize feel`)

/** Verbs that put their complement forward as what looks so or is held so, and not as what is known. */
export const DOUBTING_VERBS =
  set(`seem appear suggest indicate imply tend speculate suspect believe think assume presume feel guess
  doubt suppose reckon hint insinuate hope fear conjecture surmise infer estimate hypothesise hypothesize theorise theorize`)

/** What somebody unnamed does with a statement. */
export const TELLING_VERBS =
  set(`say claim argue maintain contend assert suggest propose hold believe think feel consider see regard view
  speculate assume suspect accuse criticise criticize note point report allege insist warn fear agree describe call`)

/** People without a name who are said to hold something. */
export const UNNAMED_PEOPLE =
  set(`critic scholar expert observer analyst source historian people scientist commentator fan researcher writer
  author other many some several most few reviewer supporter opponent detractor insider watcher economist pundit skeptic sceptic`)

/** Adverbs with which "would" tells of what came later, not of what is uncertain. */
export const LATER = set('later eventually subsequently soon then finally ultimately')
