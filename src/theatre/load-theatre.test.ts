import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { loadTheatre, theatreIds } from './index.ts'

type Entry = Record<string, unknown>
type Change = (data: Entry[]) => unknown

const SUDAN = fileURLToPath(new URL('./sudan', import.meta.url))
let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fogline-theatre-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

let packs = 0
/** A copy of the shipped second pack with one file changed. */
function packWith(file: string, change: Change): string {
  const folder = join(root, `pack-${++packs}`)
  cpSync(SUDAN, folder, { recursive: true })
  const path = join(folder, `${file}.json`)
  const data = JSON.parse(readFileSync(path, 'utf8')) as Entry[]
  writeFileSync(path, JSON.stringify(change(data) ?? data))
  return folder
}

function faultOf(load: () => unknown): string {
  try {
    load()
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as Error).message
  }
  throw new Error('expected an InputError, the pack loaded')
}

const set =
  (field: string, value: unknown): Change =>
  data => {
    const [first] = data
    if (first) first[field] = value
  }
const setHead =
  (field: string, value: unknown): Change =>
  data => ({ ...(data as unknown as Entry), [field]: value })
const withBelief =
  (change: Entry): Change =>
  data =>
    Object.assign((data as unknown as { belief: Entry }).belief, change) && data
const again: Change = data => [...data, { ...data[0], name: 'A second one', aliases: [] }]
const addAlias =
  (at: number, alias: string): Change =>
  data => {
    const entry = data[at]
    if (entry) entry['aliases'] = [alias]
  }

describe('a pack with a fault is refused in one line that names file, entry and field', () => {
  it.each<[string, string, Change, RegExp]>([
    ['an unknown camp of a holder', 'holders', set('camp', 'armee'), /holders\.json.*"burhan".*"camp".*army.*"armee"/],
    ['an unknown camp of a source', 'sources', set('camp', 'press'), /sources\.json.*"sudan-tribune".*"camp".*"press"/],
    [
      'an unknown camp of a phrase',
      'generic-holders',
      set('camp', 'x'),
      /generic-holders\.json.*"RSF sources".*"camp"/,
    ],
    ['an id used twice', 'weapons', again, /weapons\.json.*"id".*used once.*twice/],
    ['an id used twice by places', 'places', again, /places\.json.*"khartoum".*"id"/],
    ['a holder of nobody', 'holders', set('of', 'nobody'), /holders\.json.*"burhan".*"of".*"nobody"/],
    [
      'a metonym of nobody',
      'theatre',
      setHead('metonyms', [{ words: ['Cairo'], of: 'x', alsoPlace: true }]),
      /"Cairo".*"of".*"x"/,
    ],
    [
      'a party unknown to a camp',
      'theatre',
      setHead('camps', [
        { id: 'third-party', name: 'T', party: 'x' },
        { id: 'unknown', name: 'U' },
      ]),
      /camp|party/,
    ],
    ['no camp "unknown"', 'theatre', setHead('camps', [{ id: 'third-party', name: 'T' }]), /camps.*"unknown".*add it/],
    ['a place held by nobody known', 'places', set('heldBefore', 'x'), /places\.json.*"khartoum".*"heldBefore".*"x"/],
    ['a weapon of no party', 'weapons', set('party', 'x'), /weapons\.json.*"party".*"x"/],
    ['a latitude beyond the pole', 'places', set('lat', 95), /places\.json.*"khartoum".*"lat".*-90 to 90.*95/],
    ['a longitude out of range', 'places', set('lon', -181), /places\.json.*"khartoum".*"lon".*-180 to 180.*-181/],
    [
      'a settlement without a point',
      'places',
      data => Object.assign(data[0] ?? {}, { lat: null, lon: null }) && data,
      /"khartoum".*"lat".*coordinates/,
    ],
    [
      'a latitude without a longitude',
      'places',
      data => Object.assign(data[15] ?? {}, { lon: null }) && data,
      /"darfur".*both lat and lon/,
    ],
    [
      'a day that does not exist',
      'holders',
      set('from', '2023-02-30'),
      /holders\.json.*"burhan".*"from".*YYYY-MM-DD.*2023-02-30/,
    ],
    [
      'a day one that is no day',
      'theatre',
      setHead('dayOne', 'spring'),
      /theatre\.json.*"dayOne".*YYYY-MM-DD.*"spring"/,
    ],
    [
      'an office that ends before it begins',
      'holders',
      data => Object.assign(data[0] ?? {}, { from: '2024-01-02', to: '2024-01-01' }) && data,
      /"burhan".*"to".*2024-01-02.*2024-01-01/,
    ],
    [
      'an alias of two holders',
      'holders',
      addAlias(1, 'Burhan'),
      /holders\.json.*"hemedti".*"aliases".*burhan.*"burhan"/,
    ],
    ['an alias that differs by a hyphen only', 'places', addAlias(1, 'el-obeid'), /places\.json.*el obeid/],
    ['an alias of a party and an actor', 'actors', addAlias(0, 'the RSF'), /the rsf.*parties\.json/],
    ['a country that is no code', 'places', set('country', 'Sudan'), /"khartoum".*"country".*"UA".*"Sudan"/],
    ['an unknown kind', 'holders', set('kind', 'king'), /"burhan".*"kind".*"king"/],
    ['an unknown measure', 'weapons', set('measure', 'equipment.swords'), /"measure".*"equipment\.swords"/],
    ['an id with a capital', 'weapons', set('id', 'Tank'), /"id".*slug.*"Tank"/],
    ['a misspelt field', 'holders', set('aliasses', []), /holders\.json.*"burhan".*aliasses/],
    ['an empty name', 'holders', set('name', ''), /"burhan".*"name".*not empty/],
    ['an address that is none', 'sources', set('url', 'sudantribune'), /"sudan-tribune".*"url".*web address/],
    ['a certainty without a factor', 'theatre', withBelief({ hedge: { stated: 1 } }), /theatre\.json.*belief\.hedge/],
    [
      'no prior for the rest',
      'theatre',
      withBelief({ prior: { politics: 0 } }),
      /theatre\.json.*belief\.prior.*"default"/,
    ],
    [
      'a prior of no claim type',
      'theatre',
      withBelief({ prior: { default: 0, magic: 1 } }),
      /belief\.prior.*claim types.*magic/,
    ],
    [
      'a camp discount over 1',
      'theatre',
      withBelief({ campDiscount: 2 }),
      /theatre\.json.*belief\.campDiscount.*0 to 1.*2/,
    ],
    ['an object where a list belongs', 'places', () => ({}), /places\.json/],
  ])('%s', (_, file, change, expected) => {
    const message = faultOf(() => loadTheatre(packWith(file, change)))
    expect(message).toMatch(expected)
    expect(message).not.toContain('\n')
  })

  it('a file that is no JSON', () => {
    const folder = packWith('places', data => data)
    writeFileSync(join(folder, 'places.json'), '[{"id": ')
    expect(faultOf(() => loadTheatre(folder))).toMatch(/expected JSON.*places\.json/)
  })
  it('a file that is missing', () => {
    const folder = packWith('places', data => data)
    rmSync(join(folder, 'sources.json'))
    expect(faultOf(() => loadTheatre(folder))).toMatch(/sources\.json.*none.*\[\]/)
  })
  it('a theatre nobody knows lists those that exist', () => {
    expect(faultOf(() => loadTheatre('atlantis'))).toMatch(/expected one of sudan, ukraine.*"atlantis"/)
  })
})

describe('what a pack may do', () => {
  it('one office name may pass from one holder to the next', () => {
    const folder = packWith('holders', data => {
      Object.assign(data[0] ?? {}, { aliases: ['head of state'], to: '2024-01-01' })
      Object.assign(data[1] ?? {}, { aliases: ['head of state'], from: '2024-01-02' })
    })
    expect(loadTheatre(folder).holders).toHaveLength(15)
  })
  it('but not when the terms share a day', () => {
    const folder = packWith('holders', data => {
      Object.assign(data[0] ?? {}, { aliases: ['head of state'], to: '2024-01-02' })
      Object.assign(data[1] ?? {}, { aliases: ['head of state'], from: '2024-01-02' })
    })
    expect(faultOf(() => loadTheatre(folder))).toMatch(/head of state/)
  })
  it("a user's own folder loads as a shipped pack does", () => {
    expect(loadTheatre(packWith('places', data => data))).toEqual(loadTheatre('sudan'))
  })
  it('the shipped packs are found by their folders', () => {
    expect(theatreIds()).toEqual(['sudan', 'ukraine'])
  })
  it('both spellings of a ministry are known though the file has one', () => {
    const mod = loadTheatre('ukraine').holders.find(holder => holder.id === 'russia-mod')
    expect(mod?.aliases).toContain("Russia's defence ministry")
    expect(mod?.aliases).toContain("Russia's defense ministry")
  })
})
