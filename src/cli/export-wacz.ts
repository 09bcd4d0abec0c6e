import { createWriteStream } from 'node:fs'
import type { Article, ArticleId, Instant } from '#domain'
import { InputError } from '#domain'
import type { WaczCapture } from '#gather'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { now } from './context.ts'

/** Which reports a web archive is of: exactly one of the two. */
export interface WaczChoice {
  readonly story?: string
  readonly article?: string
  /** The story as known then; null: now. */
  readonly asOf: Instant | null
}

/** Writes the captures of the reports of a story, or of one report, into a WACZ file. */
export async function exportWacz(ledger: Ledger, choice: WaczChoice, file: string) {
  const articles = await articlesOf(ledger, choice)
  const captures = await capturesOf(ledger, articles)
  const { writeWacz } = await import('#gather')
  const title = articles[0]?.title ?? choice.story ?? choice.article ?? ''
  await writeWacz(captures, createWriteStream(file), { title, created: now() })
  return { file, reports: articles.length, captures: captures.length }
}

async function articlesOf(ledger: Ledger, { story, article, asOf }: WaczChoice): Promise<readonly Article[]> {
  if ((story === undefined) === (article === undefined))
    throw new InputError('export: wacz takes --story ID or --article ID, found neither or both')
  const found =
    story === undefined
      ? [await ledger.article(article as ArticleId, { asOf })].flatMap(one => one ?? [])
      : await allRows(page => ledger.articles({ story, asOf, ...page }))
  if (found.length === 0)
    throw new InputError(
      `export: expected the id of a story or report in the ledger ("fogline stories --json"), found "${story ?? article}"`,
    )
  return found
}

/** The captures of some reports, each once, with the reports it holds. */
async function capturesOf(ledger: Ledger, articles: readonly Article[]): Promise<WaczCapture[]> {
  const found = new Map<string, WaczCapture>()
  for (const { id, url, title, rawItem } of articles) {
    const known = found.get(rawItem) ?? (await captureOf(ledger, rawItem))
    found.set(rawItem, { ...known, pages: [...known.pages, { id, url, title }] })
  }
  return [...found.values()]
}

async function captureOf(ledger: Ledger, id: Article['rawItem']): Promise<WaczCapture> {
  const capture = await ledger.capture(id)
  if (!capture) throw new Error(`capture ${id}: expected the ledger to hold it, found none`)
  return { ...capture, pages: [] }
}
