import { reachOf } from './attribution-content.ts'
import { type AttributionMention, make } from './attribution-parts.ts'
import { type Speaker, speakerAt, speakerOf } from './attribution-source.ts'
import {
  caseOf,
  inDocument,
  isQuoted,
  lowerAt,
  type SpeechView,
  trimWords,
  type WordRange,
} from './attribution-view.ts'
import { CUE_NOUNS } from './lexicon/cues.ts'
import { childrenBy, subtree, tokenAt } from './model/walk/children.ts'

/** "the claim that …", "his promise to …", "made a statement saying …": a noun of saying with its content. */
export function nounCue(view: SpeechView, at: number, taken: readonly AttributionMention[]): AttributionMention | null {
  const { tree } = view
  const token = tokenAt(tree, at)
  if (token.upos !== 'NOUN' || isQuoted(view, at)) return null
  if (!CUE_NOUNS.has(token.lemma) && !STANCE_NOUNS.has(token.lemma)) return null
  if (taken.some(({ cueTokens }) => cueTokens[0] <= view.from + at && view.from + at < cueTokens[1])) return null
  const content = contentOf(view, at)
  if (!content) return null
  const { speaker, cue } = ownerOf(view, at)
  if (!content.stated && !speaker) return null
  const none = childrenBy(tree, at, 'det').some(det => lowerAt(view, det) === 'no')
  const open = UNVOUCHED.has(token.lemma) || (speaker === null && HEARSAY.has(token.lemma))
  const kind = !content.stated || none ? 'object' : open ? 'claims' : 'says'
  return make(
    view.document,
    view.sentence.index,
    kind,
    speaker,
    inDocument(view, cue),
    [inDocument(view, content.range)],
    null,
  )
}

/** Nouns whose content is vouched for by nobody, and those whose content is not unless somebody is named for it. */
const UNVOUCHED = new Set(['claim', 'allegation', 'rumour', 'rumor', 'speculation', 'suspicion'])
const HEARSAY = new Set([
  'report',
  'accusation',
  'assertion',
  'suggestion',
  'contention',
  'notion',
  'charge',
  'accounts',
])

interface NounContent {
  readonly range: WordRange
  /** True for a clause that states something, false for an infinitive or a phrase. */
  readonly stated: boolean
}

function contentOf(view: SpeechView, at: number): NounContent | null {
  const { tree } = view
  const token = tokenAt(tree, at)
  const clause = childrenBy(tree, at, 'acl', 'ccomp', 'advcl', 'xcomp').find(
    child => child > at && isTold(view, child) && isClause(view, child, token.lemma),
  )
  const phrase = clause ?? childrenBy(tree, at, 'nmod').find(child => child > at && isTopic(view, child, token.lemma))
  if (phrase === undefined) return null
  const first = subtree(tree, phrase)[0] ?? phrase
  const stated = clause !== undefined && lowerAt(view, first) === 'that'
  const range = trimWords(view, [stated || clause === undefined ? first + 1 : first, reachOf(view, at, first)])
  return range && { range, stated }
}

/** No relative clause, save one whose verb takes no object, so that its "that" can be none: "reports that X had fallen". */
const isTold = ({ tree }: SpeechView, at: number): boolean =>
  tokenAt(tree, at).relation !== 'acl:relcl' ||
  (INTRANSITIVE.has(tokenAt(tree, at).lemma) && childrenBy(tree, at, 'nsubj').length > 0)
const INTRANSITIVE = new Set(
  'fall collapse withdraw retreat flee advance die surrender arrive vanish desert'.split(' '),
)

/** "that the bridge fell", "to rebuild it"; also where "that" passes for an object of the clause. */
const isClause = ({ tree }: SpeechView, at: number, noun: string): boolean =>
  childrenBy(tree, at, 'mark').length > 0 ||
  (CUE_NOUNS.has(noun) &&
    tree.tokens[subtree(tree, at)[0] ?? at]?.form === 'that' &&
    childrenBy(tree, at, 'nsubj').length > 0)

const isTopic = (view: SpeechView, child: number, noun: string): boolean => {
  const preposition = caseOf(view, child)
  return TOPIC.has(preposition) || (preposition === 'of' && STANCE_NOUNS.has(noun))
}

/** Nouns of wanting, judging and deciding. */
const STANCE_NOUNS = new Set(
  'support endorsement call criticism attack opposition position view plan proposal desire demand question commitment hope warning promise refusal rejection condemnation praise threat vow intention wish denunciation defense defence embrace rebuke skepticism scepticism concern belief approval disapproval dismissal critique description characterization acceptance advocacy offer request appeal bid pledge decision'.split(
    ' ',
  ),
)

/** Prepositions between a noun of saying and what it is about. */
const TOPIC = new Set(['for', 'about', 'on', 'against', 'over', 'to'])

/** Verbs that only carry a noun of saying: "made a statement". */
const LIGHT_VERBS = new Set(
  'make issue release give deliver express voice raise have offer put file send publish repeat renew share post'.split(
    ' ',
  ),
)

/** Whose it is: the possessor, the one who makes it, or the one it comes from; with the words of the cue. */
function ownerOf(view: SpeechView, at: number): { readonly speaker: Speaker | null; readonly cue: WordRange } {
  const { tree } = view
  const cue: WordRange = [at, at + 1]
  const [owner] = childrenBy(tree, at, 'nmod:poss')
  if (owner !== undefined) return { speaker: speakerAt(view, owner), cue }
  // "*Russian* claims that …"
  const people = childrenBy(tree, at, 'amod').find(child => /^\p{Lu}/u.test(tokenAt(tree, child).form))
  if (people !== undefined && CUE_NOUNS.has(tokenAt(tree, at).lemma)) return { speaker: speakerAt(view, people), cue }
  const { head, relation } = tokenAt(tree, at)
  if (head !== null && relation === 'obj' && LIGHT_VERBS.has(tokenAt(tree, head).lemma) && head < at)
    return { speaker: speakerOf(view, head), cue: at - head <= 4 ? [head, at + 1] : cue }
  const maker = childrenBy(tree, at, 'nmod').find(child => ['by', 'from'].includes(caseOf(view, child)))
  return { speaker: maker === undefined ? null : speakerAt(view, maker), cue }
}
