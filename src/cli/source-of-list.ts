import { OWNER_KINDS, RELIABILITIES, SOURCE_KINDS, SOURCE_STANCES, type Source } from '#domain'

/** What Fogline's own attributes of a reading list say of a source; a value that is none of its field's leaves what stands. */
export function sourceOfList(more: Readonly<Record<string, string>>, standing: Source): Partial<Source> {
  const one = <Value extends string>(values: readonly Value[], text: string | undefined, else_: Value): Value =>
    values.find(value => value === text) ?? else_
  const { kind, stance, reliability, owner = 'unknown' } = standing
  return {
    kind: one(SOURCE_KINDS, more['kind'], kind),
    camp: more['camp'] ?? standing.camp,
    country: /^[A-Z]{2}$/.test(more['country'] ?? '') ? (more['country'] ?? null) : standing.country,
    stance: one(SOURCE_STANCES, more['stance'], stance),
    reliability: one(RELIABILITIES, more['reliability'], reliability),
    family: more['family'] ?? standing.family,
    owner: one(OWNER_KINDS, more['owner'], owner),
  }
}
