import type { Article, ArticleId } from '#domain'
import { CopyFinder } from './copy-finder.ts'
import { countChangedFigures } from './worded-figures.ts'
import { readWording, sharedRuns, sketchOf, type Wording } from './wording.ts'

/** Shorter texts are alike by chance, or because there is one way to say it. */
const FEWEST_WORDS = 25
/** Share of a report's three-word runs that must stand in the earlier one. */
const COPIED = 0.7
/** The other way round (the earlier text is a cut of this one) nearly all of it must be here, and be at least half of it. */
const CUT = 0.9
const CUT_AT_LEAST = 0.5
/** Wordings kept at hand for the exact check; the others are read again when they are wanted. */
const AT_HAND = 4_096

/** What a report repeats, and how much of its wording stands there. */
export interface Copy {
  /** The earliest of its family; never a copy itself. */
  readonly original: ArticleId
  /** Share of the report's three-word runs that stand in the report it was found by, 0–1. */
  readonly share: number
}

/** The share of `later`'s runs that stand in `earlier`, where it says (nearly) what that said, in its words and with its figures; it may be a cut of it. Else null. */
function shareOf(later: Wording, earlier: Wording): number | null {
  const shared = sharedRuns(later, earlier)
  const ofLater = shared / later.runs.length
  const ofEarlier = shared / earlier.runs.length
  const alike = ofLater >= COPIED || (ofEarlier >= CUT && ofLater >= CUT_AT_LEAST)
  return alike && countChangedFigures(later.figures(), earlier.figures()) === 0 ? ofLater : null
}

/** Earlier first; at the same moment by id, so that the order of arrival tells nothing. */
const inOrder = (a: Article, b: Article): number =>
  a.publishedAt !== b.publishedAt ? (a.publishedAt < b.publishedAt ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** Wordings of articles by their place, the last some thousands kept. */
function makeShelf(articles: readonly Article[]): (at: number) => Wording {
  const atHand = new Map<number, Wording>()
  return at => {
    const article = articles[at]
    if (article === undefined) throw new Error(`copies: expected an article at ${at}, found none`)
    const wording = atHand.get(at) ?? readWording(article)
    atHand.delete(at)
    atHand.set(at, wording)
    const oldest = atHand.size > AT_HAND ? atHand.keys().next().value : undefined
    if (oldest !== undefined) atHand.delete(oldest)
    return wording
  }
}

/** Reports in the order of their times, with what is found of each. */
class Family {
  readonly #all: readonly Article[]
  readonly #wordingAt: (at: number) => Wording
  readonly #finder: CopyFinder
  /** Places of the wordings filed, in the order they were. */
  readonly #filed: number[] = []
  readonly #numberOf = new Map<ArticleId, number>()
  readonly #placeOf: ReadonlyMap<ArticleId, number>
  readonly originals = new Map<ArticleId, Copy>()

  constructor(all: readonly Article[]) {
    this.#all = all
    this.#wordingAt = makeShelf(all)
    this.#finder = new CopyFinder(all.length)
    this.#placeOf = new Map(all.map((article, at) => [article.id, at]))
  }

  /** The candidates with the originals they stand for, those of the earliest first; of one original in the order given. */
  #rank(candidates: readonly number[]): { place: number; original: ArticleId; first: number }[] {
    return candidates
      .flatMap(number => {
        const place = this.#filed[number] ?? 0
        const candidate = this.#all[place]
        if (candidate === undefined) return []
        const original = this.originals.get(candidate.id)?.original ?? candidate.id
        // An original that is not at hand is older than all that are.
        return [{ place, original, first: this.#placeOf.get(original) ?? -1 }]
      })
      .sort((a, b) => a.first - b.first)
  }

  /** The earliest report of another source that the one at a place repeats, of those that may be its original. */
  #find(at: number, article: Article, sketch: Uint32Array, may: (original: ArticleId) => boolean): Copy | null {
    for (const { place, original, first } of this.#rank(this.#finder.candidates(sketch))) {
      if (this.#all[first]?.source === article.source || !may(original)) continue
      const share = shareOf(this.#wordingAt(at), this.#wordingAt(place))
      if (share !== null) return { original, share }
    }
    return null
  }

  /** What a report known before repeats: its original, or the one that turned out to be that one's. */
  #knownCopy({ copyOf }: Article): Copy | null {
    if (copyOf === null) return null
    return this.originals.get(copyOf) ?? { original: copyOf, share: 1 }
  }

  /** Files the report at a place, and finds what it repeats; one known before as nobody's copy may repeat only what came in since. */
  take(at: number, isFresh: (id: ArticleId) => boolean): void {
    const article = this.#all[at]
    const wording = this.#wordingAt(at)
    if (article === undefined || wording.length < FEWEST_WORDS) return
    const sketch = sketchOf(wording)
    const may = isFresh(article.id) ? () => true : isFresh
    const known = isFresh(article.id) ? null : this.#knownCopy(article)
    const copy = known ?? this.#find(at, article, sketch, may)
    if (copy !== null) this.originals.set(article.id, copy)
    this.#numberOf.set(article.id, this.#filed.push(at) - 1)
    this.#finder.add(sketch, copy === null ? null : (this.#numberOf.get(copy.original) ?? null))
  }
}

/**
 * What each fresh article repeats of an earlier report of another source, by the article's id; and what known articles turn
 * out to repeat now that an earlier one has come in. The original is the earliest of its family and never a copy itself.
 * Reads every text once; time and memory grow with the articles, not with their pairs.
 */
export function findCopies(fresh: readonly Article[], known: readonly Article[]): Map<ArticleId, Copy> {
  const freshIds = new Set(fresh.map(article => article.id))
  const before = new Map(known.map(article => [article.id, article.copyOf]))
  const all = [...fresh, ...known.filter(article => !freshIds.has(article.id))].sort(inOrder)
  const family = new Family(all)
  for (const at of all.keys()) family.take(at, id => freshIds.has(id))
  return new Map([...family.originals].filter(([id, { original }]) => freshIds.has(id) || before.get(id) !== original))
}
