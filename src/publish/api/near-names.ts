import { diffChars } from 'diff'
import type { Theatre } from '#domain'
import { foldName } from '#kit'

/** A name is near that differs in no more than this share of its letters, put in and taken out counted one by one. */
const MOST_CHANGE = 0.4
const MOST_NAMES = 3

/**
 * The places of a theatre whose name or other spelling is nearest to what was typed, at most three, nearest first; empty
 * where none is near. Distance is that of Myers (1986): letters to take out and put in.
 */
export function nearPlaces({ places }: Theatre, typed: string): string[] {
  const wanted = foldName(typed)
  const most = Math.floor(wanted.length * MOST_CHANGE)
  const near = places.flatMap(({ name, aliases }) => {
    const distances = [name, ...aliases].map(each => distanceOf(wanted, foldName(each), most))
    const least = Math.min(...distances)
    return least <= most ? [{ name, least }] : []
  })
  near.sort((a, b) => a.least - b.least || (a.name < b.name ? -1 : 1))
  return [...new Set(near.map(({ name }) => name))].slice(0, MOST_NAMES)
}

function distanceOf(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY
  const changes = diffChars(from, to, { maxEditLength: most })
  if (!changes) return Number.POSITIVE_INFINITY
  return changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
}

/** What an error says after the name that was not found: "; did you mean Bakhmut?", or to try another spelling. */
export function didYouMean(theatre: Theatre, typed: string): string {
  const names = nearPlaces(theatre, typed)
  if (names.length === 0) return '; try another spelling'
  const last = names.at(-1) ?? ''
  return `; did you mean ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`}?`
}
