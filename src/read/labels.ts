import type { Span } from '#domain'
import { REPORTING } from './lexicon/reporting.ts'
import type { RawToken } from './tokens.ts'

const MAX_WORDS = 7
const DATELINE =
  /^(\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,3}(?:[,/] ?\p{Lu}[\p{L}.'’]{1,20}(?: \p{Lu}[\p{L}.'’]{1,20}){0,2}){0,2}(?:, ?\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()\n]{2,60}\))?) ?(?:[–—]|--?)\s/u

/** The hour of a live blog's entry ("14:58", "10.42 GMT:") or a newsroom's mark ("BREAKING", "UPDATE 2:"). */
const MARK =
  /^(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|UTC|BST|CET|CEST|EET|EEST|ET|EST|MSK)\b)?(?: ?[:–—|-])?|(?:BREAKING(?: NEWS)?|UPDATED?(?: \d{1,2})?|URGENT|JUST IN|EXCLUSIVE|ALERT|FLASH|LIVE)(?: ?[:–—|-])?)\s+(?=[\p{Lu}"“‘\p{So}])/u

/** The place, day and agency that open a wire report ("ODESA, Nov 3 (Northgate Wire) –"), with the dash. */
function findDateline(text: string, start: number, end: number): Span | null {
  const found = DATELINE.exec(text.slice(start, Math.min(end, start + 160)))
  const words = found?.[1]
  if (!words) return null
  const place = words.split(/[,(/]/, 1)[0] ?? ''
  const capitals = /^[\p{Lu}\s.'’-]{3,}$/u.test(place)
  return capitals || /[,(]/.test(words) ? [start, start + (found[0] as string).trimEnd().length] : null
}

/**
 * The label a block opens with: a few words, none of them of speech, and a colon with more behind it ("Civilian
 * Casualties:"), or the dateline of a wire report. Null when there is none. The span includes the colon or dash.
 */
export function findLabel(text: string, tokens: readonly RawToken[]): Span | null {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last) return null
  const mark = MARK.exec(text.slice(first.start, Math.min(last.end, first.start + 60)))
  if (mark && first.start + mark[0].length < last.end) return [first.start, first.start + mark[0].trimEnd().length]
  const dateline = findDateline(text, first.start, last.end)
  if (dateline) return dateline
  const at = tokens.slice(0, MAX_WORDS + 1).findIndex(token => token.form === ':')
  const colon = tokens[at]
  if (at < 1 || !colon || at === tokens.length - 1 || !/^[\p{Lu}\p{N}]/u.test(first.form)) return null
  const speaks = tokens.slice(0, at).some(token => REPORTING.has(token.form.toLowerCase()) || /^["“”]/.test(token.form))
  return speaks || text[colon.end]?.trim() ? null : [first.start, colon.end]
}
