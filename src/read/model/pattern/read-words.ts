import type { LineReader } from './line-reader.ts'
import type { PatternWord } from './pattern.ts'

/** Word lists by name, without their `@`. An entry is a lemma, or a form as written where it stands in quotes. */
export type WordLists = ReadonlyMap<string, readonly PatternWord[]>

const BARE = /[\p{L}\p{N}%$€£][\p{L}\p{N}'’.&/%$€£-]*/uy
/** Words with a meaning of their own among words. */
const RESERVED: ReadonlySet<string> = new Set(['or', 'except'])

/** A word as look-ups want it: lower case, apostrophes straight, one blank between its parts. */
const normalWord = (text: string): string => text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ').trim()

/** An entry of a word list handed in as text. */
export const listedWord = (entry: string): PatternWord => {
  const quoted = /^"(.*)"$/.exec(entry.trim())?.[1]
  return { text: normalWord(quoted ?? entry), exact: quoted !== undefined }
}

/** True when words may begin here: a word that is not reserved, a quotation or a list. */
export const startsWords = (reader: LineReader): boolean => {
  const bare = reader.look(BARE)
  return bare === null ? reader.look(/["@]/y) !== null : !RESERVED.has(bare)
}

/** Reads `seize | take over | "forces" | @verbs`: at least one. */
export function readWords(reader: LineReader, lists: WordLists): readonly PatternWord[] {
  const words = [...readWord(reader, lists)]
  while (reader.take(/\|/y) !== null) words.push(...readWord(reader, lists))
  return words
}

function readWord(reader: LineReader, lists: WordLists): readonly PatternWord[] {
  if (reader.take(/"/y) !== null) {
    const form = reader.want(
      /[^"]*[^"\s][^"]*/y,
      'a word between the quotation marks',
      'write the form as it stands in the text',
    )
    reader.want(/"/y, 'a closing quotation mark', 'close the quotation')
    return [{ text: normalWord(form), exact: true }]
  }
  if (reader.look(/@/y) !== null) return readList(reader, lists)
  const parts: string[] = []
  while (startsWords(reader) && reader.look(BARE) !== null) parts.push(reader.take(BARE) ?? '')
  if (parts.length === 0)
    throw reader.error('a word, a "form" in quotes or a @list', 'name one, or take the bar before it out')
  return [{ text: normalWord(parts.join(' ')), exact: false }]
}

function readList(reader: LineReader, lists: WordLists): readonly PatternWord[] {
  reader.take(/@/y)
  const name = reader.want(/[\p{L}\p{N}_-]+/uy, 'the name of a word list after @', 'write it without a blank: @places')
  const words = lists.get(name)
  if (words) return words
  const known = [...lists.keys()].map(key => `@${key}`).join(', ') || 'none'
  throw reader.error(`a word list that is known (${known})`, `define it above: @${name} = one | two`, name.length)
}
