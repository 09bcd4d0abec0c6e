import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parse } from 'csv-parse/sync'
import type { Gazetteer, Instant } from '#domain'
import { InputError } from '#domain'
import { distanceKm } from '#kit'
import { openGrammar } from '#read/model'
import { importList, loadTheatre, openGazetteerWith } from '#theatre'
import { findActors } from '../../src/read/actors.ts'
import { findPlaces } from '../../src/read/places.ts'
import { readDocument } from '../../src/read/sentences.ts'
import { compileTheatre, type TheatreIndex } from '../../src/read/theatre-index.ts'
import { listFiles, readText } from './data-files.ts'

const NEAR_KM = 10

interface Row {
  readonly date: string
  readonly text: string
  readonly town: string
  readonly lat: number
  readonly lon: number
}

/** Rows whose description names their own town, with coordinates. */
const readRows = (path: string): Row[] =>
  (parse(readText(path), { columns: true, relax_column_count: true }) as Record<string, string>[]).flatMap(row => {
    const town = row['town/city']?.trim() ?? ''
    const text = row['brief description']?.trim() ?? ''
    const [lat, lon] = [Number(row['lat']), Number(row['lon'])]
    const isNamed = town !== '' && text.toLowerCase().includes(town.toLowerCase())
    return isNamed && Number.isFinite(lat) && lat !== 0 ? [{ date: row['date'] ?? '', text, town, lat, lon }] : []
  })

/** Whether a place read where the town's name stands lies within 10 km of the row. */
function isPlaced(row: Row, index: TheatreIndex, gazetteer: Gazetteer): boolean {
  const publishedAt = `${row.date}T12:00:00.000Z` as Instant
  const report = { title: null, outlet: null, publishedAt, url: null, language: 'en', text: row.text }
  const document = readDocument(report, openGrammar())
  const start = row.text.toLowerCase().indexOf(row.town.toLowerCase())
  const end = start + row.town.length
  return findPlaces(document, index, gazetteer, findActors(document, index)).some(
    ({ anaphor, lat, lon, span }) =>
      !anaphor &&
      span[0] < end &&
      start < span[1] &&
      lat !== null &&
      lon !== null &&
      distanceKm({ lat, lon }, row) <= NEAR_KM,
  )
}

/**
 * Places incidents in Ukraine by their one-sentence descriptions alone (the columns of region and country are not shown to
 * the reader), with the postal list of GeoNames imported as a user would: of rows that name their town, the share placed
 * within 10 km (`placed`). The folder holds `ukraine-events-geocoded.csv` and `geonames_postal_UA.txt`.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const [events] = listFiles(dataPath, /ukraine-events.*\.csv(?:\.gz)?$/)
  const [postal] = listFiles(dataPath, /postal.*\.txt$/)
  if (!events || !postal)
    throw new InputError(`ukraine: expected ukraine-events-geocoded.csv and geonames_postal_UA.txt in ${dataPath}.`)
  const folder = mkdtempSync(join(tmpdir(), 'fogline-places-'))
  try {
    const lines = createInterface({ input: createReadStream(postal) })
    const options = { name: 'postal', path: postal, now: '2026-01-01T00:00:00Z', onProgress: () => undefined }
    await importList(folder, lines, options)
    const index = compileTheatre(loadTheatre('ukraine'))
    const gazetteer = openGazetteerWith(folder)
    const rows = readRows(events)
    const placed = rows.filter(row => isPlaced(row, index, gazetteer))
    return { rows: rows.length, placed: rows.length > 0 ? placed.length / rows.length : 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
