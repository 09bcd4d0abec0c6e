import { Parser } from 'htmlparser2'
import { InputError, type Source, type Subscription } from '#domain'

/** One feed of a reading list (OPML 2.0), with what Fogline's own lists add. Unknown is null. */
export interface Outline {
  readonly title: string | null
  readonly address: string
  /** The site the feed belongs to. */
  readonly url: string | null
  /** The folders it stands in, outermost first. */
  readonly folders: readonly string[]
  /** Fogline's attributes by their names (`camp`, `country`, `kind`, …); empty in other programs' lists. */
  readonly more: Readonly<Record<string, string>>
}

const PREFIX = 'fogline:'

/** Reads a reading list; outlines without a web address are folders. Throws InputError when it is no OPML. */
export function readOpml(text: string): Outline[] {
  if (!/<opml[\s>]/i.test(text.slice(0, 4096))) throw new InputError('expected an OPML list, found no <opml> in it.')
  const folders: (string | null)[] = []
  const outlines: Outline[] = []
  const parser = new Parser(
    {
      onopentag(name, given) {
        if (name.toLowerCase() !== 'outline') return
        const at = Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value.trim()]))
        const [title, address] = [at['title'] || at['text'] || null, at['xmlurl'] ?? '']
        const isFeed = /^https?:\/\//i.test(address)
        if (isFeed) {
          const inside = folders.flatMap(folder => folder ?? [])
          outlines.push({ title, address, url: at['htmlurl'] || null, folders: inside, more: moreOf(at) })
        }
        folders.push(isFeed ? null : title)
      },
      onclosetag(name) {
        if (name.toLowerCase() === 'outline') folders.pop()
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  return outlines
}

const moreOf = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([key, value]) => key.startsWith(PREFIX) && value !== '')
      .map(([key, value]) => [key.slice(PREFIX.length), value]),
  )

const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, mark => `&#${mark.codePointAt(0)};`)

const attributes = (values: Readonly<Record<string, string | null>>): string =>
  Object.entries(values)
    .flatMap(([key, value]) => (value === null ? [] : [`${key}="${escaped(value)}"`]))
    .join(' ')

const outlineOf = (source: Source, { form, address, everyMinutes, full, paused }: Subscription): string =>
  `    <outline ${attributes({
    type: 'rss',
    text: source.name,
    title: source.name,
    xmlUrl: address,
    htmlUrl: source.url,
    'fogline:form': form,
    'fogline:kind': source.kind,
    'fogline:camp': source.camp,
    'fogline:country': source.country,
    'fogline:stance': source.stance,
    'fogline:reliability': source.reliability,
    'fogline:family': source.family,
    'fogline:owner': source.owner ?? null,
    'fogline:every': String(everyMinutes),
    'fogline:full': String(full),
    'fogline:paused': paused ? 'true' : null,
  })}/>`

/** Writes a reading list that other programs read as feeds and Fogline with all it knows. Folders on this disk are left out. */
export function writeOpml(title: string, list: readonly (readonly [Source, Subscription])[]): string {
  const outlines = list.filter(([, { form }]) => form !== 'folder').map(([source, one]) => outlineOf(source, one))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0" xmlns:fogline="https://fogline.example/opml">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}
