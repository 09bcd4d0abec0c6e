import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import {
  addDays,
  type Briefing,
  type Day,
  dayOf,
  type Instant,
  type Story,
  type Watch,
  type WatchChangeKind,
} from '#domain'
import { allRows } from '#ledger'
import { renderFragment, titleLine, writeBriefing } from '#publish/briefing'
import { escapeXml } from './escape.ts'
import { deskLink, type ExportInput } from './export-input.ts'

/** One entry of a feed, whichever way it is written. */
export interface FeedEntry {
  /** Stays the same when the entry changes, so that readers update it instead of showing it twice. */
  readonly id: string
  readonly title: string
  readonly updated: Instant
  readonly published: Instant
  readonly url: string | null
  /** Markup of our own in which every word of a report is escaped. */
  readonly html: string
}

/** A feed before it is written as Atom or JSON. */
export interface NewsFeed {
  readonly id: string
  readonly title: string
  readonly updated: Instant
  /** Where it is read itself; null when it is a file. */
  readonly self: string | null
  readonly home: string | null
  readonly entries: readonly FeedEntry[]
}

/** How many days back a feed of editions goes, and how many stories one of stories has. */
const EDITIONS = 10
const STORIES = 50
const CHANGES = 100

const tag = (theatre: string, what: string): string => `tag:fogline,2022:${encodeURIComponent(theatre)}/${what}`

/** The editions of the newest days with reports: each as it was last published by then, else written from the ledger. */
export async function editionsFeed(input: ExportInput, self: string | null): Promise<NewsFeed> {
  const { ledger, theatre, asOf, base } = input
  const days = (await ledger.days({ asOf })).map(({ date }) => date).filter(day => day <= dayOf(asOf))
  const entries: FeedEntry[] = []
  for (const date of days.slice(-EDITIONS).reverse()) {
    const edition = (await ledger.briefing(date, { asOf })) ?? (await writeBriefing({ ledger, theatre, date, asOf }))
    entries.push(editionEntry(edition, theatre.id, base))
  }
  const id = tag(theatre.id, 'editions')
  return {
    id,
    title: `Fogline: ${theatre.name}, day by day`,
    updated: newestOf(entries, asOf),
    self,
    home: base,
    entries,
  }
}

function editionEntry(edition: Briefing, theatre: string, base: string | null): FeedEntry {
  return {
    id: tag(theatre, `day/${edition.date}`),
    title: titleLine(edition),
    updated: edition.asOf,
    published: publishedOf(edition.date, edition.asOf),
    url: deskLink(base, 'day', edition.date),
    html: renderFragment(edition),
  }
}

/** An edition is out when its day is over; one of the running day when it was written. */
const publishedOf = (date: Day, asOf: Instant): Instant => {
  const end = `${addDays(date, 1)}T00:00:00.000Z` as Instant
  return end < asOf ? end : asOf
}

/** The stories with the newest reports. */
export async function storiesFeed(input: ExportInput, self: string | null): Promise<NewsFeed> {
  const { ledger, theatre, asOf, base, filter } = input
  const { rows } = await ledger.stories({ saidFrom: filter.saidFrom, saidTo: filter.saidTo, asOf, limit: STORIES })
  const entries: FeedEntry[] = []
  for (const story of rows) entries.push(await storyEntry(input, story))
  const id = tag(theatre.id, 'stories')
  return { id, title: `Fogline: ${theatre.name}, stories`, updated: newestOf(entries, asOf), self, home: base, entries }
}

async function storyEntry({ ledger, theatre, asOf, base }: ExportInput, story: Story): Promise<FeedEntry> {
  const claims = await allRows(page => ledger.claims({ story: story.id, asOf, ...page }))
  const items = claims.map(
    ({ id, holder, outlet, text }) =>
      `<li>${escapeXml(holder.name)}: <q>${escapeXml(text)}</q> <cite>${escapeXml(outlet ?? '')}</cite> <code>${escapeXml(id)}</code></li>`,
  )
  return {
    id: tag(theatre.id, `story/${story.id}`),
    title: story.headline,
    updated: story.lastSaid,
    published: story.firstSaid,
    url: deskLink(base, 'story', story.id),
    html: `<p>${story.articles.length} reports, ${claims.length} claims.</p><ul>${items.join('')}</ul>`,
  }
}

const CHANGE_WORDS: Readonly<Record<WatchChangeKind, string>> = {
  new: 'New',
  changed: 'Read otherwise',
  withdrawn: 'Taken back',
}

/** The newest changes a watch found, one entry each: who claims it, the words, the report. */
export async function watchFeed(
  { ledger, theatre, base }: Pick<ExportInput, 'ledger' | 'theatre' | 'base'>,
  watch: Watch,
  self: string | null,
): Promise<NewsFeed> {
  const { rows } = await ledger.watches.changes(watch.id, { limit: CHANGES })
  const entries = rows.map(({ kind, learned, claim }): FeedEntry => {
    const { id, holder, text, outlet, source, said } = claim
    return {
      id: tag(theatre.id, `watch/${watch.id}/${id}/${learned}`),
      title: `${CHANGE_WORDS[kind]}: ${holder.name}: ${text}`.replace(/\s+/g, ' ').slice(0, 200),
      updated: learned,
      published: learned,
      url: deskLink(base, 'claim', id),
      html: `<p>${escapeXml(holder.name)}: <q>${escapeXml(text)}</q> <cite>${escapeXml(outlet ?? source)}, ${said.slice(0, 16).replace('T', ' ')} UTC</cite> <code>${escapeXml(id)}</code></p>`,
    }
  })
  const [id, title] = [tag(theatre.id, `watch/${watch.id}`), `Fogline: ${watch.name}`]
  return { id, title, updated: newestOf(entries, watch.created), self, home: base, entries }
}

/** When the newest entry changed; an empty feed is as old as what it knows. */
const newestOf = (entries: readonly FeedEntry[], asOf: Instant): Instant =>
  entries.map(({ updated }) => updated).reduce((a, b) => (a > b ? a : b), entries[0]?.updated ?? asOf)

/** XML 1.0 has no way to write most control characters, nor halves of surrogate pairs. */
const writable = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu, '\uFFFD')

/** A feed as Atom 1.0 (RFC 4287). */
export function writeAtom(feed: NewsFeed): string {
  const link = (href: string | null, rel: string) => (href === null ? [] : [{ href, rel }])
  return generateAtomFeed({
    id: feed.id,
    title: { value: writable(feed.title) },
    updated: new Date(feed.updated),
    authors: [{ name: 'Fogline' }],
    generator: { text: 'Fogline' },
    links: [...link(feed.self, 'self'), ...link(feed.home, 'alternate')],
    entries: feed.entries.map(entry => ({
      id: entry.id,
      title: { value: writable(entry.title) },
      updated: new Date(entry.updated),
      published: new Date(entry.published),
      links: link(entry.url, 'alternate'),
      content: { type: 'html', value: writable(entry.html) },
    })),
  })
}

/** A feed as JSON Feed 1.1. */
export function writeJsonFeed(feed: NewsFeed): string {
  const made = generateJsonFeed({
    title: feed.title,
    ...(feed.home === null ? {} : { home_page_url: feed.home }),
    ...(feed.self === null ? {} : { feed_url: feed.self }),
    authors: [{ name: 'Fogline' }],
    language: 'en',
    items: feed.entries.map(entry => ({
      id: entry.id,
      title: entry.title,
      content_html: entry.html,
      date_published: new Date(entry.published),
      date_modified: new Date(entry.updated),
      ...(entry.url === null ? {} : { url: entry.url }),
    })),
  })
  return `${JSON.stringify(made, null, 2)}\n`
}
