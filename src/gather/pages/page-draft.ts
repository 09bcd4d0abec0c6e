import { InputError, type Note } from '#domain'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { type ExtractedPage, extractPage } from './extract-page.ts'
import type { LiveEntry } from './live-entries.ts'

/** Less said beside the entries of a live page, in characters, is no report of its own. */
const SHORTEST_LEAD = 200

const UNTIMED: Note = {
  rule: 'entry-without-time',
  reason: 'The entry of a live page gives no time of its own; the time of the page stands in its place.',
  span: null,
}

function entryDraft(entry: LiveEntry, page: ExtractedPage): Draft {
  const { url, title, text } = entry
  return {
    ...BLANK_DRAFT,
    title,
    outlet: page.outlet,
    url,
    byline: entry.byline ?? page.byline,
    language: page.language,
    publishedAt: entry.publishedAt ?? page.publishedAt ?? page.yearless,
    editedAt: entry.editedAt,
    text,
    notes: entry.publishedAt !== null ? [] : [...page.notes, UNTIMED],
  }
}

function wholeDraft({ url, title, outlet, byline, language, editedAt, notes, ...page }: ExtractedPage): Draft {
  const publishedAt = page.publishedAt ?? page.yearless
  return {
    ...BLANK_DRAFT,
    url,
    title,
    outlet,
    byline,
    language,
    publishedAt,
    editedAt,
    notes,
    text: page.lead ?? page.text,
  }
}

/**
 * The reports a page holds: one, or of a live page one for each entry, after what it says besides them. Throws
 * InputError when the page has no words.
 */
export function pageDrafts(html: string, url: string | null): Draft[] {
  const page = extractPage(html, url)
  if (page.text === '' && page.title === null) throw new InputError('the page holds no text: expected an article.')
  const entries = page.entries.map(entry => entryDraft(entry, page))
  const hasLead = page.lead === null || page.lead.length >= SHORTEST_LEAD
  return hasLead ? [wholeDraft(page), ...entries] : entries
}
