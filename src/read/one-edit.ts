/**
 * The only listed name one edit away (a letter more, less, other, or two swapped), or whose last two letters are cut off a
 * word of eight or more; null when there is none or several places bear such names.
 */
export function nearestName<Place>(names: ReadonlyMap<string, Place>, word: string): Place | null {
  let found: Place | null = null
  for (const [name, place] of names) {
    const cut = word.length >= 8 && name.length - word.length <= 2 && name.startsWith(word)
    const near = Math.abs(name.length - word.length) <= 1 && name[0] === word[0] && isOneEdit(name, word)
    if (name === word || !(cut || near)) continue
    if (found !== null && found !== place) return null
    found = place
  }
  return found
}

/** True when two words differ by one letter put in, left out, changed or swapped with its neighbour. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const [left, right] = [a.length - head - tail, b.length - head - tail]
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]
}
