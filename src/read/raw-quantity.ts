import type { Measure } from '#domain'
import type { Counted } from './quantity-noun.ts'
import type { Amount } from './quantity-reader.ts'

/** A quantity before its measure is settled, with what its noun says. */
export interface RawQuantity {
  readonly amount: Amount
  readonly sentence: number
  readonly unit: string | null
  /** The measure that the unit gives by itself (money, share, area …), or null. */
  readonly unitMeasure: Measure | null
  readonly counted: Counted | null
  readonly from: number
  readonly to: number
  /** The token after all that was read for it, noun aside. */
  readonly next: number
}
