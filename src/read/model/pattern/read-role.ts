import type { LineReader } from './line-reader.ts'
import type { Role, RoleAtom } from './pattern.ts'
import { ROLE_NAMES } from './pattern.ts'
import { PREPOSITIONS, RELATIONS } from './vocabulary.ts'

const WORD = /\p{L}+/uy
/** Words that would begin something else, where a word of a preposition is looked for. */
const isWord = (reader: LineReader): boolean => reader.look(WORD) !== null

/** Reads `subject`, `in | near | west of`, `[nmod:poss | compound]`, `of | [nmod:poss]`, `anywhere on | against` or `anywhere`. */
export function readRole(reader: LineReader): Role {
  const anywhere = reader.take(/anywhere\b/y) !== null
  if (anywhere && !isWord(reader) && reader.look(/\[/y) === null) return { atoms: [], anywhere }
  const atoms = [readAtom(reader)]
  while (reader.take(/\|/y) !== null) atoms.push(readAtom(reader))
  return { atoms, anywhere }
}

function readAtom(reader: LineReader): RoleAtom {
  if (reader.take(/\[/y) !== null) return readRelations(reader)
  const name = ROLE_NAMES.find(role => role === reader.look(WORD))
  if (name) {
    reader.take(WORD)
    return { kind: 'role', name }
  }
  const first = reader.look(WORD)?.toLowerCase() ?? ''
  if (!PREPOSITIONS.has(first))
    throw reader.error(
      `a role (${ROLE_NAMES.join(', ')}), a preposition, or a relation in brackets such as [nmod:poss]`,
      'choose one of these',
    )
  const words: string[] = []
  while (isWord(reader)) words.push(reader.take(WORD)?.toLowerCase() ?? '')
  return { kind: 'preposition', words: words.join(' ') }
}

function readRelations(reader: LineReader): RoleAtom {
  const names = [readRelation(reader)]
  while (reader.take(/\|/y) !== null) names.push(readRelation(reader))
  reader.want(/\]/y, 'a closing bracket', 'write relations as [nsubj] or [obl | nmod]')
  return { kind: 'relation', names }
}

function readRelation(reader: LineReader): string {
  const name = reader.want(
    /[a-z]+(?::[a-z]+)?/y,
    'a relation of Universal Dependencies',
    'write for example [nsubj:pass]',
  )
  if (RELATIONS.has(name.split(':')[0] ?? name)) return name
  throw reader.error('a relation of Universal Dependencies', 'see universaldependencies.org/u/dep', name.length)
}
