import { reachOf } from './attribution-content.ts'
import { type AttributionMention, make } from './attribution-parts.ts'
import { type Speaker, speakerAt, speakerOf } from './attribution-source.ts'
import { inDocument, lowerAt, type SpeechView, trimWords, type WordRange } from './attribution-view.ts'
import { CUE_NOUNS, DENY_VERBS } from './lexicon/cues.ts'
import { RUMOUR_NOUNS } from './lexicon/truth-words.ts'
import { passiveAgent } from './model/walk/arguments.ts'
import { childrenBy, subtree, tokenAt } from './model/walk/children.ts'
import { isPassive } from './model/walk/verb-group.ts'
import { judgedTrue } from './truth.ts'

/** What is denied, with the words that deny it and whoever does; without one, whoever tells the sentence does. */
interface Rebuttal {
  readonly said: WordRange
  readonly cue: WordRange
  readonly speaker: Speaker | null
}

/**
 * A word that puts a clause of the sentence aside as untrue: "it is not true that …", "reports that … are false", "there is
 * no truth in claims that …", "claims that … were dismissed by X", "X called reports that … a lie", "contrary to claims that
 * …". An attribution that denies, without a source where nobody but the teller of the sentence does; null for any other word.
 */
export function truthCue(view: SpeechView, at: number): AttributionMention | null {
  const found = judged(view, at) ?? dismissed(view, at) ?? called(view, at) ?? contrary(view, at)
  if (!found) return null
  const { said, cue, speaker } = found
  const clause = view.clauses.find(
    ({ verb }) => verb && view.from + cue[0] <= verb.head && verb.head < view.from + cue[1],
  )
  const range = inDocument(view, cue)
  return make(
    view.document,
    view.sentence.index,
    'denies',
    speaker,
    range,
    [inDocument(view, said)],
    clause?.index ?? null,
  )
}

/** "It is not true that …", "reports that … are false", "there is no truth in claims that …". */
function judged(view: SpeechView, at: number): Rebuttal | null {
  const { tree } = view
  if (judgedTrue(tree, at) !== false) return null
  const clause = childrenBy(tree, at, 'ccomp', 'csubj', 'acl').find(child => child > at && opensWithThat(view, child))
  const told = clause === undefined ? clauseOfNoun(view, childrenBy(tree, at, 'nsubj', 'nmod', 'obl')) : null
  const said = clause === undefined ? told : contentFrom(view, at, clause)
  const [copula] = childrenBy(tree, at, 'cop', 'expl')
  const from = Math.min(at, copula ?? at)
  return said && { said, cue: [from > said[0] ? Math.max(from, said[1]) : from, at + 1], speaker: null }
}

/** "Claims that … were dismissed by X". */
function dismissed(view: SpeechView, at: number): Rebuttal | null {
  const { tree } = view
  const { lemma, upos } = tokenAt(tree, at)
  if (upos !== 'VERB' || !DENY_VERBS.has(lemma) || !isPassive(tree, at)) return null
  const nouns = [...childrenBy(tree, at, 'nsubj'), ...nounBefore(view, at)]
  const said = clauseOfNoun(view, nouns)
  const agent = passiveAgent(tree, at)
  return (
    said && {
      said: [said[0], Math.min(said[1], at)],
      cue: [at, at + 1],
      speaker: agent && speakerAt(view, agent.token),
    }
  )
}

/** In headlines the auxiliary is left out: "claims that X had been taken *rejected* by Y". */
const nounBefore = ({ tree }: SpeechView, at: number): readonly number[] => {
  const { head, relation } = tokenAt(tree, at)
  return relation === 'acl' && head !== null ? [head] : []
}

/** "X called reports that … a lie", "dismissed as false claims that …". */
function called(view: SpeechView, at: number): Rebuttal | null {
  const { tree } = view
  const { lemma, upos } = tokenAt(tree, at)
  if (upos !== 'VERB' || !NAMING.has(lemma) || isPassive(tree, at)) return null
  const below = subtree(tree, at).filter(word => word > at)
  const verdict = below.findLast(word => judgedTrue(tree, word, true) === false)
  const said = verdict === undefined ? null : clauseOfNoun(view, childrenBy(tree, at, 'obj', 'ccomp', 'xcomp', 'nsubj'))
  if (!said || verdict === undefined) return null
  const before = lowerAt(view, verdict - 1)
  const start = before === 'a' || before === 'an' || before === 'as' ? verdict - 1 : verdict
  const kept = start > said[0] ? trimWords(view, [said[0], Math.min(said[1], start)]) : said
  return kept && { said: kept, cue: [at, at + 1], speaker: speakerOf(view, at) }
}
const NAMING = new Set(['call', 'brand', 'label', 'dismiss', 'describe', 'denounce', 'term', 'dub', 'declare', 'deem'])

/** "Contrary to claims that …", "despite Moscow's claims that …": whoever tells the rest has it otherwise. */
function contrary(view: SpeechView, at: number): Rebuttal | null {
  const { tree } = view
  const before = subtree(tree, at).filter(word => word < at)
  const opener = before.find(word => lowerAt(view, word) === 'contrary' || lowerAt(view, word) === 'despite')
  const above = tokenAt(tree, at).head
  const upper = above !== null && lowerAt(view, above) === 'contrary' ? above : null
  const from = opener ?? upper
  if (from === null || from === undefined || !isSaying(tokenAt(tree, at).lemma)) return null
  const said = clauseOfNoun(view, [at])
  return said && { said, cue: [from, from + 1], speaker: null }
}

const isSaying = (noun: string): boolean => CUE_NOUNS.has(noun) || RUMOUR_NOUNS.has(noun)

/** The clause with "that" of the first noun of saying among some words or right below them; null where none has one. */
function clauseOfNoun(view: SpeechView, words: readonly number[]): WordRange | null {
  const { tree } = view
  const nouns = words.flatMap(at => [at, ...childrenBy(tree, at, 'nmod', 'obj', 'nsubj')])
  for (const noun of nouns) {
    if (!isSaying(tokenAt(tree, noun).lemma)) continue
    const clause = childrenBy(tree, noun, 'acl', 'ccomp', 'advcl').find(
      child => child > noun && opensWithThat(view, child),
    )
    if (clause !== undefined) return contentFrom(view, noun, clause)
  }
  return null
}

const opensWithThat = (view: SpeechView, at: number): boolean =>
  childrenBy(view.tree, at, 'nsubj', 'expl').length > 0 &&
  subtree(view.tree, at)
    .filter(word => word <= at)
    .some(word => lowerAt(view, word) === 'that')

/** The words of a clause behind its "that", as far as it reaches under the word it hangs on. */
function contentFrom(view: SpeechView, above: number, clause: number): WordRange | null {
  const words = subtree(view.tree, clause)
  const that = words.find(word => lowerAt(view, word) === 'that') ?? words[0] ?? clause
  return trimWords(view, [that + 1, Math.min(reachOf(view, above, that + 1), (words.at(-1) ?? clause) + 1)])
}
