import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision, Judgement, RecordedClaim } from '#domain'
import { carryJudgements, judgedClaim, judgementStates, makeJudgement, standingJudgements } from '#domain'
import { asRead, judgeClaims, reconcile } from '#reconcile'
import { at, claim, figure, NORTH, noSources, theatre } from './reconcile-fixtures.ts'

/** A judgement of a minute, with the claims it names as they stand. */
const judge = (minute: number, on: string, decision: Decision, claims: readonly RecordedClaim[] = []): Judgement =>
  makeJudgement({
    analyst: 'ada',
    at: `2030-02-01T00:${String(minute).padStart(2, '0')}:00.000Z` as Judgement['at'],
    on,
    reason: 'looked at the pictures',
    claims: claims.map(judgedClaim),
    ...decision,
  })
const reject = (minute: number, one: RecordedClaim) => judge(minute, one.id, { verdict: 'reject', change: null }, [one])
const undo = (minute: number, judgement: Judgement) => judge(minute, judgement.id, { verdict: 'undo', change: null })

const seized = claim('control.seized', 'Northern forces took Arden', {
  holder: NORTH,
  agent: 'North',
  places: [at('arden')],
})
const struck = claim('combat.strike', 'A missile hit a school in Arden', { places: [at('arden')] })
const killed = claim('harm.casualties', 'Five people were killed at the market of Belm', {
  places: [at('belm')],
  figures: [figure('people.killed', 5)],
})
const others = [seized, struck, killed]
const world = (claims: readonly RecordedClaim[], judgements: readonly Judgement[]) =>
  reconcile({ claims, judgements, articles: [], theatre, sources: noSources })

describe('a judgement', () => {
  it('is taken back by one more, and that one too', () => {
    const first = reject(1, seized)
    const back = undo(2, first)
    const again = undo(3, back)
    expect(standingJudgements([first, back])).toEqual([])
    expect(standingJudgements([again, first, back])).toEqual([first])
    expect(judgementStates([first, back], others).map(({ state }) => state)).toEqual(['undone', 'stands'])
  })

  it('that is undone leaves the world as if it had never been', () => {
    const decisions: readonly ((one: RecordedClaim, other: RecordedClaim) => Decision)[] = [
      () => ({ verdict: 'reject', change: null }),
      () => ({ verdict: 'accept', change: null }),
      () => ({ verdict: 'amend', change: { agent: 'South', certainty: 'unlikely' } }),
      (_, other) => ({ verdict: 'merge', change: { with: other.id } }),
      (_, other) => ({ verdict: 'split', change: { parts: [other.id] } }),
      one => ({ verdict: 'source', change: { reliability: one.reliability === 'A' ? 'E' : 'A' } }),
    ]
    fc.assert(
      fc.property(
        fc.nat(decisions.length - 1),
        fc.shuffledSubarray(others, { minLength: 2 }),
        (which, [one, other]) => {
          if (!one || !other) return
          const decision = decisions[which]?.(one, other)
          if (!decision) return
          const on = decision.verdict === 'source' ? one.source : one.id
          const made = judge(1, on, decision, [one, other])
          expect(world(others, [undo(2, made), made])).toEqual(world(others, []))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('amends a claim and keeps what was read', () => {
    const amend = judge(1, seized.id, { verdict: 'amend', change: { agent: 'South', stance: 'denies' } }, [seized])
    const [judged] = judgeClaims(others, [amend])
    expect(judged).toMatchObject({ agent: 'South', stance: 'denies', text: seized.text })
    expect(judged?.amended).toEqual({ by: [amend.id], original: { agent: 'North', stance: 'asserts' } })
    expect(judged && asRead(judged)).toEqual(seized)
    expect(judgeClaims(judgeClaims(others, [amend]), [amend])).toEqual(judgeClaims(others, [amend]))
    expect(judgeClaims(judgeClaims(others, [amend]), [amend, undo(2, amend)])).toEqual(others)
  })

  it('sets what a source is, for all its claims and no other', () => {
    const set = judge(1, seized.source, { verdict: 'source', change: { reliability: 'A' } })
    const foreign = { ...killed, source: 'elsewhere' }
    const [judged, untouched] = judgeClaims([seized, foreign], [set])
    expect(judged?.reliability).toBe('A')
    expect(untouched).toBe(foreign)
  })

  it('joins two events and parts them again', () => {
    const apart = world(others, []).events
    expect(apart.length).toBeGreaterThan(1)
    const merge = judge(1, struck.id, { verdict: 'merge', change: { with: killed.id } }, [struck, killed])
    const joined = world(others, [merge]).events
    expect(joined.some(({ claims }) => claims.includes(struck.id) && claims.includes(killed.id))).toBe(true)
    expect(joined).toHaveLength(apart.length - 1)
    expect(joined.flatMap(({ claims }) => claims).sort()).toEqual(apart.flatMap(({ claims }) => claims).sort())
    const split = judge(2, struck.id, { verdict: 'split', change: { parts: [killed.id] } }, [struck, killed])
    expect(world(others, [merge, split]).events).toEqual(apart)
  })

  it('in any order of the list comes to the same', () => {
    const some = [
      reject(1, seized),
      judge(2, struck.id, { verdict: 'merge', change: { with: killed.id } }, [struck, killed]),
      judge(3, killed.id, { verdict: 'amend', change: { certainty: 'likely' } }, [killed]),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: 3 }), shuffled => {
        expect(world(others, shuffled)).toEqual(world(others, some))
      }),
      { numRuns: 6 },
    )
  })
})

describe('a judgement after its report was read anew', () => {
  const other = (given: Partial<RecordedClaim>): RecordedClaim => ({ ...seized, ...given })

  it('goes to the claim of the same report with the same words', () => {
    const anew = other({ id: 'c_new', type: 'control.held', text: ' northern forces\ntook  Arden ' })
    const { judgements, lost } = carryJudgements([reject(1, seized)], [anew, struck])
    expect(judgements.map(({ on }) => on)).toEqual(['c_new'])
    expect(lost).toEqual([])
    expect(world([anew], [reject(1, seized)]).beliefs[0]?.reasons[0]?.why).toBe('rejected by analyst')
  })
  it('stays with its own claim while that is there', () =>
    expect(carryJudgements([reject(1, seized)], [other({ id: 'c_new' }), seized]).judgements[0]?.on).toBe(seized.id))
  it('of two with the same words goes to the one of its type', () => {
    const claims = [other({ id: 'c_one', type: 'control.held' }), other({ id: 'c_two' })]
    expect(carryJudgements([reject(1, seized)], claims).judgements[0]?.on).toBe('c_two')
  })
  it('does not go to the same words of another report', () => {
    const { judgements, lost } = carryJudgements([reject(1, seized)], [other({ id: 'c_new', article: 'a_other' })])
    expect([judgements, lost.map(({ on }) => on)]).toEqual([[], [seized.id]])
  })
  it('is listed, and not guessed, where two would do equally', () => {
    const claims = [other({ id: 'c_one', span: [90, 99] }), other({ id: 'c_two', span: [190, 199] })]
    expect(carryJudgements([reject(1, seized)], claims).lost).toHaveLength(1)
    expect(judgementStates([reject(1, seized)], claims)[0]?.state).toBe('lost')
  })
  it('goes on to the text that Fogline extracted better', () => {
    const better = other({ id: 'c_new', article: 'a_better', revisionOf: seized.article })
    expect(carryJudgements([reject(1, seized)], [better]).judgements[0]?.on).toBe('c_new')
  })
})

describe('time', () => {
  it('of judging is by the moment, not by the list: the last word counts', () => {
    const accept = judge(9, seized.id, { verdict: 'accept', change: null }, [seized])
    const why = (judgements: readonly Judgement[]) => world([seized], judgements).beliefs[0]?.reasons[0]?.why
    expect(why([accept, reject(1, seized)])).toContain('accepted by analyst')
    expect(why([accept, reject(10, seized)])).toBe('rejected by analyst')
  })
})
