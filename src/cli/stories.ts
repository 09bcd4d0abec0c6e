import { Command } from 'commander'
import pc from 'picocolors'
import type { AccountItem, Article, Instant, Story } from '#domain'
import { addDays, InputError, startOfDay } from '#domain'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { livingStory } from '#publish/api'
import { asOfOf, dayOption, withLedger } from './context.ts'
import { print, printJson } from './output.ts'
import { wholeId } from './whole-id.ts'

interface Options {
  date?: string
  asOf?: string
  json?: boolean
}

/** `fogline stories`: reports grouped by what they tell. */
export const storiesCommand = (): Command =>
  new Command('stories')
    .description('Reports grouped into stories, newest first; with an id, what that story tells and who says so')
    .argument('[id]', 'one story: its facts, what only each camp says, what is disputed')
    .option('--date <date>', 'only stories with a report of that day')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((id: string | undefined, options: Options) =>
      withLedger({ create: false }, async ledger => {
        const asOf = asOfOf(options.asOf)
        if (id !== undefined) return printAccount(ledger, id, asOf, options.json ?? false)
        const date = options.date === undefined ? null : dayOption('date', options.date)
        const window = date ? { saidFrom: startOfDay(date), saidTo: startOfDay(addDays(date, 1)) } : {}
        const stories = await allRows(page => ledger.stories({ ...window, asOf, ...page }))
        stories.sort((a, b) => (a.lastSaid > b.lastSaid ? -1 : a.lastSaid < b.lastSaid ? 1 : a.id < b.id ? -1 : 1))
        const shown = await Promise.all(stories.map(story => withArticles(ledger, story)))
        if (options.json) return printJson(shown)
        if (shown.length === 0)
          return print(date ? `No story of ${date} is in the ledger.` : 'The ledger holds no story.')
        for (const story of shown) {
          print(
            `${pc.bold(story.headline)} ${pc.dim(`${story.articles.length} ${story.articles.length === 1 ? 'report' : 'reports'} · ${story.id}`)}`,
          )
          for (const article of story.articles)
            print(`  ${article.publishedAt.slice(0, 16).replace('T', ' ')} UTC  ${article.outlet ?? 'unknown outlet'}`)
        }
      }),
    )

/** One story: facts, lines, disputes, forecasts, and how its outlets stand. */
async function printAccount(ledger: Ledger, id: string, asOf: Instant | null, json: boolean): Promise<void> {
  const living = await livingStory(ledger, await wholeId(ledger, id), asOf)
  if (!living) throw new InputError(`story: expected the id of one, found "${id}"; see "fogline stories"`)
  const { story, moved } = living
  if (moved && !json)
    print(pc.dim(`${moved.from} is told by ${story.id} since ${moved.at} (${moved.reason}: ${moved.because}).`))
  const account = await ledger.account(story.id, { asOf })
  if (json) return printJson({ ...(await withArticles(ledger, story)), moved, account })
  print(pc.bold(story.headline))
  if (!account) return print('No claim was read in its reports.')
  const list = (heading: string, items: readonly AccountItem[]) => {
    if (items.length === 0) return
    print(`\n${pc.bold(heading)}`)
    for (const { says, origins, camps } of items)
      print(
        `  “${says.replace(/\s+/g, ' ')}” ${pc.dim(`${origins} ${origins === 1 ? 'origin' : 'origins'}: ${camps.join(', ')}`)}`,
      )
  }
  list('Facts', account.facts)
  for (const { camp, items } of account.lines) list(`Only ${camp} says`, items)
  list('Disputed', account.disputed)
  list('Forecasts', account.forecasts)
  const { establishment, critical, unknown } = account.outlets
  print(`\nOutlets: ${establishment} establishment, ${critical} critical, ${unknown} not known`)
}

async function withArticles(ledger: Ledger, story: Story) {
  const articles = await Promise.all(story.articles.map(id => ledger.article(id)))
  return {
    id: story.id,
    headline: story.headline,
    articles: articles
      .filter((article): article is Article => article !== null)
      .map(({ id, url, outlet, publishedAt }) => ({ id, url, outlet, publishedAt })),
  }
}
