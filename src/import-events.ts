/** Events as datasets code them, taken into the ledger as the datasets' claims. */
import type { Note } from '#domain'
import { readEvents, sourceOfFormat } from '#gather'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import type { Parcel } from './parcel.ts'
import { recordParcels, type Walk } from './record-parcels.ts'

/** A table of events, as somebody asks for it: see `EventsInput` of the room that reads it. */
export type EventsAsked = Pick<Parameters<typeof readEvents>[0], 'path' | 'format' | 'released' | 'only'>

/** What an import did: rows gone through, those new to the ledger, their claims, and a Note on each that could not be taken. */
export interface ImportedEvents {
  readonly rows: number
  readonly fresh: number
  readonly claims: number
  readonly skipped: readonly Note[]
}

/** Takes a table in, some hundreds of rows a transaction. Rows the ledger has add nothing; a row that was changed is a later edition. */
export async function importEvents(asked: EventsAsked, walk: Walk): Promise<ImportedEvents> {
  const { theatre, ledger, now } = walk
  const source = sourceOfFormat(asked.format)
  const lots = readEvents({ ...asked, theatre, now: now(), known: await knownRows(ledger, source.id) })
  const skipped: Note[] = []
  let rows = 0
  async function* parcels(): AsyncGenerator<Parcel> {
    for await (const lot of lots) {
      rows += lot.rows
      skipped.push(...lot.skipped)
      const { articles, raw, body } = lot
      if (articles.length === 0) continue
      yield { learned: now(), articles, sources: [source], captures: [{ raw, body }], judgements: [] }
    }
  }
  const { fresh, claims } = await recordParcels(parcels(), walk)
  return { rows, fresh, claims, skipped }
}

/** The newest report of each row of a dataset the ledger has. */
async function knownRows(ledger: Ledger, source: string): Promise<Map<string, string>> {
  const articles = await allRows(page => ledger.articles({ source, ...page }))
  const revised = new Set(articles.map(({ revisionOf }) => revisionOf))
  return new Map(articles.flatMap(({ id, coded }) => (coded && !revised.has(id) ? [[coded.row, id] as const] : [])))
}
