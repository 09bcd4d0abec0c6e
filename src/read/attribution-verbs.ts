import {
  afterAside,
  aroundClause,
  clauseAfter,
  looseClause,
  quoteBehind,
  reachOf,
  reportingClause,
} from './attribution-content.ts'
import { cueRange } from './attribution-cue.ts'
import { type AttributionMention, type CueKind, cueKindOf, make } from './attribution-parts.ts'
import { beforeCue, besideCue, type Speaker, speakerAt, speakerOf, subjectOf, withAside } from './attribution-source.ts'
import { EVIDENT_VERBS, isStance, stanceOf } from './attribution-stance.ts'
import {
  branchOf,
  inDocument,
  isMark,
  isQuoted,
  isUndergone,
  labelEnd,
  lowerAt,
  type SpeechView,
  trimWords,
  type WordRange,
} from './attribution-view.ts'
import { CUE_NOUNS, FIRM_CUES } from './lexicon/cues.ts'
import { childrenBy, subtree, tokenAt } from './model/walk/children.ts'
import { isNegated } from './model/walk/negation.ts'
import { verbGroup } from './model/walk/verb-group.ts'

/** The attribution a verb of the sentence makes, or null. `earlier` are those of the verbs before it. */
export function verbCue(
  view: SpeechView,
  verb: number,
  earlier: readonly AttributionMention[],
): AttributionMention | null {
  const { tree } = view
  const token = tokenAt(tree, verb)
  if (token.upos !== 'VERB' || ['amod', 'case', 'compound', 'fixed'].includes(token.relation)) return null
  const lemma = lemmaOf(view, verb)
  const kind = cueKindOf(lemma)
  if (kind === null && !isStance(lemma)) return null
  const said = kind === null || kind === 'object' ? [] : wordsSaid(view, verb, lemma)
  const speaker = apart(view, verb, whoSpeaks(view, verb, earlier), said)
  if (isQuoted(view, verb) && !speaksInQuote(view, kind, speaker)) return null
  if (isInfinitive(view, verb) && governorOf(view, verb) === null && !isLed(view, verb)) return null
  if (said.length > 0 && kind && (speaker !== null || kind === 'says' || kind === 'claims')) {
    if (kind === 'thinks' && isFirstOrSecond(view, speaker)) return null
    const cue = sayingCue(view, verb)
    const stand = isAsking(view, verb, said) ? 'object' : standing(view, verb, kind)
    return attribute(view, verb, stand, speaker, cue, said)
  }
  if (isQuoted(view, verb) || isFirstOrSecond(view, speaker)) return null
  const stance = stanceOf(view, verb, lemma, speaker === null)
  const owner = EVIDENT_VERBS.has(lemma) ? null : speaker
  return stance && attribute(view, verb, 'object', owner, stance.cue, stance.content)
}

/** Within a quotation only a third person who says something is told apart from the one quoted. */
const speaksInQuote = (view: SpeechView, kind: CueKind | null, speaker: Speaker | null): boolean =>
  speaker !== null && (kind === 'says' || kind === 'claims' || kind === 'denies') && !isFirstOrSecond(view, speaker)

const isFirstOrSecond = (view: SpeechView, speaker: Speaker | null): boolean =>
  speaker !== null && ['i', 'we', 'you', 'me', 'us'].includes(view.document.tokens[speaker.named[0]]?.lower ?? '')

const isInfinitive = ({ tree }: SpeechView, verb: number): boolean =>
  tokenAt(tree, verb).xpos === 'VB' && childrenBy(tree, verb, 'mark').some(at => tokenAt(tree, at).lemma === 'to')

/** "declined to say" is one cue. */
function sayingCue(view: SpeechView, verb: number): WordRange {
  const own = cueRange(view, verb)
  const above = governorOf(view, verb)
  return above === null || above > verb ? own : [cueRange(view, above)[0], own[1]]
}

/** The verb whose infinitive of saying makes one cue with it: "*went on* to say", "*declined* to say"; null where there is none. */
function governorOf({ tree }: SpeechView, verb: number): number | null {
  const { head, relation } = tokenAt(tree, verb)
  if (head === null || !['xcomp', 'advcl', 'ccomp'].includes(relation) || head > verb) return null
  const { lemma } = tokenAt(tree, head)
  return REFUSALS.has(lemma) || PHASES.has(lemma) ? head : null
}

const REFUSALS = new Set(['decline', 'refuse', 'fail'])
const PHASES = new Set([
  'go',
  'continue',
  'hasten',
  'rush',
  'seem',
  'appear',
  'begin',
  'start',
  'pause',
  'quick',
  'careful',
  'proceed',
])

/** "asked whether …": what is asked is said by nobody. */
const isAsking = (view: SpeechView, verb: number, said: readonly WordRange[]): boolean =>
  ASKING_VERBS.has(tokenAt(view.tree, verb).lemma) &&
  said.some(([from]) => isQuestionWord(view, from) || isQuestionWord(view, from - 1))

/** "*Asked if it had fallen*, X said no": the question put to a speaker is none of his words. */
const isAsked = (view: SpeechView, [from]: WordRange): boolean =>
  lowerAt(view, from) === 'asked' && isQuestionWord(view, from + 1)

const ASKING_VERBS = new Set(['ask', 'wonder', 'inquire', 'question', 'respond', 'reply', 'answer'])

const isQuestionWord = (view: SpeechView, at: number): boolean =>
  ['whether', 'if', 'how', 'what', 'why', 'who', 'when', 'where', 'which'].includes(lowerAt(view, at))

/** A speaker who stands within his own words was found wrongly: it is then whoever stands beside the cue. */
function apart(view: SpeechView, verb: number, speaker: Speaker | null, said: readonly WordRange[]): Speaker | null {
  const open = view.from + labelEnd(view)
  const misplaced =
    speaker !== null &&
    (speaker.shown[0] < open ||
      said.some(range => {
        const [from, to] = inDocument(view, range)
        return speaker.shown[0] < to && speaker.shown[1] > from
      }))
  if (said.length === 0 || isUndergone(view, verb) || isAsking(view, verb, said)) return misplaced ? null : speaker
  return speaker === null || misplaced ? besideCue(view, verb, labelEnd(view)) : speaker
}

/** Dictionary form with the particle: "point out", "put it". */
function lemmaOf(view: SpeechView, verb: number): string {
  const { tree } = view
  const [particle] = childrenBy(tree, verb, 'compound:prt')
  const { lemma } = tokenAt(tree, verb)
  if (lemma === 'put' && lowerAt(view, verb + 1) === 'it') return 'put it'
  const whole = particle === undefined ? lemma : `${lemma} ${tokenAt(tree, particle).lemma}`
  return whole.toLowerCase()
}

function attribute(
  view: SpeechView,
  verb: number,
  kind: CueKind,
  speaker: Speaker | null,
  cue: WordRange,
  content: readonly WordRange[],
): AttributionMention {
  const at = view.from + verb
  const clause = view.clauses.find(({ verb: group }) => group !== null && group.tokens[0] <= at && at < group.tokens[1])
  return make(
    view.document,
    view.sentence.index,
    kind,
    speaker && withAside(view, beforeCue(view, speaker, cue), cue),
    inDocument(view, cue),
    content.map(range => inDocument(view, range)),
    clause?.index ?? null,
  )
}

const isFound = (range: WordRange | null): range is WordRange => range !== null

/** What is stated under a verb of saying or thinking: before it, around it or behind it. */
function wordsSaid(view: SpeechView, verb: number, lemma: string): readonly WordRange[] {
  const asked = ASKING_VERBS.has(lemma) && isQuestionWord(view, verb + 1) ? branchOf(view.tree, verb + 1, verb) : null
  if (asked) return [trimWords(view, [verb + 1, (subtree(view.tree, asked.index).at(-1) ?? verb) + 1])].filter(isFound)
  const clause = reportingClause(view, verb)
  const clauseSaid = takesClause(view, verb, lemma) ? clauseAfter(view, verb, verb + 1) : claimDenied(view, verb, lemma)
  const stated = (clauseSaid && withStrayObject(view, verb, lemma, clauseSaid)) ?? claimDenied(view, verb, lemma)
  if (stated && (goesOn(view, verb) || lowerAt(view, stated[0] - 1) === 'that')) return [stated]
  const beside = deniesObject(view, verb, lemma) ? [] : aroundClause(view, verb, clause, floorOf(view, verb))
  const around = beside.filter(range => !isAsked(view, range))
  if (around.length > 0) return around
  // "denied this: “We hold it”": the words quoted are put against what is denied.
  if (cueKindOf(lemma) === 'denies' && lowerAt(view, verb + 2) === ':') return []
  const after =
    afterAside(view, verb, clause) ??
    stated ??
    quoteBehind(view, verb, clause[1]) ??
    (FIRM_CUES.has(lemma) ? looseClause(view, verb) : null)
  return after ? [after] : []
}

/** "…, X denies *the attack*": what is denied is the object, not the words before, which may be another's. */
const deniesObject = ({ tree }: SpeechView, verb: number, lemma: string): boolean =>
  cueKindOf(lemma) === 'denies' && childrenBy(tree, verb, 'obj', 'xcomp').some(at => at > verb)

/** "rejected claims that …", "confirmed reports that …", "refuted information released by X that …": the claim put aside or borne out; null where no noun of saying is the object. */
function claimDenied(view: SpeechView, verb: number, lemma: string): WordRange | null {
  const { tree } = view
  const kind = cueKindOf(lemma)
  if (kind !== 'denies' && kind !== 'questions' && lemma !== 'confirm') return null
  const noun = childrenBy(tree, verb, 'obj').find(at => at > verb && isSaid(tokenAt(tree, at).lemma))
  if (noun === undefined) return null
  // Far behind its noun the clause hangs where the tree puts it.
  const that = subtree(tree, noun).find(at => at > noun && lowerAt(view, at) === 'that')
  return that === undefined ? null : trimWords(view, [that + 1, reachOf(view, verb, that + 1)])
}
const isSaid = (noun: string): boolean => CUE_NOUNS.has(noun) || noun === 'information' || noun === 'news'

/** "said a man whom they held | was freed": what passes for the object of a verb that takes none opens its clause. */
function withStrayObject(view: SpeechView, verb: number, lemma: string, stated: WordRange): WordRange {
  const { tree } = view
  const object = childrenBy(tree, verb, 'obj').find(at => at > verb && at < stated[0])
  if (lemma !== 'say' || object === undefined || lowerAt(view, stated[0] - 1) === 'that') return stated
  return [Math.max(verb + 1, subtree(tree, object)[0] ?? object), stated[1]]
}

/** "proposed a plan that …" tells of the plan; "told the press that …", "assured them that …" tell what is said. */
function takesClause(view: SpeechView, verb: number, lemma: string): boolean {
  const objects = childrenBy(view.tree, verb, 'obj').filter(at => at > verb)
  const clause = childrenBy(view.tree, verb, 'ccomp').find(at => at > verb)
  const parted = clause !== undefined && objects.some(at => at < clause)
  return !parted || FIRM_CUES.has(lemma) || HEARER_VERBS.has(lemma)
}

const HEARER_VERBS = new Set(
  'assure reassure remind notify brief persuade convince advise promise guarantee teach ask post'.split(' '),
)

/** Where the words said before a cue may begin: behind the sentence's label and behind the clause a joined verb follows. */
function floorOf(view: SpeechView, verb: number): number {
  const { tree } = view
  const { relation, head } = tokenAt(tree, verb)
  const before = relation === 'conj' && head !== null && cueKindOf(tokenAt(tree, head).lemma) !== null ? head : null
  return before === null ? labelEnd(view) : reportingClause(view, before)[1]
}

/** "…, adding": a cue of whoever spoke before. */
const goesOn = (view: SpeechView, verb: number): boolean => {
  const { xpos, relation } = tokenAt(view.tree, verb)
  const from = cueRange(view, verb)[0]
  return xpos === 'VBG' && relation !== 'acl' && isMark(view, from - 1) && subjectOf(view, verb) === null
}

/** The subject; of "…, adding that" and "and added" whoever spoke before; of "led X to believe" X. */
function whoSpeaks(view: SpeechView, verb: number, earlier: readonly AttributionMention[]): Speaker | null {
  const { tree } = view
  const { relation, head } = tokenAt(tree, verb)
  if (head !== null && isLed(view, verb)) {
    const led = childrenBy(tree, head, 'obj', 'obl', 'iobj').find(at => at > head && at < verb)
    return led === undefined ? null : speakerAt(view, led)
  }
  const joined = relation === 'conj' && head !== null && subjectOf(view, verb) === null
  const at = joined ? view.from + head : view.from + verb
  const before = joined
    ? earlier.find(({ cueTokens }) => cueTokens[0] <= at && at < cueTokens[1])
    : goesOn(view, verb)
      ? earlier.findLast(({ sourceTokens, cueTokens }) => sourceTokens !== null && cueTokens[0] < at)
      : undefined
  if (before?.shownTokens && before.sourceTokens && !isQuoted(view, verb))
    return { shown: before.shownTokens, named: before.sourceTokens }
  return speakerOf(view, verb)
}

/** "*led* them to believe", "*prompted* it to say". */
function isLed({ tree }: SpeechView, verb: number): boolean {
  const { head, relation } = tokenAt(tree, verb)
  return (
    head !== null &&
    head < verb &&
    ['xcomp', 'advcl', 'ccomp'].includes(relation) &&
    LEADERS.has(tokenAt(tree, head).lemma)
  )
}

const LEADERS = new Set(['lead', 'prompt', 'cause', 'bring', 'drive'])

/** Modals under which nothing has been said yet. */
const UNREAL = new Set(['would', 'could', 'might', 'should'])

/** How far the speaker stands to the words: not behind what he "did not say", "declined to confirm", "would say". */
function standing(view: SpeechView, verb: number, kind: CueKind): CueKind {
  const { tree } = view
  const [subject] = childrenBy(tree, verb, 'nsubj')
  const own = subject !== undefined && ['i', 'we'].includes(lowerAt(view, subject))
  const { modal } = verbGroup(tree, verb)
  const above = governorOf(view, verb)
  const open = isNegated(tree, verb) || (above !== null && REFUSALS.has(tokenAt(tree, above).lemma))
  return open || (!own && modal !== null && UNREAL.has(modal)) ? 'questions' : kind
}
