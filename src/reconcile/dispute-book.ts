import type { ClaimId, Dispute, Event, EventId, Figure, FigureId } from '#domain'
import type { ControlBook } from './control-book.ts'
import { disputeOfEvent } from './dispute-of-event.ts'
import type { Evidence } from './evidence.ts'
import { RivalAccounts } from './rival-accounts.ts'
import { disputeOfFigures, isComparable, questionOf } from './rival-figures.ts'
import { findRivalHolders } from './rival-holders.ts'
import { Shelf } from './shelf.ts'

/** Where disputes look things up. */
export interface DisputeGround {
  readonly evidence: Evidence
  readonly control: ControlBook
  /** An event by its id, and by a claim of it. */
  readonly event: (id: EventId) => Event | undefined
  readonly eventOf: (claim: ClaimId) => Event | undefined
  /** The figure of an id as it stands; undefined for one that stands no more. */
  readonly figure: (id: FigureId) => Figure | undefined
}

/** What has changed of what disputes are found in. */
export interface TurnedGround {
  readonly events: readonly Event[]
  readonly gone: readonly EventId[]
  readonly places: ReadonlySet<string>
  readonly figures: readonly Figure[]
}

/**
 * Every quarrel, once: rival holders of one place ("Who holds …?", denials of the rival claims included), an event that
 * some assert and others deny of the same deed (see `answers`), and rival figures of one thing by different camps.
 * Positions are by side and camp. The id of a dispute is a hash of what is disputed and does not change as more is said.
 */
export class DisputeBook {
  readonly shelf = new Shelf<Dispute>()
  readonly #ground: DisputeGround
  /** How many disputes over a place, or over who struck what, each claim has part in. */
  readonly #taken = new Map<ClaimId, number>()
  /** Events on the holder of a place, by the place. */
  readonly #eventsAt = new Map<string, Set<EventId>>()
  readonly #figures = new Map<string, Map<FigureId, Figure>>()
  readonly #questionsOn = new Map<EventId, Set<string>>()

  readonly #accounts: RivalAccounts

  constructor(ground: DisputeGround) {
    this.#ground = ground
    this.#accounts = new RivalAccounts(ground.evidence, ground.eventOf)
  }

  /** Looks again at every quarrel that what has changed may concern. */
  take({ events, gone, places, figures }: TurnedGround): void {
    for (const id of gone) this.shelf.put(`event ${id}`, [])
    for (const event of events) this.#placeEvent(event)
    const { control } = this.#ground
    const said = events.flatMap(({ claims }) => claims.flatMap(claim => control.placesOf(claim)))
    const again = new Set<EventId>(events.map(({ id }) => id))
    for (const place of new Set([...places, ...said])) {
      for (const claim of this.#quarrelsOver(place)) again.add(this.#ground.eventOf(claim)?.id ?? '')
      if (places.has(place)) for (const id of this.#eventsAt.get(place) ?? []) again.add(id)
    }
    for (const claim of this.#quarrelsOverAccounts(events, gone)) again.add(this.#ground.eventOf(claim)?.id ?? '')
    for (const id of again) this.#quarrelsOn(id)
    this.#quarrelsOfNumber(figures, events)
  }

  #placeEvent({ id, type, place }: Event): void {
    if (!type.startsWith('control.') || place?.id == null) return
    this.#eventsAt.set(place.id, (this.#eventsAt.get(place.id) ?? new Set()).add(id))
  }

  /** Looks at a place again; gives the claims that are now in a dispute over it and were not, or were and are not. */
  #quarrelsOver(place: string): ClaimId[] {
    const { control, evidence, eventOf } = this.#ground
    const statements = control.statementsOn(place)
    return this.#put(`place ${place}`, findRivalHolders(place, statements, control.ownLine(place), eventOf, evidence))
  }

  /** The same for who struck what: what changed may concern any thing or place that changed events tell of. */
  #quarrelsOverAccounts(events: readonly Event[], gone: readonly EventId[]): ClaimId[] {
    return [...this.#accounts.take(events, gone)].flatMap(key =>
      this.#put(`account ${key}`, this.#accounts.disputesOn(key)),
    )
  }

  /** Puts disputes down whose claims take part in no other; gives the claims that are now in one and were not, or the reverse. */
  #put(origin: string, disputes: readonly Dispute[]): ClaimId[] {
    const claimsOf = (some: readonly Dispute[]) =>
      new Set(some.flatMap(({ positions }) => positions.flatMap(({ claims }) => claims)))
    const before = claimsOf(this.shelf.of(origin))
    this.shelf.put(origin, disputes)
    const now = claimsOf(this.shelf.of(origin))
    const turned = [...[...before].filter(id => !now.has(id)), ...[...now].filter(id => !before.has(id))]
    for (const id of turned) this.#taken.set(id, (this.#taken.get(id) ?? 0) + (now.has(id) ? 1 : -1))
    return turned
  }

  #quarrelsOn(id: EventId): void {
    const { control, evidence, event } = this.#ground
    const found = event(id)
    if (!found) return
    const steps = found.place?.id == null ? [] : control.ownLine(found.place.id)
    const dispute = disputeOfEvent(found, claim => (this.#taken.get(claim) ?? 0) > 0, steps, evidence)
    this.shelf.put(`event ${id}`, dispute ? [dispute] : [])
  }

  #quarrelsOfNumber(figures: readonly Figure[], events: readonly Event[]): void {
    const { evidence, event } = this.#ground
    const touched = new Set(events.flatMap(({ id }) => [...(this.#questionsOn.get(id) ?? [])]))
    for (const figure of figures) if (isComparable(figure)) touched.add(this.#ask(figure))
    for (const question of touched) {
      const own = [...(this.#figures.get(question)?.values() ?? [])]
      const dispute = own.length === 0 ? null : disputeOfFigures(own, id => event(id)?.place?.name ?? null, evidence)
      this.shelf.put(`figures ${question}`, dispute ? [dispute] : [])
    }
  }

  /** Files a figure, or takes it away if it stands no more; gives the question it answers. */
  #ask(figure: Figure): string {
    const question = questionOf(figure)
    const own = this.#figures.get(question) ?? new Map<FigureId, Figure>()
    this.#figures.set(question, own)
    const standing = this.#ground.figure(figure.id)
    if (standing) own.set(figure.id, standing)
    else own.delete(figure.id)
    if (figure.event !== null)
      this.#questionsOn.set(figure.event, (this.#questionsOn.get(figure.event) ?? new Set()).add(question))
    return question
  }
}
