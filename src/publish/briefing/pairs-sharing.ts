/** What one thing may be joined to another by. */
export interface Keys {
  /** One in common is enough. */
  readonly marks: readonly string[]
  readonly sets: readonly WordSet[]
}

/** Words of which two things must share a part; sets of another `kind` are not laid beside it. */
export interface WordSet {
  readonly kind: string
  readonly words: ReadonlySet<string>
  /** Share of the smaller set's words, above 0 and up to 1, that two must have in common. */
  readonly shared: number
}

/**
 * The pairs of things, as places in the list with the lower first and in rising order, of which some keys of the one may
 * fit some of the other: a mark in common, or enough words. None that fits is missed; some that do not fit are among them.
 * Words are met by prefix filtering (Chaudhuri, Ganti and Kaushik 2006): of two sets that share at least t of the smaller
 * one's n words, the smaller one's n − ⌈t n⌉ + 1 rarest words hold one that is shared.
 */
export function pairsSharing(things: readonly (readonly Keys[])[]): (readonly [number, number])[] {
  const byMark = new Map<string, Set<number>>()
  const byWord = new Map<string, Set<number>>()
  for (const [at, some] of things.entries())
    for (const { marks, sets } of some) {
      for (const mark of marks) file(byMark, mark, at)
      for (const { kind, words } of sets) for (const word of words) file(byWord, `${kind} ${word}`, at)
    }
  const near = things.map(() => new Set<number>())
  const meet = (at: number, others: Iterable<number>) => {
    for (const other of others) if (other !== at) near[Math.min(at, other)]?.add(Math.max(at, other))
  }
  for (const [at, some] of things.entries())
    for (const { marks, sets } of some) {
      for (const mark of marks) meet(at, byMark.get(mark) ?? [])
      for (const { kind, words, shared } of sets) {
        const rarest = [...words].map(word => byWord.get(`${kind} ${word}`) ?? []).sort((a, b) => sizeOf(a) - sizeOf(b))
        for (const others of rarest.slice(0, words.size - Math.ceil(shared * words.size) + 1)) meet(at, others)
      }
    }
  return near.flatMap((others, at) => [...others].sort((a, b) => a - b).map(other => [at, other] as const))
}

const sizeOf = (some: ReadonlySet<number> | readonly number[]) => ('size' in some ? some.size : some.length)

function file(index: Map<string, Set<number>>, key: string, at: number): void {
  const known = index.get(key)
  if (known) known.add(at)
  else index.set(key, new Set([at]))
}
