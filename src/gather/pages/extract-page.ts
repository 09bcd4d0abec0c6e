import { InputError } from '#domain'
import { detectLanguage } from '../detect-language.ts'
import { parsePage } from './dom.ts'
import { dropChrome } from './drop-chrome.ts'
import { findBody } from './find-body.ts'
import { readMetadata } from './read-metadata.ts'

/** An article's page as `fogline extract` prints it. Unknown is null; moments are ISO 8601 with the page's own zone. */
export interface ExtractedPage {
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly publishedAt: string | null
  readonly editedAt: string | null
  /** ISO 639-1. */
  readonly language: string | null
  readonly text: string
}

/**
 * Title, byline, outlet, dates, language and text of an article's page. `url` is where it was found, or null; a canonical
 * address in the page wins over null only. Nothing in the page is run or fetched. Throws InputError when it nests too deep to read.
 */
export function extractPage(html: string, url: string | null): ExtractedPage {
  try {
    const metadata = readMetadata(parsePage(html), url)
    const text = dropChrome(findBody(html))
    return { ...metadata, language: detectLanguage(text) ?? metadata.language, text }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InputError(
      'the page is nested or built in a way that cannot be read: expected an article; give its text.',
      { cause: error },
    )
  }
}
