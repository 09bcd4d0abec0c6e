import { describe, expect, it } from 'vitest'
import type { Theatre, TheatreHolder } from '#domain'
import { dayNumber, dayOfNumber } from '#domain'
import { foldPlaceName, loadTheatre, openGazetteer } from './index.ts'

const ukraine = loadTheatre('ukraine')
const sudan = loadTheatre('sudan')

/** The holders a name stands for on a day. */
function inOffice({ holders }: Theatre, name: string, day: string): TheatreHolder[] {
  const folded = foldPlaceName(name)
  return holders.filter(
    ({ from, to, ...holder }) =>
      [holder.name, ...holder.aliases].some(one => foldPlaceName(one) === folded) &&
      (from === null || from <= day) &&
      (to === null || day <= to),
  )
}
const idsOf = (theatre: Theatre, name: string, day: string) => inOffice(theatre, name, day).map(({ id }) => id)

/** Great-circle distance in kilometres. */
function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

describe('the pack of Ukraine', () => {
  it('covers what its reporting is about', () => {
    expect(ukraine.holders.length).toBeGreaterThanOrEqual(220)
    expect(ukraine.genericHolders.length).toBeGreaterThanOrEqual(60)
    expect(ukraine.weapons.length).toBeGreaterThanOrEqual(120)
    expect(ukraine.sources.length).toBeGreaterThanOrEqual(30)
    expect(ukraine.places.filter(place => place.kind === 'settlement').length).toBeGreaterThanOrEqual(250)
  })
  it('has a starter list of all camps: who it is, whose money it is, where it publishes for machines', () => {
    const listed = ukraine.sources.filter(({ feeds }) => feeds)
    expect(listed.length).toBeGreaterThanOrEqual(60)
    const camps = ['ukraine', 'ukraine-ally', 'russia', 'russia-ally', 'third-party']
    expect([...new Set(listed.map(({ camp }) => camp))].sort()).toEqual([...camps].sort())
    const addresses = listed.flatMap(({ feeds }) => feeds ?? [])
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(ukraine.sources.filter(({ owner }) => owner === 'unknown').length).toBeLessThanOrEqual(5)
  })
  it('every kind of holder but the report itself is there', () => {
    const kinds = new Set([...ukraine.holders, ...ukraine.genericHolders].map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual([
      'agency',
      'analyst',
      'channel',
      'forecaster',
      'government',
      'military',
      'official',
      'organisation',
      'outlet',
      'unnamed',
      'witness',
    ])
  })
  it('26 November 2024 is day 1,007', () => {
    expect(dayNumber(ukraine.dayOne, dayOfNumber(ukraine.dayOne, 1007))).toBe(1007)
    expect(dayOfNumber(ukraine.dayOne, 1007)).toBe('2024-11-26')
  })
  it.each([
    ["Ukraine's defence minister", '2023-03-15', 'reznikov'],
    ["Ukraine's defense minister", '2023-09-05', 'reznikov'],
    ["Ukraine's defence minister", '2023-09-06', 'umerov'],
    ['Ukrainian Defence Minister', '2024-06-01', 'umerov'],
    ["Russia's defence minister", '2024-05-11', 'shoigu'],
    ["Russia's defence minister", '2024-05-12', 'belousov'],
    ['Russian Security Council Secretary', '2023-01-01', 'patrushev'],
    ['Russian Security Council Secretary', '2024-07-01', 'shoigu-council'],
    ["Ukraine's commander-in-chief", '2024-02-07', 'zaluzhnyi'],
    ["Ukraine's commander-in-chief", '2024-02-08', 'syrskyi'],
    ["commander of Ukraine's ground forces", '2023-03-28', 'syrskyi-ground'],
    ['NATO Secretary General', '2024-09-30', 'stoltenberg'],
    ["NATO's chief", '2024-10-01', 'rutte'],
    ['British Prime Minister', '2022-09-10', 'truss'],
    ['UK prime minister', '2024-07-04', 'sunak'],
    ["Britain's prime minister", '2024-07-05', 'starmer'],
    ['US Secretary of State', '2023-03-01', 'blinken'],
    ['EU foreign policy chief', '2024-12-02', 'kallas'],
    ['governor of Donetsk', '2023-03-01', 'kyrylenko'],
    ['Donetsk governor', '2023-11-01', 'moroz'],
    ['Donetsk regional governor', '2024-03-01', 'filashkin'],
    ['Luhansk governor', '2022-06-01', 'haidai'],
    ['Luhansk governor', '2023-06-01', 'lysohor'],
    ['Kursk governor', '2024-05-01', 'starovoit'],
    ['acting Kursk governor', '2024-08-10', 'smirnov'],
    ['German chancellor', '2025-05-06', 'merz'],
  ])('%s in a report of %s is %s', (name, day, id) => {
    expect(idsOf(ukraine, name, day)).toEqual([id])
  })
  it.each([
    ['Zelensky', 'zelenskyy'],
    ['Volodymyr Zelenskiy', 'zelenskyy'],
    ['Ukrainian leader', 'zelenskyy'],
    ['British military intelligence', 'uk-mod'],
    ["UK's defense ministry", 'uk-mod'],
    ['British intelligence', 'uk-mod'],
    ['UK Ministry of Defence', 'uk-mod'],
    ['Ukrainian General Staff', 'ukraine-general-staff'],
    ["Russia's Ministry of Defence", 'russia-mod'],
    ['ISW', 'isw'],
    ['Wagner chief', 'prigozhin'],
    ['HUR', 'gur'],
    ["Ukraine's Eastern Command", 'ukraine-eastern-command'],
    ['UN nuclear watchdog', 'iaea'],
    ['Serhii Cherevatyi', 'cherevatyi'],
  ])('%s is %s', (name, id) => {
    expect(idsOf(ukraine, name, '2023-03-20')).toEqual([id])
  })
  it.each([
    'minister',
    'official',
    'chairman',
    'institute',
    'commander',
    'spokesman',
    'governor',
    'agency',
    'ministry',
  ])('"the %s" alone stands for nobody in particular', title => {
    for (const day of ['2022-03-15', '2023-04-15', '2024-11-26']) {
      const bearers = ukraine.holders.filter(
        ({ titles, from, to }) =>
          titles.includes(title) && (from === null || from <= day) && (to === null || day <= to),
      )
      expect(bearers.length).not.toBe(1)
    }
  })
  it('a name that belongs to nobody finds nobody', () => {
    expect(idsOf(ukraine, 'Ministry of Silly Walks', '2023-03-20')).toEqual([])
  })
  it('a person of two offices keeps one camp and one name', () => {
    const camps = new Map<string, Set<string>>()
    for (const { name, camp } of ukraine.holders) camps.set(name, (camps.get(name) ?? new Set()).add(camp))
    expect([...camps].filter(([, found]) => found.size > 1)).toEqual([])
  })
  it.each([
    ['Kyiv', 50.45, 30.523],
    ['Kharkiv', 49.993, 36.231],
    ['Odesa', 46.485, 30.733],
    ['Dnipro', 48.465, 35.046],
    ['Zaporizhzhia', 47.838, 35.139],
    ['Mariupol', 47.097, 37.543],
    ['Kherson', 46.636, 32.617],
    ['Mykolaiv', 46.975, 31.995],
    ['Bakhmut', 48.595, 38.0],
    ['Avdiivka', 48.139, 37.748],
    ['Kreminna', 49.043, 38.218],
    ['Kupiansk', 49.707, 37.616],
    ['Lyman', 48.985, 37.809],
    ['Izium', 49.209, 37.249],
    ['Sloviansk', 48.853, 37.605],
    ['Kramatorsk', 48.738, 37.584],
    ['Pokrovsk', 48.282, 37.176],
    ['Vuhledar', 47.779, 37.249],
    ['Chasiv Yar', 48.587, 37.835],
    ['Soledar', 48.679, 38.09],
    ['Sievierodonetsk', 48.948, 38.493],
    ['Melitopol', 46.848, 35.367],
    ['Enerhodar', 47.499, 34.657],
    ['Sevastopol', 44.6, 33.533],
    ['Belgorod', 50.597, 36.588],
  ])('%s lies where it does', (name, lat, lon) => {
    const place = ukraine.places.find(
      one =>
        one.kind === 'settlement' &&
        [one.name, ...one.aliases].some(alias => foldPlaceName(alias) === foldPlaceName(name)),
    )
    expect(place).toBeDefined()
    expect(kilometres({ lat: place?.lat ?? 0, lon: place?.lon ?? 0 }, { lat, lon })).toBeLessThan(5)
  })
})

describe('a second war with the same code', () => {
  it('is counted from its own first day', () => {
    expect(sudan.dayOne).toBe('2023-04-15')
    expect(sudan.parties.map(({ id }) => id)).toEqual(['sudanese-army', 'rapid-support-forces'])
  })
  it('knows nothing of the first', () => {
    expect(JSON.stringify(sudan)).not.toMatch(/ukrain|russia|kyiv|moscow/i)
    expect(sudan.camps.map(({ id }) => id)).not.toContain('ukraine-ally')
  })
  it('has its own holders by period', () => {
    expect(idsOf(sudan, 'UN envoy to Sudan', '2023-06-01')).toEqual(['volker-perthes'])
    expect(idsOf(sudan, 'UN envoy to Sudan', '2024-06-01')).toEqual(['ramtane-lamamra'])
    expect(idsOf(sudan, 'Hemedti', '2024-06-01')).toEqual(['hemedti'])
  })
  it('its towns lie where the world gazetteer has them', () => {
    const gazetteer = openGazetteer()
    const towns = sudan.places.filter(({ id }) =>
      ['khartoum', 'omdurman', 'nyala', 'el-obeid', 'kassala', 'port-sudan'].includes(id),
    )
    expect(towns).toHaveLength(6)
    for (const { name, lat, lon } of towns) {
      const near = gazetteer.find(name).find(entry => entry.country === 'SD' && entry.kind === 'settlement')
      expect([name, near && kilometres(near, { lat: lat ?? 0, lon: lon ?? 0 }) < 5]).toEqual([name, true])
    }
  })
})

describe.each([
  ['ukraine', ukraine],
  ['sudan', sudan],
] as const)('names of the pack %s', (_, theatre) => {
  it('no body that speaks shares its name with a party or state', () => {
    const actors = [...theatre.parties, ...theatre.actors]
    const taken = new Map(
      actors.flatMap(one => [one.name, ...one.aliases, ...one.demonyms].map(name => [foldPlaceName(name), one.id])),
    )
    const shared = [...theatre.holders, ...theatre.genericHolders].flatMap(one =>
      [one.name, ...one.aliases]
        .filter(name => taken.has(foldPlaceName(name)))
        .map(name => `${name}: ${taken.get(foldPlaceName(name))}`),
    )
    expect(shared).toEqual([])
  })
  it('no name is too short or blank to be read in a text', () => {
    const named = [
      ...theatre.holders,
      ...theatre.genericHolders,
      ...theatre.weapons,
      ...theatre.parties,
      ...theatre.actors,
    ]
    const bad = named
      .flatMap(one => [one.name, ...one.aliases])
      .filter(name => foldPlaceName(name).length < 2 || name !== name.trim())
    expect(bad).toEqual([])
  })
  it('a source and a holder of one id are one body', () => {
    const holders = new Map(theatre.holders.map(holder => [holder.id, holder]))
    const apart = theatre.sources.filter(
      source => holders.has(source.id) && holders.get(source.id)?.camp !== source.camp,
    )
    expect(apart).toEqual([])
    const family = theatre.sources.filter(({ id, family }) => {
      const holder = holders.get(id)
      return holder?.kind === 'outlet' && holder.family !== family
    })
    expect(family.map(({ id }) => id)).toEqual([])
  })
})
