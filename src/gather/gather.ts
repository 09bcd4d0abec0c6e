import { basename, dirname } from 'node:path'
import { InputError, type Source } from '#domain'
import { Budget } from './files/budget.ts'
import { type Entry, folderShelf, openDisk, type Shelf, sizeOf } from './files/entry.ts'
import { READABLE, stemOf } from './files/kind-of-file.ts'
import { type ListedFile, listFiles } from './files/list-files.ts'
import { type ColumnMap, checkColumns } from './files/lists/csv-columns.ts'
import { type Leaf, openEntries, type ReadLimits } from './files/open-entries.ts'
import { type Piece, readEntry } from './files/read-entry.ts'
import { type Meta, readJsonFile, readMeta } from './files/read-meta.ts'
import { readSources } from './files/read-sources.ts'
import { gatherDrafts } from './gather-drafts.ts'
import { type Draft, type Gathered, type GatherOptions, MAX_BYTES } from './gathered.ts'
import { isInFuture } from './make-article.ts'
import { readMoment } from './read-moment.ts'

/** What lies beside a file speaks first for a single report; for a list or feed it only names the outlet where an item does not. */
function withMeta(drafts: readonly Draft[], meta: Meta | null, single: boolean): readonly Draft[] {
  if (meta === null) return drafts
  if (!single) return drafts.map(draft => ({ ...draft, outlet: draft.outlet ?? meta.outlet }))
  return drafts.map(draft => ({
    ...draft,
    title: meta.title ?? draft.title,
    outlet: meta.outlet ?? draft.outlet,
    url: meta.url ?? draft.url,
    byline: meta.byline ?? draft.byline,
    publishedAt: meta.publishedAt ?? draft.publishedAt,
    editedAt: meta.editedAt ?? draft.editedAt,
  }))
}

/** A text that the user names and dates in the future is a slip of the hand: it is said at once, not noted and kept. */
function refuseFuture({ entry, kind }: Leaf, drafts: readonly Draft[], options: GatherOptions): void {
  const dated = readMoment(drafts[0]?.publishedAt ?? '')
  const single = (kind === 'text' || kind === 'json') && drafts.length === 1
  if (!entry.named || !single || dated === null || !isInFuture(dated, options.now)) return
  throw new InputError(
    `${entry.path}: publishedAt ${dated} lies in the future (it is ${options.now}); correct the date.`,
  )
}

interface Walk extends ReadLimits {
  readonly options: GatherOptions
  readonly names: Set<string>
  readonly sourcesOf: Map<string, readonly Source[]>
}

/** The sources of a file's folders, nearest first, then those given. */
async function sourcesFor(shelves: readonly Shelf[], walk: Walk): Promise<Source[]> {
  const found: Source[] = []
  for (const shelf of shelves.toReversed()) {
    const sources = walk.sourcesOf.get(shelf.path) ?? (await readSources(shelf))
    walk.sourcesOf.set(shelf.path, sources)
    found.push(...sources)
  }
  return [...found, ...walk.options.sources]
}

/** `stem`, or `stem-2`, `stem-3`… where two files of one walk bear the same name. */
function uniqueName(stem: string, names: Set<string>): string {
  let name = stem
  for (let n = 2; names.has(name); n += 1) name = `${stem}-${n}`
  names.add(name)
  return name
}

/** Each with whether it is the last. What fails after an item is thrown after the item was given. */
async function* withEnd<Item>(items: AsyncGenerator<Item>): AsyncGenerator<{ item: Item; last: boolean }> {
  for (let next = await items.next(); !next.done; ) {
    const item = next.value
    let failure: unknown = null
    try {
      next = await items.next()
    } catch (error) {
      failure = error
    }
    yield { item, last: failure === null && next.done === true }
    if (failure !== null) throw failure
  }
}

async function columnsFor(shelf: Shelf, stem: string, walk: Walk): Promise<ColumnMap> {
  const name = `${stem}.columns.json`
  const json = await readJsonFile(shelf, name)
  return json === undefined ? (walk.options.columns ?? {}) : checkColumns(json, `${shelf.path}/${name}`)
}

/** The reports of one file that holds them itself. */
async function* gatherLeaf(leaf: Leaf, walk: Walk): AsyncGenerator<Gathered> {
  const { options } = walk
  const { path, name: fileName, shelves } = leaf.entry
  const stem = stemOf(fileName)
  const shelf = shelves.at(-1) ?? folderShelf('.')
  const meta = await readMeta(shelf, stem)
  const sources = await sourcesFor(shelves, walk)
  const columns = leaf.kind === 'csv' ? await columnsFor(shelf, stem, walk) : {}
  const pieces = readEntry(leaf, { ...walk, url: meta?.url ?? null, columns })
  const name = uniqueName(stem, walk.names)
  let given = 0
  for await (const { item: piece, last } of withEnd<Piece>(pieces)) {
    const drafts = withMeta(piece.drafts, meta, piece.single)
    refuseFuture(leaf, drafts, options)
    const alone = last && given === 0
    yield* gatherDrafts(drafts, piece.body, {
      path,
      name,
      numberFrom: alone ? null : given + 1,
      now: piece.captured ?? options.now,
      sources,
      defaultOutlet: options.defaultOutlet ?? null,
      origin: piece.single ? { ...piece.origin, url: drafts[0]?.url ?? piece.origin.url ?? null } : piece.origin,
    })
    given += drafts.length
  }
  if (given === 0) throw new InputError(`${path} holds no report that can be read.`)
}

const entryOf = (file: ListedFile): Entry => ({
  path: file.path,
  name: basename(file.path),
  named: file.named,
  shelves: (file.folders.length > 0 ? file.folders : [dirname(file.path)]).map(folderShelf),
  open: () => openDisk(file.path),
  reopens: true,
  disk: file.path,
  depth: 0,
})

/** The reports of one file on the disk. What cannot be read in an archive goes to `onProblem`; the rest is read. */
async function* gatherFile(
  file: ListedFile,
  walk: Omit<Walk, keyof ReadLimits>,
  onProblem: (line: string) => void,
): AsyncGenerator<Gathered> {
  const { options } = walk
  const budget = new Budget(file.path, await sizeOf(file.path), options.unpackLimits)
  const limits: Walk = { ...walk, maxBytes: options.maxBytes ?? MAX_BYTES, budget, onProblem }
  let given = 0
  for await (const leaf of openEntries(entryOf(file), limits)) {
    try {
      for await (const report of gatherLeaf(leaf, limits)) {
        given += 1
        yield report
      }
    } catch (error) {
      if (!(error instanceof InputError) || leaf.entry.depth === 0) throw error
      onProblem(error.message)
    }
  }
  if (given === 0) throw new InputError(`${file.path} holds no report that can be read: expected ${READABLE} in it.`)
}

/**
 * Reads reports from files and folders: texts and Markdown with front matter, pages, PDFs, letters (`.eml`), JSON, JSON
 * lines, tables (CSV, TSV), feeds, Telegram Desktop exports, captures (WARC, WACZ), and archives of these (`.zip`, `.tar`,
 * `.tar.gz`, `.gz`), with what `NAME.meta.json` and the folder's `sources.json` say. Lists, captures and archives are read
 * as streams: no more than one report, or a megabyte of a list, is held. A file, entry or line that cannot be read goes to
 * `onProblem` and the others go on; without `onProblem` the end of the walk throws. Throws InputError at once for a path
 * that is not there, and when nothing at all could be read. When a file was changed or stored on the disk says nothing
 * about when its report was published and is never looked at.
 */
export async function* gather(paths: readonly string[], options: GatherOptions): AsyncGenerator<Gathered> {
  const files = await listFiles(paths)
  if (files.length === 0)
    throw new InputError(`${paths.join(', ') || 'no path'}: found no file to read: expected ${READABLE}.`)
  const failures: InputError[] = []
  const tell = options.onProblem ?? (line => failures.push(new InputError(line)))
  let last = ''
  // A cut is met twice: by what reads the entry, and by what looks for the next.
  const onProblem = (line: string): void => {
    if (line !== last) tell(line)
    last = line
  }
  const walk = { options, names: new Set<string>(), sourcesOf: new Map<string, readonly Source[]>() }
  let given = 0
  for (const [done, file] of files.entries()) {
    options.onProgress?.(done, files.length, basename(file.path))
    try {
      for await (const report of gatherFile(file, walk, onProblem)) {
        given += 1
        yield report
      }
    } catch (error) {
      if (!(error instanceof InputError) || (given === 0 && done === files.length - 1)) throw error
      onProblem(error.message)
    }
  }
  options.onProgress?.(files.length, files.length, '')
  if (failures[0]) throw new InputError(`${failures.length} could not be read, the first: ${failures[0].message}`)
}
