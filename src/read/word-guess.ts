import type { Tag } from './document.ts'
import type { VerbReading } from './lemmas.ts'

/** What a token may be, before its neighbours are asked. */
export interface Guess {
  readonly at: number
  readonly form: string
  readonly lower: string
  readonly tag: Tag
  readonly verb: VerbReading | null
  readonly adjective: boolean
  /** True when the lexicon lists the word as a common noun (or its plural). */
  readonly noun: boolean
  readonly capital: boolean
}
