import { Command } from 'commander'
import pc from 'picocolors'
import type { Article, ArticleId, Instant, RecordedClaim } from '#domain'
import { InputError } from '#domain'
import { type Change, compareTexts } from '#kit'
import type { Ledger } from '#ledger'
import type { ReadingDiff } from '../readings.ts'
import { asOfOf, withLedger } from './context.ts'
import { print, printJson } from './output.ts'

interface Flags {
  with?: string
  readings?: boolean
  asOf?: string
  json?: boolean
}

/** `fogline diff [ARTICLE]`: what an edition changed in the words of the one before it, or a newer reader in what was read. */
export const diffCommand = (): Command =>
  new Command('diff')
    .description(
      'What a report changed in the words of its earlier edition, or of the report it copies; with --readings, what the newest reading changed in its claims',
    )
    .argument('[article]', 'id of the report, as "fogline stories --json" gives it; with --readings: none for all')
    .option('--with <article>', 'compare with this report instead')
    .option('--readings', 'compare the newest reading of each report that was read twice with the one before')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((id: string | undefined, flags: Flags) =>
      withLedger({ create: false }, async ledger => {
        const asOf = asOfOf(flags.asOf)
        if (flags.readings) return showReadings(ledger, id ?? null, asOf, flags.json ?? false)
        if (id === undefined) throw new InputError('diff: expected the id of a report, or --readings, found neither')
        return showEditions(ledger, id, asOf, flags)
      }),
    )

async function showEditions(ledger: Ledger, id: string, asOf: Instant | null, flags: Flags): Promise<void> {
  const later = await articleOf(ledger, id, asOf)
  const before = flags.with ?? later.revisionOf ?? later.copyOf
  if (before === null)
    throw new InputError(
      `diff: ${id} is neither a later edition nor a copy; name the report to compare it with by --with`,
    )
  const earlier = await articleOf(ledger, before, asOf)
  const changes = compareTexts(earlier.text, later.text)
  if (flags.json) return printJson({ earlier: headOf(earlier), later: headOf(later), changes })
  print(`${lineOf(earlier)}\n${lineOf(later)}\n`)
  print(changes.map(show).join(''))
}

async function articleOf(ledger: Ledger, id: string, asOf: Instant | null): Promise<Article> {
  const article = await ledger.article(id as ArticleId, { asOf })
  if (article === null)
    throw new InputError(
      `diff: expected the id of a report in the ledger, found "${id}"; "fogline stories --json" lists them`,
    )
  return article
}

const headOf = ({ id, outlet, url, title, publishedAt, editedAt }: Article) => ({
  id,
  outlet,
  url,
  title,
  publishedAt,
  editedAt,
})

const lineOf = ({ id, outlet, publishedAt, editedAt }: Article): string =>
  pc.dim(`${id}  ${outlet ?? 'unknown outlet'}  ${publishedAt}${editedAt === null ? '' : `, edited ${editedAt}`}`)

/** Marks stand beside the colours: not every terminal has them, nor every eye. */
function show({ kind, text }: Change): string {
  if (kind === 'same') return text
  return kind === 'added' ? pc.green(`{+${text}+}`) : pc.red(`[-${text}-]`)
}

async function showReadings(ledger: Ledger, id: string | null, asOf: Instant | null, json: boolean): Promise<void> {
  const { diffReadings } = await import('../readings.ts')
  const diffs = await diffReadings(ledger, { article: id, asOf })
  if (json) return printJson(diffs)
  if (diffs.length === 0)
    return print('No report has been read twice; "fogline reread" reads what an older reader read.')
  for (const diff of diffs) printReading(diff)
  const sum = (count: (diff: ReadingDiff) => number) => diffs.reduce((total, diff) => total + count(diff), 0)
  print(
    `${diffs.length} reports read again: ${sum(({ same }) => same)} claims as before, ${sum(({ changed }) => changed.length)} changed, ${sum(({ gone }) => gone.length)} gone, ${sum(({ fresh }) => fresh.length)} new.`,
  )
}

function printReading({ article, before, now, gone, fresh, changed }: ReadingDiff): void {
  if (gone.length + fresh.length + changed.length === 0) return
  print(pc.dim(`${article}  ${before.reader} (${before.learned}) → ${now.reader} (${now.learned})`))
  for (const claim of gone) print(pc.red(`  - ${lineOfClaim(claim)}`))
  for (const claim of fresh) print(pc.green(`  + ${lineOfClaim(claim)}`))
  for (const { was, is, fields } of changed) {
    print(`  ~ ${lineOfClaim(is)}`)
    for (const field of fields) print(pc.dim(`      ${field}: ${wordsOf(was[field])} → ${wordsOf(is[field])}`))
  }
  print()
}

const lineOfClaim = ({ type, holder, stance, text }: RecordedClaim): string =>
  `${type} · ${holder.name} ${stance}: “${text.replace(/\s+/g, ' ')}”`

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
