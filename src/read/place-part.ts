import type { Document } from './document.ts'
import { PARTS } from './lexicon/place-words.ts'

/** The part of a place that the words around name, in one word; null for the whole. */
export function partOf(document: Document, from: number, to: number): string | null {
  const { tokens } = document
  const sentence = tokens[from]?.sentence
  const inside = (at: number): string => (tokens[at]?.sentence === sentence ? (tokens[at]?.lower ?? '') : '')
  let at = from - 1
  if (inside(at) === 'the') at -= 1
  if (inside(at) === 'of') {
    const noun = PARTS[inside(at - 1)]
    if (!noun) return null
    const bearing = PARTS[inside(at - 2)]
    if (bearing && (noun === 'bank' || noun === 'side')) return `${bearing} ${noun}`
    const direction = /^(?:east|west|north|south)(?:ern)?$|^(?:north|south)-?(?:east|west)/
    if (direction.test(inside(at - 1)))
      return /^(?:in|of|the)$/.test(inside(at - 2)) &&
        inside(at - 2) === 'the' &&
        /^(?:in|across|throughout)$/.test(inside(at - 3))
        ? noun
        : null
    return noun === 'part' || noun === 'half' || noun === 'quarter' || noun === 'bank' || noun === 'side'
      ? (bearing ?? (noun === 'bank' || noun === 'side' ? null : noun))
      : noun
  }
  const next = PARTS[inside(to)]
  if ((next === 'centre' || next === 'outskirts') && inside(to) !== 'middle') return next
  const adjective = PARTS[inside(from - 1)]
  return adjective && /ern$|^(?:central|downtown)$/.test(inside(from - 1)) ? adjective : null
}
