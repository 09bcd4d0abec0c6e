import { readClock } from '../moments/clock.ts'
import { readZonedMoment } from '../read-moment.ts'
import type { PageDocument, PageElement } from './dom.ts'
import { dropChrome } from './drop-chrome.ts'
import type { LiveEntry } from './live-entries.ts'
import { markupToText } from './markup-to-text.ts'
import type { PageMetadata } from './read-metadata.ts'

/** One entry and the element it was read from. */
export interface LiveBlock {
  readonly block: PageElement
  readonly entry: LiveEntry
}

/** How a page says of itself that it is live: in its address, its title or the names of its blocks. */
const LIVE_ADDRESS = /(?:^|[/_-])(?:live|liveblog|live-updates?|onlayn|online|minute-by-minute|ticker)(?:[/_.-]|$)/i
const LIVE_TITLE =
  /\blive\b|as it happened|minute by minute|live ?ticker|онлайн|наживо|на живо|relacja na żywo|en direct|en vivo/i
const LIVE_NAMES =
  '[itemprop="liveBlogUpdate"], [class*="live-blog"], [class*="liveblog"], [class*="LiveBlog"], [class*="live-update"], [class*="liveUpdate"], [id*="liveblog"]'
const STAMP =
  'time, [itemprop="datePublished"], [class*="timestamp"], [class*="entry-time"], [class*="post-time"], [class*="entry__time"], [class*="update-time"]'
/** Fewer entries make no live page; shorter ones on the average are teasers. */
const FEWEST = 3
const SHORTEST_MEAN = 80
/** A stamp is short. */
const LONGEST_STAMP = 60
/** How far above its stamp an entry's block is looked for. */
const HIGHEST = 6
/** A day turns where the clock jumps against the order of the page by more than this, in minutes. */
const TURN = 6 * 60

const lineOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()

const isLive = (page: PageDocument, { url, title }: PageMetadata): boolean =>
  LIVE_TITLE.test(title ?? '') || LIVE_ADDRESS.test(url ?? '') || page.querySelector(LIVE_NAMES) !== null

/** What siblings of one list share: their parent, tag and first class. */
const kindOf = (block: PageElement): string =>
  `${block.tagName} ${(block.getAttribute('class') ?? '').trim().split(/\s+/)[0] ?? ''}`

/** The blocks round the stamps of a page that stand side by side with most others of their kind. */
function blocksOf(page: PageDocument): PageElement[] {
  const parents = new Map<PageElement, Map<string, Set<PageElement>>>()
  for (const stamp of page.querySelectorAll(STAMP)) {
    if (lineOf(stamp).length > LONGEST_STAMP || stamp.closest('nav, footer, aside') !== null) continue
    let block = stamp
    for (let up = 0; up < HIGHEST && block.parentElement !== null; up += 1, block = block.parentElement) {
      const kinds = parents.get(block.parentElement) ?? new Map<string, Set<PageElement>>()
      parents.set(block.parentElement, kinds)
      kinds.set(kindOf(block), (kinds.get(kindOf(block)) ?? new Set()).add(block))
    }
  }
  const lists = [...parents.values()].flatMap(kinds => [...kinds.values()]).filter(list => list.size >= FEWEST)
  const words = (list: ReadonlySet<PageElement>): number =>
    [...list].reduce((sum, block) => sum + lineOf(block).length, 0)
  const long = lists
    .map(list => ({ list, words: words(list) }))
    .filter(one => one.words >= one.list.size * SHORTEST_MEAN)
  return [...(long.sort((a, b) => b.words - a.words)[0]?.list ?? [])]
}

/** What a block's stamp says: a whole moment, or a time of the day ("14:05"). */
function stampOf(block: PageElement): { moment: string | null; clock: string | null } {
  for (const stamp of block.querySelectorAll(STAMP)) {
    const written = stamp.getAttribute('datetime') ?? stamp.getAttribute('content') ?? ''
    const moment = readZonedMoment(written) ?? readZonedMoment(lineOf(stamp))
    const clock = moment === null ? readClock(lineOf(stamp)) : null
    if (moment !== null || clock !== null) return { moment, clock }
  }
  return { moment: null, clock: null }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * Whole moments for entries that show only a time of the day: the page's last day for the newest, its first for the oldest,
 * and another day wherever the clock jumps against the order of the page.
 */
function datesOf(stamps: readonly ReturnType<typeof stampOf>[], page: PageMetadata): (string | null)[] {
  const clocks = stamps.map(({ clock }) => (clock === null ? null : minutesOf(clock)))
  const steps = clocks.slice(1).map((clock, at) => (clock ?? 0) - (clocks[at] ?? 0))
  const isNewestFirst = steps.filter(step => step < 0).length >= steps.filter(step => step > 0).length
  const start = (isNewestFirst ? (page.editedAt ?? page.publishedAt) : page.publishedAt)?.slice(0, 10) ?? null
  let day = start
  return stamps.map(({ moment, clock }, at) => {
    if (moment !== null || clock === null || day === null) return moment
    const step = at === 0 ? 0 : (clocks[at] ?? 0) - (clocks[at - 1] ?? clocks[at] ?? 0)
    if (isNewestFirst ? step > TURN : step < -TURN) day = dayAfter(day, isNewestFirst ? -1 : 1)
    return `${day}T${clock}`
  })
}

/** An entry's own address: the link of its stamp, else the page's with the block's id. */
function addressOf(block: PageElement, page: string | null): string | null {
  const own = block.getAttribute('id') ?? block.querySelector('[id]')?.getAttribute('id') ?? null
  return page === null || own === null || !/\d/.test(own) ? page : `${page.replace(/#.*$/, '')}#${own}`
}

function entryOf(block: PageElement, publishedAt: string | null, page: PageMetadata): LiveEntry {
  const head = block.querySelector('h2, h3, h4, [itemprop="headline"]')
  const title = head === null ? null : lineOf(head) || null
  for (const part of block.querySelectorAll(`${STAMP}, script, style, figcaption, button, nav, [class*="share"]`))
    part.remove()
  if (title !== null) head?.remove()
  return {
    url: addressOf(block, page.url),
    title,
    byline: null,
    publishedAt,
    editedAt: null,
    text: dropChrome(markupToText(block.innerHTML)),
  }
}

/**
 * The entries a live page shows: blocks of one kind side by side, each with a stamp of its own. Empty where the page does
 * not say that it is live (`known`: its JSON-LD says so), or has fewer than three such blocks.
 */
export function findLiveBlocks(page: PageDocument, metadata: PageMetadata, known: boolean): LiveBlock[] {
  if (!known && !isLive(page, metadata)) return []
  const blocks = blocksOf(page)
  const stamps = blocks.map(stampOf)
  const dates = datesOf(stamps, metadata)
  return blocks
    .map((block, at) => ({ block, entry: entryOf(block, dates[at] ?? null, metadata) }))
    .filter(({ entry }) => entry.text !== '')
}
