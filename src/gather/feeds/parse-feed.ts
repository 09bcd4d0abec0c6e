import { InputError } from '#domain'
import { declaredCharset } from '../declared-charset.ts'
import { textOf } from '../text-of.ts'
import type { Feed } from './feed.ts'
import { readJsonFeed } from './json-feed.ts'
import { readXmlFeed } from './xml-feed.ts'

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new InputError(`expected a feed, found broken JSON (${(cause as Error).message}).`, { cause })
  }
}

/**
 * Reads a feed: RSS, RDF, Atom (broken ones as far as they go) or JSON Feed. `url` is where it was found; links in it are
 * made whole against it. Throws InputError when it is no feed.
 */
export function parseFeed(body: Uint8Array | string, url: string | null = null): Feed {
  const text = typeof body === 'string' ? body : textOf(body, 'the feed', declaredCharset(body))
  const feed = /^\s*[[{]/.test(text) ? readJsonFeed(readJson(text), url) : readXmlFeed(text, url)
  if (feed === null) throw new InputError('expected an RSS, Atom or JSON feed, found none of its elements.')
  return feed
}
