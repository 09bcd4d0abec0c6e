import { Command } from 'commander'
import { type Article, InputError } from '#domain'
import { asOfOf, now, readersOf, withLedger } from './context.ts'
import { print, printJson, printTable, say } from './output.ts'
import { startProgress } from './progress.ts'
import { translatorOf } from './translate.ts'

interface Options {
  translate?: boolean
  asOf?: string
  json?: boolean
}

/** `fogline unread`: reports kept in languages that are not read, and with `--translate` their translation. */
export const unreadCommand = (): Command =>
  new Command('unread')
    .description('Reports kept in languages that are not read and not translated')
    .option(
      '--translate',
      'send them to the translation server that FOGLINE_TRANSLATE_URL names, and read what it gives',
    )
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((options: Options) => (options.translate ? translate(options) : list(options)))

const list = ({ json, asOf }: Options): Promise<void> =>
  withLedger({ create: false }, async ledger => {
    const { unreadArticles } = await import('../pipeline.ts')
    const articles = await unreadArticles(ledger, asOfOf(asOf))
    if (json) return printJson(articles.map(rowOf))
    if (articles.length === 0) return print('Every report in the ledger is in English or translated.')
    printTable(
      ['published', 'lang', 'outlet', 'title'],
      articles
        .map(rowOf)
        .map(({ publishedAt, language, outlet, title }) => [
          publishedAt.slice(0, 10),
          language ?? '',
          outlet ?? '',
          title ?? '',
        ]),
    )
  })

const rowOf = ({ id, language, outlet, publishedAt, title, url }: Article) => ({
  id,
  language,
  outlet,
  publishedAt,
  title,
  url,
})

const translate = ({ json }: Options): Promise<void> =>
  withLedger({ create: false }, async (ledger, theatre, settings) => {
    const translator = await translatorOf(settings)
    if (translator === null)
      throw new InputError(
        'no translation server: expected FOGLINE_TRANSLATE_URL to name a LibreTranslate-compatible one, found it unset.',
      )
    const { translateUnread } = await import('../pipeline.ts')
    const progress = startProgress('reading')
    const readers = readersOf(settings)
    const walk = { theatre, ledger, now, readers, asPublished: false, onProgress: progress.update }
    const result = await translateUnread(translator, walk).finally(() => {
      progress.stop()
      return readers.close()
    })
    for (const failure of result.failures) say(`fogline: ${failure}`)
    if (json) return printJson(result)
    print(
      `${result.translated} of ${result.unread} reports translated and read, ${result.claims} claims recorded in ${ledger.where}.`,
    )
  })
