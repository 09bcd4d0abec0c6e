import type { ClaimId, Event, EventId, Judgement, RecordedClaim } from '#domain'
import { namedBy } from '#domain'
import { groupBy, unique } from '#kit'
import type { TurnedClaims } from '../claim-book.ts'
import { EventBook, type TurnedEvents } from '../event-book.ts'
import { addMember, makeCandidate, openDraft } from '../event-drafts.ts'
import type { Evidence } from '../evidence.ts'
import { bySaid } from '../order.ts'
import { writeEvent } from '../write-event.ts'
import { regroup } from './regroup.ts'

/**
 * The events as analysts join and part them. Underneath stand the events as claims are matched, which no judgement
 * touches; what judgements make anew of those they name is laid over them, and its type, place, days and parties are told
 * from its claims as for any event. Costs what the judgements name, and nothing where there are none.
 */
export class JudgedEvents {
  readonly #book: EventBook
  readonly #evidence: Evidence
  readonly #matched = new Map<EventId, Event>()
  /** Events made by judgements, and those of the matched that they took the place of. */
  #made: ReadonlyMap<EventId, Event> = new Map()
  #hidden: ReadonlySet<EventId> = new Set()
  #home: ReadonlyMap<ClaimId, EventId> = new Map()

  constructor(evidence: Evidence) {
    this.#book = new EventBook(evidence)
    this.#evidence = evidence
  }

  /** The event a claim is in. */
  eventOf(claim: ClaimId): EventId | undefined {
    return this.#home.get(claim) ?? this.#book.eventOf(claim)
  }

  /** Follows what changed of the claims, and the judgements that stand, brought to these claims. */
  take(turned: TurnedClaims, judgements: readonly Judgement[]): TurnedEvents {
    const matched = this.#book.take(turned)
    for (const id of matched.gone) this.#matched.delete(id)
    for (const event of matched.events) this.#matched.set(event.id, event)
    const decided = judgements.filter(({ verdict }) => verdict === 'merge' || verdict === 'split')
    if (decided.length === 0 && this.#made.size === 0) return matched
    const [made, hidden, home] = [this.#made, this.#hidden, this.#home]
    this.#regroup(decided)
    const told = [...matched.gone, ...matched.events.map(({ id }) => id)]
    const touched = new Set([...told, ...made.keys(), ...hidden, ...this.#made.keys(), ...this.#hidden])
    return {
      gone: [...touched].filter(id => !this.#standing(id)),
      events: [...touched].flatMap(id => this.#standing(id) ?? []),
      moved: unique([...matched.moved, ...home.keys(), ...this.#home.keys()]),
    }
  }

  #standing(id: EventId): Event | undefined {
    return this.#made.get(id) ?? (this.#hidden.has(id) ? undefined : this.#matched.get(id))
  }

  #regroup(decided: readonly Judgement[]): void {
    const named = unique(decided.flatMap(namedBy).flatMap(id => this.#book.eventOf(id) ?? []))
    const events = named.flatMap(id => this.#matched.get(id) ?? [])
    const { echoes } = this.#evidence
    const { kept, made } = regroup(events, ({ claims }) => claims.filter(id => !echoes.has(id)), decided)
    const echoed = events.flatMap(({ claims }) => claims).filter(id => echoes.has(id))
    const echoesOf = groupBy(echoed, id => echoes.get(id) as string)
    const anew = made.map(members =>
      this.#write(
        members,
        members.flatMap(id => echoesOf.get(id) ?? []),
      ),
    )
    this.#made = new Map(anew.map(event => [event.id, event]))
    this.#hidden = new Set(events.filter(event => !kept.includes(event)).map(({ id }) => id))
    this.#home = new Map(anew.flatMap(({ id, claims }) => claims.map(claim => [claim, id] as const)))
  }

  #write(members: readonly string[], echoes: readonly string[]): Event {
    const claims = (ids: readonly string[]): RecordedClaim[] => ids.flatMap(id => this.#evidence.byId.get(id) ?? [])
    const [first, ...rest] = claims(members).sort(bySaid)
    if (!first) throw new Error('event: expected at least one claim that is no echo, found none')
    const draft = openDraft(makeCandidate(first, this.#evidence))
    for (const claim of rest) addMember(draft, makeCandidate(claim, this.#evidence))
    return writeEvent(draft, claims(echoes), this.#evidence)
  }
}
