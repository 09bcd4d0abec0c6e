import { cueKindOf } from './attribution-parts.ts'
import { type Draft, isMark, JOINERS, RELATIVES } from './clause-marks.ts'
import { nounPhraseBefore } from './clause-subjects.ts'
import type { Token } from './document.ts'
import { CUE_NOUNS } from './lexicon/cues.ts'
import type { VerbGroup } from './verb-group.ts'

/** What a resumed clause takes from the noun it goes on from. */
type Resumed = Pick<Draft, 'start' | 'subject' | 'inherits' | 'relation' | 'marker'>

/**
 * A finite verb with nothing but words of a noun phrase between it and the clause before goes on from the noun that clause
 * hangs on: "the clerk whom soldiers detained in X | was freed", "two missiles launched at X | were shot down", "claims that
 * X fell | are false". A reduced participle that was taken for the main verb is made one. Null in any other case.
 */
export function resumeAfter(
  tokens: readonly Token[],
  group: VerbGroup,
  drafts: readonly Draft[],
  floor: number,
): Resumed | null {
  const previous = drafts.at(-1)
  const rises = group.kind === 'bare' && RISING.has(group.lemma)
  if (!previous || !(group.kind === 'finite' || rises) || group.negated) return null
  const edge = (previous.complements.at(-1) ?? previous.verb).tokens[1]
  if (parted(tokens, edge, group.tokens[0])) return null
  return afterRelative(tokens, previous, drafts, floor) ?? afterParticiple(group, previous)
}

/** True when a mark, a conjunction or an opener of clauses stands between. */
function parted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.lower ?? ''
    if (isMark(tokens, at) || tokens[at]?.tag === 'punct' || JOINERS.has(word) || RELATIVES.has(word)) return true
    if (OPENERS.has(word) || tokens[at]?.tag === 'pron') return true
  }
  return false
}
const OPENERS = new Set(
  'as after because although though if unless when before until whereas what how why than'.split(' '),
)

/** Verbs of counts, which take up a long subject in a bare past form ("the number of people killed … rose"). */
const RISING = new Set('rise climb grow reach fall drop increase exceed'.split(' '))

function afterRelative(
  tokens: readonly Token[],
  previous: Draft,
  drafts: readonly Draft[],
  floor: number,
): Resumed | null {
  const marker = previous.marker ?? ''
  if (!RELATIVES.has(marker) || marker === 'when' || marker === 'where') return null
  let at = previous.verb.tokens[0] - 1
  while (at > floor && tokens[at]?.lower !== marker) at--
  const before = tokens[at - 1]
  if (at <= floor || !before || !['noun', 'name'].includes(before.tag)) return null
  // "said in a statement that X fell": a clause of content hangs on a verb, one behind a noun of saying on that noun.
  if (marker === 'that' && previous.relation !== 'relative' && !CUE_NOUNS.has(before.lemma)) return null
  const outer = drafts.at(-2)
  const reduced = outer && tokens[outer.verb.tokens[1]]?.lower === 'by' ? reduce(outer) : null
  if (reduced) return reduced
  const subject = nounPhraseBefore(tokens, at, floor)
  if (!subject) return null
  return { start: subject[0], subject, inherits: false, relation: 'main', marker: null }
}

const afterParticiple = (group: VerbGroup, previous: Draft): Resumed | null =>
  group.auxiliary || group.lemma === 'be' || RISING.has(group.lemma) ? reduce(previous) : null

/** Makes a bare past form that was read as the main verb the participle it is, and hands on its subject. */
function reduce(previous: Draft): Resumed | null {
  const { verb, subject, start, relation, marker } = previous
  if (verb.kind !== 'bare' || verb.auxiliary || !subject || previous.inherits || cueKindOf(verb.lemma)) return null
  if (previous.complements.length > 0) return null
  if (relation === 'participle' || relation === 'gerund' || subject[1] !== verb.tokens[0]) return null
  previous.relation = 'participle'
  previous.start = verb.tokens[0]
  return { start, subject, inherits: false, relation, marker }
}
