/// <reference lib="dom" />
/**
 * How fast the desk is in a real browser: `node --import tsx bench/scale/desk-speed.ts URL` against a running `fogline
 * serve`. Prints one line of JSON: script and style of the first view in gzipped kB, milliseconds until the newest day's
 * first line stands, and frames drawn while the map's slider plays over 300 days. Playing is asked for at 12 days a
 * second; a machine that cannot keep up shows every day, later.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'

const origin = process.argv[2] ?? 'http://127.0.0.1:8420'
const DAYS = 300

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--enable-unsafe-swiftshader',
  ],
})
try {
  console.log(JSON.stringify({ ...(await firstView(browser)), ...(await playing(browser)) }))
} finally {
  await browser.close()
}

/** Opens the newest day with an empty cache. */
async function firstView(browser: Browser) {
  const page = await browser.newPage()
  const files: string[] = []
  page.on('response', response => files.push(new URL(response.url()).pathname))
  const before = performance.now()
  await page.goto(origin)
  await page.locator('.line').first().waitFor()
  const firstViewMs = Math.round(performance.now() - before)
  await page.close()
  const gzipped = (ending: string) =>
    files
      .filter(file => file.startsWith('/assets/') && file.endsWith(ending))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join('dist/desk', file))).length, 0) / 1000
  return { scriptKb: gzipped('.js'), styleKb: gzipped('.css'), firstViewMs }
}

/** Plays the slider over 300 days and counts the map's own frames and the days the slider came to. */
async function playing(browser: Browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  page.setDefaultTimeout(600_000)
  // The loader of TypeScript wraps functions in a helper that a page does not have.
  await page.addInitScript('globalThis.__name = value => value')
  const before = performance.now()
  await page.goto(`${origin}/map`)
  await page.locator('.map-canvas[data-ready=true]').waitFor()
  const mapReadyMs = Math.round(performance.now() - before)
  const last = await moveBack(page)
  await page.locator('.timeline .main').click()
  const played = await page.evaluate(
    end =>
      new Promise<{ frames: number; days: number; ms: number }>(resolve => {
        const input = document.querySelector<HTMLInputElement>('.timeline input[type=range]')
        const from = Number(input?.value)
        const start = performance.now()
        let frames = 0
        requestAnimationFrame(function count() {
          frames++
          if (Number(input?.value) >= end)
            resolve({ frames, days: end - from, ms: Math.round(performance.now() - start) })
          else requestAnimationFrame(count)
        })
      }),
    last,
  )
  await page.close()
  return {
    mapReadyMs,
    playedDays: played.days,
    playedMs: played.ms,
    frames: played.frames,
    framesPerDay: played.frames / played.days,
  }
}

/** Puts the slider 300 days before its end, which it gives back. */
async function moveBack(page: Page): Promise<number> {
  const range = page.locator('.timeline input[type=range]')
  const last = Number(await range.getAttribute('max'))
  await range.evaluate(
    (input: HTMLInputElement, at) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(at))
      input.dispatchEvent(new Event('input', { bubbles: true }))
    },
    Math.max(0, last - DAYS),
  )
  return last
}
