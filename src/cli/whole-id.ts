import { InputError } from '#domain'
import type { Ledger } from '#ledger'

/** A kind's letter and the beginning of its hash, four digits at least: what people type for an id. */
const SHORT = /^[a-z]_[0-9a-f]{4,19}$/

/**
 * The id that begins with the one a user typed, where it is a short one and only one such is known; else what was typed, which
 * then is known or not by itself. Throws `InputError` where several begin so.
 */
export async function wholeId(ledger: Ledger, typed: string): Promise<string> {
  if (!SHORT.test(typed)) return typed
  const [first, ...others] = await ledger.wholeIds(typed, 3)
  if (others.length > 0)
    throw new InputError(
      `id: expected one that begins like no other, found "${typed}" of ${[first, ...others].join(', ')}; give more of it`,
    )
  return first ?? typed
}
