import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Command } from 'commander'
import { InputError } from '#domain'
import { printJson, say } from './output.ts'
import { startProgress } from './progress.ts'

type Gather = typeof import('#gather')

interface Conversion {
  readonly out: string | undefined
  /** Endings looked for inside folders; a file that is named is converted whatever its ending. */
  readonly endings: RegExp
  readonly one: (gather: Gather, bytes: Uint8Array, path: string) => unknown
}

/** Runs one conversion per file: printed (an array when there are several), or written as DIR/NAME.json. One that fails is said; the others go on. */
async function convert(paths: readonly string[], { out, endings, one }: Conversion): Promise<void> {
  // Loaded here because its language tables take a second, which --help should not wait for.
  const gather = await import('#gather')
  const files = (await gather.listFiles(paths)).filter(({ path, named }) => named || endings.test(path))
  if (files.length === 0)
    throw new InputError(
      `nothing to convert: expected files ending in ${endings.source}, found none in ${paths.join(', ')}`,
    )
  if (out) mkdirSync(out, { recursive: true })
  const progress = startProgress('converting')
  const results: unknown[] = []
  for (const [done, { path }] of files.entries()) {
    try {
      const result = one(gather, await readFile(path), path)
      if (out) writeFileSync(join(out, `${basename(path, extname(path))}.json`), `${JSON.stringify(result, null, 1)}\n`)
      results.push(result)
    } catch (error) {
      if (!(error instanceof InputError) || files.length === 1) throw error
      say(`fogline: ${path}: ${error.message}`)
    }
    progress.update(done + 1, files.length)
  }
  progress.stop()
  if (results.length === 0) throw new InputError(`none of the ${files.length} files could be converted`)
  if (out) say(`wrote ${results.length} ${results.length === 1 ? 'file' : 'files'} into ${out}`)
  else printJson(results.length === 1 ? results[0] : results)
}

/** `fogline extract PATH...`: article pages in, their text and particulars out. */
export const extractCommand = (): Command =>
  new Command('extract')
    .description('Take the article out of saved web pages: text, title, byline, outlet, date')
    .argument('<paths...>', 'HTML files or folders of them')
    .option('--url <url>', 'address the page was saved from, for relative links and the outlet')
    .option('--out <dir>', 'write one DIR/NAME.json per page instead of printing')
    .option('--json', 'print JSON (this command prints nothing else)')
    .action((paths: string[], options: { url?: string; out?: string }) =>
      convert(paths, {
        out: options.out,
        endings: /\.html?$/i,
        one: ({ declaredCharset, extractPage, textOf }, bytes, path) => {
          const page = extractPage(textOf(bytes, path, declaredCharset(bytes)), options.url ?? null)
          const { url, title, byline, outlet, publishedAt, editedAt, language, text, entries, notes } = page
          return { url, title, byline, outlet, publishedAt, editedAt, language, text, entries, notes }
        },
      }),
    )

/** `fogline feed PATH...`: RSS, Atom, RDF or JSON Feed in, its items out. */
export const feedCommand = (): Command =>
  new Command('feed')
    .description('Parse saved feeds (RSS, Atom, RDF, JSON Feed)')
    .argument('<paths...>', 'feed files or folders of them')
    .option('--url <url>', 'address the feed was saved from, for relative links')
    .option('--out <dir>', 'write one DIR/NAME.json per feed instead of printing')
    .option('--json', 'print JSON (this command prints nothing else)')
    .action((paths: string[], options: { url?: string; out?: string }) =>
      convert(paths, {
        out: options.out,
        endings: /\.(xml|rss|atom|json)$/i,
        one: ({ parseFeed }, bytes) => parseFeed(bytes, options.url ?? null),
      }),
    )
