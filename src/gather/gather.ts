import { basename, join } from 'node:path'
import { InputError, type Source } from '#domain'
import { kindOfFile, stemOf } from './files/kind-of-file.ts'
import { type ListedFile, listFiles } from './files/list-files.ts'
import { readBody } from './files/read-body.ts'
import { type Meta, readMeta } from './files/read-meta.ts'
import { readSources } from './files/read-sources.ts'
import { gatherDrafts } from './gather-drafts.ts'
import { type Draft, type Gathered, type GatherOptions, MAX_BYTES } from './gathered.ts'
import { isInFuture } from './make-article.ts'
import { readDrafts } from './read-drafts.ts'
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
function refuseFuture(file: ListedFile, drafts: readonly Draft[], options: GatherOptions): void {
  const dated = readMoment(drafts[0]?.publishedAt ?? '')
  if (!file.named || drafts.length !== 1 || dated === null || !isInFuture(dated, options.now)) return
  throw new InputError(
    `${file.path}: publishedAt ${dated} lies in the future (it is ${options.now}); correct the date.`,
  )
}

interface Walk {
  readonly options: GatherOptions
  readonly names: Set<string>
  readonly sourcesOf: Map<string, readonly Source[]>
  readonly onProblem: (line: string) => void
}

/** The sources of a file's folders, nearest first, then those given. */
async function sourcesFor(file: ListedFile, walk: Walk): Promise<Source[]> {
  const found: Source[] = []
  for (const folder of file.folders.toReversed()) {
    const sources = walk.sourcesOf.get(folder) ?? (await readSources(folder))
    walk.sourcesOf.set(folder, sources)
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

async function gatherFile(file: ListedFile, walk: Walk): Promise<Gathered[]> {
  const { options } = walk
  const kind = kindOfFile(basename(file.path))
  if (kind === null) throw new InputError(`${file.path}: no kind of report is known by this ending.`)
  const stem = stemOf(basename(file.path))
  const meta = await readMeta(join(file.path, '..', `${stem}.meta.json`))
  const sources = await sourcesFor(file, walk)
  const body = await readBody(file.path, options.maxBytes ?? MAX_BYTES)
  const origin = { name: file.path, url: meta?.url ?? null, charset: null, onProblem: walk.onProblem }
  const single = kind === 'text' || kind === 'page'
  const drafts = withMeta(readDrafts(kind, body, origin), meta, single)
  if (kind === 'text' || kind === 'json') refuseFuture(file, drafts, options)
  return gatherDrafts(drafts, body, {
    path: file.path,
    name: uniqueName(stem, walk.names),
    now: options.now,
    sources,
    defaultOutlet: options.defaultOutlet ?? null,
    origin: { url: single ? (drafts[0]?.url ?? null) : origin.url },
  })
}

/**
 * Reads reports from files and folders: `.txt`, `.md` (with front matter), `.html`, `.json`, `.jsonl` and feeds (`.xml`,
 * `.rss`, `.atom`), with what `NAME.meta.json` and the folder's `sources.json` say. In files of several reports, each is
 * yielded on its own. A file that cannot be read goes to `onProblem` and the others go on; without `onProblem` the end of
 * the walk throws. Throws InputError at once for a path that is not there, and when nothing at all could be read.
 */
export async function* gather(paths: readonly string[], options: GatherOptions): AsyncGenerator<Gathered> {
  const files = await listFiles(paths)
  if (files.length === 0)
    throw new InputError(`${paths.join(', ') || 'no path'}: found no .txt, .md, .html, .json, .jsonl or feed to read.`)
  const failures: InputError[] = []
  const onProblem = options.onProblem ?? (line => failures.push(new InputError(line)))
  const walk: Walk = { options, names: new Set(), sourcesOf: new Map(), onProblem }
  let read = 0
  for (const [done, file] of files.entries()) {
    options.onProgress?.(done, files.length, basename(file.path))
    try {
      yield* await gatherFile(file, walk)
      read += 1
    } catch (error) {
      if (!(error instanceof InputError) || files.length === 1) throw error
      if (read === 0 && done === files.length - 1) throw error
      onProblem(error.message)
    }
  }
  options.onProgress?.(files.length, files.length, '')
  if (failures[0]) throw new InputError(`${failures.length} could not be read, the first: ${failures[0].message}`)
}
