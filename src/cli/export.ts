import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import type { ClaimType, Instant, Theatre } from '#domain'
import { addDays, CLAIM_TYPES, InputError, parseDay, parseInstant, startOfDay } from '#domain'
import type { Ledger } from '#ledger'
import { resolvePlaceName } from '#publish/api'
import { EXPORT_NAMES, EXPORTS, type ExportFilter, type ExportName } from '#publish/exports'
import { asOfOf, now, withLedger } from './context.ts'
import { exportJournal } from './export-journal.ts'
import { exportWacz } from './export-wacz.ts'
import { print, printJson } from './output.ts'

interface Flags {
  format: ExportName | 'wacz' | 'journal'
  from?: string
  to?: string
  place?: string
  type?: string[]
  asOf?: string
  base?: string
  story?: string
  article?: string
  out?: string
  json?: boolean
}

const FORMATS = [
  'wacz: a web archive of a story or report',
  'journal: all that a ledger can be made again from, whole, for "fogline rebuild" elsewhere',
  ...EXPORT_NAMES.map(name => `${name}: ${EXPORTS[name].title}`),
]

/** `fogline export`: the ledger in a form another program reads, or the captures behind a story. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('Write the ledger for another program: claims, events, control, stories, editions, or captures')
    .addOption(
      new Option('--format <format>', 'the form, one of those below')
        .choices(['wacz', 'journal', ...EXPORT_NAMES])
        .makeOptionMandatory(),
    )
    .addHelpText('after', `\nFormats:\n${FORMATS.map(format => `  ${format}`).join('\n')}`)
    .option('--from <time>', 'of reports published at or after: a moment, or a day')
    .option('--to <time>', 'of reports published before: a moment, or a day (its end)')
    .option('--place <place>', 'of one place, in any spelling')
    .option('--type <type...>', 'of these types of the codebook')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--base <url>', 'address the desk is read at, for links to it')
    .option('--story <id>', 'wacz: the reports of this story')
    .option('--article <id>', 'wacz: this report alone')
    .option('-o, --out <file>', 'the file to write (default: standard output; wacz and journal need one)')
    .option('--json', 'print what was written as JSON; needs --out')
    .action((flags: Flags) => withLedger({ create: false }, (ledger, theatre) => run(flags, ledger, theatre)))

async function run(flags: Flags, ledger: Ledger, theatre: Theatre): Promise<void> {
  const { format, out } = flags
  if (out === undefined && (format === 'wacz' || format === 'journal' || flags.json))
    throw new InputError('--out: expected a file to write, found none')
  const written = await refuseUnwritable(out ?? '', async () => {
    if (format === 'wacz') return exportWacz(ledger, { ...flags, asOf: asOfOf(flags.asOf) }, out ?? '')
    return format === 'journal' ? exportJournal(ledger, out ?? '') : exportStream(format, flags, ledger, theatre)
  })
  if (flags.json) printJson(written)
  else if ('captures' in written)
    print(`${written.captures} captures of ${written.reports} reports written into ${written.file}`)
  else if ('lines' in written)
    print(`${written.lines.toLocaleString('en-GB')} lines of journal written into ${written.file}`)
  else if (out !== undefined) print(`${written.bytes.toLocaleString('en-GB')} bytes of ${format} written into ${out}`)
}

/** Streams an export to its file or to standard output, and counts its bytes. */
async function exportStream(format: ExportName, flags: Flags, ledger: Ledger, theatre: Theatre) {
  const asOf = asOfOf(flags.asOf) ?? (await ledger.stats()).learned ?? now()
  const input = { ledger, theatre, asOf, base: baseOf(flags.base), filter: filterOf(flags, theatre) }
  let bytes = 0
  const pieces = async function* () {
    for await (const piece of EXPORTS[format].write(input)) {
      const part = typeof piece === 'string' ? Buffer.from(piece) : piece
      bytes += part.byteLength
      yield part
    }
  }
  if (flags.out === undefined) await pipeline(pieces, process.stdout, { end: false })
  else await pipeline(pieces, createWriteStream(flags.out))
  return { file: flags.out ?? null, format, bytes }
}

async function refuseUnwritable<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException
    // A reader that has had enough (`| head`) closes the pipe: nothing went wrong.
    if (code === 'EPIPE' && file === '') process.exit(0)
    if (code === undefined || (syscall !== 'open' && syscall !== 'write')) throw cause
    throw new InputError(`--out: ${file} cannot be written (${code}); name another`, { cause })
  }
}

/** The address of a desk without a slash at its end. Throws `InputError` for anything but http or https. */
export function baseOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new InputError(`--base: expected an http(s) address such as https://desk.example, found "${text}"`)
  return text.replace(/\/+$/, '')
}

function filterOf({ from, to, place, type }: Flags, theatre: Theatre): ExportFilter {
  return {
    ...(from === undefined ? {} : { saidFrom: momentOf('from', from, 0) }),
    ...(to === undefined ? {} : { saidTo: momentOf('to', to, 1) }),
    ...(place === undefined ? {} : { place: resolvePlaceName(theatre, place)?.id ?? place }),
    ...(type === undefined ? {} : { types: type.map(typeOf) }),
  }
}

function momentOf(name: string, text: string, days: number): Instant {
  const day = parseDay(text)
  const moment = day ? startOfDay(addDays(day, days)) : parseInstant(text)
  if (!moment) throw new InputError(`--${name}: expected a day (2024-11-26) or a moment, found "${text}"`)
  return moment
}

function typeOf(text: string): ClaimType {
  const found = CLAIM_TYPES.find(type => type === text)
  if (!found) throw new InputError(`--type: expected a type of the codebook such as control.seized, found "${text}"`)
  return found
}
