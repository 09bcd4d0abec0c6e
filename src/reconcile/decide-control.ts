import type { Band, Confidence, Day, Slug } from '#domain'
import { addDays } from '#domain'
import { groupBy } from '#kit'
import type { ControlStatement } from './control-statements.ts'
import { daysApart } from './happened.ts'

/** Who holds a place, and how surely. */
export interface Holding {
  readonly holder: Slug | 'contested' | 'unknown'
  readonly likelihood: Band
  readonly confidence: Confidence
}

/** A change of Fogline's line, with the statements for it and against it. */
export interface ControlDecision extends Holding {
  readonly because: readonly ControlStatement[]
  readonly against: readonly ControlStatement[]
  /** True when both sides agree, or the loser admits it: what was said against it before is settled. */
  readonly settled: boolean
  /** True when it rests on days having gone by without a denial. */
  readonly waited: boolean
}

/** Days after which one side's claim that nobody denies is taken as likely. */
export const WAIT_DAYS = 3
/** A denial made this many days before a claim still answers it: sides speak past each other within a day or two. */
const ANSWER_DAYS = 2

/**
 * What a statement is worth: `admits` an official voice of the losing party; `claims` a voice for its own side; `sees`
 * anybody else, among them allies and unofficial voices who speak against their own side.
 */
type Voice = 'admits' | 'claims' | 'sees'

const OFFICIAL = new Set(['government', 'military', 'agency', 'official'])

/** The voice of a statement; `isAlly` tells camps that back a party without being it. */
function voiceOf({ side, holder, camp, claim }: ControlStatement, isAlly: (camp: string) => boolean): Voice {
  if (side === null) return 'sees'
  if (side === holder) return 'claims'
  return !isAlly(camp) && OFFICIAL.has(claim.holder.kind) ? 'admits' : 'sees'
}

/** What is live on one day: each origin's newest statement, by the party it is for. */
interface Camps {
  readonly admits: readonly ControlStatement[]
  readonly claims: readonly ControlStatement[]
  readonly sees: readonly ControlStatement[]
}

const newestDay = (statements: readonly ControlStatement[]): Day | null =>
  statements.reduce<Day | null>((newest, { day }) => (newest === null || day > newest ? day : newest), null)

const originsOf = (statements: readonly ControlStatement[]) => new Set(statements.map(({ origin }) => origin)).size

function confidenceOf(statements: readonly ControlStatement[], settled: boolean): Confidence {
  const origins = originsOf(statements)
  const sides = new Set(statements.map(({ side, camp }) => side ?? camp)).size
  if ((origins >= 3 && sides >= 2) || (origins >= 2 && settled)) return 'high'
  return origins >= 2 || settled ? 'moderate' : 'low'
}

function splitVoices(statements: readonly ControlStatement[], isAlly: (camp: string) => boolean): Camps {
  const voices = groupBy(statements, statement => voiceOf(statement, isAlly))
  return { admits: voices.get('admits') ?? [], claims: voices.get('claims') ?? [], sees: voices.get('sees') ?? [] }
}

/** The admission still stands: the loser's official voices have not said the contrary since. */
function standingAdmissions(admits: readonly ControlStatement[], whole: readonly ControlStatement[]) {
  return admits.filter(
    admission =>
      !whole.some(
        other =>
          other.side === admission.side &&
          other.holder === admission.side &&
          OFFICIAL.has(other.claim.holder.kind) &&
          (other.day > admission.day || (other.day === admission.day && other.claim.said >= admission.claim.said)),
      ),
  )
}

/** What is asked: the day, who is held to hold the place so far, and what the theatre says of camps and of ageing. */
export interface Question {
  readonly day: Day
  readonly held: Holding['holder']
  /** The day of the line's last step. */
  readonly heldSince: Day
  readonly halfLife: number
  readonly isAlly: (camp: string) => boolean
  /** True for the seat of a party's government: it takes more to say that it has fallen. */
  readonly isCapital: boolean
  /** Since when a party has been said to hold the place, in what has not been settled since; null when never. */
  readonly since: (party: Slug) => Day | null
}

/** Logits that must stand behind an unanswered claim before it flips a place: more than one rumour. */
const LEAST_SUPPORT = 0.25

/** A statement's weight on a day: it halves with every half-life. */
export const weightOn = ({ weight, day: said }: ControlStatement, day: Day, halfLife: number): number =>
  weight * 0.5 ** (daysApart(said, day) / halfLife)

/** A party with everything live that is said for it and for others, on the place as a whole. */
interface Case extends Question {
  readonly party: Slug
  readonly own: Camps
  readonly pro: readonly ControlStatement[]
  readonly con: readonly ControlStatement[]
  /** Statements of another side for itself that still answer this party's claims. */
  readonly rebuttals: readonly ControlStatement[]
}

/** Voices that can carry a claim of their own side: those who answer for it, and its press. */
const isAnswerable = ({ vague, through, claim }: ControlStatement): boolean =>
  !vague &&
  // A boast about a whole region does not settle each of its towns by silence.
  through === null &&
  (OFFICIAL.has(claim.holder.kind) || claim.holder.kind === 'outlet')

/**
 * True for a voice that can be taken at its word while nobody answers: one of the party's own that answers for it, one of the
 * other side or its allies speaking against its own, or a named observer. Any other bystander alone is not enough.
 */
const carries = (each: ControlStatement): boolean => isObserver(each) || (each.side !== null && isAnswerable(each))

const isCarried = ({ claims, sees }: Camps): boolean => claims.some(carries) || sees.some(carries)

/** Bystanders whose work it is to find out who holds what, by name and for no side: they are taken at their flat word. */
const OBSERVERS = new Set(['analyst', 'agency', 'organisation'])
const isObserver = ({ side, vague, affirms, claim }: ControlStatement): boolean =>
  side === null && !vague && affirms && OBSERVERS.has(claim.holder.kind)

const FLAT = new Set(['stated', 'almost-certain', 'highly-likely'])
const isFlatlyObserved = ({ sees }: Camps): boolean =>
  sees.some(each => isObserver(each) && FLAT.has(each.claim.certainty))

/** Bystanders that see it so; none where all of them are vague. */
function countSeen(sees: readonly ControlStatement[]): number {
  const affirmed = sees.filter(({ affirms }) => affirms)
  return affirmed.some(({ vague }) => !vague) ? originsOf(affirmed) : 0
}

/** What stands behind a case: of each origin its weightiest statement. */
function supportOf(statements: readonly ControlStatement[], { day, halfLife }: Question): number {
  const weights = [...groupBy(statements, ({ origin }) => origin).values()].map(own =>
    Math.max(...own.map(each => weightOn(each, day, halfLife))),
  )
  return weights.sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0)
}

/** The loser admits it, or both sides say it. */
function decideAdmitted({ own, pro, con }: Case): Omit<ControlDecision, 'holder'> | null {
  const admissions = standingAdmissions(own.admits, con)
  if (admissions.length === 0) return null
  const joined = own.claims.length + own.sees.length > 0
  return {
    likelihood: joined ? 'almost-certain' : 'highly-likely',
    confidence: confidenceOf(pro, true),
    because: pro,
    against: con.filter(({ day }) => day >= (newestDay(admissions) ?? day)),
    settled: true,
    waited: false,
  }
}

/** Bystanders a party's claim needs to be taken as confirmed; without a claim of its own one more; for a capital one more. */
const CONFIRMING = 1

/** One side says it and the other does not answer, or only bystanders say it. */
function decideUnanswered(each: Case): Omit<ControlDecision, 'holder'> | null {
  const { own, pro, con, day, held, party, since, isCapital } = each
  const affirmed = pro.filter(({ affirms }) => affirms)
  if (affirmed.length === 0 && held !== party) return null
  if (supportOf(affirmed, each) < LEAST_SUPPORT) return null
  const needed = CONFIRMING + (own.claims.length > 0 ? 0 : 1) + (isCapital ? 1 : 0)
  const confirmed = countSeen(own.sees) >= needed
  const carried = isCarried(own)
  const waited = carried && !isCapital && daysApart(since(party) ?? day, day) >= WAIT_DAYS
  const free = held === party || (held === 'unknown' && (carried || countSeen(own.sees) > 0))
  const observed = !isCapital && isFlatlyObserved(own)
  if (!confirmed && !waited && !free && !observed) return null
  return {
    likelihood: confirmed ? 'highly-likely' : 'likely',
    confidence: confidenceOf(pro, false),
    because: pro,
    against: con,
    settled: false,
    waited: !confirmed && !free && !observed,
  }
}

const contested = (because: readonly ControlStatement[], confidence: Confidence): ControlDecision => ({
  holder: 'contested',
  likelihood: 'likely',
  confidence,
  because,
  against: [],
  settled: false,
  waited: false,
})

/** Makes the case of one party out of the live statements. */
function makeCase(party: Slug, whole: readonly ControlStatement[], question: Question): Case {
  const pro = whole.filter(({ holder }) => holder === party)
  const con = whole.filter(({ holder }) => holder !== party)
  const own = splitVoices(pro, question.isAlly)
  const claimed = own.claims.length + own.sees.length > 0 ? question.since(party) : null
  // "We still hold it" contradicts what the other side said before; "we took it" is only contradicted by what comes after.
  const stands = !pro.some(({ changes, day }) => changes && day === newestDay(pro))
  const rebuttals = splitVoices(con, question.isAlly).claims.filter(
    ({ day }) =>
      claimed !== null &&
      (stands || day >= addDays(claimed, -ANSWER_DAYS)) &&
      daysApart(day, question.day) <= question.halfLife,
  )
  return { ...question, party, own, pro, con, rebuttals }
}

/** An observer who says it flatly after the other side has spoken has its word before him. */
const isWeighedByObserver = ({ own, rebuttals, isCapital }: Case): boolean =>
  !isCapital &&
  own.sees.some(
    each =>
      isObserver(each) &&
      FLAT.has(each.claim.certainty) &&
      each.changes &&
      rebuttals.every(({ claim, day }) => claim.said < each.claim.said && day <= each.day),
  )

/**
 * A rebutted claim is believed only where two bystanders confirm it, or an observer does who has heard the rebuttal, and none
 * say the contrary; else the place is contested.
 */
function decideRebutted(each: Case): ControlDecision | null {
  const { own, pro, con, rebuttals, isAlly, party } = each
  if (!isCarried(own) && countSeen(own.sees) === 0) return null
  const seen = splitVoices(con, isAlly).sees
  if ((countSeen(own.sees) >= 2 || isWeighedByObserver(each)) && seen.length === 0) {
    const base = { likelihood: 'likely', confidence: 'low', settled: false, waited: false } as const
    return { holder: party, ...base, because: pro, against: rebuttals }
  }
  const both = [...pro, ...rebuttals]
  return contested(both, originsOf(pro) >= 2 && originsOf(rebuttals) >= 2 ? 'moderate' : 'low')
}

/**
 * A claim to part of a place, newer than the line's last step and what is said of the whole of it, by or for somebody who does
 * not hold it; carried, or said by two.
 */
function decideParts(live: readonly ControlStatement[], newest: Case | undefined, { held, heldSince }: Question) {
  const after = newest ? newestDay(newest.pro) : null
  const parts = live.filter(({ whole, vague, day }) => !whole && !vague && (after === null || day >= after))
  if (!parts.some(({ day }) => day >= heldSince)) return null
  // One channel's boast of a street divides no town.
  if (!parts.some(carries) && originsOf(parts) < 2) return null
  const dividing = parts.some(({ holder, affirms, changes }) => holder !== held || (affirms && !changes))
  return dividing ? contested(parts, confidenceOf(parts, false)) : null
}

/** Days on which a party was last said to hold the place, newest first; then by id. */
const byNewest = (a: Case, b: Case) => {
  const [x, y] = [newestDay(a.pro) ?? a.day, newestDay(b.pro) ?? b.day]
  return x > y ? -1 : x < y ? 1 : a.party < b.party ? -1 : 1
}

/**
 * Decides who holds a place on a day from what is live then: statements no older than two half-lives, each origin's
 * newest only. Null leaves the line as it is. The rules, in order, are those of `docs/method.md`: an admission flips at
 * once; a claim the other side answers makes the place contested; an unanswered one flips when bystanders confirm it or
 * after `WAIT_DAYS`; a claim to part of a place makes it contested and never flips it.
 */
export function decideControl(live: readonly ControlStatement[], question: Question): ControlDecision | null {
  const whole = live.filter(statement => statement.whole)
  const cases = [...new Set(whole.map(({ holder }) => holder))]
    .map(party => makeCase(party, whole, question))
    .sort(byNewest)
  for (const each of cases) {
    const admitted = decideAdmitted(each)
    if (admitted) return { holder: each.party, ...admitted }
  }
  const [newest] = cases
  const other = cases.find(({ pro }) => (newestDay(pro) ?? '') > question.heldSince && pro[0]?.holder !== question.held)
  const challenger = newest?.party === question.held ? other : newest
  if (challenger && challenger.rebuttals.length > 0) return decideRebutted(challenger)
  const divided = decideParts(live, newest, question)
  if (divided || !newest) return divided
  const elsewhere = splitVoices(newest.con, question.isAlly).sees
  const fresh = elsewhere.filter(({ vague, day }) => !vague && daysApart(day, question.day) <= WAIT_DAYS)
  const seenAnew = newest.own.sees.some(({ vague }) => !vague)
  if (newest.own.claims.length === 0 && seenAnew && fresh.length > 0) return contested([...newest.pro, ...fresh], 'low')
  const decided = decideUnanswered(newest)
  return decided && { holder: newest.party, ...decided }
}
