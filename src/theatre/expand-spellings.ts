/** Pairs of British and American spellings that stand in names of bodies and equipment. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['defence', 'defense'],
  ['centre', 'center'],
  ['armoured', 'armored'],
  ['organisation', 'organization'],
  ['labour', 'labor'],
  ['manoeuvre', 'maneuver'],
  ['calibre', 'caliber'],
]

const likeCase = (word: string, model: string): string =>
  model[0] === model[0]?.toUpperCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word

function respell(name: string, from: string, to: string): string {
  return name.replace(new RegExp(`(?<![a-z])${from}`, 'gi'), found => likeCase(to, found))
}

/**
 * Adds to a list of names the British or American twin of each (`Ministry of Defence` → `Ministry of Defense`), unless
 * it is in the list already. The order is kept, twins last; `name` itself is not repeated among its aliases.
 */
export function expandSpellings(name: string, aliases: readonly string[]): string[] {
  const given = [name, ...aliases]
  const all = new Set(given)
  for (const one of given)
    for (const [british, american] of PAIRS) {
      all.add(respell(one, british, american))
      all.add(respell(one, american, british))
    }
  all.delete(name)
  return [...all]
}
