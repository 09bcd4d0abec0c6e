import { Command, Option } from 'commander'
import pc from 'picocolors'
import type { Day, Instant, Theatre } from '#domain'
import { dayNumber, dayOf, InputError } from '#domain'
import type { Ledger } from '#ledger'
import { renderHtml, renderMarkdown, renderText, writeBriefing } from '#publish/briefing'
import { asOfOf, chosenDay, now, wholeNumber, withLedger } from './context.ts'
import { print, printJson, say, terminalWidth } from './output.ts'

interface Options {
  date?: string
  day?: string
  asOf?: string
  format: 'text' | 'md' | 'html' | 'json'
  json?: boolean
  limit?: string
  all?: boolean
}

/** `fogline brief`: the edition of one day, as known at one moment. */
export const briefCommand = (): Command =>
  new Command('brief')
    .description('Write the briefing of a day: what is claimed, by whom, how surely, and who says the opposite')
    .option('--date <date>', 'the day, as YYYY-MM-DD (default: today, or the newest day with reports)')
    .option('--day <n>', 'the day, by its number in the war (1007)')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['text', 'md', 'html', 'json']).default('text'),
    )
    .option('--limit <n>', 'at most so many lines a section; in text without their citations')
    .option('--all', 'every line, those that are else left out too')
    .option('--json', 'the same as --format json')
    .action((options: Options) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const asOf = asOfOf(options.asOf)
        const date = chosenDay(theatre, options) ?? (await newestDay(ledger, theatre, asOf))
        const most = mostLines(options)
        const briefing = await writeBriefing({ ledger, theatre, date, asOf: asOf ?? now(), most })
        // The edition of a day is the one of its usual length; a longer or shorter one is a look at it.
        if (most === null) await ledger.saveBriefing(briefing)
        const format = options.json ? 'json' : options.format
        if (format === 'json') printJson(briefing)
        else if (format === 'md') print(renderMarkdown(briefing))
        else if (format === 'html') print(renderHtml(briefing))
        else
          print(
            renderText(briefing, {
              width: terminalWidth(),
              color: pc.isColorSupported && process.stdout.isTTY === true,
              brief: options.limit !== undefined,
            }),
          )
      }),
    )

/** Lines of a section that are asked for; null: as many as an edition has. */
function mostLines({ all, limit }: Options): number | null {
  if (all && limit !== undefined) throw new InputError('--all and --limit: expected one of the two, found both')
  if (all) return Number.POSITIVE_INFINITY
  return limit === undefined ? null : wholeNumber('limit', limit)
}

/** Today where it has reports, else the newest day that has; said on standard error when it is not today. */
async function newestDay(ledger: Ledger, theatre: Theatre, asOf: Instant | null): Promise<Day> {
  const today = dayOf(asOf ?? now())
  const days = (await ledger.days({ asOf })).map(({ date }) => date).filter(date => date <= today)
  const newest = days.sort().at(-1)
  if (newest === undefined) throw new InputError('the ledger holds no report: add some with "fogline ingest PATH"')
  if (newest !== today)
    say(
      `No report of ${today}; the newest is of ${newest}, day ${dayNumber(theatre.dayOne, newest).toLocaleString('en-GB')}.`,
    )
  return newest
}
