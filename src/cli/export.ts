import { createWriteStream } from 'node:fs'
import { Command, Option } from 'commander'
import type { Article, ArticleId } from '#domain'
import { InputError } from '#domain'
import type { WaczCapture } from '#gather'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { now, withLedger } from './context.ts'
import { print, printJson } from './output.ts'

interface Flags {
  format: 'wacz'
  story?: string
  article?: string
  out: string
  json?: boolean
}

/** `fogline export`: what stands behind a story, for others to check. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('Write what stands behind a story into a file: the captures of its reports, as they came')
    .addOption(
      new Option('--format <format>', 'wacz: a web archive any replay program opens').choices(['wacz']).default('wacz'),
    )
    .option('--story <id>', 'the reports of this story')
    .option('--article <id>', 'this report alone')
    .requiredOption('-o, --out <file>', 'the file to write')
    .option('--json', 'print what was written as JSON')
    .action((flags: Flags) =>
      withLedger({ create: false }, async ledger => {
        const articles = await articlesOf(ledger, flags)
        const captures = await capturesOf(ledger, articles)
        const { writeWacz } = await import('#gather')
        const title = articles[0]?.title ?? flags.story ?? flags.article ?? ''
        const out = createWriteStream(flags.out)
        try {
          await writeWacz(captures, out, { title, created: now() })
        } catch (cause) {
          const code = (cause as NodeJS.ErrnoException).code
          if (code === undefined) throw cause
          throw new InputError(`--out: ${flags.out} cannot be written (${code}); name another`, { cause })
        }
        const written = { file: flags.out, reports: articles.length, captures: captures.length }
        if (flags.json) return printJson(written)
        print(`${written.captures} captures of ${written.reports} reports written into ${written.file}`)
      }),
    )

async function articlesOf(ledger: Ledger, { story, article }: Flags): Promise<readonly Article[]> {
  if ((story === undefined) === (article === undefined))
    throw new InputError('export: expected --story ID or --article ID, found neither or both')
  const found =
    story === undefined
      ? [await ledger.article(article as ArticleId)].flatMap(one => one ?? [])
      : await allRows(page => ledger.articles({ story, ...page }))
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
