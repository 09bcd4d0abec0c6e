import { dropControls } from '../drop-controls.ts'
import { readMoment } from '../read-moment.ts'
import { cleanMarkup } from './clean-markup.ts'
import type { Feed, FeedItem } from './feed.ts'
import { resolveUrl } from './xml-tree.ts'

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

function wordsOf(thing: Thing, ...keys: readonly string[]): string | null {
  const found = keys
    .map(key => thing[key])
    .find(value => (typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
  return found === undefined ? null : dropControls(String(found)).trim()
}

const momentOf = (text: string | null): string | null => (text === null ? null : readMoment(text))

function authorsOf(thing: Thing): string | null {
  const authors = Array.isArray(thing['authors']) ? thing['authors'] : [thing['author']]
  const names = authors
    .filter(isThing)
    .map(author => wordsOf(author, 'name'))
    .filter(name => name !== null)
  return names.length > 0 ? names.join(', ') : null
}

function itemOf(item: Thing, base: string | null): FeedItem {
  const html = wordsOf(item, 'content_html')
  const text = wordsOf(item, 'content_text')
  const link = wordsOf(item, 'url', 'external_url')
  return {
    id: wordsOf(item, 'id'),
    link: link === null ? null : resolveUrl(link, base),
    title: wordsOf(item, 'title'),
    author: authorsOf(item),
    published: momentOf(wordsOf(item, 'date_published')),
    updated: momentOf(wordsOf(item, 'date_modified')),
    source: null,
    summary: wordsOf(item, 'summary'),
    content: html === null ? text : cleanMarkup(html, base),
  }
}

/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1); null when the value is none. */
export function readJsonFeed(value: unknown, url: string | null): Feed | null {
  if (!isThing(value) || !Array.isArray(value['items'])) return null
  const items = value['items'].filter(isThing).map(item => itemOf(item, url))
  const updated = items
    .flatMap(item => item.updated ?? item.published ?? [])
    .sort()
    .at(-1)
  return {
    title: wordsOf(value, 'title'),
    link: wordsOf(value, 'home_page_url'),
    id: wordsOf(value, 'feed_url'),
    language: wordsOf(value, 'language'),
    updated: updated ?? null,
    items,
  }
}
