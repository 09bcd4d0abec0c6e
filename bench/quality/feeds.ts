import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type Feed, type FeedItem, parseFeed } from '#gather'

/** One thing a test feed expects: a field of the feed (`entry` null) or of an entry, and its value. */
interface Expected {
  readonly entry: number | null
  readonly field: string
  readonly value: string
}

/** Fields of the expectations that Fogline's feed has, with the name there. Dates are compared to the second. */
const ITEM_FIELDS: Readonly<Record<string, keyof FeedItem>> = {
  title: 'title',
  title_detail: 'title',
  link: 'link',
  id: 'id',
  guid: 'id',
  author: 'author',
  description: 'summary',
  summary: 'summary',
  summary_detail: 'summary',
  content: 'content',
  published_parsed: 'published',
  updated_parsed: 'updated',
}
const FEED_FIELDS: Readonly<Record<string, keyof Omit<Feed, 'items'>>> = {
  title: 'title',
  title_detail: 'title',
  link: 'link',
  id: 'id',
  language: 'language',
  updated_parsed: 'updated',
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** A Python string literal's text. */
const unescape = (literal: string): string =>
  literal.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gis, (_, hex, wide, single: string | undefined) =>
    single === undefined ? String.fromCharCode(Number.parseInt(String(hex ?? wide), 16)) : (ESCAPES[single] ?? single),
  )

/** `(2004, 1, 1, 19, 48, 21, 3, 1, 0)` as ISO to the second. */
function tupleMoment(tuple: string): string {
  const [year, month, day, hour, minute, second] = tuple.split(',').map(part => part.trim().padStart(2, '0'))
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`
}

const TERM =
  /(?:entries\[(\d+)\]|feed)(?:\[u?'(\w+)'\]|\.(\w+))(?:\[0\])?(?:\[u?'(\w+)'\])?\s*==\s*(?:u?'((?:[^'\\]|\\.)*)'|u?"((?:[^"\\]|\\.)*)"|\(([\d,\s]+)\))/g

/** What a test feed expects of fields that Fogline's feed has too; of details only their value. */
export function expectationsOf(feed: string): Expected[] {
  const expression = /Expect:\s*(.*)/.exec(feed)?.[1] ?? ''
  return [...expression.matchAll(TERM)].flatMap(found => {
    const [, entry, keyed, dotted, detail, single, double, tuple] = found
    const field = keyed ?? dotted ?? ''
    const isDetail = field.endsWith('_detail') || field === 'content'
    const fields = entry === undefined ? FEED_FIELDS : ITEM_FIELDS
    if (!(field in fields) || (isDetail ? detail !== 'value' : detail !== undefined)) return []
    const value = tuple === undefined ? unescape(single ?? double ?? '') : tupleMoment(tuple)
    return [{ entry: entry === undefined ? null : Number(entry), field, value }]
  })
}

function foundValue(feed: Feed, expected: Expected): string | null {
  if (expected.entry === null) return feed[FEED_FIELDS[expected.field] ?? 'title']
  const item = feed.items[expected.entry]
  const field = ITEM_FIELDS[expected.field] ?? 'title'
  // feedparser gives an entry's content as its description where it has no other, and the other way round.
  if (field === 'summary') return item?.summary ?? item?.content ?? null
  return item?.[field] ?? (field === 'content' ? (item?.summary ?? null) : null)
}

/** How one feed was read: what was expected and what was found; `failed` is the error where it was not read at all. */
export interface FeedScore {
  readonly path: string
  readonly failed: string | null
  readonly terms: readonly { readonly expected: Expected; readonly found: string | null; readonly met: boolean }[]
}

const isMoment = (expected: Expected): boolean => expected.field.endsWith('_parsed')

/** Reads one test feed and compares it with what it expects. */
function scoreFeed(path: string): FeedScore {
  const body = readFileSync(path)
  const expectations = expectationsOf(new TextDecoder().decode(body))
  try {
    const feed = parseFeed(body, 'http://127.0.0.1:8097/')
    const terms = expectations.map(expected => {
      const found = foundValue(feed, expected)
      const shown = isMoment(expected) ? (found?.slice(0, 19) ?? null) : found
      return { expected, found: shown, met: (shown ?? '') === expected.value }
    })
    return { path, failed: null, terms }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { path, failed: error.message, terms: expectations.map(expected => ({ expected, found: null, met: false })) }
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return ['.xml', '.json'].includes(extname(entry.name)) ? [path] : []
  })
}

/** The scores feed by feed, for looking at those that fail. */
export const scoreFeeds = (dataPath: string): FeedScore[] => filesUnder(dataPath).sort().map(scoreFeed)

/**
 * Reading of feeds, on test feeds with an `Expect:` comment (feedparser's own tests) under `dataPath`. `read` is the share
 * of files read without an error, `met` the share of checkable expectations met to the letter, then the same by field.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const scores = scoreFeeds(dataPath)
  const terms = scores.flatMap(score => score.terms)
  const share = (part: readonly { met: boolean }[]): number =>
    part.filter(term => term.met).length / Math.max(1, part.length)
  const fields = [...new Set(Object.values(ITEM_FIELDS))].map(field => {
    const own = terms.filter(
      ({ expected }) => (expected.entry === null ? FEED_FIELDS : ITEM_FIELDS)[expected.field] === field,
    )
    return [field, share(own)] as const
  })
  return {
    feeds: scores.length,
    read: scores.filter(score => score.failed === null).length / Math.max(1, scores.length),
    expectations: terms.length,
    met: share(terms),
    ...Object.fromEntries(fields),
  }
}
