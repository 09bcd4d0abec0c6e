/** What sort of thing a file or body holds. */
export type FileKind = 'text' | 'page' | 'json' | 'lines' | 'feed'

const KINDS: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  md: 'text',
  html: 'page',
  htm: 'page',
  json: 'json',
  jsonl: 'lines',
  xml: 'feed',
  rss: 'feed',
  atom: 'feed',
}

/** The name a report goes by: the file's without `.gz` and its ending. */
export const stemOf = (fileName: string): string => fileName.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '')

/** What a file holds by its ending; null for an ending that is no report's. */
export function kindOfFile(fileName: string): FileKind | null {
  const packed = /\.gz$/i.test(fileName)
  const ending = /\.([^.]+)$/.exec(fileName.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? ''
  const kind = KINDS[ending] ?? null
  return packed && kind !== 'text' && kind !== 'lines' ? null : kind
}
