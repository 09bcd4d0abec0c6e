import type { ClaimId, EventId, Figure, RecordedClaim } from '#domain'
import type { ClaimBook } from './claim-book.ts'
import { countFigureBlock, figureBlocksOf } from './count-figures.ts'
import type { Evidence } from './evidence.ts'
import { Shelf } from './shelf.ts'

/** The figures, kept by the block of measure, subject and unit they are read in. */
export class FigureBook {
  readonly shelf = new Shelf<Figure>()
  readonly #book: ClaimBook
  readonly #evidence: Evidence
  readonly #blocks = new Map<string, Map<ClaimId, RecordedClaim>>()
  readonly #blocksOf = new Map<ClaimId, readonly string[]>()

  constructor(book: ClaimBook, evidence: Evidence) {
    this.#book = book
    this.#evidence = evidence
  }

  /** Counts the blocks anew that some claims are or were in; gives the figures that came, went, changed or rest on them. */
  take(claims: ReadonlySet<ClaimId>, eventOf: (claim: ClaimId) => EventId | undefined): Figure[] {
    const touched = new Set<string>()
    for (const id of claims) for (const block of this.#file(id)) touched.add(block)
    return [...touched].flatMap(block => {
      const own = this.#blocks.get(block)
      const evidence = this.#book.evidence(own?.values() ?? [])
      const rows = own ? countFigureBlock(block, eventOf, evidence) : []
      const turned = new Set(this.shelf.put(block, rows))
      for (const figure of this.shelf.of(block)) if (figure.because.some(id => claims.has(id))) turned.add(figure)
      return [...turned]
    })
  }

  /** Files a claim under its blocks anew; gives those it was and is in. */
  #file(id: ClaimId): readonly string[] {
    const before = this.#blocksOf.get(id) ?? []
    for (const block of before) {
      const own = this.#blocks.get(block)
      own?.delete(id)
      if (own?.size === 0) this.#blocks.delete(block)
    }
    const claim = this.#evidence.byId.get(id)
    const blocks = claim && !this.#evidence.echoes.has(id) ? figureBlocksOf(claim, this.#evidence) : []
    if (claim)
      for (const block of blocks) this.#blocks.set(block, (this.#blocks.get(block) ?? new Map()).set(id, claim))
    if (blocks.length > 0) this.#blocksOf.set(id, blocks)
    else this.#blocksOf.delete(id)
    return [...before, ...blocks]
  }
}
