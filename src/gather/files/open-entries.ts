import { Readable } from 'node:stream'
import { InputError } from '#domain'
import { openTar } from './archives/open-tar.ts'
import { openZip } from './archives/open-zip.ts'
import type { Budget } from './budget.ts'
import type { Entry } from './entry.ts'
import { type FileKind, kindOfFile } from './kind-of-file.ts'
import { takeBytes, unpacked } from './read-stream.ts'

/** An archive may lie in an archive, and that in a third; what is deeper is held for an attack. */
const DEEPEST = 3
/** An archive in an archive is held in memory where its reader needs all of it: at most so many times the largest report. */
const INNER = 5

/** What reading the files under a path is given. */
export interface ReadLimits {
  readonly maxBytes: number
  readonly budget: Budget
  readonly onProblem: (line: string) => void
}

/** A file that holds reports itself. */
export interface Leaf {
  readonly entry: Entry
  readonly kind: FileKind['kind']
  readonly packed: boolean
}

/** A file's bytes, unpacked where it is gzipped as a whole. */
export const openUnpacked = async ({ entry, packed }: Leaf, budget: Budget): Promise<Readable> =>
  packed ? unpacked(await entry.open(), budget) : entry.open()

async function* entriesOf(leaf: Leaf, limits: ReadLimits): AsyncGenerator<Entry> {
  const { entry, kind, packed } = leaf
  const { budget, onProblem } = limits
  const { path, shelves, depth } = entry
  const whole = async (): Promise<Uint8Array> =>
    takeBytes(await openUnpacked(leaf, budget), path, limits.maxBytes * INNER, packed)
  const opened = { path, disk: entry.disk, shelves, depth, budget, onProblem }
  if (kind === 'tar') {
    const bytes = entry.reopens ? null : await whole()
    yield* openTar(async () => (bytes === null ? openUnpacked(leaf, budget) : Readable.from([bytes])), opened)
    return
  }
  for await (const inner of openZip(entry.disk === null || packed ? await whole() : null, opened)) {
    // A WACZ holds indexes and lists of pages besides its captures.
    if (kind === 'zip' || /\/archive\/[^/]+\.warc(?:\.gz)?$/i.test(inner.path)) yield inner
  }
}

/**
 * The files under one file that hold reports themselves: the file, or what is in it where it is an archive, and so on
 * inwards. Endings that are no report's are passed over. An archive inside that cannot be opened goes to `onProblem`.
 * Throws InputError where the outermost cannot be opened or is cut off.
 */
export async function* openEntries(entry: Entry, limits: ReadLimits): AsyncGenerator<Leaf> {
  const found = kindOfFile(entry.name)
  if (found === null) return
  const leaf: Leaf = { entry, ...found }
  if (leaf.kind !== 'zip' && leaf.kind !== 'wacz' && leaf.kind !== 'tar') {
    yield leaf
    return
  }
  if (entry.depth >= DEEPEST)
    throw new InputError(`${entry.path}: archives lie in archives more than ${DEEPEST} deep; unpack them yourself.`)
  for await (const inner of entriesOf(leaf, limits)) {
    try {
      yield* openEntries(inner, limits)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      limits.onProblem(error.message)
    }
  }
}
