import type { Judgement } from '#domain'

/** Groups of members by analysts' word: which group is made anew of which members. */
export interface Regrouped<Group> {
  /** Groups that judgements leave as they are. */
  readonly kept: readonly Group[]
  /** Members of each group made anew. */
  readonly made: readonly (readonly string[])[]
}

/**
 * Joins and parts groups as judgements say, oldest first. A merge joins the groups of the two members it names; a split
 * moves its parts, those that are in the group of the member it is on, into a group of their own. A judgement on a member
 * that is in no group changes nothing.
 */
export function regroup<Group>(
  groups: readonly Group[],
  membersOf: (group: Group) => readonly string[],
  judgements: readonly Judgement[],
): Regrouped<Group> {
  const decided = judgements.filter(({ verdict }) => verdict === 'merge' || verdict === 'split')
  if (decided.length === 0) return { kept: groups, made: [] }
  const homeOf = new Map<string, Set<string>>()
  const groupOf = new Map<Set<string>, Group>()
  for (const group of groups) {
    const home = new Set(membersOf(group))
    groupOf.set(home, group)
    for (const member of home) homeOf.set(member, home)
  }
  const changed = new Set<Set<string>>()
  for (const judgement of decided) apply(judgement, homeOf, changed)
  const untouched = [...groupOf].filter(([home]) => !changed.has(home)).map(([, group]) => group)
  return { kept: untouched, made: [...changed].filter(({ size }) => size > 0).map(home => [...home]) }
}

function apply(judgement: Judgement, homeOf: Map<string, Set<string>>, changed: Set<Set<string>>): void {
  const home = homeOf.get(judgement.on)
  if (!home) return
  if (judgement.verdict === 'merge') {
    const other = homeOf.get(judgement.change.with)
    if (!other || other === home) return
    for (const member of other) moveTo(home, member, other, homeOf)
    for (const each of [home, other]) changed.add(each)
  }
  if (judgement.verdict === 'split') {
    const parts = judgement.change.parts.filter(part => part !== judgement.on && homeOf.get(part) === home)
    if (parts.length === 0) return
    const own = new Set<string>()
    for (const part of parts) moveTo(own, part, home, homeOf)
    for (const each of [home, own]) changed.add(each)
  }
}

function moveTo(to: Set<string>, member: string, from: Set<string>, homeOf: Map<string, Set<string>>): void {
  from.delete(member)
  to.add(member)
  homeOf.set(member, to)
}
