/** Whether what the ledger holds is what its claims make: reckoned once more from the beginning, and compared. */
import type { Theatre } from '#domain'
import { canonicalJson } from '#domain'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { reconcile } from '#reconcile'

/** One table compared: how many rows stand, and the ids of those that a rebuilding has otherwise, has not, or has more. */
export interface Compared {
  readonly table: string
  readonly rows: number
  readonly differing: readonly string[]
}

/**
 * Reconciles all claims of a ledger whole and compares each derived row with the one that stands, as canonical JSON, byte
 * for byte. Left out are `learned` and, of beliefs and control, `replaces`: they tell when and over what a row was
 * recorded, which is the ledger's own history and not made from claims.
 */
export async function compareRebuilt(ledger: Ledger, theatre: Theatre): Promise<Compared[]> {
  const sources = await ledger.sources()
  const whole = reconcile({
    articles: await allRows(page => ledger.articles(page)),
    claims: await allRows(page => ledger.claims(page)),
    judgements: await ledger.judgements(),
    sources,
    theatre,
  })
  const stands = {
    stories: await allRows(page => ledger.stories(page)),
    events: await allRows(page => ledger.events(page)),
    disputes: await allRows(page => ledger.disputes(page)),
    figures: await allRows(page => ledger.figures(page)),
    beliefs: await allRows(page => ledger.beliefs(page)),
    control: await ledger.control(),
  }
  return (Object.keys(stands) as (keyof typeof stands)[]).map(table => compare(table, stands[table], whole[table]))
}

type Row = { readonly id: string; readonly learned?: unknown; readonly replaces?: unknown }

function compare(table: string, stands: readonly Row[], rebuilt: readonly Row[]): Compared {
  const history = table === 'figures' ? { learned: null } : { learned: null, replaces: null }
  const wordsOf = (row: Row): string => canonicalJson({ ...row, ...history })
  const [left, right] = [stands, rebuilt].map(rows => new Map(rows.map(row => [row.id, wordsOf(row)])))
  const ids = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])
  return { table, rows: stands.length, differing: [...ids].filter(id => left?.get(id) !== right?.get(id)).sort() }
}
