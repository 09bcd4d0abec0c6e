import { z } from 'zod'
import { InputError } from '#domain'
import { readMoment } from '../read-moment.ts'
import type { Shelf } from './entry.ts'

const words = z
  .string()
  .nullish()
  .transform(text => (text?.trim() ? text.trim() : null))
const moment = words.refine(text => text === null || readMoment(text) !== null, {
  error: issue => `"${String(issue.input)}" is no date; write it as 2024-11-26 or 2024-11-26T08:30:00Z`,
})

const Meta = z.object({ title: words, outlet: words, url: words, byline: words, publishedAt: moment, editedAt: moment })

/** What `NAME.meta.json` says about the report beside it; null is unknown. */
export type Meta = z.infer<typeof Meta>

/** The first thing wrong with a checked value, in words: `publishedAt: "soon" is no date…`. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'unknown trouble'
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}

/** The parsed JSON of a small file of a folder, or undefined when there is no such file. Throws InputError when it is no JSON. */
export async function readJsonFile(shelf: Shelf, name: string): Promise<unknown> {
  const bytes = await shelf.read(name)
  if (bytes === null) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch (cause) {
    throw new InputError(`${shelf.path}/${name} is no JSON (${(cause as Error).message}).`, { cause })
  }
}

/** Reads the file that says when and by whom a report was published. Null when there is none; InputError when it is wrong. */
export async function readMeta(shelf: Shelf, stem: string): Promise<Meta | null> {
  const name = `${stem}.meta.json`
  const json = await readJsonFile(shelf, name)
  if (json === undefined) return null
  const checked = Meta.safeParse(json)
  if (checked.success) return checked.data
  throw new InputError(
    `${shelf.path}/${name}: expected { title, outlet, publishedAt, url, editedAt }, each text or null; ${firstIssue(checked.error)}.`,
  )
}
