import { storableText } from '../queries/current.ts'

/** A record as JSON text that the database takes: see `storableText` for the characters it does not. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  // JSON writes exactly those characters as escapes; a backslash typed by hand costs a needless second pass at worst.
  return /\\u(?:0000|d[89a-f])/.test(text) ? JSON.stringify(clean(value)) : text
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), clean(item)]))
}
