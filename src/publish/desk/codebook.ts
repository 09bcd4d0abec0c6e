import type { Certainty, ClaimType, Family, Stance } from '#domain'

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

/** Every claim type of the codebook, in its order. */
export const CLAIM_TYPE_LIST = Object.keys({
  'control.seized': 0,
  'control.held': 0,
  'control.left': 0,
  'control.advanced': 0,
  'control.threatened': 0,
  'combat.assault': 0,
  'combat.strike': 0,
  'combat.interception': 0,
  'combat.weapon': 0,
  'combat.deployment': 0,
  'combat.mishap': 0,
  'harm.casualties': 0,
  'harm.losses': 0,
  'harm.damage': 0,
  'politics.meeting': 0,
  'politics.position': 0,
  'politics.aid': 0,
  'politics.sanction': 0,
  'politics.negotiation': 0,
  'politics.legal': 0,
  'politics.alliance': 0,
  'politics.disclosure': 0,
  'economy.trade': 0,
  'economy.cost': 0,
  'assessment.intent': 0,
  'assessment.momentum': 0,
  'assessment.forecast': 0,
} satisfies Record<ClaimType, 0>) as ClaimType[]

/** The stances a claim may take. */
export const STANCE_LIST = Object.keys({ asserts: 0, denies: 0, questions: 0 } satisfies Record<Stance, 0>) as Stance[]
