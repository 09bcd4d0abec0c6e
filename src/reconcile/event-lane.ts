import type { ClaimId, RecordedClaim } from '#domain'
import { addMember, type Candidate, type Draft, openDraft } from './event-drafts.ts'
import { findDraft } from './event-fit.ts'
import { EventIndex } from './event-index.ts'
import { LaneReplay } from './event-replay.ts'
import { bySaid } from './order.ts'

/** Place of the first claim not before `wanted` in an ordered list. */
function placeOf(line: readonly Candidate[], wanted: RecordedClaim): number {
  let [low, high] = [0, line.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = line[middle]
    if (there && bySaid(there.claim, wanted) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The events of one group of types. Each claim, in the order it was said, joins the event it fits best or opens one, so
 * where a claim goes hangs on those said before it and on no others. When one comes late, the claims said after it are gone
 * through again, those alone that could now go elsewhere (see `LaneReplay`): the outcome is that of having had it from the beginning.
 */
export class EventLane {
  readonly #index = new EventIndex()
  readonly #draftOf = new Map<ClaimId, Draft>()
  readonly #candidateOf: (claim: RecordedClaim) => Candidate
  /** All claims, in the order they were said. */
  readonly #line: Candidate[] = []

  constructor(candidateOf: (claim: RecordedClaim) => Candidate) {
    this.#candidateOf = candidateOf
  }

  /** The event a claim is in. */
  draftOf(claim: ClaimId): Draft | undefined {
    return this.#draftOf.get(claim)
  }

  /** Takes claims out and in; gives every claim whose event may have changed, those taken out among them. */
  change(gone: readonly RecordedClaim[], come: readonly RecordedClaim[]): Set<ClaimId> {
    const fresh = [...come].sort(bySaid)
    const [first] = [...gone, ...fresh.slice(0, 1)].sort(bySaid)
    if (!first) return new Set()
    const from = placeOf(this.#line, first)
    const tail = this.#line.splice(from)
    const candidates = fresh.map(this.#candidateOf)
    const last = tail[tail.length - 1]
    // What is said after all that is known needs no looking back.
    const late = last ? candidates.filter(({ claim }) => bySaid(claim, last.claim) < 0) : []
    const touched =
      tail.length === 0 ? new Set<ClaimId>() : this.#lookBack(tail, late, new Set(gone.map(({ id }) => id)))
    const grown = new Set<Draft>()
    for (const candidate of late.length === 0 ? candidates : candidates.slice(late.length)) {
      grown.add(this.#join(candidate))
      this.#line.push(candidate)
    }
    for (const { members } of grown) for (const { claim } of members) touched.add(claim.id)
    return touched
  }

  #lookBack(tail: readonly Candidate[], late: readonly Candidate[], gone: ReadonlySet<ClaimId>): Set<ClaimId> {
    const replay = new LaneReplay(this.#index, this.#draftOf)
    const merged = mergeSaid(tail, late)
    const isLate = new Set(late)
    for (const candidate of merged) {
      if (isLate.has(candidate)) replay.add(candidate)
      else if (gone.has(candidate.claim.id)) replay.remove(candidate)
      else replay.pass(candidate)
    }
    const touched = replay.settle()
    for (const candidate of merged)
      if (isLate.has(candidate) || !gone.has(candidate.claim.id)) this.#line.push(candidate)
    return touched
  }

  #join(candidate: Candidate): Draft {
    const found = findDraft(candidate, this.#index.find(candidate))
    const draft = found ?? openDraft(candidate)
    if (found) addMember(found, candidate)
    this.#index.file(draft, candidate)
    this.#draftOf.set(candidate.claim.id, draft)
    return draft
  }
}

/** Two ordered lists as one; what is taken out stands before what comes in its place. */
function mergeSaid(tail: readonly Candidate[], late: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = []
  let at = 0
  for (const candidate of tail) {
    for (let next = late[at]; next && bySaid(next.claim, candidate.claim) < 0; next = late[at]) {
      merged.push(next)
      at += 1
    }
    merged.push(candidate)
  }
  return [...merged, ...late.slice(at)]
}
