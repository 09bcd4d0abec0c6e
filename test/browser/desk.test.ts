/// <reference lib="dom" />
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const PORT = 8477
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const PICTURES = process.env['FOGLINE_PICTURES'] ?? join(tmpdir(), 'fogline-pictures')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const dataDir = mkdtempSync(join(tmpdir(), 'fogline-desk-'))
const env = { ...process.env, FOGLINE_DATA: join(dataDir, 'ledger'), DATABASE_URL: '' }
let server: ChildProcess
let browser: Browser

const fogline = (...args: string[]) =>
  spawn(process.execPath, ['bin/fogline', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
const ended = (child: ChildProcess) => new Promise<number | null>(resolve => child.on('exit', resolve))

beforeAll(async () => {
  if (!existsSync(CHROMIUM))
    throw new Error(`expected Chromium at ${CHROMIUM}, found none: install it or name it with CHROMIUM`)
  if (!existsSync('dist/desk/index.html'))
    throw new Error('expected the built desk in dist/desk, found none: npm run build:desk')
  mkdirSync(PICTURES, { recursive: true })
  expect(await ended(fogline('ingest', 'samples/ukraine', '--as-published'))).toBe(0)
  server = fogline('serve', '--port', String(PORT))
  await new Promise<void>(resolve => server.stdout?.once('data', () => resolve()))
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
})
afterAll(async () => {
  await browser?.close()
  server?.kill('SIGTERM')
  if (server) await ended(server)
  rmSync(dataDir, { recursive: true, force: true })
})

/** Opens an address, watches for errors of any kind, and takes the picture. */
async function open(
  path: string,
  width: number,
  scheme: 'light' | 'dark',
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  await page.goto(`http://127.0.0.1:${PORT}${path}`)
  await page.locator('h1').waitFor()
  await look(page)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    'nothing sticks out sideways',
  ).toBeLessThanOrEqual(0)
  await page.screenshot({
    path: join(PICTURES, `${path.replace(/[^a-z0-9]+/gi, '-').slice(1, 24) || 'home'}-${width}-${scheme}.png`),
    fullPage: true,
  })
  await context.close()
  expect(errors).toEqual([])
}

const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await fetch(`http://127.0.0.1:${PORT}/api/v1${path}`)).json()) as Answer

describe.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('the desk at %i px, %s', (width, scheme) => {
  it('opens on the newest day, and a line opens on the words it stands on', () =>
    open('/', width, scheme, async page => {
      expect(await page.locator('h1').innerText()).toContain('Day 1,007')
      expect(page.url()).toContain('/day/2024-11-26')
      const line = page.locator('.line').first()
      await line.locator('summary').click()
      expect(await line.locator('blockquote').first().innerText()).toMatch(/^“.+”$/s)
    }))
  it('shows a place with its line of control, as a picture and as a table', () =>
    open('/place/bakhmut', width, scheme, async page => {
      expect(await page.locator('h1').innerText()).toBe('Bakhmut')
      expect(await page.locator('.control-row svg').count()).toBeGreaterThanOrEqual(2)
      await page.locator('.table-view summary').click()
      expect(await page.locator('.table-view tbody tr').count()).toBeGreaterThanOrEqual(3)
    }))
  it('shows a claim with its words marked in the report', async () => {
    const { rows } = await api<{ rows: { id: string; text: string }[] }>('/claims?limit=1&place=bakhmut')
    const claim = rows[0]
    if (!claim) throw new Error('expected a claim about Bakhmut in the sample archive, found none')
    await open(`/claim/${claim.id}`, width, scheme, async page => {
      expect(await page.locator('mark').innerText()).toBe(claim.text)
    })
  })
})

describe('by keyboard', () => {
  it('the first stop skips to the briefing, and a line opens with Enter', async () => {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${PORT}/day/2024-11-26`)
    await page.locator('.line').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.locator('.line summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.line details[open]').count()).toBe(1)
    await page.close()
  })
})

describe('what is not there', () => {
  it('a day without reports is unknown, not calm', async () => {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${PORT}/day/2023-01-02`)
    await page.getByText('unknown, not calm').waitFor()
    await page.close()
  })
  it('a claim nobody made is said to be missing, in one sentence', async () => {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${PORT}/claim/c_00000000000000000000`)
    await page.getByRole('alert').waitFor()
    await page.close()
  })
})
