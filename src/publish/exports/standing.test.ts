import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Belief, Event, RecordedClaim } from '#domain'
import { holdings, northStaff, southMinistry, theatre } from '../../../test/publish/made-up-day.ts'
import { at, claim, count, day, report } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { EXPORTS, type ExportInput, type ExportName } from './index.ts'
import { standingOf } from './standing.ts'

const wire = report(
  'Coast Daily',
  '2024-11-26T09:00:00Z',
  'Southland did not strike Oak Hill. No casualties were reported in Far Town. The bridge was hit without any damage. ' +
    'Southland struck Oak Hill. Southland will strike Oak Hill.',
)
const notStruck = claim(wire, 'Southland did not strike Oak Hill', {
  type: 'combat.strike',
  stance: 'denies',
  holder: southMinistry,
})
const nobodyHurt = claim(wire, 'No casualties were reported in Far Town', {
  type: 'harm.casualties',
  figures: [count('people.killed', 0)],
})
const undamaged = claim(wire, 'The bridge was hit without any damage', { type: 'harm.damage' })
const struck = claim(wire, 'Southland struck Oak Hill', { type: 'combat.strike', holder: northStaff })
const planned = claim(wire, 'Southland will strike Oak Hill', {
  type: 'combat.strike',
  time: { start: day('2024-11-27'), end: day('2024-11-27'), words: null, tense: 'future' },
})
const all = [notStruck, nobodyHurt, undamaged, struck, planned]

const eventOf = (id: string, { type }: RecordedClaim, claims: readonly RecordedClaim[]): Event => ({
  id: `e_${id}`,
  type,
  place: null,
  happened: { start: day('2024-11-26'), end: day('2024-11-26') },
  parties: [],
  claims: claims.map(each => each.id),
})
const events = [
  eventOf('denied', notStruck, [notStruck]),
  eventOf('none', nobodyHurt, [nobodyHurt]),
  eventOf('whole', undamaged, [undamaged]),
  eventOf('quarrel', struck, [notStruck, struck]),
  eventOf('plan', planned, [planned]),
]
const input: ExportInput = {
  ledger: memoryLedger({ ...holdings, reports: [wire], claims: all, events, beliefs: [] }),
  theatre,
  asOf: at('2024-11-27T00:00:00Z'),
  base: null,
  filter: {},
}
async function textOf(name: ExportName): Promise<string> {
  let text = ''
  for await (const piece of EXPORTS[name].write(input)) text += String(piece)
  return text
}

describe('an export of events', () => {
  it('holds no event that is only denied or said not to have been, in any of its forms', async () => {
    const [head = [], , ...rows] = parse(await textOf('csv')) as string[][]
    const cell = (row: string[], name: string) => row[head.indexOf(name)]
    expect(rows.map(row => [row[0], cell(row, 'standing')])).toEqual([
      ['e_quarrel', 'disputed'],
      ['e_plan', 'planned'],
    ])
    const { features } = check(await textOf('geojson')) as unknown as {
      features: { id: string; properties: { says: string; claims: string[]; against: string[] } }[]
    }
    expect(features.map(({ id }) => id)).toEqual(['e_quarrel', 'e_plan'])
    expect(features[0]?.properties).toMatchObject({ says: struck.text, claims: [struck.id], against: [notStruck.id] })
    const { objects } = JSON.parse(await textOf('stix')) as { objects: { type: string; name?: string }[] }
    expect(objects.filter(({ type }) => type === 'report').map(({ name }) => name)).toEqual([struck.text, planned.text])
  })

  it('leaves what it does not hold to the exports of claims, with the stance', async () => {
    const stances = (await textOf('jsonl'))
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as RecordedClaim)
      .filter(({ id }) => id === notStruck.id)
      .map(({ stance }) => stance)
    expect(stances).toEqual(['denies'])
  })
})

describe('how an event stands', () => {
  const belief = (because: readonly RecordedClaim[]): Pick<Belief, 'because'> => ({
    because: because.map(({ id }) => id),
  })
  it('is no happening once all who told it took it back', () => {
    expect(standingOf({ type: 'combat.strike' }, [struck], belief([struck]))).toBe('asserted')
    expect(standingOf({ type: 'combat.strike' }, [struck], belief([]))).toBeNull()
  })
  it('tells an assessment from a happening', () => {
    expect(standingOf({ type: 'assessment.intent' }, [struck], null)).toBe('assessed')
  })
})
