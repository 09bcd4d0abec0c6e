import type { Instant, RawItem, Source } from '#domain'
import type { Draft, Gathered } from './gathered.ts'
import { makeArticle, makeRawItem } from './make-article.ts'
import { resolveSource, UNKNOWN_OUTLET } from './resolve-source.ts'
import { isAggregator, throughAggregator } from './through-aggregator.ts'

/** What the reports of one body share. */
export interface Body {
  readonly path: string
  readonly name: string
  /** Number of the first report, where the body is a part of a longer list; null or absent: a report that is alone has none. */
  readonly numberFrom?: number | null
  readonly now: Instant
  readonly sources: readonly Source[]
  readonly defaultOutlet: string | null
  readonly origin: Partial<Pick<RawItem, 'url' | 'status' | 'etag' | 'lastModified' | 'contentType' | 'headers'>>
}

/** The outlet as the report names it; for one known by its address alone, its source's name. */
const outletOf = (named: string | null, source: Source): string | null =>
  named ?? (source.id === UNKNOWN_OUTLET.id ? null : source.name)

/** Drafts of one body as gathered reports: each finds its source, all share the raw item, which is filed under the first one's source. */
export function gatherDrafts(drafts: readonly Draft[], bytes: Uint8Array, body: Body): Gathered[] {
  const resolved = drafts.map(given => {
    const draft = throughAggregator(given, body.origin.url ?? null)
    const found = draft.url ?? body.origin.url ?? null
    const address = isAggregator(found) ? null : found
    const outlet = draft.outlet ?? body.defaultOutlet
    return { draft, outlet, source: resolveSource(outlet, address, body.sources) }
  })
  const first = body.numberFrom ?? null
  const raw = makeRawItem(bytes, resolved[0]?.source ?? UNKNOWN_OUTLET, body.now, body.origin)
  return resolved.map(({ draft, outlet, source }, at) => ({
    name: drafts.length === 1 && first === null ? body.name : `${body.name}-${at + (first ?? 1)}`,
    path: body.path,
    raw,
    body: bytes,
    source,
    article: makeArticle(draft, raw, source, outletOf(outlet, source), body.now),
  }))
}
