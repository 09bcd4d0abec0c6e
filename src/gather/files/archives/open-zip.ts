import type { Readable } from 'node:stream'
import yauzl, { type Entry as ZipEntry, type ZipFile } from 'yauzl'
import { InputError } from '#domain'
import type { Budget } from '../budget.ts'
import type { Entry, Shelf } from '../entry.ts'
import { isAnnex } from '../is-annex.ts'
import { damaged, join, takeBytes } from '../read-stream.ts'
import { entryPath } from './entry-path.ts'
import type { Opened } from './opened.ts'

/** Files in one archive; a list of more is held for an attack on memory. */
const MOST_ENTRIES = 1_000_000
/** Files about reports (`sources.json`) are small. */
const ANNEX_BYTES = 5_000_000

interface Listed {
  readonly entry: ZipEntry
  readonly parts: readonly string[]
}

/** Upper half of the external attributes: the file's mode where the archive was made on a Unix. */
const isLink = (entry: ZipEntry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

function explain(path: string, cause: unknown): InputError {
  const { message } = cause as Error
  if (/end of central directory/i.test(message))
    return new InputError(
      `${path} is no whole ZIP archive: the list of its files, which stands at its end, is missing; get it again.`,
      { cause },
    )
  return cause instanceof InputError
    ? cause
    : new InputError(`${path} is damaged (${message}); get it again.`, { cause })
}

/** The files of the archive that may be read; the others go to `onProblem`. */
async function list(zip: ZipFile, { path, onProblem }: Opened): Promise<Listed[]> {
  const found: Listed[] = []
  if (zip.entryCount > MOST_ENTRIES) throw new InputError(`${path}: expected at most ${MOST_ENTRIES} files in it.`)
  try {
    for await (const entry of zip.eachEntry()) {
      const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
      if (/[/\\]$/.test(name)) continue
      const parts = entryPath(name)
      if (parts === null)
        onProblem(`${path}: an entry named "${name.slice(0, 80)}" leads out of the archive; left out.`)
      else if (isLink(entry)) onProblem(`${path}/${parts.join('/')} is a link; left out.`)
      else found.push({ entry, parts })
    }
  } catch (cause) {
    onProblem(explain(path, cause).message)
  }
  return found
}

/** The unpacked bytes of one entry. */
async function openEntry(zip: ZipFile, { entry, parts }: Listed, path: string, budget: Budget): Promise<Readable> {
  const where = `${path}/${parts.join('/')}`
  if (entry.isEncrypted())
    throw new InputError(`${where} is encrypted: expected no password; unpack the archive and give the files.`)
  try {
    return join(await zip.openReadStreamPromise(entry), budget.meter())
  } catch (cause) {
    throw damaged(where, cause)
  }
}

/** The folders from the archive's own down to the one a file stands in. */
function shelvesOf(
  path: string,
  folder: readonly string[],
  read: (name: string) => Promise<Uint8Array | null>,
): Shelf[] {
  return [0, ...folder.map((_, at) => at + 1)].map(deep => {
    const above = folder.slice(0, deep)
    return { path: [path, ...above].join('/'), read: name => read([...above, name].join('/')) }
  })
}

/**
 * The files of a ZIP archive, in its own order. Encrypted ones throw InputError when they are opened; links and names that
 * lead out of the archive go to `onProblem`. Throws InputError when it is no ZIP, or cut off.
 */
export async function* openZip(bytes: Uint8Array | null, opened: Opened): AsyncGenerator<Entry> {
  const { path, budget, disk } = opened
  const options = { autoClose: false, decodeStrings: false }
  const opening =
    bytes === null ? yauzl.openPromise(disk ?? '', options) : yauzl.fromBufferPromise(Buffer.from(bytes), options)
  const zip = await opening.catch((cause: unknown) => {
    throw explain(path, cause)
  })
  try {
    const files = await list(zip, opened)
    const byPath = new Map(files.map(file => [file.parts.join('/'), file]))
    const siblings = new Map<string, Set<string>>()
    for (const { parts } of files) {
      const folder = parts.slice(0, -1).join('/')
      siblings.set(folder, (siblings.get(folder) ?? new Set()).add(parts.at(-1) ?? ''))
    }
    const read = async (name: string): Promise<Uint8Array | null> => {
      const file = byPath.get(name)
      return file ? takeBytes(await openEntry(zip, file, path, budget), `${path}/${name}`, ANNEX_BYTES, true) : null
    }
    for (const file of files) {
      const name = file.parts.at(-1) ?? ''
      const folder = file.parts.slice(0, -1)
      if (folder.some(part => isAnnex(part, new Set())) || isAnnex(name, siblings.get(folder.join('/')) ?? new Set()))
        continue
      yield {
        path: `${path}/${file.parts.join('/')}`,
        name,
        named: false,
        shelves: [...opened.shelves, ...shelvesOf(path, folder, read)],
        open: () => openEntry(zip, file, path, budget),
        reopens: true,
        disk: null,
        depth: opened.depth + 1,
      }
    }
  } finally {
    zip.close()
  }
}
