import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InputError } from '#domain'
import { type Grammar, makeGrammar } from './grammar.ts'

/** The weights that ship. */
const ENGLISH = fileURLToPath(new URL('./data/english.fgm', import.meta.url))

const opened = new Map<string, Grammar>()

/**
 * Opens the grammar of a weights file, that which ships unless told otherwise; a file is opened once. The only place of
 * this room that touches the disk. Throws InputError when the file is not there, cut short, damaged or of another version.
 */
export function openGrammar(path: string = ENGLISH): Grammar {
  const known = opened.get(path)
  if (known) return known
  const grammar = makeGrammar(readFile(path), path)
  opened.set(path, grammar)
  return grammar
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(
      `${path}: expected the weights of the English grammar, could not read them (${why}); install Fogline again.`,
    )
  }
}
