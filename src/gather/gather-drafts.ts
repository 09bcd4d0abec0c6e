import type { Instant, RawItem, Source } from '#domain'
import type { Draft, Gathered } from './gathered.ts'
import { makeArticle, makeRawItem } from './make-article.ts'
import { resolveSource, UNKNOWN_OUTLET } from './resolve-source.ts'

/** What the reports of one body share. */
export interface Body {
  readonly path: string
  readonly name: string
  readonly now: Instant
  readonly sources: readonly Source[]
  readonly defaultOutlet: string | null
  readonly origin: Partial<Pick<RawItem, 'url' | 'status' | 'etag' | 'lastModified' | 'contentType'>>
}

/** The outlet as the report names it; for one known by its address alone, its source's name. */
const outletOf = (named: string | null, source: Source): string | null =>
  named ?? (source.id === UNKNOWN_OUTLET.id ? null : source.name)

/** Drafts of one body as gathered reports: each finds its source, all share the raw item, which is filed under the first one's source. */
export function gatherDrafts(drafts: readonly Draft[], bytes: Uint8Array, body: Body): Gathered[] {
  const resolved = drafts.map(draft => {
    const address = draft.url ?? body.origin.url ?? null
    const outlet = draft.outlet ?? body.defaultOutlet
    return { draft, outlet, source: resolveSource(outlet, address, body.sources) }
  })
  const raw = makeRawItem(bytes, resolved[0]?.source ?? UNKNOWN_OUTLET, body.now, body.origin)
  return resolved.map(({ draft, outlet, source }, at) => ({
    name: drafts.length === 1 ? body.name : `${body.name}-${at + 1}`,
    path: body.path,
    raw,
    body: bytes,
    source,
    article: makeArticle(draft, raw, source, outletOf(outlet, source), body.now),
  }))
}
