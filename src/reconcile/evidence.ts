import type { ClaimId, Instant, Judgement, RecordedClaim, Source, Theatre } from '#domain'
import { findEchoes } from './echoes.ts'
import { bySaid, compareText } from './order.ts'
import { makeOriginBook, type OriginBook } from './origins.ts'
import { makePartyBook, type PartyBook } from './parties.ts'
import { makePlaceBook, type PlaceBook } from './places.ts'

/** What reconciling starts from. */
export interface EvidenceInput {
  readonly claims: readonly RecordedClaim[]
  readonly judgements: readonly Judgement[]
  readonly theatre: Theatre
  readonly sources: readonly Source[]
}

/** The claims put in order, with what every step asks about them. Made once by `layEvidence`. */
export interface Evidence {
  readonly theatre: Theatre
  /** Every claim once, by the time it was said, then by id. */
  readonly claims: readonly RecordedClaim[]
  readonly byId: ReadonlyMap<ClaimId, RecordedClaim>
  /** Claims of copies and later editions that only repeat, each with the claim it repeats. */
  readonly echoes: ReadonlyMap<ClaimId, ClaimId>
  /** The claims that are no echoes, in the same order. */
  readonly originals: readonly RecordedClaim[]
  /** What an analyst last decided on a claim: the verdict and when. Only `accept` and `reject` weigh. */
  readonly verdicts: ReadonlyMap<ClaimId, { readonly verdict: 'accept' | 'reject'; readonly at: Instant }>
  readonly origins: OriginBook
  readonly parties: PartyBook
  readonly places: PlaceBook
}

function lastVerdicts(judgements: readonly Judgement[]): Evidence['verdicts'] {
  const verdicts = new Map<ClaimId, { verdict: 'accept' | 'reject'; at: Instant }>()
  const ordered = [...judgements].sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
  for (const { on, verdict, at } of ordered) {
    if (verdict === 'accept' || verdict === 'reject') verdicts.set(on, { verdict, at })
  }
  return verdicts
}

/** Puts the claims in order and makes the look-ups. The order of the input has no effect; a claim given twice counts once. */
export function layEvidence({ claims, judgements, theatre, sources }: EvidenceInput): Evidence {
  const byId = new Map<ClaimId, RecordedClaim>()
  for (const claim of [...claims].sort((a, b) => bySaid(a, b) || compareText(a.learned, b.learned))) {
    if (!byId.has(claim.id)) byId.set(claim.id, claim)
  }
  const ordered = [...byId.values()]
  const echoes = findEchoes(ordered)
  return {
    theatre,
    claims: ordered,
    byId,
    echoes,
    originals: ordered.filter(({ id }) => !echoes.has(id)),
    verdicts: lastVerdicts(judgements),
    origins: makeOriginBook(ordered, theatre, sources),
    parties: makePartyBook(theatre),
    places: makePlaceBook(ordered, theatre),
  }
}

/** True when an analyst has rejected the claim: it is listed, and weighs nothing anywhere. */
export const isRejected = (evidence: Evidence, claim: ClaimId): boolean =>
  evidence.verdicts.get(claim)?.verdict === 'reject'
