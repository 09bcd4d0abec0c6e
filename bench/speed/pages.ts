import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { extractPage, textOf } from '#gather'
import type { Scores } from '../main.ts'

/** jsdom is slow enough that a part of the pages says enough; taken evenly over all of them. */
const PAGES = 60
const ROUNDS = 2

/**
 * Pages per second on one thread, the best of two rounds after a warm-up: Fogline's whole extraction (text, title, byline,
 * outlet, dates, language, entries) beside jsdom with Readability, which gives title, byline and text alone, on the same
 * pages in the same process. The ratio is what to compare. Pages on which jsdom throws count for it as done.
 */
export async function run(data: string): Promise<Scores> {
  const pages = pagesUnder(data)
  const rate = (one: (html: string) => void): number => {
    let best = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now()
      for (const html of pages) one(html)
      best = Math.max(best, (1000 * pages.length) / (performance.now() - begun))
    }
    return Number(best.toFixed(2))
  }
  for (const html of pages.slice(0, 10)) byJsdom(html)
  for (const html of pages.slice(0, 10)) extractPage(html, null)
  const fogline = rate(html => void extractPage(html, null))
  const jsdom = rate(byJsdom)
  return { pages: pages.length, fogline, jsdom, 'fogline/jsdom': Number((fogline / jsdom).toFixed(2)) }
}

function byJsdom(html: string): void {
  try {
    const dom = new JSDOM(html, { virtualConsole: new VirtualConsole() })
    new Readability(dom.window.document).parse()
    dom.window.close()
  } catch (error) {
    // It cannot read the selectors of some style sheets; the time it took counts all the same.
    if (!(error instanceof Error)) throw error
  }
}

function pagesUnder(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.html?(\.gz)?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  const step = Math.max(1, Math.floor(files.length / PAGES))
  return files
    .filter((_, at) => at % step === 0)
    .slice(0, PAGES)
    .map(path => textOf(path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path), path))
}
