import { z } from 'zod'
import type { Article, Instant, RecordedClaim } from '#domain'
import type { Ledger } from '#ledger'

/** The words behind a claim and where they stand. */
const citationSchema = z.object({
  claim: z.string(),
  holder: z.string(),
  outlet: z.string(),
  url: z.string().nullable(),
  publishedAt: z.string(),
  words: z.string(),
})

/** What every tool answers with: sentences, each with the claims it rests on and their words. None is without. */
export const linesSchema = {
  asOf: z.string().describe('The moment whose knowledge this is'),
  lines: z.array(
    z.object({
      text: z.string(),
      claims: z.array(z.string()).min(1),
      citations: z.array(citationSchema).min(1),
    }),
  ),
  more: z.string().nullable().describe('Give it as `after` for what follows; null: nothing does'),
}

/** A sentence before its citations are looked up. The type leaves no way to say one without a claim. */
export interface Said {
  readonly text: string
  readonly claims: readonly [string, ...string[]]
}

/** A sentence on some claims; null where there is none, and then nothing is said. */
export const said = (text: string, claims: readonly string[]): Said | null => {
  const [first, ...rest] = claims
  return first === undefined ? null : { text, claims: [first, ...rest] }
}

/** Claims cited under one sentence; the others are named by id alone. */
const CITED = 5

/**
 * A tool's answer: the sentences as structured content and as text for models that read no structure. A sentence whose
 * claims the ledger does not hold as of then is not said.
 */
export async function answer(
  ledger: Ledger,
  asOf: Instant,
  given: readonly (Said | null)[],
  more: string | null = null,
) {
  const sentences = given.filter(one => one !== null)
  const claims = await claimsById(
    ledger,
    asOf,
    sentences.flatMap(({ claims }) => claims.slice(0, CITED)),
  )
  const articles = await articlesOf(ledger, asOf, [...claims.values()])
  const lines = sentences.flatMap(({ text, claims: ids }) => {
    const citations = ids.slice(0, CITED).flatMap(id => {
      const claim = claims.get(id)
      return claim ? [citationOf(claim, articles.get(claim.article) ?? null)] : []
    })
    return citations.length === 0 ? [] : [{ text, claims: [...ids], citations }]
  })
  const text = lines.map(line => `${line.text} [${line.claims.join(', ')}]\n${line.citations.map(cite).join('\n')}`)
  return {
    content: [
      { type: 'text' as const, text: text.length > 0 ? text.join('\n\n') : 'Nothing in the ledger answers this.' },
    ],
    structuredContent: { asOf, lines, more },
  }
}

type Citation = z.infer<typeof citationSchema>
const cite = ({ claim, holder, outlet, url, publishedAt, words }: Citation): string =>
  `  ${claim}: ${holder}: “${words}” (${outlet}, ${publishedAt.slice(0, 10)}${url === null ? '' : `, ${url}`})`

const citationOf = (claim: RecordedClaim, article: Article | null): Citation => ({
  claim: claim.id,
  holder: claim.holder.name,
  outlet: claim.outlet ?? claim.source,
  url: article?.url ?? null,
  publishedAt: claim.said,
  words: claim.text,
})

const PAGE = 1000

async function claimsById(ledger: Ledger, asOf: Instant, ids: readonly string[]): Promise<Map<string, RecordedClaim>> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, RecordedClaim>()
  for (let from = 0; from < wanted.length; from += PAGE) {
    const { rows } = await ledger.claims({ ids: wanted.slice(from, from + PAGE), asOf, limit: PAGE })
    for (const claim of rows) found.set(claim.id, claim)
  }
  return found
}

async function articlesOf(
  ledger: Ledger,
  asOf: Instant,
  claims: readonly RecordedClaim[],
): Promise<Map<string, Article>> {
  const ids = [...new Set(claims.map(({ article }) => article))]
  const found = await Promise.all(ids.map(id => ledger.article(id, { asOf })))
  return new Map(found.flatMap(article => (article ? [[article.id, article] as const] : [])))
}
