import type { ArticleId, RecordedClaim, Source, Theatre } from '#domain'
import { canonicalJson } from '#domain'
import { compareText } from './order.ts'
import { foldOnce } from './remember.ts'

/** Tells which origin a claim comes from. */
export interface OriginBook {
  /** The key of the holder a claim begins with; see `traceOrigins`. */
  keyOf(claim: RecordedClaim): string
  /** The key a name in a chain goes by: that of the holder or source known under it, else the folded name. */
  keyOfName(name: string): string
  /** The source a holder publishes as, or null when it is none. */
  sourceOf(claim: RecordedClaim): Source | null
}

/** True when the report says it in its own voice: nobody is named or credited, or the outlet names itself. */
export const isOwnVoice = (claim: RecordedClaim): boolean =>
  claim.holder.kind !== 'unnamed' &&
  ((claim.holder.span === null && claim.chain.length === 1) ||
    (claim.outlet !== null && foldOnce(claim.holder.name) === foldOnce(claim.outlet)))

interface Names {
  readonly keys: Map<string, string>
  readonly sources: Map<string, Source>
}

/**
 * One key for each of the names a holder or source goes by; outlets of one owner share a key. A source without an owner
 * goes by its folded name, as it did while it was only quoted.
 */
function indexNames(theatre: Theatre, sources: readonly Source[]): Names {
  const keys = new Map<string, string>()
  const named = new Map<string, Source>()
  for (const holder of theatre.holders) {
    const key = holder.kind === 'outlet' ? (holder.family ?? holder.id) : holder.id
    for (const name of [...holder.aliases, holder.name, holder.id]) keys.set(foldOnce(name), key)
  }
  for (const source of sources) {
    const names = [foldOnce(source.name), foldOnce(source.id)]
    const known = names.map(name => keys.get(name)).find(key => key !== undefined)
    for (const name of names) {
      keys.set(name, source.family ?? known ?? names[0] ?? name)
      named.set(name, source)
    }
  }
  return { keys, sources: named }
}

/**
 * Whose voice each claim is. A holder's key is its id, else its folded name; an outlet's key is its owner family, so that
 * two papers of one owner are one origin; an unnamed holder is one per camp and owner family of the report it first stood
 * in: ten reprints of "officials said" are one, two owners' officials are two.
 */
export class OriginRegister implements OriginBook {
  readonly #theatre: Theatre
  readonly #sources = new Map<string, Source>()
  #names: Names
  readonly #resolved = new Map<string, string>()
  readonly #before: ReadonlyMap<ArticleId, ArticleId>
  readonly #families = new Map<ArticleId, string>()
  readonly #voices = new Map<ArticleId, string>()

  /** `before`: the report each report repeats or revises, kept by the caller. */
  constructor(theatre: Theatre, before: ReadonlyMap<ArticleId, ArticleId>) {
    this.#theatre = theatre
    this.#before = before
    for (const source of theatre.sources) this.#sources.set(source.id, source)
    this.#names = indexNames(theatre, this.#inOrder())
  }

  #inOrder = (): Source[] => [...this.#sources.values()].sort((a, b) => compareText(a.id, b.id))

  /** Takes newer records of sources, and gives the folded names that now mean another origin or record. */
  takeSources(sources: readonly Source[]): ReadonlySet<string> {
    const fresh = sources.filter(
      source => canonicalJson(this.#sources.get(source.id) ?? null) !== canonicalJson(source),
    )
    if (fresh.length === 0) return new Set()
    for (const source of fresh) this.#sources.set(source.id, source)
    const was = this.#names
    this.#names = indexNames(this.#theatre, this.#inOrder())
    this.#resolved.clear()
    const turned = new Set<string>()
    for (const name of new Set([...was.keys.keys(), ...this.#names.keys.keys()])) {
      const same =
        (was.keys.get(name) ?? name) === (this.#names.keys.get(name) ?? name) &&
        was.sources.get(name)?.reliability === this.#names.sources.get(name)?.reliability
      if (!same) turned.add(name)
    }
    return turned
  }

  /** Files what the claims of one report tell of whose voice it is; none: the report is forgotten. */
  takeArticle(article: ArticleId, claims: readonly RecordedClaim[]): void {
    this.#families.delete(article)
    this.#voices.delete(article)
    const [first] = claims
    if (!first) return
    const family = this.keyOfName(first.family)
    this.#families.set(article, family)
    const own = claims.find(isOwnVoice)
    if (own) this.#voices.set(article, own.holder.kind === 'outlet' ? family : this.#holderKey(own))
  }

  keyOfName(name: string): string {
    const known = this.#resolved.get(name)
    if (known !== undefined) return known
    const folded = foldOnce(name)
    const key = this.#names.keys.get(folded) ?? folded
    this.#resolved.set(name, key)
    return key
  }

  #holderKey({ holder }: RecordedClaim): string {
    return this.keyOfName(holder.id ?? holder.name)
  }

  /** The report a report repeats or revises, followed to its end. */
  #rootOf(article: ArticleId): ArticleId {
    let next = this.#before.get(article)
    if (next === undefined) return article
    const seen = new Set<ArticleId>()
    let root = article
    for (; next !== undefined && !seen.has(next); next = this.#before.get(root)) {
      seen.add(root)
      root = next
    }
    return root
  }

  keyOf(claim: RecordedClaim): string {
    const root = this.#rootOf(claim.article)
    const family = this.#families.get(root) ?? root
    if (claim.holder.kind === 'unnamed') return `unnamed ${claim.holder.camp} of ${family}`
    return isOwnVoice(claim) ? (this.#voices.get(root) ?? family) : this.#holderKey(claim)
  }

  sourceOf(claim: RecordedClaim): Source | null {
    const named = this.#names.sources
    if (isOwnVoice(claim)) return named.get(foldOnce(claim.source)) ?? null
    return named.get(foldOnce(claim.holder.id ?? '')) ?? named.get(foldOnce(claim.holder.name)) ?? null
  }
}
