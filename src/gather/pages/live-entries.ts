import { readZonedMoment } from '../read-moment.ts'
import type { PageDocument } from './dom.ts'
import { isThing, namesOf, type Thing, typesOf, wordsOf } from './json-ld.ts'
import { findLiveBlocks } from './live-blocks.ts'
import { markupToText } from './markup-to-text.ts'
import type { PageMetadata } from './read-metadata.ts'

/** One entry of a live page. Unknown is null; moments are ISO 8601 with the page's own zone. */
export interface LiveEntry {
  /** The page's address with the entry's own anchor, or the entry's own address. */
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly publishedAt: string | null
  readonly editedAt: string | null
  readonly text: string
}

/** Fewer make no live page. */
const FEWEST = 2

const momentOf = (value: unknown): string | null => readZonedMoment(wordsOf(value) ?? '')

const plain = (words: string | null): string =>
  words === null ? '' : /<\/?[a-z][^<>]*>|&\w+;/i.test(words) ? markupToText(words) : words.trim()

function entryOf(update: Thing, things: readonly Thing[], page: string | null): LiveEntry {
  const address = wordsOf(update['url']) ?? wordsOf(update['@id']) ?? wordsOf(update['mainEntityOfPage'])
  const title = wordsOf(update['headline']) ?? wordsOf(update['name'])
  return {
    url: address !== null && URL.canParse(address, page ?? undefined) ? new URL(address, page ?? undefined).href : page,
    title: plain(title).replace(/\s+/g, ' ') || null,
    byline: namesOf(update['author'], things),
    publishedAt: momentOf(update['datePublished']) ?? momentOf(update['dateCreated']),
    editedAt: momentOf(update['dateModified']),
    text: plain(wordsOf(update['articleBody']) ?? wordsOf(update['text']) ?? wordsOf(update['description'])),
  }
}

/** The entries a page's JSON-LD gives (schema.org LiveBlogPosting), those without words left out. */
function statedEntries(things: readonly Thing[], url: string | null): LiveEntry[] {
  const blogs = things.filter(thing => typesOf(thing).includes('LiveBlogPosting'))
  const updates = blogs.flatMap(blog => [blog['liveBlogUpdate']].flat()).filter(isThing)
  return updates.map(update => entryOf(update, things, url)).filter(({ text }) => text !== '')
}

/** An anchor of its own for each entry that has none, so that entries of one page are not taken for editions of each other. */
function withAnchors(entries: readonly LiveEntry[], page: string | null): LiveEntry[] {
  const counts = new Map<string, number>()
  for (const { url } of entries) if (url !== null) counts.set(url, (counts.get(url) ?? 0) + 1)
  return entries.map(entry => {
    if (entry.url === null || (entry.url !== page && counts.get(entry.url) === 1)) return entry
    const stamp = entry.publishedAt?.replace(/[^\dTZ+-]/g, '') ?? null
    return stamp === null ? entry : { ...entry, url: `${entry.url.replace(/#.*$/, '')}#at-${stamp}` }
  })
}

const length = (entries: readonly LiveEntry[]): number => entries.reduce((sum, { text }) => sum + text.length, 0)

/**
 * The entries of a live page, and takes their blocks out of the page. Of what JSON-LD gives and what the markup shows, the
 * one with more words: JSON-LD is often cut short. Empty for a page that is not live.
 */
export function takeLiveEntries(page: PageDocument, things: readonly Thing[], metadata: PageMetadata): LiveEntry[] {
  const stated = statedEntries(things, metadata.url)
  const blocks = findLiveBlocks(page, metadata, stated.length >= FEWEST)
  const shown = blocks.map(({ entry }) => entry)
  if (Math.max(stated.length, shown.length) < FEWEST) return []
  for (const { block } of blocks) block.remove()
  const entries = length(shown) > length(stated) && shown.length >= stated.length / 2 ? shown : stated
  return withAnchors(entries, metadata.url)
}
