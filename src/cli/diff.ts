import { Command } from 'commander'
import pc from 'picocolors'
import type { Article, ArticleId } from '#domain'
import { InputError } from '#domain'
import { type Change, compareTexts } from '#kit'
import type { Ledger } from '#ledger'
import { withLedger } from './context.ts'
import { print, printJson } from './output.ts'

/** `fogline diff ARTICLE`: what an edition changed in the words of the one before it. */
export const diffCommand = (): Command =>
  new Command('diff')
    .description('What a report changed in the words of its earlier edition, or of the report it copies')
    .argument('<article>', 'id of the report, as "fogline stories --json" gives it')
    .option('--with <article>', 'compare with this report instead')
    .option('--json', 'print JSON')
    .action((id: string, options: { with?: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const later = await articleOf(ledger, id)
        const before = options.with ?? later.revisionOf ?? later.copyOf
        if (before === null)
          throw new InputError(
            `diff: ${id} is neither a later edition nor a copy; name the report to compare it with by --with`,
          )
        const earlier = await articleOf(ledger, before)
        const changes = compareTexts(earlier.text, later.text)
        if (options.json) return printJson({ earlier: headOf(earlier), later: headOf(later), changes })
        print(`${lineOf(earlier)}\n${lineOf(later)}\n`)
        print(changes.map(show).join(''))
      }),
    )

async function articleOf(ledger: Ledger, id: string): Promise<Article> {
  const article = await ledger.article(id as ArticleId)
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
