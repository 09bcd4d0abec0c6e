/// <reference lib="dom" />
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
/** Where pictures go. */
const PICTURES = process.env['FOGLINE_PICTURES'] ?? join(tmpdir(), 'fogline-pictures')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
]

/** The account there is in the served ledger. */
export const ANALYST = { name: 'A. Analyst', password: 'the mill at the ford' }

/** Milliseconds a page may take over one step on a busy machine, below what a test may take in all. */
const PATIENCE = 55_000

export type Scheme = 'light' | 'dark'

/** A served ledger and a browser on it. */
export interface DeskBrowser {
  readonly origin: string
  /** Asks the API of the served ledger. */
  api<Answer>(path: string): Promise<Answer>
  /** Opens an address, lets `look` at it, and fails on any console error, on words that stick out, and on what axe finds. */
  open(path: string, width: number, scheme: Scheme, look: (page: Page) => Promise<void>): Promise<void>
  /** A page to do with as one likes; errors are not watched. */
  page(options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  close(): Promise<void>
}

/** Ingests `archive` into a ledger of its own, serves it on `port` and starts Chromium. */
export async function openDesk(archive: string, port: number): Promise<DeskBrowser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`expected Chromium at ${CHROMIUM}, found none: install it or name it with CHROMIUM`)
  }
  if (!existsSync('dist/desk/index.html')) {
    throw new Error('expected the built desk in dist/desk, found none: npm run build:desk')
  }
  mkdirSync(PICTURES, { recursive: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'fogline-desk-'))
  const env = {
    ...process.env,
    FOGLINE_DATA: join(dataDir, 'ledger'),
    DATABASE_URL: '',
    FOGLINE_PASSWORD: ANALYST.password,
  }
  const fogline = (...args: string[]) =>
    spawn(process.execPath, ['bin/fogline', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  expect(await ended(fogline('ingest', archive, '--as-published'))).toBe(0)
  expect(await ended(fogline('user', 'add', ANALYST.name, '--role', 'analyst'))).toBe(0)
  const server = fogline('serve', '--port', String(port))
  await new Promise<void>(resolve => server.stdout?.once('data', () => resolve()))
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    api: async path => (await (await fetch(`${origin}/api/v1${path}`)).json()) as never,
    open: (path, width, scheme, look) => openPage(browser, { url: origin + path, path, width, scheme }, look),
    page: async options => {
      const page = await (await browser.newContext(options)).newPage()
      page.setDefaultTimeout(PATIENCE)
      return page
    },
    close: async () => {
      await browser.close()
      server.kill('SIGTERM')
      await ended(server)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const ended = (child: ChildProcess) => new Promise<number | null>(resolve => child.on('exit', resolve))

interface Opened {
  readonly url: string
  readonly path: string
  readonly width: number
  readonly scheme: Scheme
}

async function openPage(browser: Browser, opened: Opened, look: (page: Page) => Promise<void>): Promise<void> {
  const { url, path, width, scheme } = opened
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 860 },
    colorScheme: scheme,
    // The page's own policy forbids scripts that are not its own; the checker is the one exception, and comes after the look.
    bypassCSP: false,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const errors: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  await page.goto(url)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await look(page)
  await page.waitForLoadState('networkidle')
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    'nothing sticks out sideways',
  ).toBeLessThanOrEqual(0)
  await page.screenshot({ path: join(PICTURES, `${nameOf(path)}-${width}-${scheme}.png`), fullPage: true })
  expect(errors, 'no console error').toEqual([])
  expect(await axeFindings(context, page), 'what the checker finds against WCAG 2.2 AA').toEqual([])
  await context.close()
}

const nameOf = (path: string): string => path.replace(/[^a-z0-9]+/gi, '-').slice(1, 32) || 'home'

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** What axe finds, rule and element, one line each. It is handed in through the debugger, which no content policy stops. */
async function axeFindings(context: BrowserContext, page: Page): Promise<readonly string[]> {
  const session = await context.newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: AXE })
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResult> } }).axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    }),
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 200) ?? ''}`,
    ),
  )
}
