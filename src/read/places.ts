import type { Gazetteer } from '#domain'
import type { ActorMention, Document, PlaceMention } from './document.ts'
import { findAnaphors } from './place-anaphors.ts'
import { chooseEntries } from './place-choice.ts'
import { findPlaceNames } from './place-names.ts'
import type { TheatreIndex } from './theatre-index.ts'

/**
 * Finds place names and what they stand for: the theatre's own places under all their spellings, then names of the world
 * gazetteer (none when it is null) by the words around them, then unknown names where only a place can stand, kept with
 * `id` null. "Eastern Bakhmut", "the centre of X" give the `part`; a state or capital that acts or speaks is marked
 * `government`; "the town", "the capital" is resolved to the nearest earlier one and marked `anaphor`.
 *
 * A name that several places bear is settled by what it is paired with ("Springfield, Illinois"), then the regions and
 * countries the report names, then the theatre, then population. Mentions come in reading order.
 */
export function findPlaces(
  document: Document,
  index: TheatreIndex,
  gazetteer: Gazetteer | null,
  actors: readonly ActorMention[],
): PlaceMention[] {
  const names = findPlaceNames(document, index, gazetteer, actors)
  const settled = chooseEntries(document, index, names)
  return findAnaphors(document, index, settled, actors)
}
