import type { Amended, Judgement, RecordedClaim, Slug } from '#domain'
import { AMENDABLE, canonicalJson, carryJudgements, withFields } from '#domain'
import { groupBy } from '#kit'

/** What judgements make of one claim: the fields they set, and which of them did. */
interface Change {
  readonly fields: Partial<RecordedClaim>
  readonly by: Amended['by']
}

/**
 * The claims as analysts read them: what `amend` sets of a claim and `source` sets of its source takes the place of what
 * was read, and the reading is kept in `amended.original`. A claim that no standing judgement touches is as it was read,
 * whatever touched it before. Doing it twice changes nothing; a claim that stays as it is stays the same object.
 */
export function judgeClaims(
  claims: readonly RecordedClaim[],
  judgements: readonly Judgement[],
): readonly RecordedClaim[] {
  if (judgements.length === 0) return claims
  const carried = carryJudgements(judgements, claims).judgements
  const amends = groupBy(
    carried.filter(judgement => judgement.verdict === 'amend'),
    ({ on }) => on,
  )
  const sources = groupBy(
    carried.filter(judgement => judgement.verdict === 'source'),
    ({ on }) => on,
  )
  return claims.map(claim => {
    const about = [...(sources.get(claim.source) ?? []), ...(amends.get(claim.id) ?? [])]
    if (about.length === 0 && !claim.amended) return claim
    return judged(asRead(claim), about)
  })
}

/** The claim as the reader read it, without what judgements changed. */
export function asRead({ amended, ...claim }: RecordedClaim): RecordedClaim {
  return amended ? withFields(claim, amended.original) : claim
}

function judged(claim: RecordedClaim, judgements: readonly Judgement[]): RecordedClaim {
  const { fields, by } = changeOf(claim, judgements)
  const changed = (Object.keys(fields) as (keyof RecordedClaim)[]).filter(
    field => canonicalJson(fields[field]) !== canonicalJson(claim[field]),
  )
  if (changed.length === 0) return claim
  const original = Object.fromEntries(changed.map(field => [field, claim[field]]))
  return { ...claim, ...fields, amended: { by, original } }
}

function changeOf(claim: RecordedClaim, judgements: readonly Judgement[]): Change {
  let fields: Partial<RecordedClaim> = {}
  for (const judgement of judgements) {
    if (judgement.verdict === 'source') fields = { ...fields, ...ofSource(claim, judgement.change) }
    if (judgement.verdict === 'amend') {
      const { change } = judgement
      const given = AMENDABLE.filter(field => change[field] !== undefined)
      fields = { ...fields, ...Object.fromEntries(given.map(field => [field, change[field]])) }
    }
  }
  return { fields, by: judgements.map(({ id }) => id) }
}

/** What setting a source sets of its claims; its camp is the holder's only where it speaks in its own voice. */
function ofSource(
  { holder, source }: RecordedClaim,
  { reliability, family, camp }: Extract<Judgement, { verdict: 'source' }>['change'],
): Partial<RecordedClaim> {
  return {
    ...(reliability !== undefined && { reliability }),
    ...(family !== undefined && { family: family ?? (source satisfies Slug) }),
    ...(camp !== undefined && holder.span === null && { holder: { ...holder, camp } }),
  }
}
