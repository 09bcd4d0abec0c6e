/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANALYST, type DeskBrowser, openDesk, type Scheme } from './desk-browser.ts'

let desk: DeskBrowser
beforeAll(async () => {
  desk = await openDesk('samples/ukraine', 8477)
})
afterAll(() => desk?.close())

/** Ids the screens are opened with, from the served ledger itself. */
async function firstOf(list: string): Promise<string> {
  const { rows } = await desk.api<{ rows: { id: string }[] }>(list)
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`expected something at ${list} in the sample archive, found nothing`)
  return id
}

interface Screen {
  readonly name: string
  readonly path: () => Promise<string> | string
  readonly look: (page: Page) => Promise<void>
}

const SCREENS: readonly Screen[] = [
  {
    name: 'opens on the newest day, and a line opens on the words it stands on',
    path: () => '/',
    look: async page => {
      await page.waitForURL('**/day/2024-11-26')
      const line = page.locator('.line').first()
      expect(await page.locator('h1').innerText()).toContain('Day 1,007')
      await line.locator('summary').click()
      expect(await line.locator('blockquote').first().innerText()).toMatch(/^“.+”$/s)
    },
  },
  {
    name: 'shows a place with its line of control, as a picture and as a table',
    path: () => '/place/bakhmut',
    look: async page => {
      expect(await page.locator('h1').innerText()).toBe('Bakhmut')
      expect(await page.locator('.control-row svg').count()).toBeGreaterThanOrEqual(2)
      await page.locator('.table-view summary').click()
      expect(await page.locator('.table-view tbody tr').count()).toBeGreaterThanOrEqual(3)
    },
  },
  {
    name: 'shows a claim with its words marked in the report',
    path: async () => `/claim/${await firstOf('/claims?place=bakhmut')}`,
    look: async page => {
      const { claim } = await desk.api<{ claim: { text: string } }>(`/claims/${page.url().split('/').at(-1)}`)
      expect(await page.locator('.report-text mark').innerText()).toBe(claim.text)
    },
  },
  {
    name: 'draws the map, and its table says the same',
    path: () => '/map?on=2024-11-26&place=kopanky',
    look: async page => {
      await page.locator('.map-canvas[data-ready=true]').waitFor()
      expect(await page.locator('.place-panel h2').innerText()).toBe('Kopanky')
      expect(await page.locator('.places-table tr', { hasText: 'Kopanky' }).innerText()).toContain('contested')
      await page.locator('.place-panel .line').first().waitFor()
    },
  },
  {
    name: 'lists the stories',
    path: () => '/stories',
    look: async page => {
      await page.locator('.entry').first().waitFor()
      expect(await page.locator('.entry').count()).toBeGreaterThan(10)
    },
  },
  {
    name: 'opens a story on its reports, its outlets and who quotes whom',
    path: async () => `/story/${await firstOf('/stories')}`,
    look: async page => {
      expect(await page.locator('.entry').count()).toBeGreaterThanOrEqual(1)
      expect(await page.locator('.claim-line').count()).toBeGreaterThanOrEqual(1)
    },
  },
  {
    name: 'lists the open disputes, each side beside the other',
    path: () => '/disputes',
    look: async page => {
      await page.locator('.dispute').first().waitFor()
      expect(await page.locator('.dispute').first().locator('.position').count()).toBeGreaterThanOrEqual(2)
    },
  },
  {
    name: 'opens a dispute on the claims of each side',
    path: async () => `/dispute/${await firstOf('/disputes')}`,
    look: async page => {
      await page.locator('.claim-line summary').first().click()
      await page.locator('.claim-line mark').first().waitFor()
    },
  },
  {
    name: 'draws figures over time by claimant, with a table of the same',
    path: () => '/figures',
    look: async page => {
      await page.locator('.figure-plot').waitFor()
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(3)
    },
  },
  {
    name: 'lists what has been forecast, what lies ahead apart from what its time has come for',
    path: () => '/forecasts',
    look: async page => {
      await page.locator('.claim-line').first().waitFor()
      expect(await page.locator('section[aria-label="Still ahead"] .claim-line').count()).toBeGreaterThanOrEqual(1)
    },
  },
  {
    name: 'lays the claims that wait for an analyst beside the one in hand',
    path: () => '/review',
    look: async page => {
      await page.locator('.review-claim mark').waitFor()
      expect(await page.locator('.review-queue li').count()).toBeGreaterThan(3)
      expect(await page.locator('.verdicts button').first().isDisabled(), 'nothing is judged unless signed').toBe(true)
    },
  },
  {
    name: 'shows the watches, or how to add one',
    path: () => '/watches',
    look: page => page.getByText('Nothing is watched').waitFor(),
  },
  {
    name: 'keeps a public log of corrections',
    path: () => '/corrections',
    look: async page => {
      await page.locator('.correction, .state').first().waitFor()
    },
  },
  {
    name: 'lists the sources',
    path: () => '/sources',
    look: async page => {
      await page.locator('tbody tr').first().waitFor()
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(10)
    },
  },
  {
    name: 'opens a source on its profile',
    path: async () => {
      const { rows } = await desk.api<{ rows: { source: string }[] }>('/claims?limit=1')
      return `/source/${rows[0]?.source}`
    },
    look: async page => {
      expect(await page.locator('.claim-line').count()).toBeGreaterThanOrEqual(1)
      expect(await page.locator('.share li').count()).toBeGreaterThanOrEqual(1)
    },
  },
  {
    name: 'finds claims by their words',
    path: () => '/search?q=Bakhmut%20-%22fighting%22',
    look: async page => {
      await page.locator('.claim-line').first().waitFor()
      expect(await page.locator('.claim-line .line-text').first().innerText()).toMatch(/bakhmut|town|city/i)
    },
  },
  {
    name: 'finds reports by their words',
    path: () => '/search?q=Kopanky&in=reports',
    look: async page => {
      await page.locator('.entry').first().waitFor()
    },
  },
  {
    name: 'reads a report with its claims marked, and codes the chosen one beside it',
    path: async () => {
      const { rows } = await desk.api<{ rows: { id: string; article: string }[] }>('/claims?place=kopanky&limit=1')
      return `/report/${rows[0]?.article}?claim=${rows[0]?.id}`
    },
    look: async page => {
      await page.locator('.chosen-claim').waitFor()
      expect(await page.locator('.claimed[aria-pressed=true]').count()).toBeGreaterThanOrEqual(1)
    },
  },
]

const MODES: readonly (readonly [number, Scheme])[] = [
  [1280, 'light'],
  [390, 'dark'],
  [1280, 'dark'],
  [390, 'light'],
]

describe.each(MODES)('the desk at %i px, %s', (width, scheme) => {
  it.each(SCREENS.map(screen => [screen.name, screen] as const))('%s', async (_, { path, look }) => {
    await desk.open(await path(), width, scheme, look)
  })
})

describe('by keyboard', () => {
  it('the first stop skips to the content, and a line opens with Enter', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/day/2024-11-26`)
    await page.locator('.line').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.locator('.line summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.line details[open]').count()).toBe(1)
    await page.close()
  })
  it('Ctrl K goes to the search, and Enter searches', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/day/2024-11-26`)
    await page.locator('.line').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Kurakhove')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=Kurakhove')
    await page.locator('.claim-line').first().waitFor()
    await page.close()
  })
  it('the map’s days, places and filters are reached without a mouse', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/map?on=2024-11-26`)
    await page.locator('.timeline input[type=range]').focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL('**on=2024-11-25**')
    // A row that the new day does not have takes the focus with it.
    await page.locator('.places-table[aria-busy="false"] button').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.place-panel').waitFor()
    await page.close()
  })
  it('a claim is accepted with one key and taken back with another', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/review`)
    await page.getByLabel('Your name').fill(ANALYST.name)
    await page.getByLabel('Password').fill(ANALYST.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText(`Signed in as ${ANALYST.name}`).waitFor()
    const words = await page.locator('.review-claim > .line-text').innerText()
    // Nothing is waited for and nothing clicked: a key pressed while a judgement is still being reckoned with counts.
    await page.keyboard.press('a')
    await page.keyboard.press('u')
    const taken = page.locator('.history li', { hasText: 'took back' })
    await taken.waitFor()
    expect(await page.locator('.history li', { hasText: words }).innerText()).toContain('undone')
    await page.close()
  })
  it('in a report Alt and the arrows go from claim to claim', async () => {
    const page = await desk.page()
    const { rows } = await desk.api<{ rows: { article: string }[] }>('/claims?place=kopanky&limit=1')
    await page.goto(`${desk.origin}/report/${rows[0]?.article}`)
    await page.locator('.claimed').first().waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await page.locator('.chosen-claim').waitFor()
    await page.close()
  })
})

describe('what is not there', () => {
  it('a day without reports is unknown, not calm', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/day/2023-01-02`)
    await page.getByText('unknown, not calm').waitFor()
    await page.close()
  })
  it('a claim nobody made is said to be missing, in one sentence', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/claim/c_00000000000000000000`)
    await page.getByRole('alert').waitFor()
    await page.close()
  })
  it('an address of no screen says so and leads back', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/nowhere`)
    await page.getByText('nothing at this address').waitFor()
    await page.close()
  })
  it('a search that finds nothing says what to try', async () => {
    const page = await desk.page()
    await page.goto(`${desk.origin}/search?q=zzzzqqq`)
    await page.getByText('Nothing fits').waitFor()
    await page.close()
  })
})

describe('a server that stops answering', () => {
  it('leaves the screen as it was, with a line that says how old it is', async () => {
    const page = await desk.page()
    await page.clock.install()
    await page.goto(`${desk.origin}/sources`)
    await page.locator('#register-heading').waitFor()
    await page.route('**/api/v1/**', route => route.abort())
    await page.clock.runFor(90_000)
    await page.getByText('The server does not answer').first().waitFor()
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(10)
    await page.close()
  })
})
