import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Instant } from '#domain'
import { gather } from '#gather'
import type { Scores } from '../main.ts'

const MB = 1_000_000
const SIZES = [100 * MB, 1000 * MB] as const
const WORDS =
  'bridge river night mayor town shells crews power trains junction governor village school crossing depot column road harbour ferry mines winter supply front brigade'.split(
    ' ',
  )

/** A page of 150 to 400 kB as news pages are, most of it the state of its script; no two are alike. */
function makePage(at: number): string {
  let seed = at * 2654435761
  const next = (most: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed % most
  }
  const sentence = (): string => Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]).join(' ')
  const paragraphs = Array.from({ length: 8 + next(12) }, () => `<p>The ${sentence()}, ${sentence()}.</p>`)
  const menu = Array.from(
    { length: 40 + next(60) },
    () => `<li class="c${next(1e9)}"><a href="/n/${next(1e9)}">${sentence()}</a></li>`,
  )
  const state = Array.from({ length: 1_000 + next(1_700) }, () => ({ id: next(1e9), teaser: sentence() }))
  return `<!doctype html><html><head><title>Report ${at}</title><meta name="date" content="2024-11-25"></head><body><nav><ul>${menu.join('')}</ul></nav><article><h1>Report ${at}</h1>${paragraphs.join('')}</article><script>window.state = ${JSON.stringify(state)}</script></body></html>`
}

/** Writes a WARC of about `size` bytes, plain, so that its size on the disk is its size. Kept where it is there already. */
export async function makeWarc(path: string, size: number, gzip: boolean): Promise<void> {
  const file = createWriteStream(path)
  for (let at = 0, written = 0; written < size; at += 1) {
    const body = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${makePage(at)}`)
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://river-herald.example/news/${at}\r\nWARC-Date: 2024-11-26T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n`
    const record = Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
    written += record.length
    if (!file.write(gzip ? gzipSync(record, { level: 1 }) : record)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}

/** Reports between two looks at what is alive. */
const LOOK_EVERY = 200

/** Gathers one file and forgets each report at once; prints the most memory that took, and the most that was alive after a collection. */
async function measure(path: string): Promise<void> {
  const begun = performance.now()
  let reports = 0
  let live = 0
  for await (const _ of gather([path], { now: '2024-11-27T12:00:00.000Z' as Instant, sources: [] })) {
    reports += 1
    if (reports % LOOK_EVERY !== 0) continue
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    live = Math.max(live, heapUsed + external)
  }
  const seconds = (performance.now() - begun) / 1000
  console.log(JSON.stringify({ reports, seconds, live, peak: process.resourceUsage().maxRSS * 1024 }))
}

interface Measured {
  readonly reports: number
  readonly seconds: number
  readonly live: number
  readonly peak: number
}

function measureApart(path: string): Measured {
  const [node, self] = [process.execPath, fileURLToPath(import.meta.url)]
  const { stdout, stderr } = spawnSync(
    node,
    ['--expose-gc', '--conditions=development', '--import', 'tsx', self, path],
    {
      encoding: 'utf8',
    },
  )
  const line = stdout.trim().split('\n').at(-1)
  if (!line) throw new Error(`measuring ${path}: expected a line of JSON, found none (${stderr.slice(0, 500)})`)
  return JSON.parse(line) as Measured
}

/**
 * Peak memory (the most resident bytes of a process of its own) of gathering a made-up WARC of 1 GB against one of
 * 100 MB, plain and gzipped record by record, and of what is alive after a collection: there 1 is flat; the engine lets the
 * rest grow until it is worth collecting. The files are made in the folder `data` where they are not there.
 */
export async function run(data: string): Promise<Scores> {
  mkdirSync(data, { recursive: true })
  const scores: Record<string, number> = {}
  for (const ending of ['warc', 'warc.gz']) {
    const [small, large] = await Promise.all(
      SIZES.map(async size => {
        const path = join(data, `made-up-${size / MB}.${ending}`)
        if (!statSync(path, { throwIfNoEntry: false })) await makeWarc(path, size, ending.endsWith('gz'))
        return measureApart(path)
      }),
    )
    if (!small || !large) continue
    scores[`${ending} peakMB`] = Math.round(large.peak / MB)
    scores[`${ending} peak ratio`] = Number((large.peak / small.peak).toFixed(2))
    scores[`${ending} liveMB`] = Math.round(large.live / MB)
    scores[`${ending} live ratio`] = Number((large.live / small.live).toFixed(2))
    scores[`${ending} MB/s`] = Number((SIZES[1] / MB / large.seconds).toFixed(1))
    scores[`${ending} pages`] = large.reports
  }
  return scores
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measure(process.argv[2] ?? '')
