/** Who may ask a host when. The times are kept outside, so that several processes can share them. */
export interface HostTurns {
  /**
   * Takes the next free turn on a host and gives the milliseconds to wait for it; turns lie `gapMs` apart. Where the wait
   * would be over `mostMs`, no turn is taken.
   */
  reserve(host: string, gapMs: number, mostMs: number): Promise<number>
  /** Nobody asks the host for so long. */
  holdOff(host: string, ms: number): Promise<void>
}

/** Turns of this process alone. `clock` in milliseconds. */
export function turnsInMemory(clock: () => number): HostTurns {
  const free = new Map<string, number>()
  return {
    async reserve(host, gapMs, mostMs) {
      const now = clock()
      const at = Math.max(now, free.get(host) ?? 0)
      if (at - now <= mostMs) free.set(host, at + gapMs)
      return at - now
    },
    async holdOff(host, ms) {
      free.set(host, Math.max(free.get(host) ?? 0, clock() + ms))
    },
  }
}
