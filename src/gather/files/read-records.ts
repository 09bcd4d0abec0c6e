import { z } from 'zod'
import { InputError } from '#domain'
import { languageTag } from '../detect-language.ts'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { firstIssue } from './read-meta.ts'

const words = z
  .string()
  .nullish()
  .transform(text => (text?.trim() ? text.trim() : null))

const Record = z
  .object({
    title: words,
    text: z
      .string()
      .nullish()
      .transform(text => text ?? ''),
    outlet: words,
    publishedAt: words,
    editedAt: words,
    url: words,
    byline: words,
    language: words,
  })
  .refine(record => record.text.trim() !== '' || record.title !== null, { message: 'neither text nor title' })

/** The report one JSON object holds. Throws InputError, with `where` in front, when it is none. */
export function readRecord(value: unknown, where: string): Draft {
  const checked = Record.safeParse(value)
  if (checked.success) return { ...BLANK_DRAFT, ...checked.data, language: languageTag(checked.data.language) }
  throw new InputError(
    `${where}: expected a report { title, text, outlet, publishedAt, url }; ${firstIssue(checked.error)}.`,
  )
}

/** Parsed JSON, or InputError with `where` in front. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new InputError(`${where}: no JSON (${(cause as Error).message}).`, { cause })
  }
}

/** Runs each step; what throws InputError goes to `onProblem`, the others are returned. */
function gatherGood(steps: Iterable<() => Draft>, onProblem: (line: string) => void): Draft[] {
  const drafts: Draft[] = []
  for (const step of steps) {
    try {
      drafts.push(step())
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      onProblem(error.message)
    }
  }
  return drafts
}

/** The reports of a list of objects. A bad one goes to `onProblem` with its number, counted from `first`. */
export function readList(
  list: readonly unknown[],
  name: string,
  onProblem: (line: string) => void,
  first = 1,
): Draft[] {
  return gatherGood(
    list.map((value, at) => () => readRecord(value, `${name}: item ${at + first}`)),
    onProblem,
  )
}

/** The reports of JSON lines. A bad line goes to `onProblem` with its number, counted from `first`; empty lines are nothing. */
export function readLines(text: string, name: string, onProblem: (line: string) => void, first = 1): Draft[] {
  const steps = text.split(/\r?\n/).flatMap((line, at) => {
    const where = `${name}: line ${at + first}`
    return line.trim() === '' ? [] : [() => readRecord(parseJson(line, where), where)]
  })
  return gatherGood(steps, onProblem)
}
