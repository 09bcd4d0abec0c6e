import { Command } from 'commander'
import pc from 'picocolors'
import type { Theatre } from '#domain'
import { InputError } from '#domain'
import { didYouMean, resolvePlaceName } from '#publish/api'
import { asOfOf, wholeNumber, withLedger } from './context.ts'
import { print, printJson } from './output.ts'

/** `fogline search WORDS`: claims whose words match, newest first. */
export const searchCommand = (): Command =>
  new Command('search')
    .description('Claims by the words they stand in, newest first')
    .argument('<words...>', 'words to find; "quoted phrases", OR, and -word to leave out')
    .option('--place <place>', 'only claims that name this place, in any spelling')
    .option('--camp <camp>', 'only claims held by this camp')
    .option('--limit <n>', 'at most so many', '20')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action(
      (words: string[], options: { place?: string; camp?: string; limit: string; asOf?: string; json?: boolean }) =>
        withLedger({ create: false }, async (ledger, theatre) => {
          const { rows } = await ledger.claims({
            words: words.join(' '),
            place: options.place && (resolvePlaceName(theatre, options.place)?.id ?? options.place),
            camp: options.camp && campOption(theatre, options.camp),
            asOf: asOfOf(options.asOf),
            limit: Math.min(1000, wholeNumber('limit', options.limit)),
          })
          if (options.json) return printJson(rows)
          if (rows.length === 0) return print(nothingFound(options, theatre))
          for (const claim of rows) {
            print(
              `${pc.dim(claim.said.slice(0, 10))} ${pc.bold(claim.holder.name)} ${claim.stance}: “${claim.text.replace(/\s+/g, ' ')}”`,
            )
            print(pc.dim(`           ${claim.type} · ${claim.chain.join(' → ')} · ${claim.id}`))
          }
        }),
    )

/** The id of a camp of the theatre; throws `InputError` where it has none of that id. */
function campOption({ camps }: Theatre, camp: string): string {
  if (camps.some(({ id }) => id === camp)) return camp
  throw new InputError(`--camp: expected one of ${camps.map(({ id }) => id).join(', ')}, found "${camp}"`)
}

function nothingFound({ place, camp }: { readonly place?: string; readonly camp?: string }, theatre: Theatre): string {
  const unknown = place !== undefined && resolvePlaceName(theatre, place) === null
  const found = `No claim in the ledger has these words${place ? ` and names ${place}` : ''}${camp ? `, held by camp ${camp}` : ''}`
  return `${found}${unknown ? didYouMean(theatre, place) : '.'}`
}
