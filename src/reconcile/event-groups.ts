import type { ClaimType, RecordedClaim } from '#domain'
import { familyOf } from '#domain'
import type { PartyBook } from './parties.ts'
import { foldOnce } from './remember.ts'

/**
 * Types that can tell one happening: a town is taken by one and lost by the other; a strike kills, wounds and damages.
 * A type not listed is a group of its own. The first type of a group names the event where it is among its claims.
 */
const GROUPS: Readonly<Record<string, readonly ClaimType[]>> = {
  taking: ['control.seized', 'control.left'],
  attack: ['combat.strike', 'harm.casualties', 'harm.damage'],
}

const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, types]) => types.map(type => [type, group] as const)))

/** The group of types a claim can be matched within. */
export const groupOf = (type: ClaimType): string => GROUP_OF.get(type) ?? type

/** The type an event of these claims goes by: the leading type of their group where one has it, else the commonest, else the first. */
export function typeOfEvent(types: readonly [ClaimType, ...ClaimType[]]): ClaimType {
  const leading = GROUPS[groupOf(types[0])]?.[0]
  if (leading && types.includes(leading)) return leading
  const count = (type: ClaimType) => types.filter(other => other === type).length
  return types.reduce((best, type) => (count(type) > count(best) ? type : best), types[0])
}

/** True for happenings on the ground, which are told apart by where they were; others by who did what to whom. */
export function isPlaced(type: ClaimType): boolean {
  const family = familyOf(type)
  return family === 'control' || family === 'combat' || family === 'harm'
}

/**
 * Who did it, comparable between claims: a party's id, else the folded name; null when nobody is named. Whoever leaves a
 * place gives it to the opponent, so that "A left" and "B took" have one doer.
 */
export function doerOf(claim: RecordedClaim, parties: PartyBook): string | null {
  if (claim.agent === null) return null
  const party = parties.idOf(claim.agent)
  if (claim.type === 'control.left') return parties.opponentOf(party)
  return party ?? foldOnce(claim.agent)
}

/** To whom it was done: a party's id, else the folded name; null when the claim names none. */
export const targetOf = (claim: RecordedClaim, parties: PartyBook): string | null =>
  claim.target === null ? null : (parties.idOf(claim.target) ?? foldOnce(claim.target))
