import { InputError } from '#domain'
import { languageTag } from '../detect-language.ts'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { dropChrome } from '../pages/drop-chrome.ts'
import { markupToText } from '../pages/markup-to-text.ts'
import type { Feed, FeedItem } from './feed.ts'
import { parseFeed } from './parse-feed.ts'

/** Plain text keeps its line breaks; markup is laid out by its blocks. */
const textOfMarkup = (markup: string): string =>
  /<\/?[a-z][^<>]*>|&\w+;/i.test(markup) ? markupToText(markup) : markup

const lineOf = (markup: string | null): string | null =>
  markup === null ? null : textOfMarkup(markup).replace(/\s+/g, ' ').trim() || null

/** The longer of content and summary: some feeds put a lead into the one and the report into the other. */
function bodyOf(item: FeedItem): string {
  const texts = [item.content, item.summary].map(text => (text === null ? '' : dropChrome(textOfMarkup(text))))
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}

/** Aggregators write the outlet behind the headline: "Bridge reopens - River Herald". */
function headlineOf({ title, source }: FeedItem): string | null {
  const line = lineOf(title)
  const tail = ` - ${source ?? ''}`
  return source !== null && line?.endsWith(tail) ? line.slice(0, -tail.length) : line
}

const draftOf = (item: FeedItem, feed: Feed): Draft => ({
  ...BLANK_DRAFT,
  title: headlineOf(item),
  outlet: item.source ?? lineOf(feed.title),
  url: item.link,
  byline: item.author,
  language: languageTag(feed.language),
  publishedAt: item.published ?? item.updated,
  editedAt: item.published === null ? null : item.updated,
  text: bodyOf(item),
})

/** The reports of a feed; entries without words are nothing. Throws InputError when it is no feed or has no entry with words. */
export function feedDrafts(text: string, url: string | null): Draft[] {
  const feed = parseFeed(text, url)
  const drafts = feed.items.map(item => draftOf(item, feed)).filter(draft => draft.title !== null || draft.text !== '')
  if (drafts.length === 0) throw new InputError('the feed has no entry with words in it.')
  return drafts
}
