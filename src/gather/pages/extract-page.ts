import { InputError } from '#domain'
import { detectLanguage } from '../detect-language.ts'
import { parsePage } from './dom.ts'
import { dropChrome } from './drop-chrome.ts'
import { findBody } from './find-body.ts'
import { readThings } from './json-ld.ts'
import { type LiveEntry, takeLiveEntries } from './live-entries.ts'
import { type PageMetadata, readMetadata } from './read-metadata.ts'

/** An article's page. Unknown is null; moments are ISO 8601 with the page's own zone. */
export interface ExtractedPage extends PageMetadata {
  /** All its words, in order; of a live page those round its entries and then the entries. */
  readonly text: string
  /** The entries of a live page in the order of the page, each with its own time; empty for every other page. */
  readonly entries: readonly LiveEntry[]
  /** What a live page says besides its entries; null for every other page. */
  readonly lead: string | null
}

function extract(html: string, url: string | null): ExtractedPage {
  const page = parsePage(html)
  const things = readThings(page)
  const metadata = readMetadata(page, things, url)
  const entries = takeLiveEntries(page, things, metadata)
  const found = dropChrome(findBody(page))
  const lead = entries.length === 0 ? null : found
  const shown = entries.map(entry => [entry.title, entry.text].filter(part => part !== null).join('\n'))
  const text = lead === null ? found : [lead, ...shown].filter(part => part !== '').join('\n\n')
  return { ...metadata, language: detectLanguage(text) ?? metadata.language, text, entries, lead }
}

/**
 * Title, byline, outlet, dates, language and text of an article's page, and the entries of a live one. `url` is where it
 * was found, or null. Nothing in the page is run or fetched. Throws InputError when it nests too deep to read.
 */
export function extractPage(html: string, url: string | null): ExtractedPage {
  try {
    return extract(html, url)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InputError(
      'the page is nested or built in a way that cannot be read: expected an article; give its text.',
      { cause: error },
    )
  }
}
