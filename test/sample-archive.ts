import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from 'feedsmith'
import { parseHTML } from 'linkedom'

/**
 * Reads the sample archive with the plainest means there are, and with none of the project's own readers, so that its
 * test says what lies in the files and not what gathering makes of them.
 */
const ROOT = join(import.meta.dirname, '../samples/ukraine')

interface Meta {
  readonly title?: string | null
  readonly outlet?: string
  readonly publishedAt?: string
  readonly editedAt?: string
  readonly url?: string
  readonly shows?: string | Readonly<Record<string, string>>
  readonly traps?: readonly string[] | Readonly<Record<string, readonly string[]>>
}

/** One report of the archive, whatever file it came in; a field that could not be read is undefined. */
export interface Sample {
  readonly day: string
  readonly file: string
  readonly form: 'txt' | 'html' | 'xml' | 'jsonl'
  readonly title: string | null | undefined
  readonly outlet: string | undefined
  readonly publishedAt: string | undefined
  readonly editedAt: string | undefined
  readonly url: string | undefined
  readonly text: string
  readonly shows: unknown
  readonly traps: readonly string[]
}

/** The text of a file of the archive, by its path below `samples/ukraine`. */
export const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8')
const readMeta = (day: string, file: string) => JSON.parse(read(day, file.replace(/\.\w+$/, '.meta.json'))) as Meta
/** The names of the files of one day folder, meta files among them. */
export const filesOf = (day: string): readonly string[] => readdirSync(join(ROOT, day))

const listOf = (traps: Meta['traps']): readonly string[] => (Array.isArray(traps) ? (traps as string[]) : [])

function fromText(day: string, file: string): Sample[] {
  const { title, outlet, publishedAt, editedAt, url, shows, traps } = readMeta(day, file)
  return [
    {
      day,
      file,
      form: 'txt',
      title,
      outlet,
      publishedAt,
      editedAt,
      url,
      text: read(day, file),
      shows,
      traps: listOf(traps),
    },
  ]
}

/** The publication date of a page: linked data, microdata, a meta tag or a time element, whichever the page has. */
function pageDate(html: string, document: ReturnType<typeof parseHTML>['document']): string | undefined {
  const inLinkedData = /"datePublished":\s*"([^"]+)"/.exec(html)?.[1]
  const inMeta = document
    .querySelector('meta[itemprop="datePublished"], meta[property="article:published_time"]')
    ?.getAttribute('content')
  return inLinkedData ?? inMeta ?? document.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined
}

function fromPage(day: string, file: string): Sample[] {
  const html = read(day, file)
  const { document } = parseHTML(html)
  const property = (name: string) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content')
  const { shows, traps } = readMeta(day, file)
  return [
    {
      day,
      file,
      form: 'html',
      title: document.querySelector('h1, h2')?.textContent,
      outlet: property('og:site_name') ?? undefined,
      publishedAt: pageDate(html, document),
      editedAt: undefined,
      url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? property('og:url') ?? undefined,
      text: document.body.textContent,
      shows,
      traps: listOf(traps),
    },
  ]
}

function fromFeed(day: string, file: string): Sample[] {
  const { outlet, shows, traps } = readMeta(day, file)
  const parsed = parseFeed(read(day, file))
  const items =
    parsed.format === 'atom'
      ? (parsed.feed.entries ?? []).map(entry => ({
          title: entry.title?.value,
          url: entry.links?.[0]?.href,
          published: entry.published,
          text: entry.content?.value,
        }))
      : parsed.format === 'rss'
        ? (parsed.feed.items ?? []).map(item => ({
            title: item.title,
            url: item.link,
            published: item.pubDate,
            text: item.content?.encoded ?? item.description,
          }))
        : []
  return items.map(({ title, url, published, text }) => ({
    day,
    file,
    form: 'xml' as const,
    title,
    outlet,
    publishedAt: published === undefined ? undefined : new Date(String(published)).toISOString(),
    editedAt: undefined,
    url,
    text: text ?? '',
    shows: (shows as Record<string, string>)[url ?? ''],
    traps: listOf((traps as Record<string, readonly string[]> | undefined)?.[url ?? '']),
  }))
}

function fromPosts(day: string, file: string): Sample[] {
  return read(day, file)
    .trimEnd()
    .split('\n')
    .map(line => {
      const post = JSON.parse(line) as Meta & { text: string }
      const { title, outlet, publishedAt, editedAt, url, text, shows, traps } = post
      return { day, file, form: 'jsonl', title, outlet, publishedAt, editedAt, url, text, shows, traps: listOf(traps) }
    })
}

const READERS: Readonly<Record<string, (day: string, file: string) => Sample[]>> = {
  txt: fromText,
  html: fromPage,
  xml: fromFeed,
  jsonl: fromPosts,
}

/** The folders of the archive, one a day, as `YYYY-MM-DD`. */
export const days: readonly string[] = readdirSync(ROOT, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
/** Every report of the archive, by day and file. */
export const samples: readonly Sample[] = days.flatMap(day =>
  filesOf(day)
    .filter(file => !file.endsWith('.meta.json'))
    .flatMap(file => READERS[file.split('.').at(-1) ?? '']?.(day, file) ?? []),
)
