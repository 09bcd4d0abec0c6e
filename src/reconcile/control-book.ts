import type { ClaimId, Control, Day, Instant } from '#domain'
import type { BulkStatement } from './control-reach.ts'
import { type ControlStatement, readControlClaim } from './control-statements.ts'
import type { Evidence } from './evidence.ts'
import { bySaid } from './order.ts'
import { turningDays } from './own-line.ts'
import { Shelf } from './shelf.ts'
import { placesHeldBefore, saidOf, siteOf, tracePlace } from './trace-control.ts'

/** A day on which lines may turn, how it had passed when they were last traced, and the places whose lines they are. */
interface Watched {
  passed: Instant | null
  readonly places: Set<string>
}

/** The lines of control, kept by place. */
export class ControlBook {
  readonly shelf = new Shelf<Control>()
  readonly #evidence: Evidence
  readonly #said = new Map<string, Map<ClaimId, ControlStatement>>()
  readonly #placesOf = new Map<ClaimId, readonly string[]>()
  /** Statements on whole areas, by claim. */
  readonly #bulk = new Map<ClaimId, readonly BulkStatement[]>()
  readonly #watched = new Map<Day, Watched>()
  #begun = false

  constructor(evidence: Evidence) {
    this.#evidence = evidence
  }

  /** All that is said of who holds a place, in the order it was said. */
  statementsOn(place: string): ControlStatement[] {
    return [...(this.#said.get(place)?.values() ?? [])].sort((a, b) => bySaid(a.claim, b.claim))
  }

  /** The places a claim says the holder of. */
  placesOf(claim: ClaimId): readonly string[] {
    return this.#placesOf.get(claim) ?? []
  }

  /** Fogline's own line on a place as a whole. */
  ownLine(place: string): Control[] {
    return this.shelf.of(place).filter(({ claimant, part }) => claimant === null && part === null)
  }

  /** Traces the lines anew that some claims or the days gone by may change; gives their places. */
  take(claims: ReadonlySet<ClaimId>): Set<string> {
    const touched = new Set(this.#begun ? [] : placesHeldBefore(this.#evidence))
    this.#begun = true
    const areas: BulkStatement[] = []
    for (const id of claims) {
      areas.push(...(this.#bulk.get(id) ?? []))
      for (const place of this.#file(id)) touched.add(place)
      areas.push(...(this.#bulk.get(id) ?? []))
    }
    for (const place of this.#within(areas)) touched.add(place)
    for (const [day, watched] of this.#watched) {
      const passed = this.#evidence.passed(day)
      if (passed === watched.passed) continue
      watched.passed = passed
      for (const place of watched.places) touched.add(place)
    }
    for (const place of touched) this.#trace(place)
    return touched
  }

  #file(id: ClaimId): readonly string[] {
    const before = this.placesOf(id)
    for (const place of before) this.#said.get(place)?.delete(id)
    const claim = this.#evidence.byId.get(id)
    const read = claim && !this.#evidence.echoes.has(id) ? readControlClaim(claim, this.#evidence) : null
    const said = read?.direct ?? []
    if (read && read.bulk.length > 0) this.#bulk.set(id, read.bulk)
    else this.#bulk.delete(id)
    for (const statement of said)
      this.#said.set(statement.place, (this.#said.get(statement.place) ?? new Map()).set(id, statement))
    const places = said.map(({ place }) => place)
    if (places.length > 0) this.#placesOf.set(id, places)
    else this.#placesOf.delete(id)
    return [...before, ...places]
  }

  /** Places with a line that lie in any of some areas. */
  #within(areas: readonly BulkStatement[]): string[] {
    if (areas.length === 0) return []
    const places = new Set([...placesHeldBefore(this.#evidence), ...this.#said.keys()])
    return [...places].filter(place => {
      const site = siteOf(place, this.statementsOn(place), this.#evidence)
      return site !== null && areas.some(({ reach }) => reach.covers(site))
    })
  }

  #trace(place: string): void {
    const direct = this.statementsOn(place)
    const areas = [...this.#bulk.values()].flat().sort((a, b) => bySaid(a.statement.claim, b.statement.claim))
    const said = saidOf(place, direct, areas, this.#evidence)
    this.shelf.put(place, tracePlace(said, this.#evidence))
    for (const day of turningDays([...said.direct, ...said.bulk.map(({ statement }) => statement)], this.#evidence)) {
      const watched = this.#watched.get(day) ?? { passed: this.#evidence.passed(day), places: new Set() }
      this.#watched.set(day, watched)
      watched.places.add(place)
    }
  }
}
