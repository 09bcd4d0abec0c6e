/** So many in so long, counted for each name apart. Forgets what is over, and holds no more than `MOST` names. */
export interface Limit {
  /** Takes one; false when there is none left. */
  take(name: string): boolean
  /** True while there is one left, without taking it. */
  isOpen(name: string): boolean
  /** Gives everything back to a name. */
  forget(name: string): void
}

const MOST = 10_000

/** A limit of `most` in any `ms` milliseconds, by the clock it is given. */
export function makeLimit(most: number, ms: number, clock: () => number): Limit {
  const taken = new Map<string, number[]>()
  const recent = (name: string): number[] => (taken.get(name) ?? []).filter(at => at > clock() - ms)
  return {
    take(name) {
      const times = recent(name)
      if (times.length >= most) return false
      taken.delete(name)
      taken.set(name, [...times, clock()])
      // The name that was quiet longest stands first.
      if (taken.size > MOST) for (const first of taken.keys()) return taken.delete(first)
      return true
    },
    isOpen: name => recent(name).length < most,
    forget: name => void taken.delete(name),
  }
}
