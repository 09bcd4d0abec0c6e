import { z } from 'zod'
import { InputError, RELIABILITIES, SOURCE_KINDS, SOURCE_STANCES, type Source } from '#domain'
import type { Shelf } from './entry.ts'
import { firstIssue, readJsonFile } from './read-meta.ts'

const Sources = z.array(
  z.strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    kind: z.enum(SOURCE_KINDS).default('outlet'),
    camp: z.string().min(1).default('unknown'),
    country: z.string().length(2).nullable().default(null),
    stance: z.enum(SOURCE_STANCES).default('unknown'),
    reliability: z.enum(RELIABILITIES).default('F'),
    family: z.string().min(1).nullable().default(null),
    url: z.string().min(1).nullable().default(null),
    since: z.iso.date().optional(),
  }),
)

/** The sources a folder's `sources.json` lists; none when it has no such file. Throws InputError when the file is wrong. */
export async function readSources(shelf: Shelf): Promise<readonly Source[]> {
  const path = `${shelf.path}/sources.json`
  const json = await readJsonFile(shelf, 'sources.json')
  if (json === undefined) return []
  const checked = Sources.safeParse(json)
  if (checked.success) return checked.data
  throw new InputError(`${path}: expected a list of sources { id, name, kind, camp, … }; ${firstIssue(checked.error)}.`)
}
