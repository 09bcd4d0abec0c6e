import type { Measure } from '#domain'
import type { Document, Token, TokenRange } from './document.ts'
import { singularOf } from './lemmas.ts'
import { OUTCOMES, PERSONNEL } from './lexicon/counted.ts'
import type { Counted } from './quantity-noun.ts'
import type { RawQuantity } from './raw-quantity.ts'

type Outcome = (typeof OUTCOMES)[string]

/** What became of people that are counted by it alone: "left four *missing*", "with one *trapped*"; null for any other noun. */
const stateOf = (head: string): Outcome | null => (STATES.has(head) ? (OUTCOMES[head] ?? null) : null)
const STATES = new Set(['missing', 'trapped', 'unaccounted', 'homeless', 'displaced', 'buried', 'stranded'])

const REACH_FORWARD = 24
const REACH_BACK = 14

const outcomeAt = (tokens: readonly Token[], at: number): Outcome | null => {
  const token = tokens[at] as Token
  const known = OUTCOMES[token.lemma] ?? OUTCOMES[token.lower]
  if (!known) return null
  if ((known === 'launched' || known === 'deployed' || known === 'hit') && token.tag !== 'verb') return null
  return token.lemma === 'shoot' &&
    !/^(?:down|dead)$/.test(tokens[at + 1]?.lower ?? '') &&
    tokens.slice(at + 1, at + 14).every(next => next.lower !== 'down')
    ? null
    : known
}

/** An outcome verb right before the number, with nothing but bounds between: "killing at least three". */
function outcomeBefore(tokens: readonly Token[], from: number, start: number): Outcome | null {
  for (let at = from - 1; at >= Math.max(start, from - 3); at -= 1) {
    const outcome = outcomeAt(tokens, at)
    if (outcome) return outcome
    if (
      tokens[at]?.tag !== 'adv' &&
      tokens[at]?.tag !== 'prep' &&
      tokens[at]?.tag !== 'adj' &&
      tokens[at]?.lower !== 'the'
    )
      return null
  }
  return null
}

const CLAUSE_END = /^(?:while|but|after|when|which|who|whom|whose|as)$/

/** Verbs without an object, which describe nobody by a participle: "three people died and five were hurt". */
const NEVER_DONE_TO = new Set(['die', 'perish', 'disappear', 'flee', 'surrender'])

/** "The missiles fired at the port were intercepted": a participle that only tells which missiles, before the clause's own verb. */
function tellsWhich(tokens: readonly Token[], at: number, to: number, end: number): boolean {
  if (at > to + 1 || tokens[at - 1]?.tag === 'aux' || tokens[at]?.tag !== 'verb') return false
  if (NEVER_DONE_TO.has(tokens[at]?.lemma ?? '')) return false
  for (let next = at + 1; next < Math.min(end, at + 12); next += 1) {
    const token = tokens[next] as Token
    if (/^(?:was|were|are|is|have|has|had)$/.test(token.lower)) return outcomeBehind(tokens, next, end) !== null
    if (token.form === ',' || token.form === ';' || (token.tag === 'verb' && token.verbForm === 'past')) return false
  }
  return false
}

/** The nearest outcome behind the number in its clause. */
function outcomeBehind(tokens: readonly Token[], to: number, end: number): Outcome | null {
  let phrases = 0
  for (let at = to; at < Math.min(end, to + REACH_FORWARD); at += 1) {
    const token = tokens[at] as Token
    const outcome = outcomeAt(tokens, at)
    if (outcome && tellsWhich(tokens, at, to, end)) continue
    if (outcome) return outcome
    if (at > to && LEAVING.test(token.lower)) return null
    const antecedent = /^(?:which|whom)$/.test(token.lower) && tokens[at - 1]?.lower === 'of' && at === to + 1
    if (!antecedent && (token.form === ';' || CLAUSE_END.test(token.lower))) return null
    if (token.tag === 'verb' && token.verbForm === 'past' && (phrases += 1) > 1) return null
  }
  return null
}

/** Verbs that say of people what they did to others, not what became of them: "two men were charged with killing". */
const ACCUSED =
  /^(?:accused|arrested|blamed|charged|convicted|detained|indicted|jailed|prosecuted|questioned|sentenced|sought|suspected|tried|wanted)$/

/** Whether the people just counted are said to have done it, auxiliaries and adverbs aside. */
function isAccused(tokens: readonly Token[], to: number, end: number): boolean {
  let at = to
  while (at < end && (tokens[at]?.tag === 'aux' || tokens[at]?.tag === 'adv' || tokens[at]?.form === ',')) at += 1
  return at < end && ACCUSED.test(tokens[at]?.lower ?? '')
}

/** The nearest outcome before the number, back to the sentence's start: "the death toll rose to 12", "lost: 3 tanks". */
function outcomeFarBefore(tokens: readonly Token[], from: number, start: number): Outcome | null {
  for (let at = from - 1; at >= Math.max(start, from - REACH_BACK); at -= 1) {
    const outcome = outcomeAt(tokens, at)
    if (outcome) return outcome
    if (tokens[at]?.form === ';' || LEAVING.test(tokens[at]?.lower ?? '')) return null
  }
  return null
}

/** Verbs that say what became of others: "destroyed a power station, leaving 3,000 people in the dark". */
const LEAVING = /^(?:leaving|left|forcing|forced|affecting|affected|serving|housing|home)$/

const PERSON_MEASURES: Readonly<
  Partial<Record<Outcome, readonly [people: Measure | null, personnel: Measure | null]>>
> = {
  killed: ['people.killed', 'personnel.killed'],
  wounded: ['people.wounded', 'personnel.wounded'],
  missing: ['people.missing', null],
  trapped: ['people.trapped', null],
  captured: ['people.captured', 'personnel.captured'],
  displaced: ['people.displaced', null],
  lost: [null, 'personnel.losses'],
  downed: [null, 'personnel.losses'],
  deployed: [null, 'troops'],
  launched: [null, 'troops'],
}
const MUNITIONS: ReadonlySet<Measure> = new Set(['equipment.drones', 'equipment.missiles'])
const AIRBORNE: ReadonlySet<Measure> = new Set([...MUNITIONS, 'equipment.aircraft', 'equipment.helicopters'])

/** The measure of counted people or things of war with an outcome; null where only the claim can tell. */
function measureOf(counted: Counted, outcome: Outcome | null, inLossList: boolean): Measure | null {
  if (counted.kind === 'people') {
    if (/^(?:death|fatality|dead)$/.test(counted.head)) return 'people.killed'
    if (/^(?:injury|wounded|injured)$/.test(counted.head)) return 'people.wounded'
    const harmed = outcome === 'killed' || outcome === 'wounded'
    if (/^(?:evacuee|refugee)$/.test(counted.head) && !harmed) return 'people.displaced'
    if (outcome === 'lost' && (inLossList || /^(?:people|person|man)$/.test(counted.head))) return 'personnel.losses'
    return outcome ? (PERSON_MEASURES[outcome]?.[0] ?? null) : null
  }
  if (counted.kind === 'personnel') {
    if (/^(?:prisoner|pow)$/.test(counted.head)) return 'personnel.captured'
    if (inLossList && (!outcome || outcome === 'hit')) return 'personnel.losses'
    return outcome ? (PERSON_MEASURES[outcome]?.[1] ?? null) : null
  }
  const { equipment } = counted
  if (!equipment) return null
  if (inLossList) return equipment
  if (MUNITIONS.has(equipment)) {
    if (outcome === 'downed' || outcome === 'lost') return 'munitions.shot-down'
    if (outcome === 'launched') return 'munitions.launched'
    return outcome === 'hit' ? 'munitions.hit' : null
  }
  if (outcome === 'lost' || outcome === 'captured' || outcome === 'hit') return equipment
  return outcome === 'downed' && AIRBORNE.has(equipment) ? equipment : null
}

/** True when three or more kinds of equipment or personnel are counted near one another: a list of losses. */
function lossLists(raw: readonly RawQuantity[]): boolean[] {
  const marks = raw.map(() => false)
  let from = 0
  const close = (to: number) => {
    const run = raw.slice(from, to)
    const kinds = new Set(run.flatMap(({ counted }) => (counted?.equipment ? [counted.equipment] : [])))
    const running = run.filter(({ amount }) => amount.change !== null).length
    if (kinds.size >= 3 || (running >= 2 && kinds.size >= 1)) for (let at = from; at < to; at += 1) marks[at] = true
    from = to
  }
  raw.forEach((quantity, at) => {
    const before = raw[at - 1]
    if (before && quantity.sentence - before.sentence > 1) close(at)
  })
  close(raw.length)
  return marks
}

/** "None of the injuries is grave": there are injuries, and how many is not said. */
const isNoneOf = (tokens: readonly Token[], from: number): boolean =>
  tokens[from]?.lower === 'none' &&
  tokens[from + 1]?.lower === 'of' &&
  tokens.slice(from + 2, from + 5).some(({ lemma }) => lemma === 'injury' || lemma === 'wound')

/** "The military death toll reached 300", "the toll among Russian troops": a count without a noun, of those who fight. */
const isArmedToll = (tokens: readonly Token[], start: number, from: number): boolean =>
  tokens.slice(start, from).some(({ lower }) => lower === 'toll') &&
  tokens.slice(start, from).some(({ lower }) => lower === 'military' || PERSONNEL.has(singularOf(lower)))

/**
 * Settles what each quantity measures: by its unit, else by its noun and the outcome in its clause (the verb right before
 * it, else the nearest behind, else one before). A number without a noun takes that of the number before it in the same
 * sentence ("two civilians were killed and nine wounded").
 */
export function settleMeasures(document: Document, raw: readonly RawQuantity[]): (Measure | null)[] {
  const lists = lossLists(raw)
  let last: { readonly sentence: number; readonly counted: Counted } | null = null
  let before: { readonly sentence: number; readonly outcome: Outcome | null; readonly to: number } | null = null
  return raw.map((quantity, at) => {
    if (quantity.unitMeasure) return quantity.unitMeasure
    const [start, end] = document.sentences[quantity.sentence]?.tokens ?? [0, 0]
    const own = quantity.counted
    const vagueNoun = own && /^(?:other|another|more)$/.test(own.head)
    const inherited: Counted | null = (!own || vagueNoun) && last?.sentence === quantity.sentence ? last.counted : null
    const counted: Counted | null = inherited ?? own
    if (own && !vagueNoun) last = { sentence: quantity.sentence, counted: own }
    const { tokens } = document
    const behind = Math.max(quantity.to, own && own.from >= quantity.to ? own.to : quantity.to)
    const member = /^(?:including|them|include)$/.test(tokens[quantity.from - 1]?.lower ?? '')
    const gap = before?.sentence === quantity.sentence ? tokens.slice(before.to, quantity.from) : []
    const joins = gap.length > 0 && gap.length <= 2 && gap.every(({ lower }) => /^(?:,|and)$/.test(lower))
    const near =
      (member && before?.sentence === quantity.sentence ? before.outcome : null) ??
      outcomeBefore(tokens, quantity.from, start) ??
      outcomeBehind(tokens, behind, end)
    // "Seven were hurt and three *remain* in the town": what has a verb of its own takes no outcome from before.
    const acts = near === null && own === null && tokens[quantity.to]?.tag === 'verb'
    const far = acts
      ? null
      : (near ?? (joins ? before?.outcome : null) ?? outcomeFarBefore(tokens, quantity.from, start))
    if (isAccused(tokens, behind, end) || isNoneOf(tokens, quantity.from)) return null
    const listed = lists[at] === true || quantity.amount.change !== null
    const civil = counted?.kind === 'people' && !listed
    const outcome = near === null && civil && far === 'lost' ? null : far
    before = { sentence: quantity.sentence, outcome, to: behind }
    const state = own ? stateOf(own.head) : null
    if (state) return PERSON_MEASURES[state]?.[0] ?? null
    if (inherited?.kind === 'people' && outcome) return measureOf({ ...inherited, head: 'other' }, outcome, listed)
    if (counted) return measureOf(counted, outcome, listed)
    return withoutNoun(tokens, outcome, [start, quantity.from])
  })
}

/** The measure of a number that counts nothing by name: people where they were harmed, those who fight in a toll of theirs. */
function withoutNoun(tokens: readonly Token[], outcome: Outcome | null, [start, from]: TokenRange): Measure | null {
  const armed = /^(?:killed|wounded)$/.test(outcome ?? '') && isArmedToll(tokens, start, from)
  if (outcome && armed) return PERSON_MEASURES[outcome]?.[1] ?? null
  return outcome === 'killed' || outcome === 'wounded' || outcome === 'missing' || outcome === 'trapped'
    ? (PERSON_MEASURES[outcome]?.[0] ?? null)
    : null
}
