import { describe, expect, it } from 'vitest'
import type { RecordedClaim, Theatre } from '#domain'
import { at, claim, day, NORTH, noSources, SOUTH, theatre } from '../../test/laws/reconcile-fixtures.ts'
import { reconcile } from './reconcile.ts'
import { bankOf } from './river-banks.ts'

/** Three towns by a river that flows south along the meridian of 10°: Arden west of it, Belm and Corrin east. */
const war: Theatre = {
  ...theatre,
  places: [
    ...theatre.places.map(place => ({ ...place, lon: place.id === 'arden' ? 9.5 : 10.5, lat: 10 })),
    {
      ...theatre.places[0]!,
      id: 'middle-province',
      name: 'Middle Province',
      kind: 'region',
      admin: null,
      heldBefore: null,
    },
    {
      ...theatre.places[0]!,
      id: 'long-river',
      name: 'Long River',
      kind: 'river',
      lat: null,
      lon: null,
      admin: null,
      heldBefore: null,
      course: {
        points: [
          [10, 12],
          [10, 8],
        ],
        right: ['right', 'west'],
        left: ['left', 'east'],
      },
    },
  ],
}
const area = (id: string, name: string, part: string | null = null) => ({
  ...at(id, part),
  name,
  precision: part === null ? ('area' as const) : ('part' as const),
})
const own = (claims: readonly RecordedClaim[]) =>
  reconcile({ articles: [], claims, judgements: [], theatre: war, sources: noSources })
    .control.filter(
      ({ claimant, because, part, place }) =>
        claimant === null && because.length > 0 && part === null && place !== 'middle-province',
    )
    .map(({ place, from, holder, through }) => [place, from, holder, through])
const taken = (place: string, name: string) =>
  claim('control.seized', `Northern forces have taken ${name}`, {
    holder: SOUTH,
    said: 5,
    agent: 'North',
    target: name,
    places: [at(place)],
    againstInterest: true,
  })
const left = (text: string, target: string, places: RecordedClaim['places'], more: Partial<RecordedClaim> = {}) =>
  claim('control.left', text, {
    holder: NORTH,
    said: 20,
    agent: 'North',
    target,
    places,
    againstInterest: true,
    ...more,
  })

describe('a claim on a whole area', () => {
  const lost = [taken('arden', 'Arden'), taken('belm', 'Belm')]
  it('reaches the places inside that it changes, and says by which area', () => {
    const steps = own([
      ...lost,
      left('Northern forces left Middle Province', 'Middle Province', [area('middle-province', 'Middle Province')]),
    ])
    expect(steps.filter(([, from]) => from === day(20))).toEqual([
      ['arden', day(20), 'south', 'middle-province'],
      ['belm', day(20), 'south', 'middle-province'],
    ])
  })
  it('reaches one bank of a river and not the other', () => {
    const text = 'Northern forces withdrew from the entire west bank of the Long River'
    const steps = own([...lost, left(text, 'Long River', [area('long-river', 'Long River', 'west bank')])])
    expect(steps.filter(([, from]) => from === day(20))).toEqual([['arden', day(20), 'south', 'long-river:right']])
  })
  it('leaves out what is named after "except"', () => {
    const text = 'Northern forces left Middle Province except Belm'
    const places = [area('middle-province', 'Middle Province'), { ...at('belm'), span: [42, 46] as const }]
    const steps = own([...lost, left(text, 'Middle Province', places, { span: [0, text.length] })])
    expect(steps.filter(([, from]) => from === day(20)).map(([place]) => place)).toEqual(['arden'])
  })
  it.each([
    ['parts of it', 'Northern forces left parts of Middle Province'],
    ['some of the troops', 'Northern forces withdrew several battalions from Middle Province'],
  ])('does not reach by %s', (_, text) => {
    const steps = own([...lost, left(text, 'Middle Province', [area('middle-province', 'Middle Province')])])
    expect(steps.filter(([, from]) => from === day(20))).toEqual([])
  })
  it("settles no town by one side's boast and silence", () => {
    const boast = claim('control.seized', 'Northern forces have captured all of Middle Province', {
      holder: NORTH,
      said: 5,
      agent: 'North',
      target: 'Middle Province',
      places: [area('middle-province', 'Middle Province')],
    })
    const weather = claim('politics.meeting', 'envoys met', { said: 15, agent: 'Envoy', target: 'Minister' })
    expect(own([boast, weather]).filter(([place]) => place === 'arden')).toEqual([])
  })
  it('gives neighbours no voice', () => {
    expect(own(lost).filter(([place]) => place === 'corrin')).toEqual([])
  })
})

describe('a town liberated that was never said to be lost', () => {
  const freed = claim('control.seized', 'Southern forces have retaken Arden', {
    holder: SOUTH,
    said: 20,
    agent: 'South',
    target: 'Arden',
    places: [at('arden')],
  })
  const seen = {
    ...freed,
    ...claim('control.seized', 'Southern forces have retaken Arden', {
      said: 20,
      agent: 'South',
      target: 'Arden',
      places: [at('arden')],
      outlet: 'Morning Post',
    }),
  }
  it('was held by nobody knows whom until then', () => {
    expect(own([freed, seen]).map(([place, from, holder]) => [place, from, holder])).toEqual([
      ['arden', day(1), 'unknown'],
      ['arden', day(20), 'south'],
    ])
  })
  it('keeps what was said of it before', () => {
    const held = claim('control.held', 'Southern forces still hold Arden', {
      holder: SOUTH,
      said: 8,
      agent: 'South',
      target: 'Arden',
      places: [at('arden')],
    })
    expect(own([held, freed, seen]).find(([, , holder]) => holder === 'unknown')).toEqual([
      'arden',
      day(9),
      'unknown',
      null,
    ])
  })
})

describe('banks of a river', () => {
  const course = {
    points: [
      [10, 12],
      [10, 8],
    ] as const,
    right: ['west'],
    left: ['east'],
  }
  it('are told looking downstream, and not beyond its ends', () => {
    expect(bankOf({ lat: 10, lon: 9 }, course)).toBe('right')
    expect(bankOf({ lat: 10, lon: 11 }, course)).toBe('left')
    expect(bankOf({ lat: 13, lon: 9 }, course)).toBeNull()
  })
  it.each([
    ['kherson', 'right'],
    ['oleshky', 'left'],
    ['beryslav', 'right'],
    ['nova-kakhovka', 'left'],
    ['enerhodar', 'left'],
    ['nikopol', 'right'],
    ['dnipro', 'right'],
    ['snihurivka', 'right'],
    ['kinburn-spit', 'left'],
  ])('put %s on the %s bank of the Dnipro', async (id, bank) => {
    const { loadTheatre } = await import('#theatre')
    const { places } = loadTheatre('ukraine')
    const dnipro = places.find(place => place.id === 'dnipro-river')?.course
    const town = places.find(place => place.id === id)
    expect(dnipro && town && bankOf({ lat: town.lat ?? 0, lon: town.lon ?? 0 }, dnipro)).toBe(bank)
  })
})
