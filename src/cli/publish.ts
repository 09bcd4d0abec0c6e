import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { InputError } from '#domain'
import { sitePages } from '#publish/site'
import { asOfOf, now, wholeNumber, withLedger } from './context.ts'
import { baseOf } from './export.ts'
import { print, printJson } from './output.ts'

interface Flags {
  asOf?: string
  base?: string
  days: string
  json?: boolean
}

/** `fogline publish DIR`: the ledger as a folder of pages for any web host. */
export const publishCommand = (): Command =>
  new Command('publish')
    .description('Write a site of plain pages: editions, stories, places, figures, feeds and data, for any web host')
    .argument('<dir>', 'the folder to write into; made where it is not there')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--base <url>', 'address it will be read at, for the links of its feeds')
    .option('--days <n>', 'how many of the newest days get a page', '30')
    .option('--json', 'print what was written as JSON')
    .action((dir: string, flags: Flags) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const asOf = asOfOf(flags.asOf) ?? (await ledger.stats()).learned ?? now()
        const input = { ledger, theatre, asOf, base: baseOf(flags.base), days: wholeNumber('days', flags.days) }
        let files = 0
        for await (const { path, content } of sitePages(input)) {
          await writeFile(join(dir, path), content)
          files += 1
        }
        if (flags.json) printJson({ dir, files, asOf })
        else print(`${files.toLocaleString('en-GB')} files written into ${dir}; open ${join(dir, 'index.html')}`)
      }),
    )

async function writeFile(path: string, content: AsyncIterable<string | Uint8Array> | Iterable<string>): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await pipeline(Readable.from(content), createWriteStream(path))
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException
    if (code === undefined || !['open', 'write', 'mkdir'].includes(syscall ?? '')) throw cause
    throw new InputError(`publish: ${path} cannot be written (${code}); name another folder`, { cause })
  }
}
