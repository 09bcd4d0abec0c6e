import type { ClaimId, Event, EventId, RecordedClaim } from '#domain'
import { groupBy } from '#kit'
import type { TurnedClaims } from './claim-book.ts'
import { type Draft, laneOf, makeCandidate } from './event-drafts.ts'
import { EventLane } from './event-lane.ts'
import type { Evidence } from './evidence.ts'
import { PositionLane } from './position-lane.ts'
import { eventIdOf, writeEvent } from './write-event.ts'

/** What changed of the events. */
export interface TurnedEvents {
  /** Events that are no more. */
  readonly gone: readonly EventId[]
  /** Events that may be another than before, with their claims as they now are. */
  readonly events: readonly Event[]
  /** Claims that are in another event than before. */
  readonly moved: readonly ClaimId[]
}

/**
 * Joins the claims that speak of one happening, denials included. Each claim, in the order it was said, joins the event
 * it fits best by days, place, parties, figures and words, or opens one. Two settlements are never one event; "16 of 21"
 * and "61 of 71" are two unless they are one speaker's growing count; what is told of last year keeps last year's days.
 * Every claim is in exactly one event. An echo goes where its original goes and changes nothing else.
 */
export class EventBook {
  readonly #evidence: Evidence
  readonly #lanes = new Map<string, EventLane>()
  readonly #positions: PositionLane
  readonly #echoesOf = new Map<ClaimId, Set<RecordedClaim>>()
  readonly #originalOf = new Map<ClaimId, ClaimId>()
  readonly #eventOf = new Map<ClaimId, EventId>()

  /** `evidence` gives the look-ups; the claims at hand in it are not used. */
  constructor(evidence: Evidence) {
    this.#evidence = evidence
    this.#positions = new PositionLane(claim => makeCandidate(claim, evidence))
  }

  /** The event a claim is in. */
  eventOf(claim: ClaimId): EventId | undefined {
    return this.#eventOf.get(claim)
  }

  /** Follows what changed of the claims. */
  take({ gone, come, judged }: TurnedClaims): TurnedEvents {
    const touched = new Set<ClaimId>(judged.map(({ id }) => id))
    const out = gone.filter(claim => !this.#dropEcho(claim, touched))
    const into = come.filter(claim => !this.#addEcho(claim, touched))
    const laneName = (claim: RecordedClaim) => this.#laneName(claim)
    const [outOf, inTo] = [groupBy(out, laneName), groupBy(into, laneName)]
    for (const name of new Set([...outOf.keys(), ...inTo.keys()])) {
      const lane = this.#laneNamed(name)
      for (const id of lane.change(outOf.get(name) ?? [], inTo.get(name) ?? [])) touched.add(id)
    }
    return this.#write(touched)
  }

  #laneName(claim: RecordedClaim): string {
    return claim.type === 'politics.position' ? claim.type : laneOf(claim, this.#evidence)
  }

  #laneNamed(name: string): EventLane | PositionLane {
    if (name === 'politics.position') return this.#positions
    const known = this.#lanes.get(name)
    if (known) return known
    const lane = new EventLane(claim => makeCandidate(claim, this.#evidence))
    this.#lanes.set(name, lane)
    return lane
  }

  /** Takes a claim off the list of echoes; false when it was none. */
  #dropEcho(claim: RecordedClaim, touched: Set<ClaimId>): boolean {
    const original = this.#originalOf.get(claim.id)
    if (original === undefined) return false
    const echoes = [...(this.#echoesOf.get(original) ?? [])].filter(({ id }) => id !== claim.id)
    this.#originalOf.delete(claim.id)
    if (echoes.length > 0) this.#echoesOf.set(original, new Set(echoes))
    else this.#echoesOf.delete(original)
    touched.add(original).add(claim.id)
    return true
  }

  #addEcho(claim: RecordedClaim, touched: Set<ClaimId>): boolean {
    const original = this.#evidence.echoes.get(claim.id)
    if (original === undefined) return false
    this.#originalOf.set(claim.id, original)
    this.#echoesOf.set(original, (this.#echoesOf.get(original) ?? new Set()).add(claim))
    touched.add(original).add(claim.id)
    return true
  }

  #draftOf(claim: ClaimId): Draft | undefined {
    const known = this.#evidence.byId.get(this.#originalOf.get(claim) ?? claim)
    return known && this.#laneNamed(this.#laneName(known)).draftOf(known.id)
  }

  #write(touched: ReadonlySet<ClaimId>): TurnedEvents {
    const before = new Set<EventId>()
    const drafts = new Set<Draft>()
    for (const id of touched) {
      const event = this.#eventOf.get(id)
      if (event !== undefined) before.add(event)
      const draft = this.#draftOf(id)
      if (draft) drafts.add(draft)
      else this.#eventOf.delete(id)
    }
    const moved: ClaimId[] = []
    const events = [...drafts].map(draft => {
      const echoes = draft.members.flatMap(({ claim }) => [...(this.#echoesOf.get(claim.id) ?? [])])
      const event = writeEvent(draft, echoes, this.#evidence)
      for (const claim of event.claims) {
        if (this.#eventOf.get(claim) === event.id) continue
        this.#eventOf.set(claim, event.id)
        moved.push(claim)
      }
      return event
    })
    const now = new Set([...drafts].map(eventIdOf))
    return { gone: [...before].filter(id => !now.has(id)), events, moved }
  }
}
