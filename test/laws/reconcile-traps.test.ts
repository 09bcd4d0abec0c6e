import { describe, expect, it } from 'vitest'
import type { Instant, Judgement, RecordedClaim } from '#domain'
import { makeId } from '#domain'
import { reconcile } from '#reconcile'
import {
  articleOf,
  at,
  claim,
  day,
  figure,
  holder,
  NORTH,
  noSources,
  onDay,
  reprint,
  SOUTH,
  theatre,
} from './reconcile-fixtures.ts'

const world = (claims: readonly RecordedClaim[], judgements: readonly Judgement[] = []) =>
  reconcile({ articles: claims.map(articleOf), claims, judgements, theatre, sources: noSources })

const seized = (wanted = {}) =>
  claim('control.seized', 'Northern forces have taken Arden', {
    holder: NORTH,
    agent: 'North',
    target: 'Arden',
    places: [at('arden')],
    ...wanted,
  })
const denied = (wanted = {}) =>
  claim('control.seized', 'Northern forces had taken Arden', {
    holder: SOUTH,
    agent: 'North',
    target: 'Arden',
    places: [at('arden')],
    stance: 'denies',
    ...wanted,
  })
const killed = (count: number, wanted = {}) =>
  claim('harm.casualties', `${count} people were killed by a missile in Arden`, {
    places: [at('arden')],
    figures: [figure('people.killed', count)],
    ...wanted,
  })
const judge = (on: string, verdict: 'accept' | 'reject'): Judgement => ({
  id: makeId('judgement', { on, verdict }),
  analyst: 'analyst',
  at: onDay(12),
  on,
  verdict,
  change: null,
  reason: 'a test',
})

describe('what careless readers of many reports get wrong', () => {
  it('an affirmation and a denial in nearly the same words are one dispute, never one fact told twice', () => {
    const { events, disputes, beliefs } = world([seized(), denied()])
    expect(events).toHaveLength(1)
    expect(disputes.map(({ question, status }) => [question, status])).toEqual([['Was Arden taken by North?', 'open']])
    expect(disputes[0]?.positions.map(({ camp, stance, origins }) => [camp, stance, origins])).toEqual([
      ['north', 'asserts', 1],
      ['south', 'denies', 1],
    ])
    expect(beliefs[0]).toMatchObject({ origins: 1, camps: ['north'], confidence: 'low' })
    expect(beliefs[0]?.against).toHaveLength(1)
  })

  it('two attacks on one day in two towns are two events', () => {
    expect(world([killed(2), killed(2, { places: [at('belm')] })]).events).toHaveLength(2)
  })

  it('sixteen of twenty-one and sixty-one of seventy-one are two events', () => {
    const shot = (down: number, of: number, by: string) =>
      claim('combat.interception', `air defence shot down ${down} of ${of} drones launched overnight`, {
        holder: holder(by, 'south'),
        agent: 'South',
        target: 'drones',
        figures: [figure('munitions.shot-down', down, { of })],
      })
    expect(world([shot(16, 21, 'south air force'), shot(61, 71, 'south command')]).events).toHaveLength(2)
    expect(world([shot(16, 21, 'south air force'), shot(16, 21, 'south command')]).events).toHaveLength(1)
  })

  it('one attack told in other words, by what struck and by whom it hurt, is one event', () => {
    const strike = claim('combat.strike', 'A Northern missile hit a market in Arden on Tuesday', {
      outlet: 'Morning Post',
      agent: 'North',
      places: [at('arden')],
    })
    const { events } = world([strike, killed(4, { outlet: 'Evening Star' })])
    expect(events).toHaveLength(1)
    expect(events[0]?.type).toBe('combat.strike')
  })

  it('ten reprints are one origin and move nothing', () => {
    const original = killed(3)
    const alone = world([original]).beliefs[0]
    const copies = Array.from({ length: 10 }, (_, index) => reprint(original, `Paper ${index}`))
    const { beliefs, stories, events } = world([original, ...copies])
    expect(beliefs).toHaveLength(1)
    expect(stories).toHaveLength(1)
    expect(events[0]?.claims).toHaveLength(11)
    expect(beliefs[0]).toMatchObject({ likelihood: alone?.likelihood, confidence: 'low', origins: 1 })
    expect(beliefs[0]?.reasons.filter(({ weight }) => weight === 0)).toHaveLength(10)
    expect(beliefs[0]?.reasons.filter(({ why }) => why === `copy of ${original.id}`)).toHaveLength(10)
  })

  it('early and late counts of one attack are a figure that moves, not a dispute', () => {
    const counts = [
      killed(3, { said: onDay(10, 8) }),
      killed(5, { said: onDay(10, 14) }),
      killed(9, { said: onDay(11, 9) }),
    ]
    const { events, disputes, figures } = world(counts)
    expect(events).toHaveLength(1)
    expect(disputes).toEqual([])
    expect(figures.map(({ value }) => value).sort()).toEqual([3, 5, 9])
    expect(figures.every(({ flags }) => flags.length === 0)).toBe(true)
  })

  it('a claim its own speaker takes back is withdrawn, and no longer speaks for itself', () => {
    const before = seized()
    const after = denied({ holder: NORTH, said: 12 })
    const { disputes, beliefs } = world([before, after])
    expect(disputes.map(({ status }) => status)).toEqual(['withdrawn'])
    expect(beliefs[0]).toMatchObject({ origins: 0, because: [] })
    expect(beliefs[0]?.reasons.find(({ claim: id }) => id === before.id)).toMatchObject({
      weight: 0,
      why: `taken back by the same origin in ${after.id}`,
    })
  })

  it('a village both sides claim on one day is contested, and one dispute', () => {
    const holds = claim('control.held', 'our units hold Arden', {
      holder: SOUTH,
      agent: 'South',
      places: [at('arden')],
    })
    const { control, disputes } = world([seized(), holds, denied()])
    const own = control.filter(({ place, claimant }) => place === 'arden' && claimant === null)
    expect(own.map(({ from, holder: held }) => [from, held])).toEqual([
      [day(0), 'south'],
      [day(10), 'contested'],
    ])
    expect(disputes.map(({ question, place }) => [question, place])).toEqual([['Who holds Arden?', 'arden']])
  })

  it('a claim about last year published today is not today’s event', () => {
    const old = killed(7, {
      text: 'A year ago a missile killed 7 people in Arden',
      time: { start: day(10 - 365), end: day(10 - 365), words: 'a year ago', tense: 'past' },
      outlet: 'Morning Post',
    })
    const { events } = world([killed(7), old])
    expect(events).toHaveLength(2)
    expect(events.map(({ happened }) => happened.start).sort()).toEqual([day(10 - 365), day(10)])
  })

  it('two papers that cite each other are one origin', () => {
    const [post, star] = ['Morning Post', 'Evening Star']
    const cites = (by: string, cited: string) =>
      killed(4, { outlet: by, holder: { ...holder(cited, 'third-party', 'outlet'), span: [0, 1] }, chain: [cited, by] })
    expect(world([cites(post, star), cites(star, post)]).beliefs[0]).toMatchObject({ origins: 1, confidence: 'low' })
    expect(world([killed(4, { outlet: post }), killed(4, { outlet: star })]).beliefs[0]).toMatchObject({ origins: 2 })
  })

  it('an unnamed source is one origin in all the reprints, and another in another owner’s paper', () => {
    const unnamed = holder('officials', 'south', 'unnamed')
    const first = killed(4, { holder: unnamed, outlet: 'Morning Post' })
    expect(world([first, reprint(first, 'Evening Star')]).beliefs[0]?.origins).toBe(1)
    expect(world([first, killed(4, { holder: unnamed, outlet: 'Evening Star' })]).beliefs[0]?.origins).toBe(2)
  })

  it('rival counts of one battle by two camps are a dispute; “at least” is not contradicted by more', () => {
    const losses = (count: RecordedClaim['figures'][number], who: typeof NORTH) =>
      claim('harm.losses', 'North lost tanks at Arden', {
        holder: who,
        target: 'North',
        places: [at('arden')],
        figures: [count],
      })
    const rivals = world([losses(figure('equipment.tanks', 40), SOUTH), losses(figure('equipment.tanks', 4), NORTH)])
    expect(rivals.disputes.map(({ question }) => question)).toEqual(['How many tanks did North lose at Arden?'])
    const bound = { ...figure('equipment.tanks', 0), value: null, low: 4 }
    expect(world([losses(figure('equipment.tanks', 40), SOUTH), losses(bound, NORTH)]).disputes).toEqual([])
  })

  it('one speaker’s number retold with other words for the time is one claim twice, not two facts', () => {
    const took = (text: string, outlet: string, more = {}) =>
      claim('control.advanced', text, {
        outlet,
        holder: holder('map makers', 'third-party', 'analyst'),
        agent: 'North',
        figures: [figure('area', 235, { unit: 'km2' })],
        ...more,
      })
    const past = { start: day(3), end: day(10), words: 'over the past week', tense: 'past' as const }
    const { events, beliefs, figures } = world([
      took('Northern forces gained 235 square kilometres over the past week', 'Morning Post', { time: past }),
      took('North moved forward by 235 sq km in seven days', 'Evening Star', { said: onDay(10, 18) }),
    ])
    expect(events).toHaveLength(1)
    expect(beliefs[0]?.origins).toBe(1)
    expect(figures).toHaveLength(1)
  })

  it('a holder whom nobody has spoken of since the war began is told from one that a report bears out', () => {
    const holds = (said: number) =>
      claim('control.held', 'our units hold Arden', { holder: SOUTH, agent: 'South', places: [at('arden')], said })
    const line = (claims: readonly RecordedClaim[]) =>
      world(claims)
        .control.filter(({ place, claimant }) => place === 'arden' && claimant === null)
        .map(({ from, holder: party, because }) => [from, party, because.length])
    expect(line([])).toEqual([[day(0), 'south', 0]])
    expect(line([holds(10)])).toEqual([
      [day(0), 'south', 0],
      [day(10), 'south', 1],
    ])
    expect(line([holds(10), holds(12)])).toHaveLength(2)
  })

  it('a denial that names no taker still belongs to the one dispute over the town', () => {
    const bare = denied({ agent: null, text: 'Arden had been captured' })
    const holds = claim('control.held', 'troops continue to hold part of the town', {
      holder: holder('south ministry', 'south', 'government'),
      agent: 'South',
      places: [at('arden', 'west')],
    })
    const { disputes } = world([seized(), bare, holds])
    expect(disputes.map(({ question }) => question)).toEqual(['Who holds Arden?'])
    expect(disputes[0]?.positions.flatMap(({ claims }) => claims)).toContain(bare.id)
  })

  it('a claim has the letter of its origin and a number of its own: a denial’s is that it is not so', () => {
    const third = claim('control.seized', 'Northern troops took Arden', {
      holder: holder('monitors', 'third-party', 'organisation'),
      agent: 'North',
      places: [at('arden')],
    })
    const { beliefs } = world([seized(), third, denied()])
    const pairs = new Map(beliefs.flatMap(({ reasons }) => reasons.map(each => [each.claim, each.admiralty])))
    const [so, notSo] = [pairs.get(seized().id), pairs.get(denied().id)]
    expect(so?.credibility).toBe(beliefs[0]?.credibility)
    expect(notSo?.credibility).toBeGreaterThan(so?.credibility ?? 6)
    expect(pairs.get(third.id)?.reliability).toBe(theatre.belief.kindReliability.organisation)
  })

  it('what an analyst rejects stays listed, weighs nothing and makes no dispute', () => {
    const wrong = denied()
    const { beliefs, disputes } = world([seized(), wrong], [judge(wrong.id, 'reject')])
    expect(disputes).toEqual([])
    expect(beliefs[0]?.reasons.find(({ claim: id }) => id === wrong.id)).toMatchObject({
      claim: wrong.id,
      weight: 0,
      why: 'rejected by analyst',
    })
    expect(beliefs[0]?.learned).toBe(onDay(12))
  })

  it('a belief is learned with the last claim it rests on', () => {
    const late = '2031-05-05T00:00:00.000Z' as Instant
    const { beliefs } = world([killed(3), killed(3, { outlet: 'Evening Star', learned: late })])
    expect(beliefs.map(({ learned }) => learned)).toEqual([late])
  })
})

describe('who holds a town', () => {
  const line = (claims: readonly RecordedClaim[]) =>
    world(claims)
      .control.filter(({ place, part, claimant }) => place === 'arden' && part === null && claimant === null)
      .map(({ from, holder: held, likelihood }) => [from, held, likelihood])
  const start = [day(0), 'south', 'almost-certain']
  const weather = (said: number) =>
    claim('politics.meeting', 'envoys met', { said, agent: 'Envoy', target: 'Minister', outlet: 'Morning Post' })

  it('stays with whom the theatre says until somebody says otherwise', () => {
    expect(line([weather(5)])).toEqual([start])
  })
  it('does not flip on a plan, a possibility or a denial', () => {
    const plan = seized({ time: { start: day(20), end: day(20), words: 'next week', tense: 'future' } })
    const perhaps = seized({ certainty: 'realistic-possibility', certaintyWords: 'may' })
    expect(line([plan, perhaps, weather(40)])).toEqual([start])
    expect(line([denied(), weather(40)])).toEqual([start])
  })
  it('flips at once when the loser admits it', () => {
    const left = claim('control.left', 'our units left Arden', {
      holder: SOUTH,
      agent: 'South',
      places: [at('arden')],
      againstInterest: true,
    })
    expect(line([left])).toEqual([start, [day(10), 'north', 'highly-likely']])
    expect(line([left, seized()])).toEqual([start, [day(10), 'north', 'almost-certain']])
  })
  it('becomes likely when one side’s claim stands three days without an answer', () => {
    expect(line([seized(), weather(12)])).toEqual([start])
    expect(line([seized(), weather(14)])).toEqual([start, [day(13), 'north', 'likely']])
  })
  it('learns that nobody answered only when those days have passed', () => {
    const steps = world([seized(), weather(14)]).control.filter(({ from }) => from === day(13))
    expect(steps.map(({ learned }) => learned)).toEqual([onDay(14)])
  })
  it('is contested, not flipped, when a part of it is taken', () => {
    expect(line([seized({ places: [at('arden', 'east')] })])).toEqual([start, [day(10), 'contested', 'likely']])
  })
  it('stays whole where one channel alone boasts of a part, and is contested where two do', () => {
    const boast = (name: string) => seized({ places: [at('arden', 'east')], holder: holder(name, 'north', 'channel') })
    expect(line([boast('front diary')])).toEqual([start])
    expect(line([boast('front diary'), boast('night watch')])).toEqual([start, [day(10), 'contested', 'likely']])
  })
  it('is not given away by a pronoun alone: whom it means is a guess', () => {
    const fled = (text: string) =>
      claim('control.left', text, {
        holder: holder('monitors', 'third-party', 'organisation'),
        agent: 'South',
        places: [at('arden')],
      })
    expect(line([fled('Southern troops fled Arden')])).toEqual([start, [day(10), 'north', 'likely']])
    expect(line([fled('they fled Arden')])).toEqual([start])
  })
  it('goes to a conceded holder out of a contest', () => {
    const left = claim('control.left', 'our units left Arden', {
      holder: SOUTH,
      agent: 'South',
      places: [at('arden')],
      againstInterest: true,
      said: 20,
    })
    const claims = [seized(), denied(), left]
    expect(line(claims).map(([, held]) => held)).toEqual(['south', 'contested', 'north'])
    expect(world(claims).disputes.map(({ status }) => status)).toEqual(['conceded'])
  })
  it('keeps each camp’s own line apart', () => {
    const lines = world([seized(), denied()]).control.filter(({ claimant }) => claimant !== null)
    expect(lines.map(({ claimant, holder: held }) => [claimant, held])).toEqual([
      ['north', 'north'],
      ['south', 'south'],
    ])
  })
})
