import type { Budget } from '../budget.ts'
import type { Shelf } from '../entry.ts'

/** What every reader of an archive is given. */
export interface Opened {
  /** As people are shown it. */
  readonly path: string
  /** Where it is on the disk; null in another archive. */
  readonly disk: string | null
  readonly shelves: readonly Shelf[]
  readonly depth: number
  readonly budget: Budget
  /** Told one plain line for each entry that is left out. */
  readonly onProblem: (line: string) => void
}
