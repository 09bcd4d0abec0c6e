import type { ClaimId, Day, Event, Instant, Judgement, RecordedClaim, Source, Theatre } from '#domain'
import { ClaimBook } from './claim-book.ts'
import type { OriginPosition } from './origin-positions.ts'
import type { OriginBook } from './origins.ts'
import type { PartyBook } from './parties.ts'
import type { PlaceBook } from './places.ts'
import type { Memory } from './remember.ts'

/** What reconciling starts from. */
export interface EvidenceInput {
  readonly claims: readonly RecordedClaim[]
  readonly judgements: readonly Judgement[]
  readonly theatre: Theatre
  readonly sources: readonly Source[]
}

/** The claims at hand put in order, with what every step asks about them and about the others. */
export interface Evidence {
  readonly theatre: Theatre
  /** The claims at hand, each once, by the time it was said, then by id: all, or those one step works on. */
  readonly claims: readonly RecordedClaim[]
  /** Every claim, also those not at hand. */
  readonly byId: ReadonlyMap<ClaimId, RecordedClaim>
  /** Claims of copies and later editions that only repeat, each with the claim it repeats. */
  readonly echoes: ReadonlyMap<ClaimId, ClaimId>
  /** The claims at hand that are no echoes, in the same order. */
  readonly originals: readonly RecordedClaim[]
  /** What an analyst last decided on a claim: the verdict and when. Only `accept` and `reject` weigh. */
  readonly verdicts: ReadonlyMap<ClaimId, { readonly verdict: 'accept' | 'reject'; readonly at: Instant }>
  readonly origins: OriginBook
  readonly parties: PartyBook
  readonly places: PlaceBook
  /** Where origins stand on the events last asked about; forgotten when a claim of one is to be weighed anew. */
  readonly positions: Memory<Event, readonly OriginPosition[]>
  /** When Fogline could see that a day had come to pass; null while nothing said on or after it is known. */
  readonly passed: (day: Day) => Instant | null
}

/** Puts the claims in order and makes the look-ups. The order of the input has no effect; a claim given twice counts once. */
export function layEvidence({ claims, judgements, theatre, sources }: EvidenceInput): Evidence {
  const book = new ClaimBook(theatre)
  book.take({ claims, judgements, sources })
  return book.evidence()
}

/** True when an analyst has rejected the claim: it is listed, and weighs nothing anywhere. */
export const isRejected = (evidence: Evidence, claim: ClaimId): boolean =>
  evidence.verdicts.get(claim)?.verdict === 'reject'
