import type { Day, Measure } from '#domain'
import { addDays, dayOf, InputError, parseInstant } from '#domain'
import { openGrammar } from '#read/model'
import { loadTheatre } from '#theatre'
import { findQuantities } from '../../src/read/quantities.ts'
import { readDocument } from '../../src/read/sentences.ts'
import { compileTheatre, type TheatreIndex } from '../../src/read/theatre-index.ts'
import { listFiles, readText } from './data-files.ts'

interface WireItem {
  readonly title: string | null
  readonly text: string
  readonly outlet: string | null
  readonly publishedAt: string
}

const SERIES: Readonly<Record<string, Measure>> = {
  personnel: 'personnel.losses',
  aircraft: 'equipment.aircraft',
  helicopter: 'equipment.helicopters',
  tank: 'equipment.tanks',
  APC: 'equipment.armoured-vehicles',
  'field artillery': 'equipment.artillery',
  MRL: 'equipment.mlrs',
  drone: 'equipment.drones',
  'naval ship': 'equipment.ships',
  'anti-aircraft warfare': 'equipment.air-defence',
}
/** A report that repeats the day's running totals, by the words every outlet uses for them. */
const TOTALS = /\bgeneral staff\b/i
const SINCE = /\b(?:since|total|losses|from february 24|lost)\b/i

/** Published totals by day and measure. */
function readSeries(folder: string): Map<string, number> {
  const series = new Map<string, number>()
  for (const path of listFiles(folder, /russia_losses_.*\.json(?:\.gz)?$/)) {
    for (const row of JSON.parse(readText(path)) as Record<string, number | string>[]) {
      for (const [name, measure] of Object.entries(SERIES)) {
        const value = row[name]
        if (typeof value === 'number') series.set(`${row['date']} ${measure}`, value)
      }
    }
  }
  return series
}

/** True when a total was published on the day or one of the two before (reports lag), under the measure or with it open. */
function isPublished(series: ReadonlyMap<string, number>, day: Day, measure: Measure, value: number): boolean {
  return [0, -1, -2, 1].some(step => series.get(`${addDays(day, step)} ${measure}`) === value)
}

/**
 * Reads running totals of losses in wire reports that quote the General Staff and compares them with the series it
 * published. `recall`: of numbers of 20 or more in those reports that stand in the series of those days, the share read
 * with the right measure. `precision`: of totals read with a loss measure and a value of 20 or more, the share that stands in
 * the series under that measure.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const series = readSeries(dataPath)
  const wires = listFiles(dataPath, /wire.*\.jsonl(?:\.gz)?$/)
  if (series.size === 0 || wires.length === 0)
    throw new InputError(
      `figures: expected wire*.jsonl and russia_losses_*.json in ${dataPath}, found ${wires.length} and ${series.size} totals; put both in one folder`,
    )
  const index = compileTheatre(loadTheatre('ukraine'))
  const score = { read: 0, right: 0, wanted: 0, met: 0 }
  for (const line of wires.flatMap(path => readText(path).split('\n')).filter(row => row !== ''))
    scoreItem(JSON.parse(line) as WireItem, index, series, score)
  const { met, read, right, wanted } = score
  return { totals: wanted, recall: wanted > 0 ? met / wanted : 0, read, precision: read > 0 ? right / read : 0 }
}

/** Adds one report of the wire to the score, where it repeats the day's totals. */
function scoreItem(
  item: WireItem,
  index: TheatreIndex,
  series: ReadonlyMap<string, number>,
  score: { read: number; right: number; wanted: number; met: number },
): void {
  const { outlet, text, title } = item
  const at = parseInstant(item.publishedAt)
  if (!at || !TOTALS.test(text) || !SINCE.test(text)) return
  const day = dayOf(at)
  const document = readDocument({ title, outlet, publishedAt: at, url: null, language: 'en', text }, openGrammar())
  const totals = findQuantities(document, index).flatMap(({ high, low, measure, value }) => {
    const amount = value ?? low ?? high
    const counted = measure !== null && amount !== null && amount >= 20 && Object.values(SERIES).includes(measure)
    return counted ? [{ measure, amount }] : []
  })
  score.read += totals.length
  score.right += totals.filter(({ amount, measure }) => isPublished(series, day, measure, amount)).length
  for (const amount of numbersIn(text)) {
    const measures = Object.values(SERIES).filter(measure => isPublished(series, day, measure, amount))
    if (measures.length === 0) continue
    score.wanted += 1
    if (totals.some(total => total.amount === amount && measures.includes(total.measure))) score.met += 1
  }
}

/** Whole numbers of 20 or more in a text, each once. */
const numbersIn = (text: string): Set<number> =>
  new Set(
    [...text.matchAll(/(?<![\d.,:-])\d{1,3}(?:,\d{3})*(?![\d.:-]|,\d)/g)]
      .map(([form]) => Number(form.replaceAll(',', '')))
      .filter(amount => amount >= 20),
  )
