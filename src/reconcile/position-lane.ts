import type { ClaimId, RecordedClaim } from '#domain'
import { dayOf } from '#domain'
import { addMember, type Candidate, type Draft, openDraft } from './event-drafts.ts'
import { bySaid } from './order.ts'

/** Positions are matched by who states what towards whom on which day: words are all there is to them. */
const positionKey = ({ claim, origin, target }: Candidate) =>
  [origin, claim.agent, target, dayOf(claim.said)].join('\n')

/** The events of `politics.position`: one for what one speaker says of one actor towards another on one day. */
export class PositionLane {
  readonly #candidateOf: (claim: RecordedClaim) => Candidate
  readonly #drafts = new Map<string, Draft>()
  readonly #keyOf = new Map<ClaimId, string>()

  constructor(candidateOf: (claim: RecordedClaim) => Candidate) {
    this.#candidateOf = candidateOf
  }

  /** The event a claim is in. */
  draftOf(claim: ClaimId): Draft | undefined {
    const key = this.#keyOf.get(claim)
    return key === undefined ? undefined : this.#drafts.get(key)
  }

  /** Takes claims out and in; gives every claim whose event may have changed, those taken out among them. */
  change(gone: readonly RecordedClaim[], come: readonly RecordedClaim[]): Set<ClaimId> {
    const touched = new Set<ClaimId>()
    const members = new Map<string, Map<ClaimId, Candidate>>()
    const open = (key: string) => {
      const known = members.get(key)
      if (known) return known
      const opened = new Map((this.#drafts.get(key)?.members ?? []).map(of => [of.claim.id, of] as const))
      for (const id of opened.keys()) touched.add(id)
      members.set(key, opened)
      return opened
    }
    for (const { id } of gone) {
      open(this.#keyOf.get(id) ?? '').delete(id)
      this.#keyOf.delete(id)
    }
    for (const claim of come) {
      const candidate = this.#candidateOf(claim)
      const key = positionKey(candidate)
      open(key).set(claim.id, candidate)
      this.#keyOf.set(claim.id, key)
      touched.add(claim.id)
    }
    for (const [key, own] of members) this.#write(key, [...own.values()])
    return touched
  }

  #write(key: string, members: readonly Candidate[]): void {
    const [first, ...rest] = [...members].sort((a, b) => bySaid(a.claim, b.claim))
    if (!first) {
      this.#drafts.delete(key)
      return
    }
    const draft = openDraft(first)
    for (const candidate of rest) addMember(draft, candidate)
    this.#drafts.set(key, draft)
  }
}
