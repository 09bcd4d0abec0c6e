import type { Reconciled } from '#domain'
import { World } from '#reconcile'
import { loadTheatre } from '#theatre'
import type { Scores } from '../main.ts'
import { makeWar, type Portion } from './made-up-war.ts'

const ARTICLES = 100_000
/** Reports taken at once: what an archive is taken in by; a busy round of polling brings 200. */
const PORTION = 1_000

/**
 * How many reports a second of processor time are reconciled as they come, in portions of 1,000: 100,000 made-up reports with a
 * million claims, of which one report in fifty comes up to two days late. `first` is the rate over the first 10,000, `last`
 * over the last 10,000, `ratio` what a report costs at the end against the beginning; memory in MiB. `FOGLINE_BENCH_ARTICLES` makes it so many reports instead, and the
 * tenths smaller, `FOGLINE_BENCH_PORTION` the portions. Each tenth is told on standard error as it is done. `dataPath` is not read.
 */
export async function run(_dataPath: string): Promise<Scores> {
  const count = Number(process.env['FOGLINE_BENCH_ARTICLES'] ?? ARTICLES)
  const portionSize = Number(process.env['FOGLINE_BENCH_PORTION'] ?? PORTION)
  const theatre = loadTheatre('ukraine')
  const world = new World(theatre)
  const before = process.memoryUsage().heapUsed
  const tenths: number[] = []
  const all = { reports: 0, claims: 0, spent: 0, peak: 0 }
  let tenth = { reports: 0, spent: 0 }
  for (const portion of makeWar(theatre, count, portionSize)) {
    const spent = take(world, portion)
    all.reports += portion.articles.length
    all.claims += portion.claims.length
    all.spent += spent
    tenth = { reports: tenth.reports + portion.articles.length, spent: tenth.spent + spent }
    if (tenth.reports < count / 10) continue
    tenths.push(tenth.reports / tenth.spent)
    all.peak = Math.max(all.peak, process.memoryUsage().heapUsed)
    console.error(`${all.reports} reports, ${Math.round(tenth.reports / tenth.spent)} a CPU-second`)
    tenth = { reports: 0, spent: 0 }
  }
  const [first, last] = [tenths[0] ?? 0, tenths[tenths.length - 1] ?? 0]
  return {
    articles: all.reports,
    claims: all.claims,
    articlesPerSecond: Math.round(all.reports / all.spent),
    first: Math.round(first),
    last: Math.round(last),
    ratio: Math.round((first / last) * 100) / 100,
    heapMiB: Math.round((all.peak - before) / 2 ** 20),
    ...rowsOf(world.reconciled()),
  }
}

/** Has the world take a portion; gives the processor time it took, in seconds. */
function take(world: World, portion: Portion): number {
  const since = process.cpuUsage()
  const changes = world.take({ ...portion, judgements: [] })
  const { user, system } = process.cpuUsage(since)
  if (changes.events.rows.length === 0) throw new Error('expected every portion to change some event, found none')
  return (user + system) / 1e6
}

const rowsOf = ({ stories, events, disputes, figures }: Reconciled): Scores => ({
  stories: stories.length,
  events: events.length,
  disputes: disputes.length,
  figures: figures.length,
})
