import { readFileSync } from 'node:fs'
import { InputError } from '#domain'
import { type EventFormat, readEventFormat } from './event-format.ts'

/** The mappings that ship: each a file beside this one, like those anybody may write. */
export const EVENT_FORMATS = ['acled', 'ucdp-ged', 'viina', 'gdelt'] as const

/** A mapping by its name, or by the path of a file (`.yaml`, `.yml`). Throws `InputError` where there is none. */
export function openEventFormat(name: string): EventFormat {
  const shipped = EVENT_FORMATS.find(each => each === name)
  if (!shipped && !/\.ya?ml$/i.test(name))
    throw new InputError(`--format: expected ${EVENT_FORMATS.join(', ')} or a mapping file (.yaml), found "${name}"`)
  const path = shipped ? new URL(`./formats/${shipped}.yaml`, import.meta.url) : name
  try {
    return readEventFormat(readFileSync(path, 'utf8'), name)
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`--format: expected a mapping file at ${name}, found none that can be read`, { cause: error })
  }
}
