/** What sort of thing the bytes of one file, entry or answer hold: something with reports in it. */
export type BodyKind = 'text' | 'page' | 'json' | 'lines' | 'feed' | 'csv' | 'pdf' | 'mail'
/** A file that holds other files, or captures of pages. */
export type ArchiveKind = 'zip' | 'tar' | 'warc' | 'wacz'
/** What a file is by its ending; `packed` where it is gzipped as a whole besides. */
export interface FileKind {
  readonly kind: BodyKind | ArchiveKind
  readonly packed: boolean
}

const KINDS: Readonly<Record<string, BodyKind | ArchiveKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'page',
  htm: 'page',
  xhtml: 'page',
  json: 'json',
  jsonl: 'lines',
  ndjson: 'lines',
  xml: 'feed',
  rss: 'feed',
  atom: 'feed',
  csv: 'csv',
  tsv: 'csv',
  pdf: 'pdf',
  eml: 'mail',
  zip: 'zip',
  tar: 'tar',
  warc: 'warc',
  wacz: 'wacz',
}

const CONTENT_TYPES: Readonly<Record<BodyKind, string>> = {
  text: 'text/plain',
  page: 'text/html',
  json: 'application/json',
  lines: 'application/x-ndjson',
  feed: 'application/xml',
  csv: 'text/csv',
  pdf: 'application/pdf',
  mail: 'message/rfc822',
}

/** The endings that are read, for messages to people. */
export const READABLE =
  '.txt, .md, .html, .pdf, .eml, .json, .jsonl, .csv, .tsv, .xml, .rss, .atom, .warc, .wacz, .zip, .tar, .tgz (each but .zip, .wacz and .tgz also with .gz)'

/** The name a report goes by: the file's without `.gz` and its ending. */
export const stemOf = (fileName: string): string => fileName.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '')

/** What a file holds by its ending; null for an ending that is no report's. */
export function kindOfFile(fileName: string): FileKind | null {
  const name = fileName.replace(/\.tgz$/i, '.tar.gz')
  const packed = /\.gz$/i.test(name)
  const ending = /\.([^.]+)$/.exec(name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined
  return kind === undefined ? null : { kind, packed }
}

/** The media type a capture of a file is kept under, by which `kindOfBody` knows it again. */
export const contentTypeOf = (kind: BodyKind): string => CONTENT_TYPES[kind]

/** What a body holds by its media type alone, or null where the type leaves it open (`text/plain`, `application/xml`). */
export function kindOfType(contentType: string | null): BodyKind | null {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/jsonl') return 'lines'
  const kinds = ['lines', 'csv', 'pdf', 'mail'] as const
  return kinds.find(kind => CONTENT_TYPES[kind] === type) ?? null
}
