import { Parser } from 'htmlparser2'
import type { Instant } from '#domain'
import { readMoment } from '../read-moment.ts'

/** One address of a sitemap. Unknown is null. */
export interface SitemapEntry {
  readonly address: string
  /** When the page was last changed or, in a news sitemap, published. */
  readonly moment: Instant | null
  /** In a news sitemap: the outlet, the title and the language as stated. */
  readonly outlet: string | null
  readonly title: string | null
  readonly language: string | null
}

/** A sitemap (sitemaps.org 0.9), or an index of them, whose entries are then sitemaps. */
export interface Sitemap {
  readonly isIndex: boolean
  /** True where its entries carry Google's news extension. */
  readonly isNews: boolean
  readonly entries: readonly SitemapEntry[]
}

const BLANK: SitemapEntry = { address: '', moment: null, outlet: null, title: null, language: null }
/** The protocol's own limit is 50,000. */
const MOST_ENTRIES = 200_000
const LONGEST_TEXT = 4000

const FIELDS: Readonly<Record<string, string>> = {
  'url/loc': 'loc',
  'sitemap/loc': 'loc',
  'url/lastmod': 'lastmod',
  'sitemap/lastmod': 'lastmod',
  'news:news/news:publication_date': 'published',
  'news:news/news:title': 'title',
  'news:publication/news:name': 'outlet',
  'news:publication/news:language': 'language',
}

const entryOf = (fields: Readonly<Record<string, string>>): SitemapEntry => ({
  address: fields['loc'] ?? '',
  moment: readMoment(fields['published'] ?? '') ?? readMoment(fields['lastmod'] ?? ''),
  outlet: fields['outlet'] || null,
  title: fields['title'] || null,
  language: fields['language'] || null,
})

/** True for the opening of a sitemap or of an index of sitemaps. */
export const isSitemap = (text: string): boolean =>
  /<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/.test(text.slice(0, 4096))

/** Reads a sitemap; entries without a web address are left out. Null when it is none. Entities are not expanded beyond XML's own five. */
export function readSitemap(text: string): Sitemap | null {
  if (!isSitemap(text)) return null
  const open: string[] = []
  const entries: SitemapEntry[] = []
  let fields: Record<string, string> = {}
  let [isIndex, isNews, words] = [false, false, '']
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push(name)
        words = ''
        if (name === 'sitemapindex') isIndex = true
        if (name === 'news:news') isNews = true
        if (name === 'url' || name === 'sitemap') fields = {}
      },
      ontext(text) {
        if (words.length < LONGEST_TEXT) words += text
      },
      onclosetag(name) {
        open.pop()
        const field = FIELDS[`${open.at(-1)}/${name}`]
        if (field !== undefined) fields[field] = words.trim()
        words = ''
        const entry = name === 'url' || name === 'sitemap' ? entryOf(fields) : BLANK
        if (/^https?:\/\//i.test(entry.address) && entries.length < MOST_ENTRIES) entries.push(entry)
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  return { isIndex, isNews, entries }
}
