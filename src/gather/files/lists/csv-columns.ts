import { InputError } from '#domain'

/** What a column of a table can give of a report. */
export const CSV_FIELDS = ['title', 'text', 'outlet', 'publishedAt', 'editedAt', 'url', 'byline', 'language'] as const
export type CsvField = (typeof CSV_FIELDS)[number]

/** Which column gives what: field by name of the column. */
export type ColumnMap = Readonly<Partial<Record<CsvField, string>>>

/** Names that columns commonly bear. A column that says when a row was stored or fetched is none of these. */
const USUAL: Readonly<Record<CsvField, readonly string[]>> = {
  title: ['title', 'headline', 'subject'],
  text: ['text', 'body', 'content', 'article', 'articletext', 'fulltext', 'message', 'maintext'],
  outlet: ['outlet', 'source', 'publisher', 'publication', 'sourcename', 'newspaper', 'channel', 'site', 'sitename'],
  publishedAt: ['publishedat', 'published', 'publishdate', 'publicationdate', 'datepublished', 'pubdate', 'date'],
  editedAt: ['editedat', 'edited', 'updated', 'updatedat', 'modified', 'datemodified'],
  url: ['url', 'link', 'address', 'href', 'articleurl', 'canonicalurl'],
  byline: ['byline', 'author', 'authors', 'writer'],
  language: ['language', 'lang'],
}

const isField = (name: string): name is CsvField => (CSV_FIELDS as readonly string[]).includes(name)

/** A column map as people write it: `title=headline,text=body`. Throws InputError for a field there is not. */
export function parseColumns(written: string): ColumnMap {
  return checkColumns(
    Object.fromEntries(
      written.split(',').map(pair => {
        const at = pair.indexOf('=')
        if (at <= 0)
          throw new InputError(`columns: expected FIELD=COLUMN,… (title=headline,text=body), found "${pair.trim()}"`)
        return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      }),
    ),
    'columns',
  )
}

/** A column map as a file gives it. Throws InputError, with `where` in front, for a field there is not or a column without a name. */
export function checkColumns(value: unknown, where: string): ColumnMap {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const wrong = entries.find(([field, column]) => !isField(field) || typeof column !== 'string' || column === '')
  if (entries.length === 0 || wrong)
    throw new InputError(
      `${where}: expected names of columns for ${CSV_FIELDS.join(', ')}; found ${wrong ? `"${wrong[0]}"` : 'none'}.`,
    )
  return Object.fromEntries(entries) as ColumnMap
}

const fold = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The position of each field's column in a table's head: as the map says, else by the names columns commonly bear.
 * Throws InputError when a named column is not there, or no column gives a title or text.
 */
export function placeColumns(head: readonly string[], map: ColumnMap, path: string): Map<CsvField, number> {
  const folded = head.map(fold)
  const places = new Map<CsvField, number>()
  for (const field of CSV_FIELDS) {
    const named = map[field]
    const at =
      named === undefined
        ? (USUAL[field].map(name => folded.indexOf(name)).find(place => place >= 0) ?? -1)
        : head.findIndex(name => name.trim() === named || fold(name) === fold(named))
    if (named !== undefined && at < 0)
      throw new InputError(`${path}: expected a column "${named}" for ${field}, found ${head.slice(0, 20).join(', ')}.`)
    if (at >= 0) places.set(field, at)
  }
  if (!places.has('title') && !places.has('text'))
    throw new InputError(
      `${path}: expected a column of titles or texts, found ${head.slice(0, 20).join(', ')}; name them with --columns title=…,text=… or in NAME.columns.json.`,
    )
  return places
}
