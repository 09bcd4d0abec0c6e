import { pipeline, Readable } from 'node:stream'
import { extract, type Headers, type Entry as TarEntry } from 'tar-stream'
import { InputError } from '#domain'
import type { Entry, Shelf } from '../entry.ts'
import { isAnnex } from '../is-annex.ts'
import { damaged, takeBytes } from '../read-stream.ts'
import { entryPath } from './entry-path.ts'
import type { Opened } from './opened.ts'

/** Files about reports (`sources.json`, `NAME.meta.json`) are small: one, and all of an archive together, in bytes. */
const ANNEX_BYTES = 5_000_000
const ANNEXES_BYTES = 200_000_000

const FILES = new Set(['file', 'contiguous-file'])

interface Member {
  readonly header: Headers
  /** Its bytes, to be read once; letting go of them leaves the archive open for the next member. */
  readonly bytes: () => Readable
  /** Passes over what was not read of it. */
  readonly leave: () => Promise<void>
}

function memberOf(entry: TarEntry, path: string): Member {
  const chunks = entry[Symbol.asyncIterator]()
  // Not `for await`: that ends the entry, and with it the archive, when its reader stops early.
  async function* rest(): AsyncGenerator<Buffer> {
    try {
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    } catch (cause) {
      throw damaged(path, cause)
    }
  }
  return {
    header: entry.header,
    bytes: () => Readable.from(rest(), { objectMode: false }),
    leave: async () => {
      for (let next = await chunks.next(); !next.done; ) next = await chunks.next()
    },
  }
}

/** The reader's streams joined; the promise fails where any of them does, which the reader's own iterator may keep to itself. */
function openMembers(tar: Readable): { entries: AsyncIterator<TarEntry>; failure: Promise<never> } {
  const reader = extract()
  const failure = new Promise<never>((_, reject) => {
    pipeline(tar, reader as unknown as NodeJS.WritableStream, error => {
      if (error) reject(error)
    })
  })
  return { entries: reader[Symbol.asyncIterator](), failure }
}

/** A tar's members; each is left behind before the next comes. */
async function* membersOf(tar: Readable, path: string): AsyncGenerator<Member> {
  const { entries, failure } = openMembers(tar)
  try {
    for (;;) {
      const next = await Promise.race([entries.next(), failure])
      if (next.done) return
      const member = memberOf(next.value, path)
      yield member
      await member.leave()
    }
  } catch (cause) {
    if (/invalid tar header/i.test((cause as Error).message))
      throw new InputError(`${path} is no TAR archive, or damaged; get it again.`, { cause })
    throw damaged(path, cause)
  } finally {
    // Nobody waits for what fails once the reader is let go.
    failure.catch(() => undefined)
    tar.destroy()
  }
}

/** What the files about reports say, and the names in each folder: both are needed before the first report is read. */
interface Beside {
  readonly annexes: ReadonlyMap<string, Uint8Array>
  readonly names: ReadonlyMap<string, ReadonlySet<string>>
}

async function readBeside(tar: Readable, path: string): Promise<Beside> {
  const annexes = new Map<string, Uint8Array>()
  const names = new Map<string, Set<string>>()
  let size = 0
  for await (const member of membersOf(tar, path)) {
    const parts = entryPath(member.header.name)
    const name = parts?.at(-1)
    if (!parts || name === undefined || !FILES.has(member.header.type ?? 'file')) continue
    const folder = parts.slice(0, -1).join('/')
    names.set(folder, (names.get(folder) ?? new Set()).add(name))
    size += member.header.size ?? 0
    const wanted = /\.(?:meta|columns)\.json$/.test(name) || name === 'sources.json'
    if (!wanted || (member.header.size ?? 0) > ANNEX_BYTES || size > ANNEXES_BYTES) continue
    annexes.set(parts.join('/'), await takeBytes(member.bytes(), `${path}/${parts.join('/')}`, ANNEX_BYTES, true))
  }
  return { annexes, names }
}

function shelvesOf(path: string, folder: readonly string[], { annexes }: Beside): Shelf[] {
  return [0, ...folder.map((_, at) => at + 1)].map(deep => {
    const above = folder.slice(0, deep)
    return { path: [path, ...above].join('/'), read: async name => annexes.get([...above, name].join('/')) ?? null }
  })
}

/** Why a member is left out, in one line; null where it is a file that may be read, or a folder. */
function reasonAgainst({ header }: Member, path: string): string | null {
  const type = header.type ?? 'file'
  if (type === 'directory') return null
  const shown = `${path}: an entry named "${header.name.slice(0, 80)}"`
  if (entryPath(header.name) === null) return `${shown} leads out of the archive; left out.`
  return FILES.has(type) ? null : `${shown} is a ${type}; left out.`
}

/**
 * The files of a TAR archive, in its own order; each can be opened once, before the next is asked for. `again` gives the
 * archive's bytes anew: it is gone through twice, first for the small files that say when and by whom reports were
 * published. Links, devices and names that lead out of the archive go to `onProblem`. Throws InputError when it is no TAR,
 * or cut off.
 */
export async function* openTar(again: () => Promise<Readable>, opened: Opened): AsyncGenerator<Entry> {
  const { path } = opened
  const beside = await readBeside(await again(), path).catch((error: unknown): Beside => {
    // The second pass meets the same damage, after the reports that stand before it.
    if (error instanceof InputError) return { annexes: new Map(), names: new Map() }
    throw error
  })
  for await (const member of membersOf(await again(), path)) {
    const reason = reasonAgainst(member, path)
    if (reason !== null) opened.onProblem(reason)
    const parts = entryPath(member.header.name)
    const name = parts?.at(-1)
    if (reason !== null || !parts || name === undefined || member.header.type === 'directory') continue
    const folder = parts.slice(0, -1)
    if (folder.some(part => isAnnex(part, new Set())) || isAnnex(name, beside.names.get(folder.join('/')) ?? new Set()))
      continue
    yield {
      path: `${path}/${parts.join('/')}`,
      name,
      named: false,
      shelves: [...opened.shelves, ...shelvesOf(path, folder, beside)],
      open: async () => member.bytes(),
      reopens: false,
      disk: null,
      depth: opened.depth + 1,
    }
  }
}
