import { readZonedMoment } from '../read-moment.ts'
import type { PageDocument, PageElement } from './dom.ts'

/** Classes of elements that show when an article was published. */
const DATED =
  '[class*="publish"], [class*="date"], [class*="Date"], [class*="timestamp"], [class*="byline"], [class*="meta"], [class*="posted"], [id*="date"]'
/** Elements that may hold a dateline without being named for it. */
const ANY = 'p, span, div, li, small, em, strong, td, h2, h3, h4, h5, h6'
/** How many of them are looked at: a dateline stands near the top. */
const FIRST = 400
/** A dateline without a name of its own holds little else. */
const BARE = 60
/** A dateline is short; longer texts are the article itself. */
const LONGEST = 160

/** Reads "March 24, 2023 - 9:30 pm" out of a short text; `late` lets dates of a later change count. */
function dateIn(element: PageElement, late: boolean): string | null {
  const text = element.textContent.replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST || (!late && /^(?:last )?(?:updated|modified|reviewed)/i.test(text))) return null
  return (
    readZonedMoment(text.replace(/^.{0,40}?(?:published|posted|updated|date|on)\b:?/i, '')) ?? readZonedMoment(text)
  )
}

/** One way of looking: which elements, how many of them, how long they may be, and which parts of the page are left out. */
interface Look {
  readonly selector: string
  readonly first: number
  readonly longest: number
  readonly without: string
  readonly late: boolean
}

const ASIDE = 'nav, footer, aside'
const LOOKS: readonly Look[] = [
  { selector: 'time', first: FIRST, longest: LONGEST, without: ASIDE, late: false },
  { selector: DATED, first: FIRST, longest: LONGEST, without: ASIDE, late: false },
  { selector: ANY, first: FIRST, longest: BARE, without: ASIDE, late: false },
  { selector: `time, ${DATED}`, first: FIRST, longest: LONGEST, without: 'nav, footer', late: true },
  { selector: ANY, first: FIRST, longest: BARE, without: ASIDE, late: true },
]

function lookIn(root: PageElement, look: Look): string | null {
  for (const element of [...root.querySelectorAll(look.selector)].slice(0, look.first)) {
    if (element.textContent.trim().length > look.longest || element.closest(look.without) !== null) continue
    const found = readZonedMoment(element.getAttribute('datetime') ?? '') ?? dateIn(element, look.late)
    if (found !== null) return found
  }
  return null
}

/**
 * The date a page shows by its article: a `<time>`, else an element named for dates, else a short line near the top that
 * is little more than a date; dates of later changes last. Null when none can be read.
 */
export function findVisibleDate(page: PageDocument): string | null {
  const roots = [page.querySelector('article'), page.querySelector('main'), page.body].filter(root => root !== null)
  for (const look of LOOKS) {
    for (const root of roots) {
      const found = lookIn(root, look)
      if (found !== null) return found
    }
  }
  return null
}
