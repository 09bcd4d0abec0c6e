import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'
import { InputError } from '#domain'

/** Deeper trees are no articles (real ones nest 20 to 40 deep) and cost time with the square of their depth. */
const DEEPEST = 500

/** As much of a page's tree as is used here; the project is compiled without the types of browsers. */
export interface PageElement {
  readonly tagName: string
  readonly children: ArrayLike<PageElement>
  textContent: string
  innerHTML: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
  remove(): void
}

/** A parsed page. Nothing of it is run or fetched. */
export interface PageDocument extends PageElement {
  readonly documentElement: PageElement
  readonly body: PageElement
}

/** True when the elements of a page nest deeper than `DEEPEST`. */
function isTooDeep(html: string): boolean {
  let depth = 0
  let tooDeep = false
  const parser = new Parser({
    onopentagname: () => {
      depth += 1
      if (depth > DEEPEST) tooDeep = true
    },
    onclosetag: () => {
      depth -= 1
    },
  })
  parser.end(html)
  return tooDeep
}

/** The tree of a page. Throws InputError when its elements nest so deep that no reader could follow. */
export function parsePage(html: string): PageDocument {
  if (isTooDeep(html)) {
    throw new InputError(
      `the page nests more than ${DEEPEST} elements in each other: expected an article's HTML; save it anew or give its text.`,
    )
  }
  // Without <html> the parser takes the first element for the whole document and drops the rest.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as PageDocument
}
