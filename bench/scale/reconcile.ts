import { World } from '#reconcile'
import { loadTheatre } from '#theatre'
import type { Scores } from '../main.ts'
import { makeWar } from './made-up-war.ts'

const ARTICLES = 100_000
/** Reports taken at once: about what a busy round of polling brings. */
const PORTION = 200

/**
 * How many reports a second of processor time are reconciled as they come, in portions of 200: 100,000 made-up reports with a
 * million claims, of which one report in fifty comes up to two days late. `first` is the rate over the first 10,000, `last`
 * over the last 10,000, `ratio` what a report costs at the end against the beginning; memory in MiB. `FOGLINE_BENCH_ARTICLES` makes it so many reports instead, and the tenths
 * smaller. `dataPath` is not read.
 */
export async function run(_dataPath: string): Promise<Scores> {
  const count = Number(process.env['FOGLINE_BENCH_ARTICLES'] ?? ARTICLES)
  const theatre = loadTheatre('ukraine')
  const world = new World(theatre)
  const before = process.memoryUsage().heapUsed
  const rates: number[] = []
  let [claims, taken, spent] = [0, 0, 0]
  let peak = 0
  const window = { taken: 0, spent: 0 }
  for (const portion of makeWar(theatre, count, PORTION)) {
    const since = process.cpuUsage()
    const changes = world.take({ ...portion, judgements: [] })
    const { user, system } = process.cpuUsage(since)
    if (changes.events.rows.length === 0) throw new Error('expected every portion to change some event, found none')
    spent += user + system
    window.spent += user + system
    taken += portion.articles.length
    window.taken += portion.articles.length
    claims += portion.claims.length
    if (window.taken < count / 10) continue
    rates.push(window.taken / (window.spent / 1e6))
    peak = Math.max(peak, process.memoryUsage().heapUsed)
    window.taken = 0
    window.spent = 0
  }
  const { stories, events, disputes, figures } = world.reconciled()
  const [first, last] = [rates[0] ?? 0, rates[rates.length - 1] ?? 0]
  return {
    articles: taken,
    claims,
    articlesPerSecond: Math.round(taken / (spent / 1e6)),
    first: Math.round(first),
    last: Math.round(last),
    ratio: Math.round((first / last) * 100) / 100,
    heapMiB: Math.round((peak - before) / 2 ** 20),
    stories: stories.length,
    events: events.length,
    disputes: disputes.length,
    figures: figures.length,
  }
}
