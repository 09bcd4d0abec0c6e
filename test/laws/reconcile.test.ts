import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Belief, Reconciled, RecordedClaim } from '#domain'
import { BANDS, makeId } from '#domain'
import { layEvidence, reconcile, traceOrigins } from '#reconcile'
import { articleOf, at, claim, day, figure, holder, noSources, onDay, reprint, theatre } from './reconcile-fixtures.ts'

const world = (claims: readonly RecordedClaim[]): Reconciled =>
  reconcile({ articles: claims.map(articleOf), claims, judgements: [], theatre, sources: noSources })

const HOLDERS = [
  holder('north staff', 'north'),
  holder('south staff', 'south'),
  holder('south ministry', 'south', 'government'),
  holder('ally ministry', 'south-ally', 'government'),
  holder('monitors', 'third-party', 'organisation'),
  holder('officials', 'unknown', 'unnamed'),
]
const OUTLETS = ['Morning Post', 'Evening Star', 'Example Daily']
const TYPES = ['control.seized', 'control.held', 'combat.strike', 'harm.casualties', 'combat.assault'] as const
const CERTAINTIES = ['stated', 'likely', 'unlikely', 'realistic-possibility', 'unverified'] as const

/** Claims of a small war: few towns, few days and few speakers, so that they meet. */
const anyClaim = fc
  .record({
    type: fc.constantFrom(...TYPES),
    who: fc.option(fc.constantFrom(...HOLDERS), { nil: null }),
    outlet: fc.constantFrom(...OUTLETS),
    town: fc.constantFrom('arden', 'belm'),
    agent: fc.constantFrom('North', 'South', null),
    stance: fc.constantFrom('asserts', 'asserts', 'denies', 'questions'),
    certainty: fc.constantFrom(...CERTAINTIES),
    said: fc.record({ day: fc.integer({ min: 5, max: 9 }), hour: fc.integer({ min: 0, max: 20 }) }),
    killed: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  })
  .map(({ type, who, outlet, town, agent, stance, certainty, said, killed }) =>
    claim(type, `${agent ?? 'Somebody'} ${type} ${town} ${killed ?? ''}`, {
      holder: who ?? holder(outlet, 'third-party', 'outlet'),
      outlet,
      agent,
      places: [at(town)],
      stance: stance as RecordedClaim['stance'],
      certainty,
      said: onDay(said.day, said.hour),
      figures: killed === null || type !== 'harm.casualties' ? [] : [figure('people.killed', killed)],
    }),
  )
const manyClaims = fc.uniqueArray(anyClaim, { minLength: 1, maxLength: 14, selector: ({ id }) => id })
const TAKING = {
  type: 'control.seized' as const,
  agent: 'North',
  places: [at('arden')],
  figures: [],
  time: { start: day(5), end: day(5), words: 'on the fifth', tense: 'past' as const },
}
/** Claims of one proposition: whatever is drawn, all speak of North taking Arden on the fifth day. */
const oneProposition = manyClaims.map(claims => claims.map(each => ({ ...each, ...TAKING })))

const rank = ({ likelihood }: Belief) => BANDS.indexOf(likelihood)
/** What a belief says, leaving out the listing of claims and the time. */
const judged = ({ likelihood, confidence, origins, camps, because, against, credibility, says }: Belief) => ({
  likelihood,
  confidence,
  origins,
  camps,
  because,
  against,
  credibility,
  says,
})
/** The belief on the event that holds a claim. */
function beliefOn({ events, beliefs }: Reconciled, id: string): Belief {
  const event = events.find(({ claims }) => claims.includes(id))
  const belief = beliefs.find(({ about }) => about === event?.id)
  if (!belief) throw new Error(`expected a belief on the event of ${id}, found none`)
  return belief
}

describe('laws of reconciling', () => {
  it('the order of reports changes nothing', () => {
    fc.assert(
      fc.property(manyClaims, fc.infiniteStream(fc.nat()), (claims, salt) => {
        const keyed = claims.map(each => [salt.next().value, each] as const)
        const shuffled = keyed.sort(([a], [b]) => a - b).map(([, each]) => each)
        expect(world(shuffled)).toEqual(world(claims))
      }),
      { numRuns: 60 },
    )
  })

  it('a copy adds no origin and changes no likelihood, dispute, figure or line of control', () => {
    fc.assert(
      fc.property(manyClaims, fc.nat(), (claims, pick) => {
        const original = claims[pick % claims.length] ?? claims[0]
        if (!original) return
        const copies = claims
          .filter(({ article }) => article === original.article)
          .map(each => reprint(each, 'Copyist'))
        const [before, after] = [world(claims), world([...claims, ...copies])]
        expect(after.events.map(({ id }) => id)).toEqual(before.events.map(({ id }) => id))
        const byEvent = (beliefs: readonly Belief[]) => new Map(beliefs.map(each => [each.about, judged(each)]))
        expect(byEvent(after.beliefs)).toEqual(byEvent(before.beliefs))
        expect(after.disputes).toEqual(before.disputes)
        expect(after.figures).toEqual(before.figures)
        expect(after.control).toEqual(before.control)
      }),
      { numRuns: 60 },
    )
  })

  it('a denial never raises what it denies', () => {
    fc.assert(
      fc.property(oneProposition, anyClaim, (claims, drawn) => {
        const [first] = [...claims].sort((a, b) => (a.said < b.said ? -1 : a.said > b.said ? 1 : a.id < b.id ? -1 : 1))
        if (!first) return
        const said = drawn.said > first.said ? drawn.said : onDay(9, 22)
        const denial: RecordedClaim = {
          ...drawn,
          ...TAKING,
          stance: 'denies',
          said,
          id: makeId('claim', { drawn, denial: 1 }),
        }
        const [before, after] = [world(claims), world([...claims, denial])]
        const on = beliefOn(after, denial.id)
        const was = before.beliefs.find(({ about }) => about === on.about)
        if (was) expect(rank(on)).toBeLessThanOrEqual(rank(was))
        expect(on.because).not.toContain(denial.id)
      }),
      { numRuns: 150 },
    )
  })

  it('the same origin saying the same again changes nothing', () => {
    fc.assert(
      fc.property(oneProposition, fc.nat(), (claims, pick) => {
        const newest = new Map(claims.map(each => [each.holder.name + each.outlet, each]))
        for (const each of claims) {
          const key = each.holder.name + each.outlet
          if ((newest.get(key)?.said ?? '') <= each.said) newest.set(key, each)
        }
        const original = [...newest.values()][pick % newest.size]
        const rivals = claims.filter(({ holder: { name } }) => name === original?.holder.name)
        if (!original || rivals.some(({ said }) => said > original.said)) return
        if (rivals.some(other => other !== original && other.said.slice(0, 10) === original.said.slice(0, 10))) return
        const again = {
          ...original,
          id: makeId('claim', { again: original.id }),
          article: makeId('article', original.id),
        }
        const [before, after] = [world(claims), world([...claims, again])]
        const [was, is] = [beliefOn(before, original.id), beliefOn(after, again.id)]
        expect([is.likelihood, is.confidence, is.origins]).toEqual([was.likelihood, was.confidence, was.origins])
      }),
      { numRuns: 100 },
    )
  })

  it('every claim is in exactly one event, and every derived row names claims that were given', () => {
    fc.assert(
      fc.property(manyClaims, claims => {
        const given = new Set(claims.map(({ id }) => id))
        const { events, beliefs, disputes, figures, control } = world(claims)
        expect(events.flatMap(event => event.claims).sort()).toEqual([...given].sort())
        for (const { because, against, reasons } of beliefs) {
          expect([...because, ...against].every(id => given.has(id))).toBe(true)
          expect(new Set(reasons.map(({ claim: id }) => id)).size).toBe(reasons.length)
        }
        for (const { positions } of disputes) {
          expect(positions.length).toBeGreaterThan(1)
          for (const { claims: own, origins } of positions) {
            expect(own.length).toBeGreaterThanOrEqual(origins)
            expect(origins).toBeGreaterThan(0)
          }
        }
        for (const each of figures) expect(each.because.length).toBeGreaterThan(0)
        for (const step of control) if (step.from >= theatre.dayOne) expect(step.because.length).toBeGreaterThan(0)
        for (const rows of [events, beliefs, disputes, figures, control])
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      }),
      { numRuns: 80 },
    )
  })

  it('no two settlements are one event', () => {
    fc.assert(
      fc.property(manyClaims, claims => {
        const town = new Map(claims.map(each => [each.id, each.places[0]?.id]))
        for (const event of world(claims).events) expect(new Set(event.claims.map(id => town.get(id))).size).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  it('a line of control takes a step only where it changes, and never from a plan', () => {
    fc.assert(
      fc.property(manyClaims, claims => {
        const planned = claims.map(each => ({ ...each, time: { ...each.time, tense: 'future' as const } }))
        expect(world(planned).control.every(({ because }) => because.length === 0)).toBe(true)
        const steps = world(claims).control
        steps.forEach((step, index) => {
          const before = steps[index - 1]
          if (before?.place !== step.place || before.claimant !== step.claimant) return
          expect(before.from < step.from).toBe(true)
          // The first report may bear out the holder of before the war.
          if (before.because.length === 0) return
          expect([before.holder, before.likelihood]).not.toEqual([step.holder, step.likelihood])
        })
      }),
      { numRuns: 60 },
    )
  })

  it('the number of origins is never more than the number of first speakers', () => {
    fc.assert(
      fc.property(manyClaims, claims => {
        const evidence = layEvidence({ claims, judgements: [], theatre, sources: noSources })
        const origins = traceOrigins(claims, evidence)
        expect(origins.flatMap(origin => origin.claims).sort()).toEqual(claims.map(({ id }) => id).sort())
        const speakers = new Set(
          claims.map(each => `${each.holder.name} ${each.holder.kind === 'unnamed' ? each.outlet : ''}`),
        )
        expect(origins.length).toBeLessThanOrEqual(speakers.size)
      }),
    )
  })
})
