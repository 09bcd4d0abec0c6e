import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant, RecordedClaim } from '#domain'
import { EVENT_FORMATS, openEventFormat } from '#gather'
import { type Ledger, openLedger, readJournal } from '#ledger'
import { loadTheatre } from '#theatre'
import { importEvents } from '../src/import-events.ts'
import { rebuild, type Walk } from '../src/pipeline.ts'
import { EMBEDDED, type Place } from './laws/ledger-engines.ts'

const theatre = loadTheatre('ukraine')
const readers = {
  // Rows are coded already: whoever reads one has not understood that.
  readAll: async function* () {},
  close: async () => undefined,
} as unknown as Walk['readers']

/** Rows in our own words under the columns each dataset publishes; every table has one row that cannot be taken. */
const TABLES = {
  acled: [
    'event_id_cnty,event_date,time_precision,disorder_type,event_type,sub_event_type,actor1,actor2,iso,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp',
    'UKR1,2024-03-05,1,Political violence,Explosions/Remote violence,Air/drone strike,Military Forces of Russia (2000-),Civilians (Ukraine),804,Ukraine,Donetsk,Bakhmut,48.59,38.0,1,Harbour Post,"On 5 March 2024, a made-up drone fell on a made-up mill in Bakhmut.",3,1709856000',
    'UKR2,05 March 2024,2,Political violence,Battles,Armed clash,Military Forces of Ukraine (2019-),Military Forces of Russia (2000-),804,Ukraine,Donetsk,Bakhmut,48.59,38.0,2,Harbour Post,Made-up units met somewhere near the town.,0,1709856000',
    'UKR3,2024-03-05,1,Demonstrations,Protests,Peaceful protest,Protesters (Ukraine),,804,Ukraine,Kyiv City,Kyiv,50.45,30.52,1,Harbour Post,A made-up crowd stood in a square.,0,1709856000',
  ].join('\n'),
  'ucdp-ged': [
    'id,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_article,source_headline,where_prec,where_coordinates,where_description,adm_1,latitude,longitude,country,date_prec,date_start,date_end,deaths_civilians,best,high,low',
    '900001,1,Russia - Ukraine,Government of Russia - Government of Ukraine,Government of Russia,Government of Ukraine,"Harbour Post, 2023-05-02",Made-up fighting near a made-up bridge,1,Bakhmut town,near the bridge,Donetsk oblast,48.59,38.0,Ukraine,3,2023-05-01 00:00:00.000,2023-05-07 00:00:00.000,0,12,20,9',
    '900002,3,x,y,Government of Russia,Civilians,z,,6,Ukraine,somewhere,,49,32,Ukraine,1,not a day,2023-05-07,0,1,1,1',
  ].join('\n'),
  viina: [
    'event_id,report_id,source,date,time,url,text,address,longitude,latitude,GEO_PRECISION,a_rus_b,a_ukr_b,t_airstrike_b,t_firefight_b,t_control_b',
    '7,70,harbour,20230501,10:00,https://harbour.example/7,Вигаданий безпілотник упав на млин,"Bakhmut, Donetsk, Ukraine",38.0,48.59,ADM3,1,0,1,0,0',
    '8,70,harbour,20230501,10:00,https://harbour.example/8,Вигадана подія,"Bakhmut, Donetsk, Ukraine",38.0,48.59,ADM3,1,0,0,0,0',
  ].join('\n'),
  gdelt: [
    gdeltRow({
      GLOBALEVENTID: '11',
      SQLDATE: '20230501',
      EventCode: '195',
      Actor1CountryCode: 'RUS',
      Actor1Name: 'RUSSIA',
      Actor2CountryCode: 'UKR',
      Actor2Name: 'UKRAINE',
      ActionGeo_Type: '4',
      ActionGeo_FullName: "Bakhmut, Donets'ka Oblast', Ukraine",
      ActionGeo_CountryCode: 'UP',
      ActionGeo_Lat: '48.59',
      ActionGeo_Long: '38',
      DATEADDED: '20230501101500',
      SOURCEURL: 'https://harbour.example/11',
    }),
    gdeltRow({
      GLOBALEVENTID: '12',
      SQLDATE: '20230501',
      EventCode: '010',
      ActionGeo_Type: '4',
      ActionGeo_FullName: 'Kyiv, Ukraine',
    }),
  ].join('\n'),
} as const satisfies Record<(typeof EVENT_FORMATS)[number], string>

function gdeltRow(cells: Readonly<Record<string, string>>): string {
  const { columns = [] } = openEventFormat('gdelt')
  return columns.map(column => cells[column] ?? '').join('\t')
}

const folder = mkdtempSync(join(tmpdir(), 'fogline-events-'))
let clock = Date.parse('2024-06-01T00:00:00Z')
const now = () => new Date((clock += 1000)).toISOString() as Instant
let place: Place
let ledger: Ledger
const walkOver = (over: Ledger): Walk => ({ theatre, readers, ledger: over, now, asPublished: false })
function imported(name: string, text: string, format: string = name, only = new Map<string, string[]>()) {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, text)
  return importEvents({ path, format: openEventFormat(format), released: null, only }, walkOver(ledger))
}
const claimsOf = async (source: string): Promise<readonly RecordedClaim[]> => (await ledger.claims({ source })).rows

beforeAll(async () => {
  place = await EMBEDDED.place()
  ledger = await place.open({ now })
}, 60_000)
afterAll(async () => {
  await ledger.close()
  await place.remove()
  rmSync(folder, { recursive: true })
})

describe('events of a dataset', () => {
  it.each([
    ['acled', 2, 'line 4: no claim type is mapped to sub_event_type "Peaceful protest"'],
    ['ucdp-ged', 1, 'line 3: date_start: expected a day, found "not a day"'],
    ['viina', 1, 'line 3: no claim type is mapped to'],
    ['gdelt', 1, 'line 2: no claim type is mapped to EventCode "010"'],
  ] as const)(
    '%s: each row a claim, once; a row that cannot be taken a Note with its line',
    async (name, claims, reason) => {
      const first = await imported(name, TABLES[name])
      expect(first).toMatchObject({ fresh: claims, claims })
      expect(first.skipped).toHaveLength(1)
      expect(first.skipped[0]?.reason).toContain(reason)
      expect(await imported(name, TABLES[name])).toMatchObject({ fresh: 0, claims: 0 })
    },
  )

  it('is held by the dataset in the words of the row, and every part of it stands in the row', async () => {
    const [strike] = (await claimsOf('acled')).filter(({ type }) => type === 'combat.strike')
    expect(strike).toMatchObject({
      text: 'On 5 March 2024, a made-up drone fell on a made-up mill in Bakhmut.',
      holder: { id: 'acled', name: 'ACLED', kind: 'organisation', camp: 'third-party' },
      chain: ['ACLED'],
      agent: 'Russia',
      time: { start: '2024-03-05', end: '2024-03-05' },
      places: [{ id: 'bakhmut', precision: 'point', country: 'UA' }],
      figures: [{ measure: 'people.killed', value: 3 }],
      said: '2024-03-08T00:00:00.000Z',
    })
    const article = await ledger.article(strike?.article ?? '')
    const words = (span: readonly [number, number] | undefined) => article?.text.slice(...(span ?? [0, 0]))
    expect([words(strike?.span), words(strike?.places[0]?.span), words(strike?.figures[0]?.span)]).toEqual([
      strike?.text,
      'Bakhmut',
      '3',
    ])
    expect(article?.text).toContain('source: Harbour Post')
  })

  it('is as exact in time and place as the dataset says it is', async () => {
    const [clash] = (await claimsOf('acled')).filter(({ type }) => type === 'combat.assault')
    expect(clash).toMatchObject({
      time: { start: '2024-03-02', end: '2024-03-08' },
      places: [{ id: 'donetsk-oblast', precision: 'area' }],
      figures: [],
    })
    expect((await claimsOf('ucdp'))[0]).toMatchObject({
      time: { start: '2023-05-01', end: '2023-05-07' },
      places: [{ id: 'bakhmut' }],
      figures: [{ value: null, low: 9, high: 20 }],
    })
  })

  it('tells whose it is by names, labels and codes', async () => {
    expect((await claimsOf('viina'))[0]).toMatchObject({
      type: 'combat.strike',
      agent: 'Russia',
      places: [{ id: 'bakhmut' }],
    })
    expect((await claimsOf('gdelt'))[0]).toMatchObject({
      type: 'combat.strike',
      agent: 'Russia',
      target: 'Ukraine',
      places: [{ id: 'bakhmut' }],
      said: '2023-05-01T10:15:00.000Z',
    })
  })

  it('counts as one more witness of the event others report, and makes no story of its columns', async () => {
    const events = (await ledger.events({ place: 'bakhmut', types: ['combat.strike'] })).rows
    expect(events.flatMap(({ claims }) => claims).length).toBeGreaterThanOrEqual(3)
    expect((await ledger.stories()).rows).toEqual([])
  })

  it('that was coded anew is a later edition of its row', async () => {
    const changed = TABLES.acled.replace(',3,1709856000', ',5,1710460800')
    expect(await imported('acled', changed)).toMatchObject({ fresh: 1, claims: 1 })
    const strikes = (await claimsOf('acled')).filter(({ type }) => type === 'combat.strike')
    expect(strikes.map(({ figures, revisionOf }) => [figures[0]?.value, revisionOf !== null])).toEqual([
      [5, true],
      [3, false],
    ])
    expect(await imported('acled', changed)).toMatchObject({ fresh: 0 })
  })

  it('of a dataset nobody has heard of comes in by a file that says which column is what', async () => {
    const mapping = join(folder, 'harbour-watch.yaml')
    writeFileSync(
      mapping,
      `source: { id: harbour-watch, name: Harbour Watch }
confidence: 0.8
row: nr
words: what
time: { start: day }
type: [{ column: kind, is: { hit: combat.strike, ship: equipment } }]
place: { name: port }
`,
    )
    expect(() => openEventFormat(mapping)).toThrow(/type/)
    writeFileSync(
      mapping,
      'source: { id: harbour-watch, name: Harbour Watch }\nconfidence: 0.8\nrow: nr\nwords: what\ntime: { start: day }\ntype: [{ column: kind, is: { hit: combat.strike } }]\nplace: { name: port }\n',
    )
    const table =
      'nr;day;kind;port;what;sea\n1;2024-05-01;hit;Odesa;"A made-up crane; bent.";black\n2;2024-05-01;hit;Odesa;=cmd|x;red'
    expect(await imported('own', table, mapping, new Map([['sea', ['black']]]))).toMatchObject({ claims: 1, rows: 1 })
    expect((await claimsOf('harbour-watch'))[0]).toMatchObject({
      text: 'A made-up crane; bent.',
      holder: { name: 'Harbour Watch' },
    })
  })

  it.each([
    ['another table', 'a,b\n1,2', /expected the columns of ACLED, found none named event_id_cnty/],
    ['nothing', '', null],
    ['no rows', `${TABLES.acled.split('\n')[0]}`, null],
    ['a quote that does not close', `${TABLES.acled.split('\n')[0]}\nUKR9,"2024`, /expected a table that can be read/],
  ])('%s is said or adds nothing', async (_, text, error) => {
    if (error) await expect(imported('acled', text)).rejects.toThrow(error)
    else expect(await imported('acled', text)).toMatchObject({ fresh: 0, claims: 0 })
  })

  it('is there again in a ledger made from the journal', async () => {
    const before = (await ledger.claims({ limit: 1000 })).rows.map(({ id, learned }) => [id, learned])
    const again = mkdtempSync(join(tmpdir(), 'fogline-events-'))
    const made = await openLedger({ ...place.options, dataDir: again, now, journal: false })
    try {
      await rebuild(
        readJournal(place.options.dataDir, note => expect(note).toBeNull()),
        walkOver(made),
      )
      expect((await made.claims({ limit: 1000 })).rows.map(({ id, learned }) => [id, learned])).toEqual(before)
    } finally {
      await made.close()
      rmSync(again, { recursive: true })
    }
  })
})
