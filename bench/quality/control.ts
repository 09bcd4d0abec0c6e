import { readFileSync } from 'node:fs'
import type { Control, Day, RecordedClaim } from '#domain'
import { addDays, daysBetween, startOfDay } from '#domain'
import { groupBy } from '#kit'
import { type Evidence, layEvidence, type PlaceStatements, readControlClaim, saidOf, tracePlace } from '#reconcile'
import { loadTheatre } from '#theatre'
import { readArchive } from './read-archive.ts'

interface Town {
  readonly place: string
  readonly changes: readonly { readonly day: Day; readonly holder: string; readonly source: string }[]
}

interface Truth {
  readonly from: Day
  readonly to: Day
  readonly towns: readonly Town[]
}

/** One change of hands beside the day on which Fogline first said so; null: never, before the next change. */
interface Met {
  readonly day: Day
  readonly holder: string
  readonly taken: Day | null
}

/** Who Fogline's line said held a place, on each day, by what had been published by its end. */
type Known = ReadonlyMap<Day, Control | null>

/** Days a change may be said before it is dated: sides speak early. */
const EARLY_DAYS = 31

/** Days from a change to the day Fogline said so; negative where it was ahead of the date in the list. */
const delayOf = ({ day, taken }: Met): number => (taken ? daysBetween(day, taken) : Number.POSITIVE_INFINITY)

/** The first day the new holder was said, from a month before the listed day to the next change. */
function meetChanges(town: Town, known: Known): Met[] {
  return town.changes.map(({ day, holder }, index) => {
    const before = town.changes[index - 1]?.day ?? null
    const next = town.changes[index + 1]?.day ?? null
    const taken = [...known].find(
      ([on, step]) =>
        step?.holder === holder &&
        step.because.length > 0 &&
        daysBetween(on, day) <= EARLY_DAYS &&
        (before === null || (on > before && step.from > before)) &&
        (next === null || on < next),
    )
    return { day, holder, taken: taken?.[0] ?? null }
  })
}

/** The place's line as it stood at the end of each day of the archive: traced again from what had been said by then. */
function replay(said: PlaceStatements, evidence: Evidence, truth: Truth): Known {
  const known = new Map<Day, Control | null>()
  for (let day = truth.from; day <= truth.to; day = addDays(day, 1)) {
    const end = startOfDay(addDays(day, 1))
    // That a day has passed is seen when something is said after it: the archive has a report for each.
    const until = { ...evidence, passed: (asked: Day) => (asked <= day ? end : null) }
    const direct = said.direct.filter(({ claim }) => claim.said < end)
    const bulk = said.bulk.filter(({ statement }) => statement.claim.said < end)
    const steps = tracePlace({ ...said, direct, bulk }, until)
    known.set(day, stepOn(steps.filter(isOwn), day))
  }
  return known
}

const isOwn = ({ claimant, part }: Control): boolean => claimant === null && part === null

const stepOn = (steps: readonly Control[], day: Day): Control | null =>
  steps.filter(({ from }) => from <= day).at(-1) ?? null

const truthOn = ({ changes }: Town, first: string, day: Day): string =>
  changes.filter(change => change.day <= day).at(-1)?.holder ?? first

/** Days on which Fogline named a party that did not hold the place, a week round a change left out: dates are soft. */
const countWrong = (town: Town, known: Known, first: string): number =>
  [...known].filter(
    ([day, step]) =>
      step !== null &&
      step.holder !== 'contested' &&
      step.holder !== 'unknown' &&
      step.holder !== truthOn(town, first, day) &&
      !town.changes.some(change => Math.abs(daysBetween(change.day, day)) <= 7),
  ).length

/** True where a step to a party rests on no claim that flatly or likely asserts it: a denial, a plan, a possibility alone. */
const isUnfounded = ({ because, holder }: Control, claims: ReadonlyMap<string, RecordedClaim>): boolean =>
  because.length > 0 &&
  holder !== 'contested' &&
  !because.some(id => {
    const claim = claims.get(id)
    return claim?.stance === 'asserts' && claim.time.tense !== 'future' && !claim.type.startsWith('assessment.')
  })

/** The middle of some numbers, the mean of the two middle ones; 0 for none. */
function medianOf(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b)
  const half = ordered.length / 2
  return ((ordered[Math.ceil(half) - 1] ?? 0) + (ordered[Math.floor(half)] ?? 0)) / 2
}

/**
 * Who Fogline's own line says held 25 places, against their changes of hands listed beforehand in `towns-2022.json`, on an
 * archive of daily assessments of February to September 2022 that a user gets for himself. The line is replayed: on each day
 * it is what had been published by then. `end`: share of places whose holder on the last day is right. `taken`: changes the
 * line took at all; `medianDelay`: of these, days from the listed day to the day it said so, early ones counted by how early.
 * `wrong`: share of days on which it named a party that did not hold the place. `unfounded`: steps to a party that rest on no
 * assertion. Prints the table.
 */
export async function run(dataPath: string): Promise<Readonly<Record<string, number>>> {
  const truth = JSON.parse(readFileSync(new URL('./towns-2022.json', import.meta.url), 'utf8')) as Truth
  const theatre = loadTheatre('ukraine')
  const { claims, sources } = await readArchive(dataPath)
  const evidence = layEvidence({ claims, judgements: [], theatre, sources })
  const read = evidence.originals.map(claim => readControlClaim(claim, evidence))
  const byPlace = groupBy(
    read.flatMap(({ direct }) => direct),
    ({ place }) => place,
  )
  const bulk = read.flatMap(each => each.bulk)
  const rows = truth.towns.map(town => {
    const said = saidOf(town.place, byPlace.get(town.place) ?? [], bulk, evidence)
    const steps = tracePlace(said, evidence).filter(isOwn)
    const known = replay(said, evidence, truth)
    const first = steps[0]?.holder ?? 'unknown'
    const wanted = truthOn(town, first, truth.to)
    const found = known.get(truth.to)?.holder ?? 'unknown'
    return { town, steps, met: meetChanges(town, known), wanted, found, wrong: countWrong(town, known, first) }
  })
  for (const row of rows) printRow(row, evidence)
  const met = rows.flatMap(row => row.met)
  const taken = met.filter(each => each.taken !== null)
  return {
    towns: rows.length,
    end: rows.filter(({ wanted, found }) => wanted === found).length / rows.length,
    changes: met.length,
    taken: taken.length,
    medianDelay: medianOf(taken.map(each => Math.abs(delayOf(each)))),
    wrong:
      Math.round(
        (1000 * rows.reduce((sum, { wrong }) => sum + wrong, 0)) /
          (rows.length * (daysBetween(truth.from, truth.to) + 1)),
      ) / 1000,
    unfounded: rows.flatMap(({ steps }) => steps).filter(step => isUnfounded(step, evidence.byId)).length,
  }
}

/** One place with what was found of it. */
interface Row {
  readonly town: Town
  readonly steps: readonly Control[]
  readonly met: readonly Met[]
  readonly wanted: string
  readonly found: string
  readonly wrong: number
}

function printRow({ town, met, wanted, found, wrong, steps }: Row, { byId }: Evidence): void {
  const told = met.map(each => `${each.day} ${each.holder}: ${each.taken ? `${delayOf(each)} d` : 'never'}`)
  const cells = [town.place.padEnd(16), wanted.padEnd(8), found.padEnd(10), `${wrong}`.padStart(3), told.join('; ')]
  console.log(`${found === wanted ? 'ok ' : 'NO '} ${cells.join(' ')}`)
  if (process.env['FOGLINE_BENCH_STEPS']) for (const step of steps) printStep(step, byId)
}

function printStep(
  { from, holder, likelihood, because, against }: Control,
  claims: ReadonlyMap<string, RecordedClaim>,
): void {
  console.log(`        ${from} ${holder} ${likelihood}`)
  for (const id of [...because, ...against]) {
    const claim = claims.get(id)
    console.log(
      `            ${because.includes(id) ? '+' : '-'} ${claim?.said.slice(0, 10)} ${claim?.type} ${claim?.holder.name} (${claim?.holder.camp}) ${claim?.stance} ${claim?.certainty}: ${claim?.text.replace(/\s+/g, ' ')}`,
    )
  }
}
