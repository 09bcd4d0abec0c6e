import { groupBy } from '#kit'
import type { Clause } from './clauses.ts'
import type { ActorMention, Document, PlaceMention, Quantity, TimeMention, Token, TokenRange } from './document.ts'
import type { FrameView } from './frames.ts'
import { CARRIER_VERBS, INTENT_VERBS } from './lexicon/frames-assessment.ts'
import { classesOf } from './lexicon/frames-nouns.ts'
import type { VerbGroup } from './verb-group.ts'
import { headPart, objectPhrase } from './view-phrases.ts'
import type { WeaponMention } from './weapons.ts'
import { addNeighbours } from './word-runs.ts'

/** All that the earlier steps found, by which claims are read. */
export interface Findings {
  readonly document: Document
  readonly actors: readonly ActorMention[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  readonly quantities: readonly Quantity[]
  readonly weapons: readonly WeaponMention[]
  /** Tags of mentions per token index (`@party`, `@named`, `@arm`, `@number` …). */
  readonly tagsAt: ReadonlyMap<number, readonly string[]>
}

const bySentence = new WeakMap<Findings, ReadonlyMap<number, Findings>>()

/** The findings of one sentence; grouped once for a report. */
export function inSentence(whole: Findings, sentence: number): Findings {
  const known = bySentence.get(whole) ?? groupFindings(whole)
  bySentence.set(whole, known)
  return known.get(sentence) ?? { ...whole, actors: [], places: [], times: [], quantities: [], weapons: [] }
}

function groupFindings(whole: Findings): ReadonlyMap<number, Findings> {
  const of = <Item extends { readonly sentence: number }>(items: readonly Item[]): Map<number, Item[]> =>
    groupBy(items, item => item.sentence)
  const [actors, places, times, quantities, weapons] = [
    of(whole.actors),
    of(whole.places),
    of(whole.times),
    of(whole.quantities),
    of(whole.weapons),
  ]
  return new Map(
    whole.document.sentences.map(({ index }) => [
      index,
      {
        ...whole,
        actors: actors.get(index) ?? [],
        places: places.get(index) ?? [],
        times: times.get(index) ?? [],
        quantities: quantities.get(index) ?? [],
        weapons: weapons.get(index) ?? [],
      },
    ]),
  )
}

/** A clause as the frames see it, with the token ranges its slots are filled from. */
export interface ClauseView extends FrameView {
  readonly clause: Clause
  /** Own tokens in order: those of the clause that lie in no clause inside it and in no attribution. */
  readonly own: readonly number[]
  readonly predicate: VerbGroup | null
  /** Verbs over the predicate that carry or intend it ("tries to"). */
  readonly carriers: readonly VerbGroup[]
  readonly subjectTokens: readonly number[]
  /** The noun phrase right after the predicate. */
  readonly objectTokens: readonly number[]
  readonly afterTokens: readonly number[]
}

const TRANSITIVE_HARM = new Set(
  'kill wound injure hurt destroy damage hit capture seize liberate displace trap arrest detain expel shoot strike shell attack evacuate bury rescue eliminate liquidate down intercept free release take annex repel lose cut sanction freeze approve ban execute wreck reject sign agree launch fire postpone cancel delay suspend'.split(
    ' ',
  ),
)

/** Marks each token with what the mentions over it are; a modifier ("Russian") counts for `any` only, as `@…Adjective`. */
export function tagMentions(parts: Omit<Findings, 'tagsAt'>): ReadonlyMap<number, readonly string[]> {
  const tags = new Map<number, string[]>()
  const add = ([from, to]: TokenRange, tag: string): void => {
    for (let at = from; at < to; at++) {
      const held = tags.get(at)
      if (held) held.push(tag)
      else tags.set(at, [tag])
    }
  }
  for (const actor of parts.actors) {
    const kind =
      actor.party !== null && (actor.kind === 'party' || actor.forces)
        ? '@party'
        : actor.kind === 'person' || actor.holder?.kind === 'official'
          ? '@person'
          : actor.name === 'enemy'
            ? '@party'
            : '@actor'
    if (actor.kind === 'pronoun' && actor.name !== 'enemy' && actor.score < 0.3) continue
    add(actor.tokens, actor.modifier ? `${kind}Adjective` : kind)
    if (actor.forces && !actor.modifier) add(actor.tokens, '@forces')
    if (actor.name === 'enemy') add(actor.tokens, '@personnel')
    if (actor.kind === 'party' || actor.kind === 'actor') add(actor.tokens, actor.modifier ? '@state' : '@actor')
  }
  for (const place of parts.places) {
    if (place.government) continue
    add(place.tokens, place.kind === 'country' ? '@country' : '@named')
    if (place.kind !== 'country') add(place.tokens, '@place')
  }
  for (const quantity of parts.quantities)
    add(quantity.tokens, quantity.unit !== null && /^[A-Z]{3}$/.test(quantity.unit) ? '@money' : '@number')
  for (const weapon of parts.weapons) {
    add(weapon.tokens, '@arm')
    add(weapon.tokens, ARMS_IN_FLIGHT.has(weapon.class) ? '@munition' : '@equipment')
    if (['aircraft', 'helicopter'].includes(weapon.class)) add(weapon.tokens, '@aircraft')
  }
  return tags
}
const ARMS_IN_FLIGHT: ReadonlySet<string> = new Set(['missile', 'drone', 'bomb'])

/**
 * Builds the view of a clause. `hidden` are token ranges of attributions that say nothing of the claim itself; `under` is an
 * infinitive of the clause to be read in place of its verb ("abandoned its plan *to take* X").
 */
export function viewClause(
  findings: Findings,
  clauses: readonly Clause[],
  clause: Clause,
  hidden: readonly TokenRange[],
  under: VerbGroup | null = null,
): ClauseView {
  const { tokens } = findings.document
  const own = ownTokens(tokens, clauses, clause, hidden)
  const { predicate, carriers } =
    under && clause.verb ? { predicate: under, carriers: [clause.verb] } : choosePredicate(tokens, clause)
  const subjectTokens = clause.subject && clause.verb ? indices(clause.subject).filter(at => !within(at, hidden)) : []
  const from = predicate ? predicate.tokens[1] : clause.tokens[0]
  const afterTokens = predicate ? own.filter(at => at >= from) : own
  const objectTokens = predicate ? objectPhrase(tokens, afterTokens, from) : own
  const passive = predicate !== null && isPassive(findings, predicate, objectTokens, subjectTokens)
  return {
    clause,
    own,
    predicate,
    carriers,
    subjectTokens,
    objectTokens,
    afterTokens,
    verb: predicate?.lemma ?? null,
    passive,
    transitive: predicate !== null && objectTokens.some(at => OBJECTS.has(tokens[at]?.tag ?? '')),
    subject: wordSet(findings, headPart(tokens, subjectTokens), subjectTokens),
    object: wordSet(findings, objectTokens, afterTokens.slice(0, 14), predicate !== null),
    after: wordSet(findings, afterTokens, afterTokens, true),
    all: wordSet(findings, [...subjectTokens.filter(at => !own.includes(at)), ...own], own, true, true),
  }
}

const OBJECTS: ReadonlySet<string> = new Set(['noun', 'name', 'pron'])

export const indices = ([from, to]: TokenRange): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
const within = (at: number, ranges: readonly TokenRange[]): boolean =>
  ranges.some(([from, to]) => at >= from && at < to)

function ownTokens(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  clause: Clause,
  hidden: readonly TokenRange[],
): number[] {
  const inner = clauses
    .filter(
      other =>
        other !== clause &&
        other.tokens[0] >= clause.tokens[0] &&
        other.tokens[1] <= clause.tokens[1] &&
        other.tokens[0] > clause.tokens[0],
    )
    .map(other => other.tokens)
  return indices(clause.tokens).filter(at => !within(at, inner) && !within(at, hidden) && tokens[at] !== undefined)
}

/** The verb that tells the act: under "managed to", "was forced to", "began to" it is the infinitive. */
function choosePredicate(
  tokens: readonly Token[],
  clause: Clause,
): { predicate: VerbGroup | null; carriers: readonly VerbGroup[] } {
  let predicate = clause.verb
  const carriers: VerbGroup[] = []
  for (const next of clause.complements) {
    if (!predicate) break
    const gap = next.tokens[0] - predicate.tokens[1]
    const carries =
      isFirstTo(tokens, predicate, next) ||
      CARRIER_VERBS.has(predicate.lemma) ||
      (predicate.lemma === 'be' && gap <= 4) ||
      INTENT_VERBS.has(predicate.lemma)
    const linked = next.kind === 'infinitive' ? gap <= 4 : next.kind === 'gerund' && gap === 0
    const first = isFirstTo(tokens, predicate, next)
    if (!carries || !(linked || first) || gap < 0 || (!first && hasNounBetween(tokens, predicate, next))) break
    carriers.push(predicate)
    predicate = next
  }
  return { predicate, carriers }
}

/** "became *the latest* states to order …": whoever is the first or last to act has acted. */
const isFirstTo = (tokens: readonly Token[], from: VerbGroup, to: VerbGroup): boolean =>
  (from.lemma === 'be' || from.lemma === 'become') &&
  to.kind === 'infinitive' &&
  to.tokens[0] - from.tokens[1] <= 8 &&
  tokens
    .slice(from.tokens[1], to.tokens[0])
    .some(({ lower }) => ['first', 'latest', 'last', 'only', 'next', 'second', 'third'].includes(lower))

const hasNounBetween = (tokens: readonly Token[], from: VerbGroup, to: VerbGroup): boolean =>
  from.lemma !== 'force' &&
  from.lemma !== 'help' &&
  from.lemma !== 'be' &&
  tokens.slice(from.tokens[1], to.tokens[0]).some(token => token.tag === 'noun' || token.tag === 'name')

/** What kills and is not killed: "the explosion killed at least 40". */
const DEEDS = /^(?:explosion|blast|shelling|attack|strike|airstrike|bombing|bombardment|raid|barrage)$/

/** Acts a side does as readily as it suffers them; said of forces without an object they are its own. */
const FIELD_VERBS = new Set('attack strike shell fire launch shoot hit advance repel withdraw'.split(' '))

/** Acts of a state or official, which in a headline are done to things and seldom to him. */
const OFFICE_VERBS = new Set('agree sign reject approve ban launch postpone cancel delay suspend sanction'.split(' '))

function isPassive(
  findings: Findings,
  predicate: VerbGroup,
  object: readonly number[],
  subject: readonly number[],
): boolean {
  const { tokens } = findings.document
  if (predicate.passive) return true
  if (predicate.kind === 'infinitive')
    return tokens[predicate.tokens[0]]?.lower === 'be' && predicate.head > predicate.tokens[0]
  if (predicate.kind !== 'bare' || subject.length === 0 || !TRANSITIVE_HARM.has(predicate.lemma.split(' ')[0] ?? ''))
    return false
  const acts = subject.some(at => tokens[at]?.tag === 'noun' && DEEDS.test(tokens[at]?.lemma ?? ''))
  if (acts && !['strike', 'attack', 'launch'].includes(predicate.lemma)) return false
  const [joint, second] = [tokens[predicate.tokens[1]], tokens[predicate.tokens[1] + 1]]
  if ((joint?.form === ',' || joint?.tag === 'conj') && second?.tag === 'verb') return false
  const fighters = subject.some(at => findings.tagsAt.get(at)?.some(tag => tag === '@party' || tag === '@forces'))
  if (fighters && FIELD_VERBS.has(predicate.lemma)) return false
  const people = subject.some(at => findings.tagsAt.get(at)?.some(tag => tag === '@person' || tag === '@actor'))
  if (people && OFFICE_VERBS.has(predicate.lemma)) return false
  const objective = object.some(
    at => tokens[at]?.tag === 'noun' || tokens[at]?.tag === 'name' || tokens[at]?.tag === 'num',
  )
  return !objective
}

function wordSet(
  findings: Findings,
  phrase: readonly number[],
  neighbours: readonly number[],
  forms = true,
  adjectives = false,
): ReadonlySet<string> {
  const set = new Set<string>()
  const { tokens } = findings.document
  for (const at of phrase) {
    if (tokens[at]?.lower === 'we') set.add('@party')
    const token = tokens[at]
    if (!token || token.tag === 'punct') continue
    set.add(token.lemma)
    if (forms) set.add(token.lower)
    if (token.tag === 'name' && !findings.tagsAt.has(at)) set.add('@name')
    const owns = /^['’]s?$/.test(tokens[at + 1]?.form ?? '')
    if (!owns && (token.tag === 'noun' || token.tag === 'name' || token.tag === 'pron'))
      for (const name of classesOf(token.lemma, token.lower))
        if (token.tag === 'noun' || token.form === token.lower || name === '@remote') set.add(name)
    for (const tag of findings.tagsAt.get(at) ?? []) {
      if (!tag.endsWith('Adjective')) set.add(tag)
      else if (adjectives) set.add(tag.slice(0, -'Adjective'.length))
    }
  }
  addNeighbours(tokens, neighbours, set)
  return set
}
