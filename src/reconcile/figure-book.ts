import type { ClaimId, EventId, Figure } from '#domain'
import { groupBy, unique } from '#kit'
import type { Evidence } from './evidence.ts'
import { FigureBlock } from './figure-block.ts'
import type { FigureDraft } from './flag-figures.ts'
import { readFigures } from './read-figures.ts'
import { foldOnce } from './remember.ts'
import { Shelf } from './shelf.ts'

/** Numbers of one measure, subject and unit are read together and beside no others. */
const blockOf = ({ measure, subject, unit }: FigureDraft): string =>
  JSON.stringify([measure, subject && foldOnce(subject), unit])

/**
 * Every number that somebody asserts, once: a figure for each claimant, measure, subject, day and value, however many reports
 * carry it; a daily figure that two totals come to is worked out and says so (`derivedFrom`).
 */
export class FigureBook {
  readonly shelf = new Shelf<Figure>()
  readonly #evidence: Evidence
  readonly #blocks = new Map<string, FigureBlock>()
  readonly #read = new Map<ClaimId, readonly FigureDraft[]>()

  constructor(evidence: Evidence) {
    this.#evidence = evidence
  }

  /**
   * Reads some claims anew, and moves others to the event they are in now; gives the figures that came, went, changed or rest on
   * a claim read anew.
   */
  take(
    claims: ReadonlySet<ClaimId>,
    moved: Iterable<ClaimId>,
    eventOf: (claim: ClaimId) => EventId | undefined,
  ): Figure[] {
    const changes = new Map<string, Map<ClaimId, readonly FigureDraft[]>>()
    for (const id of claims) this.#note(id, this.#readAnew(id, eventOf), changes)
    for (const id of moved) {
      const before = claims.has(id) ? undefined : this.#read.get(id)
      if (!before) continue
      const event = eventOf(id) ?? null
      this.#note(
        id,
        before.map(draft => (draft.series === 'cumulative' ? draft : { ...draft, event })),
        changes,
      )
    }
    return [...changes].flatMap(([block, drafts]) => this.#change(block, drafts, claims))
  }

  #readAnew(id: ClaimId, eventOf: (claim: ClaimId) => EventId | undefined): readonly FigureDraft[] {
    const claim = this.#evidence.byId.get(id)
    return claim ? readFigures(claim, eventOf(id), this.#evidence) : []
  }

  #note(id: ClaimId, drafts: readonly FigureDraft[], changes: Map<string, Map<ClaimId, readonly FigureDraft[]>>): void {
    const before = this.#read.get(id) ?? []
    if (before.length === 0 && drafts.length === 0) return
    const now = groupBy(drafts, blockOf)
    for (const block of unique([...before.map(blockOf), ...now.keys()]))
      changes.set(block, (changes.get(block) ?? new Map()).set(id, now.get(block) ?? []))
    if (drafts.length > 0) this.#read.set(id, drafts)
    else this.#read.delete(id)
  }

  #change(
    name: string,
    drafts: ReadonlyMap<ClaimId, readonly FigureDraft[]>,
    claims: ReadonlySet<ClaimId>,
  ): readonly Figure[] {
    const block = this.#blocks.get(name) ?? new FigureBlock()
    this.#blocks.set(name, block)
    const turned = new Set<Figure>()
    for (const [origin, rows] of block.change(drafts)) {
      const key = `${name} ${origin}`
      for (const figure of this.shelf.put(key, rows)) turned.add(figure)
      for (const figure of this.shelf.of(key)) if (figure.because.some(id => claims.has(id))) turned.add(figure)
    }
    return [...turned]
  }
}
