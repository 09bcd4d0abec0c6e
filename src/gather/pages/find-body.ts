import { Readability } from '@mozilla/readability'
import type { PageDocument, PageElement } from './dom.ts'
import { dropClutter } from './drop-clutter.ts'
import { markupToText } from './markup-to-text.ts'

/** When the page's own paragraphs hold this many times the words of what Readability chose, it chose a side block. */
const FAR_MORE = 2
/** A block with this share of its letters in links is a list of other pages. */
const LINKED = 0.6

/** What Readability takes for the article, as HTML; null when it finds none or gives up on the page. */
function byReadability(page: PageDocument): string | null {
  try {
    return new Readability(page as never, { disableJSONLD: true, maxElemsToParse: 60_000 }).parse()?.content ?? null
  } catch (error) {
    // It throws on pages of too many elements and on trees it does not expect: the paragraphs below stand in for it.
    if (error instanceof Error) return null
    throw error
  }
}

function isLinkList(block: PageElement): boolean {
  const linked = [...block.querySelectorAll('a')].reduce((sum, link) => sum + link.textContent.trim().length, 0)
  return linked > block.textContent.trim().length * LINKED
}

/** The page's own paragraphs, in order: those in its article when it has just one, else in its main part, else all. */
function byParagraphs(page: PageDocument): string {
  const articles = [...page.querySelectorAll('article')]
  const root: PageElement = (articles.length === 1 ? articles[0] : page.querySelector('main')) ?? page.body
  const blocks = [...root.querySelectorAll('h2, h3, h4, p, li, blockquote, tr, pre')]
  const own = blocks.filter(block => block.closest('nav, footer, aside, header') === null && !isLinkList(block))
  const outermost = own.filter(block => block.tagName !== 'P' || block.closest('li, blockquote, tr') === null)
  const texts = outermost.map(block => markupToText(block.innerHTML)).filter(text => text !== '')
  return texts.join('\n\n')
}

/** The text of a page's article, in order, with lists and tables; empty when the page has no words. Uses the page up. */
export function findBody(page: PageDocument): string {
  dropClutter(page)
  const paragraphs = byParagraphs(page)
  const everything = page.body.innerHTML
  // Readability empties the tree it works on: it comes last.
  const found = byReadability(page)
  const text = found === null ? '' : markupToText(found)
  if (paragraphs.length > text.length * FAR_MORE) return paragraphs
  return text === '' ? markupToText(everything) : text
}
