import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { InputError } from '#domain'

/** A folder, on the disk or in an archive, in which small files about reports may stand. */
export interface Shelf {
  /** As people are shown it: `archive.zip/day1`. */
  readonly path: string
  /** The bytes of a file that stands in it, or null when there is none. Throws InputError when it cannot be read. */
  readonly read: (name: string) => Promise<Uint8Array | null>
}

/** One file to gather, on the disk or in an archive. Nothing in an archive is ever written to the disk. */
export interface Entry {
  /** As people are shown it: `archive.zip/day1/report.txt`. */
  readonly path: string
  /** The last part of the path. */
  readonly name: string
  /** True when the user named this very file, false when it was found in a folder or archive. */
  readonly named: boolean
  /** Folders from the one the user named down to the file's own: where `sources.json` may stand. */
  readonly shelves: readonly Shelf[]
  /** Its bytes as they stand there. */
  readonly open: () => Promise<Readable>
  /** True where they can be had more than once: not in a tar, which is read in one go. */
  readonly reopens: boolean
  /** Where it is on the disk; null in an archive. */
  readonly disk: string | null
  /** How many archives it lies in. */
  readonly depth: number
}

/** A file or folder that cannot be opened, in one line. */
export function unreadable(path: string, cause: unknown): InputError {
  const { code, message } = cause as NodeJS.ErrnoException
  return new InputError(`${path} cannot be read (${code ?? message}); check its permissions.`, { cause })
}

/** A folder on the disk. */
export function folderShelf(path: string): Shelf {
  return {
    path,
    read: async name => {
      try {
        return await readFile(join(path, name))
      } catch (cause) {
        const { code } = cause as NodeJS.ErrnoException
        if (code === 'ENOENT' || code === 'ENOTDIR') return null
        throw unreadable(join(path, name), cause)
      }
    },
  }
}

/** The bytes of a file on the disk, as a stream. Its errors are InputErrors. */
export async function openDisk(path: string): Promise<Readable> {
  await sizeOf(path)
  return createReadStream(path, { highWaterMark: 1 << 18 })
}

/** The size of a file on the disk, in bytes. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    throw unreadable(path, cause)
  }
}
