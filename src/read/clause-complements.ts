import { boundaryBetween, COMMAS, type Draft, NOUNISH } from './clause-marks.ts'
import type { Token } from './document.ts'
import type { VerbGroup } from './verb-group.ts'

/** "Damaged houses were …", "the cost of rebuilding X will …": a participle or gerund inside a noun phrase before its verb. */
export function isLeadingAdjective(
  tokens: readonly Token[],
  group: VerbGroup,
  next: VerbGroup | undefined,
  previous: Draft | undefined,
): boolean {
  if (!next || (group.kind !== 'bare' && group.kind !== 'gerund') || group.auxiliary) return false
  const before = tokens[group.tokens[0] - 1]
  const after = tokens[group.tokens[1]]
  if (boundaryBetween(tokens, group.tokens[1], next.tokens[0]) || !after || next.kind === 'infinitive') return false
  if (group.kind === 'gerund' && before && NOMINAL_BEFORE.has(before.lower))
    return !previous || boundaryBetween(tokens, previous.verb.tokens[1], group.tokens[0])
  if (after.tag !== 'noun' && after.tag !== 'adj' && !(after.tag === 'name' && before?.tag === 'prep')) return false
  const opens =
    before === undefined ||
    before.sentence !== after.sentence ||
    ['det', 'adj', 'conj', 'num', 'prep', 'adv'].includes(before.tag)
  if (group.kind === 'bare')
    return opens && (!previous || boundaryBetween(tokens, previous.verb.tokens[1], group.tokens[0]))
  return (
    opens &&
    before !== undefined &&
    before.sentence === after.sentence &&
    !previous &&
    before.tag !== 'prep' &&
    before.tag !== 'adv'
  )
}

const NOMINAL_BEFORE = new Set(
  'of for in at from against to on about into over the a an its their his this that'.split(' '),
)

/** Infinitives, and participles without a boundary before them, belong to the verb before. */
export function isComplement(
  tokens: readonly Token[],
  group: VerbGroup,
  next: VerbGroup | undefined,
  previous: Draft,
): boolean {
  const last = previous.complements.at(-1) ?? previous.verb
  const free = boundaryBetween(tokens, last.tokens[1], group.tokens[0])
  const before = tokens[group.tokens[0] - 1]
  if (group.kind === 'infinitive') return true
  if (group.kind === 'gerund' && before && (NOMINAL_BEFORE.has(before.lower) || isCompound(tokens, group))) return true
  if (
    group.kind === 'bare' &&
    previous.relation === 'gerund' &&
    !free &&
    previous.complements.length === 0 &&
    previous.subject === null
  )
    return false
  if (group.kind === 'gerund')
    return (
      !free &&
      !(before && ['after', 'before', 'while', 'by', 'without', 'with'].includes(before.lower)) &&
      !hasSubjectAfterWith(tokens, group, last)
    )
  if (group.kind === 'bare') {
    if (last.kind === 'infinitive' && !free && before && NOUNISH.has(before.tag)) return true
    if (startsJoinedClause(tokens, group, last)) return false
    if (before?.tag === 'num' && tokens[group.tokens[0] - 2]?.tag === 'conj') return false
    return !free && before?.tag !== 'conj' && !(before?.tag === 'pron') && !isBareFinite(tokens, group, next, last)
  }
  return false
}

/** "… continues and Russian forces shelled X": a conjunction, a noun phrase and a past form not followed by "by". */
function startsJoinedClause(tokens: readonly Token[], group: VerbGroup, last: VerbGroup): boolean {
  const after = tokens[group.tokens[1]]
  if (after?.lower === 'by' || after === undefined || after.tag === 'punct') return false
  for (let at = group.tokens[0] - 1; at >= last.tokens[1]; at--) {
    const token = tokens[at]
    if (!token || token.tag === 'prep' || token.tag === 'punct') return false
    if (token.lower === 'and' || token.lower === 'but')
      return (
        at < group.tokens[0] - 1 &&
        (at === last.tokens[1] || ['det', 'name', 'pron', 'adv', 'num'].includes(after.tag) || after.lower === 'to')
      )
  }
  return false
}

/** "the courtyard and parking garage": a gerund joined to a noun, with its own noun behind it. */
function isCompound(tokens: readonly Token[], group: VerbGroup): boolean {
  const [joint, noun, after] = [tokens[group.tokens[0] - 1], tokens[group.tokens[0] - 2], tokens[group.tokens[1]]]
  return joint?.lower === 'and' && noun?.tag === 'noun' && after?.tag === 'noun' && !group.auxiliary
}

const hasSubjectAfterWith = (tokens: readonly Token[], group: VerbGroup, last: VerbGroup): boolean => {
  for (let at = group.tokens[0] - 1; at >= last.tokens[1]; at--) {
    const token = tokens[at]
    if (!token || COMMAS.has(token.form)) return false
    if (token.lower === 'with') return true
  }
  return false
}

/** After a verb of saying without "that" ("said troops captured …") a bare past form is finite again. */
function isBareFinite(
  tokens: readonly Token[],
  group: VerbGroup,
  next: VerbGroup | undefined,
  last: VerbGroup,
): boolean {
  const between = tokens.slice(last.tokens[1], group.tokens[0])
  const subjectLike =
    between.some(token => NOUNISH.has(token.tag)) && [...NOUNISH, 'adv'].includes(between.at(-1)?.tag ?? 'other')
  const saying = SAYING_HEADS.has(last.lemma)
  const follows = tokens[group.tokens[1]]
  return (
    saying &&
    subjectLike &&
    follows?.lower !== 'by' &&
    !(next && next.auxiliary && !boundaryBetween(tokens, group.tokens[1], next.tokens[0]))
  )
}

const SAYING_HEADS = new Set(
  'say report claim tell state add note believe think confirm announce warn suggest argue insist admit acknowledge write show fear mean know ensure estimate assess allege forecast predict judge assert conclude reveal indicate stress maintain contend'.split(
    ' ',
  ),
)
