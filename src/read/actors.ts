import { resolvePointers } from './actor-pointers.ts'
import type { ActorMention, Document } from './document.ts'
import { findKnownActors } from './known-actors.ts'
import { findPersons } from './persons.ts'
import type { TheatreIndex } from './theatre-index.ts'

/**
 * Finds everybody who acts or speaks: parties, actors and holders of the theatre under any of their names, peoples'
 * adjectives with the noun they stand before ("Russian troops", "Ukrainian officials"), persons with their title in one
 * mention, offices ("the spokesperson") and pronouns, the last two resolved to an earlier mention where one fits.
 *
 * Mentions come in reading order and do not overlap. A holder is chosen by the day of the report. An adjective or
 * possessive before a noun is `modifier`. "The enemy" and "we", "our", "I", "my" keep those words as their name
 * (`enemy`, `we`, `I`), for only the speaker can tell who is meant.
 */
export function findActors(document: Document, index: TheatreIndex): ActorMention[] {
  const known = findKnownActors(document, index)
  const named = findPersons(document, index, known)
  return resolvePointers(document, index, named)
}
