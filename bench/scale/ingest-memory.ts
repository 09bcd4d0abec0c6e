import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Instant } from '#domain'
import { gather } from '#gather'
import { openLedger } from '#ledger'
import { openReaders } from '#readers'
import { loadTheatre } from '#theatre'
import { ingest } from '../../src/pipeline.ts'
import type { Scores } from '../main.ts'
import { makeWarc } from './warc.ts'

const MB = 1_000_000
const now = (): Instant => new Date().toISOString() as Instant

/** Takes one file into an embedded ledger of its own, whole: gathered, linked, read, reconciled, recorded. Prints the most memory that took. */
async function measure(path: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fogline-bench-'))
  const theatre = loadTheatre('ukraine')
  const ledger = await openLedger({ dataDir, theatre: theatre.id, now })
  const readers = openReaders({ theatre: theatre.id, threads: 1 })
  const begun = performance.now()
  const { fresh, claims } = await ingest(gather([path], { now: now(), sources: theatre.sources }), {
    theatre,
    ledger,
    readers,
    now,
    asPublished: false,
  })
  const seconds = (performance.now() - begun) / 1000
  await ledger.close()
  rmSync(dataDir, { recursive: true })
  console.log(JSON.stringify({ fresh, claims, seconds, peak: process.resourceUsage().maxRSS * 1024 }))
}

/**
 * Peak memory (the most resident bytes of a process of its own) of taking a made-up WARC into an embedded ledger from end to
 * end, a large one against a small one: 1 is flat. `FOGLINE_BENCH_MB` gives the two sizes, `50,200` when unset. The files are
 * made in the folder `data` where they are not there.
 */
export async function run(data: string): Promise<Scores> {
  mkdirSync(data, { recursive: true })
  const sizes = (process.env['FOGLINE_BENCH_MB'] ?? '50,200').split(',').map(Number)
  const scores: Record<string, number> = {}
  const peaks: number[] = []
  for (const size of sizes) {
    const path = join(data, `made-up-${size}.warc.gz`)
    if (!statSync(path, { throwIfNoEntry: false })) await makeWarc(path, size * MB, true)
    const argv = ['--conditions=development', '--import', 'tsx', fileURLToPath(import.meta.url), path]
    const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
    const line = stdout.trim().split('\n').at(-1)
    if (!line) throw new Error(`measuring ${path}: expected a line of JSON, found none (${stderr.slice(0, 500)})`)
    const found = JSON.parse(line) as Record<'fresh' | 'claims' | 'seconds' | 'peak', number>
    peaks.push(found.peak)
    scores[`${size} reports`] = found.fresh
    scores[`${size} claims`] = found.claims
    scores[`${size} peakMB`] = Math.round(found.peak / MB)
    scores[`${size} seconds`] = Math.round(found.seconds)
  }
  return { ...scores, 'peak ratio': Number(((peaks.at(-1) ?? 0) / (peaks[0] ?? 1)).toFixed(2)) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measure(process.argv[2] ?? '')
