import type { ArticleId, RecordedClaim, Source, Theatre } from '#domain'
import { bySaid } from './order.ts'
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

/** True when the report says it in its own voice: nobody is named, or the outlet names itself. */
export const isOwnVoice = (claim: RecordedClaim): boolean =>
  claim.holder.kind !== 'unnamed' &&
  (claim.holder.span === null || (claim.outlet !== null && foldOnce(claim.holder.name) === foldOnce(claim.outlet)))

interface Names {
  readonly keys: Map<string, string>
  readonly sources: Map<string, Source>
}

/** One key for each of the names a holder or source goes by; outlets of one owner share a key. */
function indexNames(theatre: Theatre, sources: readonly Source[]): Names {
  const keys = new Map<string, string>()
  const named = new Map<string, Source>()
  for (const holder of theatre.holders) {
    const key = holder.kind === 'outlet' ? (holder.family ?? holder.id) : holder.id
    for (const name of [...holder.aliases, holder.name, holder.id]) keys.set(foldOnce(name), key)
  }
  const all = [...theatre.sources, ...sources]
  for (const source of all) {
    const names = [foldOnce(source.name), foldOnce(source.id)]
    const known = names.map(name => keys.get(name)).find(key => key !== undefined)
    for (const name of names) {
      keys.set(name, source.family ?? known ?? source.id)
      named.set(name, source)
    }
  }
  return { keys, sources: named }
}

/** The report each report repeats or revises, followed to its end, as far as the claims tell. */
function indexRoots(claims: readonly RecordedClaim[]): (article: ArticleId) => ArticleId {
  const next = new Map<ArticleId, ArticleId>()
  for (const { article, copyOf, revisionOf } of claims) {
    const before = copyOf ?? revisionOf
    if (before !== null) next.set(article, before)
  }
  return article => {
    const seen = new Set<ArticleId>()
    let root = article
    for (let before = next.get(root); before !== undefined && !seen.has(before); before = next.get(root)) {
      seen.add(root)
      root = before
    }
    return root
  }
}

/**
 * Makes the lookup. A holder's key is its id, else its folded name; an outlet's key is its owner family, so that two
 * papers of one owner are one origin; an unnamed holder is one per camp and owner family of the report it first stood in:
 * ten reprints of "officials said" are one, two owners' officials are two.
 */
export function makeOriginBook(
  claims: readonly RecordedClaim[],
  theatre: Theatre,
  sources: readonly Source[],
): OriginBook {
  const { keys, sources: named } = indexNames(theatre, sources)
  const resolved = new Map<string, string>()
  const keyOfName = (name: string) => {
    const known = resolved.get(name)
    if (known !== undefined) return known
    const folded = foldOnce(name)
    const key = keys.get(folded) ?? folded
    resolved.set(name, key)
    return key
  }
  const holderKey = ({ holder }: RecordedClaim) => keyOfName(holder.id ?? holder.name)
  const rootOf = indexRoots(claims)
  const families = new Map<ArticleId, string>()
  const voices = new Map<ArticleId, string>()
  for (const claim of [...claims].sort(bySaid)) {
    const family = keyOfName(claim.family)
    families.set(claim.article, family)
    if (!isOwnVoice(claim) || voices.has(claim.article)) continue
    voices.set(claim.article, claim.holder.kind === 'outlet' ? family : holderKey(claim))
  }
  const familyOf = (root: ArticleId) => families.get(root) ?? root
  return {
    keyOf: claim => {
      const root = rootOf(claim.article)
      if (claim.holder.kind === 'unnamed') return `unnamed ${claim.holder.camp} of ${familyOf(root)}`
      return isOwnVoice(claim) ? (voices.get(root) ?? familyOf(root)) : holderKey(claim)
    },
    keyOfName,
    sourceOf: claim => {
      if (isOwnVoice(claim)) return named.get(foldOnce(claim.source)) ?? null
      return named.get(foldOnce(claim.holder.id ?? '')) ?? named.get(foldOnce(claim.holder.name)) ?? null
    },
  }
}
