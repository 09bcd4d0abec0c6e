import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { Command } from 'commander'
import { InputError } from '#domain'
import type { ParsedSentence } from '#read/model'
import { print, printJson, terminalWidth } from './output.ts'

interface ParseOptions {
  readonly conllu?: boolean
  readonly json?: boolean
}

/** One input read and parsed. */
interface Parsed {
  readonly name: string
  readonly text: string
  readonly sentences: readonly ParsedSentence[]
}

/** Bytes of a file, or of standard input for `-`. */
async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin)
  try {
    return await readFile(path)
  } catch (error) {
    throw new InputError(
      `${path}: expected a text file that can be read, found ${(error as NodeJS.ErrnoException).code}; check its name`,
    )
  }
}

async function parseInputs(paths: readonly string[]): Promise<readonly Parsed[]> {
  // Loaded here because tables and weights take a moment, which --help should not wait for.
  const { textOf } = await import('#gather')
  const { parse } = await import('#read/model')
  const parsed: Parsed[] = []
  for (const path of paths) {
    const name = path === '-' ? 'standard input' : path
    const text = textOf(await bytesOf(path), name)
    if (text.trim() === '')
      throw new InputError(`${name}: expected English text, found none; give a file with sentences`)
    parsed.push({ name, text, sentences: parse(text) })
  }
  return parsed
}

/** `fogline parse FILE...`: the grammar of a text, as pictures, CoNLL-U or JSON. */
export const parseCommand = (): Command =>
  new Command('parse')
    .description('Show how sentences are read: words, parts of speech and dependency trees (Universal Dependencies)')
    .argument('<files...>', 'plain text files; - is standard input')
    .option('--conllu', 'print CoNLL-U, with the confidence of each arc as Conf= in the last column')
    .option('--json', 'print the trees as JSON; spans are offsets into the text')
    .action(async (paths: string[], options: ParseOptions) => {
      if (options.conllu && options.json)
        throw new InputError('--conllu and --json: expected one of the two, found both')
      const parsed = await parseInputs(paths)
      if (options.json) printJson(parsed.length === 1 ? jsonOf(parsed[0]) : parsed.map(jsonOf))
      else if (options.conllu) await printConllu(parsed)
      else await printPictures(parsed)
    })

const jsonOf = (parsed: Parsed | undefined): object => ({
  file: parsed?.name,
  text: parsed?.text,
  sentences: parsed?.sentences,
})

async function printConllu(parsed: readonly Parsed[]): Promise<void> {
  const { writeConllu } = await import('#read/model')
  for (const { text, sentences } of parsed)
    for (const [at, sentence] of sentences.entries())
      process.stdout.write(writeConllu(sentence, text, { id: String(at + 1) }))
}

async function printPictures(parsed: readonly Parsed[]): Promise<void> {
  const { picture } = await import('#read/model')
  for (const { name, sentences } of parsed) {
    if (parsed.length > 1) print(`${name}\n`)
    for (const sentence of sentences) print(`${picture(sentence, { width: terminalWidth() })}\n`)
  }
}
