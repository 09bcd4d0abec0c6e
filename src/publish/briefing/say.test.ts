import { describe, expect, it } from 'vitest'
import type { Holder, RecordedClaim } from '#domain'
import { claim, count, day, inPlace, report } from '../../../test/publish/makers.ts'
import { isBareRefusal, sayClaims } from './say.ts'

const paper = (name: string, text: string) => report(name, '2024-11-26T08:00:00Z', text)
const holder = (name: string, more: Partial<Holder> = {}): Holder => ({
  id: null,
  name,
  kind: 'government',
  camp: 'north',
  span: [0, 1],
  ...more,
})
const taken = (outlet: string, more: Partial<RecordedClaim> = {}) =>
  claim(paper(outlet, 'Troops took the town'), 'Troops took the town', {
    type: 'control.seized',
    agent: 'Southland',
    target: 'Mill Ford',
    places: [inPlace('mill-ford', 'Mill Ford')],
    ...more,
  })

describe('a line says who says what, how surely', () => {
  it('names the way from the speaker to the reader', () => {
    const chain = ['Agentstvo', 'Reuters', 'Hill Wire'] as const
    expect(sayClaims([taken('Hill Wire', { holder: holder('Agentstvo', { kind: 'outlet' }), chain })])).toBe(
      'Agentstvo, via Reuters via Hill Wire, reports Southland took Mill Ford.',
    )
  })

  it('keeps the speaker’s own word of doubt beside the band it was coded as', () => {
    const hedged = { certainty: 'likely', certaintyWords: 'appears to have' } as const
    expect(sayClaims([taken('Hill Wire', hedged)])).toBe(
      'Hill Wire reports it is likely (“appears to have”) that Southland took Mill Ford.',
    )
    expect(sayClaims([taken('Hill Wire', { certainty: 'highly-likely', certaintyWords: 'highly likely' })])).toBe(
      'Hill Wire reports it is highly likely that Southland took Mill Ford.',
    )
    expect(sayClaims([taken('Hill Wire', { certainty: 'unverified', certaintyWords: 'allegedly' })])).toBe(
      'Hill Wire reports without confirmation (“allegedly”) that Southland took Mill Ford.',
    )
  })

  it('says which part of a place is meant', () => {
    const places = [inPlace('mill-ford', 'Mill Ford', { part: 'east', precision: 'part' })]
    expect(sayClaims([taken('Hill Wire', { places })])).toBe('Hill Wire reports Southland took the east of Mill Ford.')
  })

  it('says where it was when only the other reports of it do', () => {
    const harmed = (outlet: string, text: string, more: Partial<RecordedClaim>) =>
      claim(paper(outlet, text), text, { type: 'harm.casualties', figures: [count('people.killed', 2)], ...more })
    const bare = harmed('Hill Wire', 'Two people were killed', { places: [] })
    const placed = (id: string, name: string) =>
      harmed('River Post', 'In the ruins two bodies were found', {
        places: [inPlace(id, name)],
        figures: [],
        confidence: 0.5,
      })
    expect(sayClaims([bare, placed('mill-ford', 'Mill Ford')])).toMatch(
      /^Hill Wire reports 2 people were killed \(Mill Ford\)/,
    )
    const torn = sayClaims([bare, placed('mill-ford', 'Mill Ford'), placed('oak-hill', 'Oak Hill')])
    expect(torn).toMatch(/^Hill Wire reports 2 people were killed;/)
  })

  it('does not make a plan into a deed', () => {
    const time = { start: day('2024-12-01'), end: day('2024-12-01'), words: null, tense: 'future' } as const
    expect(sayClaims([taken('Hill Wire', { time })])).toBe('Hill Wire reports: “Troops took the town”.')
  })

  it('lists three speakers by name and counts the rest', () => {
    expect(sayClaims(['A', 'B', 'C', 'D', 'E'].map(name => taken(name)))).toBe(
      'A, B, C and 2 more report Southland took Mill Ford.',
    )
  })

  it('lets officials speak in the plural and the ministry in the singular', () => {
    const officials = taken('Hill Wire', { holder: holder('local officials', { kind: 'unnamed' }) })
    expect(sayClaims([officials])).toBe('Local officials, via Hill Wire, say Southland took Mill Ford.')
    const ministry = taken('Hill Wire', { holder: holder('UK Ministry of Defence') })
    expect(sayClaims([ministry])).toBe('The UK Ministry of Defence, via Hill Wire, says Southland took Mill Ford.')
  })

  it('does not put a report’s words into the mouth of whoever it tells of', () => {
    const told = claim(paper('Hill Wire', 'are threatening a supply route'), 'are threatening a supply route', {
      type: 'control.threatened',
      agent: 'Southland',
      holder: holder('UK Ministry of Defence'),
    })
    expect(sayClaims([told])).toBe(
      'The UK Ministry of Defence, via Hill Wire, on Southland: “are threatening a supply route”.',
    )
  })

  it('says how sure a speaker is where the quoted words leave it out, and only there', () => {
    const words = (text: string, more: Partial<RecordedClaim>) =>
      sayClaims([claim(paper('Hill Wire', text), text, { type: 'combat.strike', ...more })])
    const probably = { certainty: 'likely', certaintyWords: 'probably' } as const
    expect(words('Shells probably hit the mill', probably)).toBe('Hill Wire reports: “Shells probably hit the mill”.')
    expect(words('Shells hit the mill', probably)).toBe(
      'Hill Wire reports: “Shells hit the mill” (“probably”: likely).',
    )
  })

  it('does not give a whole town away where only a part was meant', () => {
    const part = (text: string, more: Partial<RecordedClaim> = {}) =>
      sayClaims([
        claim(paper('Hill Wire', text), text, {
          ...taken('Hill Wire'),
          ...more,
          id: 'c_1',
          text,
        }),
      ])
    expect(part('Troops took the centre of Mill Ford')).toBe(
      'Hill Wire reports: “Troops took the centre of Mill Ford”.',
    )
    expect(part('Troops took Mill Ford')).toBe('Hill Wire reports Southland took Mill Ford.')
    const region = [inPlace('east', 'East Province', { precision: 'area' })]
    expect(part('Troops took East Province', { places: region })).toContain('“Troops took East Province”')
  })

  it('tells a reading it does not trust in the report’s words', () => {
    expect(sayClaims([taken('Hill Wire', { confidence: 0.5 })])).toBe('Hill Wire reports: “Troops took the town”.')
  })

  it('marks what is said against the speaker’s own interest', () => {
    const admitted = { againstInterest: true, holder: holder('General Staff') } as const
    expect(sayClaims([taken('Hill Wire', { ...admitted, chain: ['General Staff', 'Hill Wire'] })])).toBe(
      'The General Staff, via Hill Wire, against its own interest, says Southland took Mill Ford.',
    )
    const own = sayClaims([taken('Hill Wire', { againstInterest: true })])
    expect(own).toBe('Hill Wire reports Southland took Mill Ford.')
  })

  it('states what is denied when nobody asserted it', () => {
    expect(sayClaims([taken('Hill Wire', { stance: 'denies' })])).toBe('Southland took Mill Ford: denied by Hill Wire.')
    expect(sayClaims([taken('Hill Wire', { stance: 'questions', agent: null })])).toBe(
      'Hill Wire casts doubt: “Troops took the town”.',
    )
  })

  it('says in the positive what a denial in negative words denies, and never denies a negative', () => {
    const words = 'Southern troops did not take Mill Ford'
    const refused = claim(paper('Hill Wire', words), words, {
      type: 'control.seized',
      stance: 'denies',
      agent: 'Southland',
      target: 'Mill Ford',
      places: [inPlace('mill-ford', 'Mill Ford')],
    })
    expect(sayClaims([refused])).toBe('Southland took Mill Ford: denied by Hill Wire.')
    expect(sayClaims([{ ...refused, agent: null }])).toBe(`Hill Wire: “${words}”.`)
    expect(isBareRefusal([refused])).toBe(false)
    expect(isBareRefusal([{ ...refused, agent: null }])).toBe(true)
  })

  it('keeps early and late counts of one attack apart', () => {
    const early = claim(paper('A', 'Two died'), 'Two died', {
      type: 'harm.casualties',
      figures: [count('people.killed', 2)],
    })
    const late = claim(paper('B', 'Three died'), 'Three died', {
      type: 'harm.casualties',
      figures: [count('people.killed', 3)],
    })
    expect(sayClaims([early, late])).toMatch(
      /A reports 2 people were killed.*B reports 3 people were killed|B reports 3.*A reports 2/,
    )
  })

  it('writes sixteen of twenty-one, bounds and single ones as they were counted', () => {
    const shot = (value: number, of: number | null) =>
      claim(paper('A', 'shot down'), 'shot down', {
        type: 'combat.interception',
        target: 'drone',
        figures: [count('munitions.shot-down', value, { of })],
      })
    expect(sayClaims([shot(16, 21)])).toBe('A reports 16 of 21 drones were shot down.')
    expect(sayClaims([shot(1, null)])).toBe('A reports 1 drone was shot down.')
    const bound = count('people.killed', 0, { value: null, low: 12 })
    const dead = claim(paper('A', 'x'), 'x', { type: 'harm.casualties', figures: [bound] })
    expect(sayClaims([dead])).toBe('A reports at least 12 people were killed.')
  })
})

describe('a line is built on the best words there are', () => {
  const told = (outlet: string, text: string, more: Partial<RecordedClaim> = {}) =>
    claim(paper(outlet, text), text, { type: 'combat.strike', ...more })

  it('leads with a whole sentence and names the holder of a broken one after it', () => {
    expect(sayClaims([told('A', 'hit Oak Hill at noon'), told('B', 'Two drones struck the market of Oak Hill')])).toBe(
      'B reports: “Two drones struck the market of Oak Hill”; also on this: A.',
    )
  })

  it('never leads with a reading that is hardly trusted where there is another', () => {
    const weak = told('A', 'Drones struck the market of Oak Hill', { confidence: 0.4 })
    expect(sayClaims([weak, told('B', 'the market was struck by drones')])).toMatch(/^B reports/)
  })

  it('drops the words that lead nowhere from the line', () => {
    expect(sayClaims([told('A', 'Drones struck the depot near the river, and that')])).toBe(
      'A reports: “Drones struck the depot near the river”.',
    )
  })

  it('says what was launched and how much of it came down', () => {
    const air = holder('Air Force', { kind: 'military' })
    const sent = 'Southland sent 188 drones overnight'
    const launched = told('A', sent, {
      agent: 'Southland',
      figures: [count('munitions.launched', 188, { span: [15, 18] })],
      time: { start: day('2024-11-25'), end: day('2024-11-26'), words: 'overnight', tense: 'past' },
      holder: air,
    })
    const down = told('B', 'it shot down 76 of the 188 drones', {
      type: 'combat.interception',
      target: 'drones',
      figures: [count('munitions.shot-down', 76, { of: 188, span: [13, 15] })],
      holder: air,
    })
    expect(sayClaims([launched, down], day('2024-11-26'))).toBe(
      'The Air Force, via A, says Southland launched 188 drones (overnight); the Air Force, via B, says 76 of 188 drones were shot down.',
    )
  })

  it('leaves nobody’s death out of a count of the wounded', () => {
    const text = 'A woman of 71 was killed, two people are wounded'
    const hurt = claim(paper('A', text), text, { type: 'harm.casualties', figures: [count('people.wounded', 2)] })
    expect(sayClaims([hurt])).toBe(`A reports: “${text}”.`)
  })

  it('gives a forecast as its number and what it is of', () => {
    const text = 'There is an 8% chance that the sides will agree on a truce'
    const odds = claim(paper('A', text), text, {
      type: 'assessment.forecast',
      figures: [count('probability', 0.08)],
    })
    expect(sayClaims([odds])).toBe('A puts at 8%: “the sides will agree on a truce”.')
  })

  it('calls a bare office an unnamed official', () => {
    const head = told('A', 'Drones struck the market of Oak Hill', { holder: holder('head', { kind: 'official' }) })
    expect(sayClaims([head])).toMatch(/^An unnamed official \(“head”\), via A: /)
  })

  it('tells a week as a week', () => {
    const time = { start: day('2024-11-19'), end: day('2024-11-26'), words: 'in the past week', tense: 'past' } as const
    expect(sayClaims([told('A', 'Drones struck the depot', { time })], day('2024-11-26'))).toBe(
      'A reports: “Drones struck the depot” (over the week to 26 November).',
    )
  })
})
