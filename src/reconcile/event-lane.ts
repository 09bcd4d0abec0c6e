import type { ClaimId, RecordedClaim } from '#domain'
import { addMember, type Candidate, type Draft, openDraft } from './event-drafts.ts'
import { fitEvent, JOIN_SCORE } from './event-fit.ts'
import { EventIndex } from './event-index.ts'
import { bySaid } from './order.ts'

/** The event a claim fits best, or null when it fits none well enough. Of equals the older wins. */
function findDraft(candidate: Candidate, index: EventIndex): Draft | null {
  let found: Draft | null = null
  let highest = JOIN_SCORE
  for (const draft of index.find(candidate)) {
    const score = fitEvent(candidate, draft)
    if (score === null || score < highest) continue
    found = draft
    highest = score
  }
  return found
}

/** Builds an event from its claims again, and shows how it stood after each. */
function replay(
  [first, ...rest]: readonly Candidate[],
  order: number,
  visit: (draft: Draft, joined: Candidate) => void,
): Draft | null {
  if (!first) return null
  const draft = openDraft(first, order)
  visit(draft, first)
  for (const candidate of rest) {
    addMember(draft, candidate)
    visit(draft, candidate)
  }
  return draft
}

/** Place of the first item not before `wanted` in an ordered list. */
function placeOf(claims: readonly RecordedClaim[], wanted: RecordedClaim): number {
  let [low, high] = [0, claims.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = claims[middle]
    if (there && bySaid(there, wanted) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The events of one group of types. Each claim, in the order it was said, joins the event it fits best or opens one, so
 * where a claim goes hangs on those said before it and on no others. When one comes late, the lane is taken back to its
 * moment and gone through again from there: the outcome is that of having had it from the beginning.
 */
export class EventLane {
  readonly #index = new EventIndex()
  readonly #draftOf = new Map<ClaimId, Draft>()
  readonly #candidateOf: (claim: RecordedClaim) => Candidate
  #claims: RecordedClaim[] = []
  #opened = 0

  constructor(candidateOf: (claim: RecordedClaim) => Candidate) {
    this.#candidateOf = candidateOf
  }

  /** The event a claim is in. */
  draftOf(claim: ClaimId): Draft | undefined {
    return this.#draftOf.get(claim)
  }

  /** Takes claims out and in; gives every claim whose event may have changed, those taken out among them. */
  change(gone: readonly RecordedClaim[], come: readonly RecordedClaim[]): Set<ClaimId> {
    const [first] = [...gone, ...come].sort(bySaid)
    if (!first) return new Set()
    const from = placeOf(this.#claims, first)
    const tail = this.#claims.splice(from)
    const candidates = new Map(
      tail.flatMap(({ id }) => this.#draftOf.get(id)?.members ?? []).map(of => [of.claim.id, of]),
    )
    const touched = this.#cut(tail)
    const away = new Set(gone.map(({ id }) => id))
    const stay = tail.filter(({ id }) => !away.has(id))
    for (const { id } of gone) candidates.delete(id)
    const grown = new Set<Draft>()
    for (const claim of [...stay, ...come].sort(bySaid)) {
      grown.add(this.#join(candidates.get(claim.id) ?? this.#candidateOf(claim)))
      this.#claims.push(claim)
    }
    for (const { members } of grown) for (const { claim } of members) touched.add(claim.id)
    return touched
  }

  #join(candidate: Candidate): Draft {
    const found = findDraft(candidate, this.#index)
    const draft = found ?? openDraft(candidate, this.#opened++)
    if (found) addMember(found, candidate)
    this.#index.file(draft, candidate)
    this.#draftOf.set(candidate.claim.id, draft)
    return draft
  }

  /** Takes the last claims of the lane out of their events; gives all claims of those events. */
  #cut(tail: readonly RecordedClaim[]): Set<ClaimId> {
    const out = new Set(tail.map(({ id }) => id))
    const touched = new Set(out)
    for (const draft of new Set(tail.flatMap(({ id }) => this.#draftOf.get(id) ?? []))) {
      replay(draft.members, draft.order, (stood, joined) => this.#index.unfile(draft, stood, joined))
      const kept = draft.members.filter(({ claim }) => !out.has(claim.id))
      let again: Draft | null = null
      again = replay(kept, draft.order, (stood, joined) => this.#index.file(stood, joined))
      for (const { claim } of kept) {
        touched.add(claim.id)
        if (again) this.#draftOf.set(claim.id, again)
      }
    }
    for (const id of out) this.#draftOf.delete(id)
    return touched
  }
}
