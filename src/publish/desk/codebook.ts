import type { Certainty, Family } from '#domain'

export type { Certainty, Family } from '#domain'

/** The families of claims in the codebook's order; the desk takes types of other rooms, no values. */
export const FAMILY_LIST: readonly Family[] = Object.keys({
  control: 0,
  combat: 0,
  harm: 0,
  politics: 0,
  economy: 0,
  assessment: 0,
} satisfies Record<Family, 0>) as Family[]

/** The families named in an address, joined by commas; what is none is left out. */
export const familiesOf = (text: string | undefined): readonly Family[] =>
  FAMILY_LIST.filter(family => text?.split(',').includes(family))

/** True for a certainty of the codebook. */
export const isCertainty = (text: string, names: Readonly<Record<Certainty, string>>): text is Certainty =>
  text in names
