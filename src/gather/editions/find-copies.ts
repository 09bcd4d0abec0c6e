import type { Article, ArticleId } from '#domain'
import { countChangedFigures } from './worded-figures.ts'
import { readWording, sharedShingles, type Wording } from './wording.ts'

/** Shorter texts are alike by chance, or because there is one way to say it. */
const FEWEST_WORDS = 25
/** Share of a report's three-word runs that must stand in the earlier one. */
const COPIED = 0.7
/** The other way round (the earlier text is a cut of this one) nearly all of it must be here, and be at least half of it. */
const CUT = 0.9
const CUT_AT_LEAST = 0.5
/** One shingle in four is looked up: which one is decided by its hash, so both texts of a pair choose the same. */
const SAMPLE = 4
/** A run of words that stands in more reports than this is a stock phrase and finds nothing. */
const STOCK = 400

/** True when `later` says (nearly) what `earlier` said, in its words and with its figures; it may be a cut of it. */
function isCopy(later: Wording, earlier: Wording): boolean {
  const shared = sharedShingles(later, earlier)
  const ofLater = shared / later.shingles.size
  const ofEarlier = shared / earlier.shingles.size
  const alike = ofLater >= COPIED || (ofEarlier >= CUT && ofLater >= CUT_AT_LEAST)
  return alike && countChangedFigures(later.figures, earlier.figures) === 0
}

/**
 * Earlier wordings that may be the original of another: those sharing sampled shingles. Sampling by hash (Manber 1994,
 * Broder 1997) finds a short cut of a long text as well as a whole reprint, which MinHash bands do not.
 */
class Index {
  readonly #wordings: Wording[] = []
  readonly #holders = new Map<number, number[]>()

  candidates(wording: Wording): Wording[] {
    const counts = new Map<number, number>()
    let sampled = 0
    for (const shingle of wording.shingles) {
      if (shingle % SAMPLE !== 0) continue
      sampled += 1
      const holders = this.#holders.get(shingle) ?? []
      if (holders.length <= STOCK) for (const at of holders) counts.set(at, (counts.get(at) ?? 0) + 1)
    }
    // A copy shares half of its runs at the least, the sample a quarter of that allowing for chance.
    const enough = Math.max(1, sampled * CUT_AT_LEAST * 0.5)
    return [...counts].filter(([, count]) => count >= enough).flatMap(([at]) => this.#wordings[at] ?? [])
  }

  add(wording: Wording): void {
    const at = this.#wordings.push(wording) - 1
    for (const shingle of wording.shingles) {
      if (shingle % SAMPLE !== 0) continue
      const holders = this.#holders.get(shingle)
      if (holders) holders.push(at)
      else this.#holders.set(shingle, [at])
    }
  }
}

/** Earlier first; at the same moment by id, so that the order of arrival tells nothing. */
const inOrder = (a: Article, b: Article): number =>
  a.publishedAt !== b.publishedAt ? (a.publishedAt < b.publishedAt ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * The original of each fresh article that repeats an earlier report of another source: its id by the fresh article's id.
 * The original is the earliest of its group and never a copy itself. Known articles keep what they are.
 */
export function findCopies(fresh: readonly Article[], known: readonly Article[]): Map<ArticleId, ArticleId> {
  const isFresh = new Set(fresh.map(article => article.id))
  const all = [...fresh, ...known.filter(article => !isFresh.has(article.id))].sort(inOrder)
  const sourceOf = new Map(all.map(article => [article.id, article.source]))
  const place = new Map(all.map((article, at) => [article.id, at]))
  const originals = new Map<ArticleId, ArticleId>()
  const index = new Index()
  for (const article of all) {
    const wording = readWording(article)
    if (wording.words < FEWEST_WORDS) continue
    if (!isFresh.has(article.id)) {
      if (article.copyOf !== null) originals.set(article.id, article.copyOf)
    } else {
      const earlier = index.candidates(wording).filter(candidate => isCopy(wording, candidate))
      const roots = earlier.map(({ article: { id } }) => originals.get(id) ?? id)
      const foreign = roots.filter(root => sourceOf.get(root) !== article.source)
      const first = foreign.sort((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1))[0]
      if (first !== undefined) originals.set(article.id, first)
    }
    index.add(wording)
  }
  for (const id of originals.keys()) if (!isFresh.has(id)) originals.delete(id)
  return originals
}
