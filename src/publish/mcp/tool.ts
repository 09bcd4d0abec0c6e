import type { Instant, Theatre } from '#domain'
import { InputError } from '#domain'
import type { Ledger } from '#ledger'
import { resolvePlaceName } from '#publish/api'

/** What the tools work with. */
export interface McpInput {
  readonly ledger: Ledger
  readonly theatre: Theatre
  readonly now: () => Instant
  readonly version: string
}

/** The moment a tool answers as of: what was asked for, else the newest the ledger learned anything at. */
export const asOfOf = async ({ ledger, now }: McpInput, asked: string | undefined): Promise<Instant> =>
  asked === undefined ? ((await ledger.stats()).learned ?? now()) : (asked as Instant)

/** The filter of a list by a place as it was written: by its id where the theatre knows it, else by the name itself. */
export const placeFilter = ({ theatre }: McpInput, place: string | undefined): { readonly place?: string } =>
  place === undefined ? {} : { place: resolvePlaceName(theatre, place)?.id ?? place }

/** Runs a tool; a user's mistake becomes the tool's error, in its one line. */
export async function telling<Answer>(work: () => Promise<Answer>) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { isError: true, content: [{ type: 'text' as const, text: error.message }] }
  }
}
