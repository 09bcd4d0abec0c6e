import { InputError } from '#domain'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { extractPage } from './extract-page.ts'

/** The report a page holds. Throws InputError when the page has no words. */
export function pageDraft(html: string, url: string | null): Draft {
  const page = extractPage(html, url)
  if (page.text === '' && page.title === null) throw new InputError('the page holds no text: expected an article.')
  return { ...BLANK_DRAFT, ...page }
}
