import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Theatre } from '#domain'
import { InputError } from '#domain'
import { checkTheatre } from './check-theatre.ts'
import { expandSpellings } from './expand-spellings.ts'
import type { TheatreFile, TheatreFiles } from './theatre-schema.ts'
import { THEATRE_SCHEMAS } from './theatre-schema.ts'

const SHIPPED = fileURLToPath(new URL('.', import.meta.url))

/** The ids of the packs that come with Fogline, in alphabetical order. */
export function theatreIds(): string[] {
  return readdirSync(SHIPPED, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(SHIPPED, entry.name, 'theatre.json')))
    .map(entry => entry.name)
    .sort()
}

/**
 * Loads a shipped pack by its id (`ukraine`) or a user's own by the path of its folder, which holds the same eight files.
 * British and American twins of names are added to the aliases. Throws `InputError` with one line that names file,
 * entry and field when anything in it is wrong, and lists the known packs when there is none of that name.
 */
export function loadTheatre(idOrFolder: string): Theatre {
  const folder = theatreIds().includes(idOrFolder) ? join(SHIPPED, idOrFolder) : idOrFolder
  if (!existsSync(join(folder, 'theatre.json')))
    throw new InputError(
      `theatre: expected one of ${theatreIds().join(', ')} or a folder with a theatre.json, found "${idOrFolder}"; ` +
        'name one of these or give the path of your pack',
    )
  const read = <F extends TheatreFile>(file: F): TheatreFiles[F] => readTheatreFile(folder, file)
  const theatre: Theatre = {
    ...read('theatre'),
    parties: read('parties').map(expanded),
    actors: read('actors').map(expanded),
    holders: read('holders').map(expanded),
    genericHolders: read('generic-holders').map(expanded),
    weapons: read('weapons').map(expanded),
    places: read('places').map(expanded),
    sources: read('sources'),
  }
  checkTheatre(theatre)
  return theatre
}

const expanded = <T extends { readonly name: string; readonly aliases: readonly string[] }>(entry: T): T => ({
  ...entry,
  aliases: expandSpellings(entry.name, entry.aliases),
})

function readTheatreFile<F extends TheatreFile>(folder: string, file: F): TheatreFiles[F] {
  const path = join(folder, `${file}.json`)
  if (!existsSync(path)) throw new InputError(`theatre: expected the file ${path}, found none; add it (it may hold [])`)
  const data = parseJson(readFileSync(path, 'utf8'), path)
  const result = THEATRE_SCHEMAS[file].safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const at = issue?.path ?? []
  const found = valueAt(data, at)
  throw new InputError(
    `theatre: ${path}, entry ${entryName(data, at)}, field "${fieldName(at)}": ${issue?.message ?? 'not valid'}, ` +
      `found ${found === undefined ? 'nothing' : shorten(JSON.stringify(found))}; correct it`,
  )
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new InputError(`theatre: expected JSON in ${path}, found a text that is none (${reason}); correct it`, {
      cause,
    })
  }
}

type Path = readonly PropertyKey[]
const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined),
    data,
  )
}

/** The id or name of the entry in which a fault lies, or its number counted from 1. */
function entryName(data: unknown, path: Path): string {
  const depth = path.findIndex(key => typeof key === 'number')
  if (depth < 0) return '(the file)'
  const entry = valueAt(data, path.slice(0, depth + 1))
  const name = valueAt(entry, ['id']) ?? valueAt(entry, ['name'])
  return typeof name === 'string' ? `"${name}"` : `number ${Number(path[depth]) + 1}`
}

function fieldName(path: Path): string {
  const depth = path.findIndex(key => typeof key === 'number')
  return path.slice(depth + 1).join('.') || path.join('.')
}
