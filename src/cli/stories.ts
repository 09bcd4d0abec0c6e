import { Command } from 'commander'
import pc from 'picocolors'
import type { Article, Story } from '#domain'
import { addDays, startOfDay } from '#domain'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { asOfOf, dayOption, withLedger } from './context.ts'
import { print, printJson } from './output.ts'

interface Options {
  date?: string
  asOf?: string
  json?: boolean
}

/** `fogline stories`: reports grouped by what they tell. */
export const storiesCommand = (): Command =>
  new Command('stories')
    .description('Reports grouped into stories, newest first')
    .option('--date <date>', 'only stories with a report of that day')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((options: Options) =>
      withLedger({ create: false }, async ledger => {
        const asOf = asOfOf(options.asOf)
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
            `${pc.bold(story.headline)} ${pc.dim(`${story.articles.length} ${story.articles.length === 1 ? 'report' : 'reports'}`)}`,
          )
          for (const article of story.articles)
            print(`  ${article.publishedAt.slice(0, 16).replace('T', ' ')} UTC  ${article.outlet ?? 'unknown outlet'}`)
        }
      }),
    )

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
