import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError } from '#domain'
import { isAnnex } from './is-annex.ts'
import { kindOfFile, READABLE } from './kind-of-file.ts'

/** One file to gather. */
export interface ListedFile {
  readonly path: string
  /** True when the user named this very file, false when it was found in a folder. */
  readonly named: boolean
  /** Folders from the one the user named down to the file's own: where `sources.json` may stand. */
  readonly folders: readonly string[]
}

async function statOf(path: string): Promise<{ folder: boolean }> {
  try {
    const found = await stat(path)
    if (found.isDirectory() || found.isFile()) return { folder: found.isDirectory() }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be opened (${code})`
    throw new InputError(`${path}: ${why}; check the path.`, { cause })
  }
  throw new InputError(`${path}: expected a file or a folder, found something else (a device or socket).`)
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (cause) {
    throw new InputError(`${folder}: the folder cannot be read (${(cause as NodeJS.ErrnoException).code}).`, { cause })
  }
}

async function* walk(folder: string, above: readonly string[]): AsyncGenerator<ListedFile> {
  const names = await entriesOf(folder)
  const siblings = new Set(names)
  const folders = [...above, folder]
  for (const name of names) {
    if (isAnnex(name, siblings)) continue
    const path = join(folder, name)
    // Links are not followed: they may leave the folder or lead round in a circle.
    const found = await lstat(path)
    if (found.isDirectory()) yield* walk(path, folders)
    else if (found.isFile() && kindOfFile(name) !== null) yield { path, named: false, folders }
  }
}

/**
 * The files under some paths, folders walked in sorted order; a file named twice is listed once. Left out in folders:
 * links, hidden files, `*.meta.json`, `sources.json`, `README*`, other files about a report (`NAME.word.json` beside
 * `NAME.txt`) and endings that are no report's. Throws InputError for a path that is not there or of an unknown kind.
 */
export async function listFiles(paths: readonly string[]): Promise<ListedFile[]> {
  const files = new Map<string, ListedFile>()
  const add = (file: ListedFile): void => {
    const key = resolve(file.path)
    if (!files.has(key)) files.set(key, file)
  }
  for (const path of paths) {
    if ((await statOf(path)).folder) {
      for await (const file of walk(path, [])) add(file)
    } else if (kindOfFile(basename(path)) === null) {
      throw new InputError(`${path}: expected ${READABLE}; rename or convert it.`)
    } else add({ path, named: true, folders: [dirname(path)] })
  }
  return [...files.values()]
}
