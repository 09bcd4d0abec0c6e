import { readDayMonth } from '../moments/day-month.ts'
import { readZonedMoment } from '../read-moment.ts'
import type { PageDocument, PageElement } from './dom.ts'

/** What a page shows of its date: of publication, else of a later change, else a day and month without a year. Unknown is null. */
export interface VisibleDate {
  readonly publishedAt: string | null
  readonly editedAt: string | null
  /** As written: "12 March, 14:05". */
  readonly yearless: string | null
}

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

/** How a later change is announced, in the languages of the sources most read. */
const CHANGE =
  /(?:\b(?:last )?(?:updated?|modified|reviewed|edited|corrected|aktualisiert|modifié|mis à jour|actualizado|aggiornato|zaktualizowano)\b|(?:обновлен|оновлен|изменен|змінен)[а-яіо]*)/iu
const LEAD_IN = /^.{0,40}?\b(?:published|posted|publié|publicado|pubblicato|veröffentlicht|date|on)\b:?/i

const lineOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()

/** The moment in a dateline; the date of a change in it only where `late` asks for that. */
function momentIn(line: string, late: boolean): string | null {
  const change = CHANGE.exec(line)
  const before = change === null ? line : line.slice(0, change.index)
  const part = late && change !== null ? line.slice(change.index + change[0].length) : before
  return readZonedMoment(part.replace(LEAD_IN, '')) ?? readZonedMoment(part)
}

/** One way of looking: which elements, how long they may be, and which parts of the page are left out. */
interface Look {
  readonly selector: string
  readonly longest: number
  readonly without: string
  readonly late: boolean
}

const ASIDE = 'nav, footer, aside'
const LOOKS: readonly Look[] = [
  { selector: 'time', longest: LONGEST, without: ASIDE, late: false },
  { selector: DATED, longest: LONGEST, without: ASIDE, late: false },
  { selector: ANY, longest: BARE, without: ASIDE, late: false },
  { selector: `time, ${DATED}`, longest: LONGEST, without: 'nav, footer', late: true },
  { selector: ANY, longest: BARE, without: ASIDE, late: true },
]

/** The first elements a look is for that are short enough and stand in the page's own part. */
function* candidates(root: PageElement, look: Look): Generator<PageElement> {
  let seen = 0
  for (const element of root.querySelectorAll(look.selector)) {
    if (element.textContent.trim().length > look.longest || element.closest(look.without) !== null) continue
    yield element
    seen += 1
    if (seen === FIRST) return
  }
}

/** A `<time>` that a line marks as that of a change ("Updated <time>") is one, whatever it holds itself. */
const marksChange = (element: PageElement): boolean => {
  const line = element.parentElement === null ? '' : lineOf(element.parentElement)
  return line.length <= BARE && CHANGE.test(line.slice(0, line.indexOf(lineOf(element)) + 1))
}

function lookIn(root: PageElement, look: Look): string | null {
  for (const element of candidates(root, look)) {
    const stamped = element.getAttribute('datetime')
    if (!look.late && stamped !== null && marksChange(element)) continue
    const found = readZonedMoment(stamped ?? '') ?? momentIn(lineOf(element), look.late)
    if (found !== null) return found
  }
  return null
}

function yearlessIn(root: PageElement): string | null {
  for (const look of LOOKS.slice(0, 3)) {
    for (const element of candidates(root, look)) {
      const line = lineOf(element)
      if (line.length <= BARE && readDayMonth(line) !== null) return line
    }
  }
  return null
}

/**
 * The date a page shows by its article: a `<time>`, else an element named for dates, else a short line near the top that
 * is little more than a date; dates of later changes last.
 */
export function findVisibleDate(page: PageDocument): VisibleDate {
  const roots = [page.querySelector('article'), page.querySelector('main'), page.body].filter(root => root !== null)
  for (const look of LOOKS) {
    for (const root of roots) {
      const found = lookIn(root, look)
      if (found !== null)
        return { publishedAt: look.late ? null : found, editedAt: look.late ? found : null, yearless: null }
    }
  }
  const yearless = roots.map(yearlessIn).find(line => line !== null) ?? null
  return { publishedAt: null, editedAt: null, yearless }
}
