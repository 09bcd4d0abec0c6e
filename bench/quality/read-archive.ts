import { readFileSync } from 'node:fs'
import type { Article, Instant, RecordedClaim, Source } from '#domain'
import type { Gathered } from '#gather'
import { gather, linkEditions } from '#gather'
import { readArticle } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre, openGazetteer } from '#theatre'

/** Everything an archive of reports says, as reconcile takes it. Each report is learned when it was published. */
export interface ReadArchive {
  readonly articles: readonly Article[]
  readonly claims: readonly RecordedClaim[]
  readonly sources: readonly Source[]
}

/**
 * Reads a folder of reports. A file that ends in `.jsonl` is an archive read before: one line `{ articles, claims, sources }`
 * for each report, so that what follows the reading can be measured again in seconds.
 */
export async function readArchive(path: string, onReport: (one: ReadArchive) => void = () => {}): Promise<ReadArchive> {
  if (path.endsWith('.jsonl')) {
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
    return joinArchives(lines.map(line => JSON.parse(line) as ReadArchive))
  }
  const theatre = loadTheatre('ukraine')
  const context = { theatre, gazetteer: openGazetteer(), grammar: openGrammar() }
  const gathered: Gathered[] = []
  const now = '2026-01-01T00:00:00.000Z' as Instant
  for await (const item of gather([path], { now, sources: theatre.sources })) gathered.push(item)
  const sources = new Map(gathered.map(({ article, source }) => [article.id, source]))
  const parts = linkEditions(
    gathered.map(item => item.article),
    [],
  ).fresh.flatMap(article => {
    const source = sources.get(article.id)
    if (!source) return []
    const part = {
      articles: [article],
      claims: fileClaims(article, source, readArticle(article, context).claims),
      sources: [source],
    }
    onReport(part)
    return part
  })
  return joinArchives(parts)
}

const fileClaims = (
  article: Article,
  source: Source,
  claims: ReturnType<typeof readArticle>['claims'],
): RecordedClaim[] =>
  claims.map(claim => ({
    ...claim,
    article: article.id,
    source: source.id,
    outlet: article.outlet,
    family: source.family ?? source.id,
    reliability: source.reliability,
    said: article.publishedAt,
    learned: article.publishedAt,
    copyOf: article.copyOf,
    revisionOf: article.revisionOf,
  }))

const joinArchives = (parts: readonly ReadArchive[]): ReadArchive => ({
  articles: parts.flatMap(({ articles }) => articles),
  claims: parts.flatMap(({ claims }) => claims),
  sources: [...new Map(parts.flatMap(part => part.sources).map(source => [source.id, source])).values()],
})
