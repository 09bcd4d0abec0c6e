import { describe, expect, it } from 'vitest'
import { openGazetteer } from './index.ts'

const gazetteer = openGazetteer()

describe('the world gazetteer', () => {
  it('Paris without a country is the one in France, and Texas has one too', () => {
    const found = gazetteer.find('Paris')
    expect(found[0]).toMatchObject({ id: 'gn:2988507', country: 'FR', kind: 'settlement' })
    expect(found.some(({ country, admin }) => country === 'US' && admin === 'Texas')).toBe(true)
    expect(found.map(({ population }) => population)).toEqual(
      found.map(({ population }) => population).toSorted((a, b) => b - a),
    )
  })
  it.each(['Simferopol', 'Sevastopol', 'Kerch', 'Yevpatoriya', 'Feodosiya', 'Dzhankoy'])(
    '%s in Crimea is Ukraine by recognised borders',
    name => {
      const crimean = gazetteer.find(name).filter(({ lat, lon }) => lat > 44 && lat < 46.2 && lon > 32 && lon < 37)
      expect(crimean.length).toBeGreaterThan(0)
      expect(new Set(crimean.map(({ country }) => country))).toEqual(new Set(['UA']))
    },
  )
  it.each([
    ['Lodz', 'Łódź'],
    ['łódź', 'Łódź'],
    ['WARSZAWA', 'Warsaw'],
    ['Kiev', 'Kyiv'],
    ['Al-Ubayyid', 'El Obeid'],
    ['Sao Paulo', 'São Paulo'],
  ])('%s finds %s, whatever the accents and letters', (written, name) => {
    expect(gazetteer.find(written)[0]?.name).toBe(name)
  })
  it('a country comes before towns of its name, with its code as id', () => {
    expect(gazetteer.find('Georgia')[0]).toMatchObject({ id: 'iso:GE', kind: 'country', admin: null })
    expect(gazetteer.find('Ukraine')[0]).toMatchObject({ id: 'iso:UA', country: 'UA' })
  })
  it('New York is the city before the state', () => {
    expect(gazetteer.find('New York')[0]).toMatchObject({ name: 'New York City', kind: 'settlement' })
    expect(gazetteer.find('New York State')[0]).toMatchObject({ id: 'adm:US.NY', kind: 'region' })
  })
  it('a region is found by its full name and has a point inside it', () => {
    const [kursk] = gazetteer.find('Kursk Oblast')
    expect(kursk).toMatchObject({ kind: 'region', country: 'RU' })
    expect(kursk?.lat).toBeCloseTo(51.7, 0)
  })
  it.each([
    ['Syria', 'SY'],
    ['Russia', 'RU'],
    ['Iran', 'IR'],
    ['South Korea', 'KR'],
    ['North Korea', 'KP'],
    ['Moldova', 'MD'],
    ['Tanzania', 'TZ'],
    ['Venezuela', 'VE'],
    ['Bolivia', 'BO'],
    ['Laos', 'LA'],
    ['Viet Nam', 'VN'],
    ['Ivory Coast', 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['Congo', 'CD'],
    ['DR Congo', 'CD'],
    ['Congo-Brazzaville', 'CG'],
    ['Czechia', 'CZ'],
    ['Burma', 'MM'],
    ['Macedonia', 'MK'],
    ['Palestine', 'PS'],
    ['Kosovo', 'XK'],
    ['Taiwan', 'TW'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['Britain', 'GB'],
    ['US', 'US'],
    ['U.S.', 'US'],
    ['USA', 'US'],
    ['UAE', 'AE'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Swaziland', 'SZ'],
    ['St. Lucia', 'LC'],
  ])('reporters write %s for the country %s', (written, code) => {
    expect(gazetteer.find(written)[0]).toMatchObject({ id: `iso:${code}`, kind: 'country' })
  })
  it.each([
    ['United States', 39.8, -98.6],
    ['France', 46.5, 2.5],
    ['Norway', 62, 10],
    ['Russia', 60, 100],
    ['Canada', 60, -96],
    ['China', 35, 105],
    ['Ukraine', 49, 32],
    ['Sudan', 16, 30],
    ['Iran', 32, 53],
    ['New Zealand', -42, 174],
    ['Fiji', -18, 178],
    ['Vatican City', 41.9, 12.45],
    ['Texas', 31.2, -99.2],
    ['California', 37.2, -119.8],
  ])('%s has its point where an atlas puts its name, not where most of its people live', (name, lat, lon) => {
    const [found] = gazetteer.find(name)
    const north = ((found?.lat ?? 0) - lat) * 111
    const east = ((found?.lon ?? 0) - lon) * 111 * Math.cos((lat * Math.PI) / 180)
    expect(Math.hypot(north, east)).toBeLessThan(161)
  })
  it('a country is shown by its everyday name', () => {
    expect(gazetteer.find("People's Republic of China")[0]?.name).toBe('China')
    expect(gazetteer.find('Syrian Arab Republic')[0]?.name).toBe('Syria')
  })
  it.each(['Africa', 'Europe', 'Asia', 'South America', 'Antarctica', 'Middle East'])('%s is no place', name => {
    expect(gazetteer.find(name)).toEqual([])
  })
  it.each(['us', 'Us', 'uk', 'OF', 'IT', 'Of'])('%s is a word, neither a country nor a village', name => {
    expect(gazetteer.find(name)).toEqual([])
  })
  it.each(['Xyzzyqville', '', '  ', 'of', '12', '\u0000', 'a'.repeat(10_000)])('%j is in no gazetteer', name => {
    expect(gazetteer.find(name)).toEqual([])
  })
  it('every entry has a point on the globe and a country', () => {
    for (const name of ['Odessa', 'London', 'Victoria', 'San Jose', 'Tripoli']) {
      const found = gazetteer.find(name)
      expect(found.length).toBeGreaterThan(0)
      for (const { lat, lon, country } of found) {
        expect(Math.abs(lat) <= 90 && Math.abs(lon) <= 180).toBe(true)
        expect(country).toMatch(/^[A-Z]{2}$/)
      }
    }
  })
})
