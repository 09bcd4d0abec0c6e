import { parseHTML } from 'linkedom'
import { InputError } from '#domain'
import { nestsDeeper } from '../nests-deeper.ts'

/** Deeper trees are no articles (real ones nest 20 to 40 deep) and cost time with the square of their depth. */
const DEEPEST = 500

/** As much of a page's tree as is used here; the project is compiled without the types of browsers. */
export interface PageElement {
  readonly tagName: string
  readonly children: ArrayLike<PageElement>
  readonly parentElement: PageElement | null
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

/** The tree of a page. Throws InputError when its elements nest so deep that no reader could follow. */
export function parsePage(html: string): PageDocument {
  if (nestsDeeper(html, DEEPEST)) {
    throw new InputError(
      `the page nests more than ${DEEPEST} elements in each other: expected an article's HTML; save it anew or give its text.`,
    )
  }
  // Without <html> the parser takes the first element for the whole document and drops the rest.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as PageDocument
}
