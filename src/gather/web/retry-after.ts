const MOST_MS = 24 * 3_600_000

/**
 * How long a `Retry-After` header asks to wait from `now` on, in milliseconds: whole seconds, or a date (RFC 9110,
 * section 10.2.3). At most a day, never below 0; null where the header is absent or says nothing.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (text === '') return null
  const asked = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(asked) ? null : Math.min(MOST_MS, Math.max(0, asked))
}
