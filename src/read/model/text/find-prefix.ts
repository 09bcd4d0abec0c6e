import type { Span } from '#domain'
import { SPEECH_WORDS } from './speech-words.ts'
import type { TextToken } from './tokenise.ts'

const MAX_WORDS = 7
const DATELINE =
  /^(\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,3}(?:[,/] ?\p{Lu}[\p{L}.'’]{1,20}(?: \p{Lu}[\p{L}.'’]{1,20}){0,2}){0,2}(?:, ?\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()\n]{2,60}\))?) ?(?:[–—]|--?)\s/u

/** The hour of a live blog's entry ("14:58", "10.42 GMT:", "26.11.2024, 14:58 –", "[14:58 CET]") or a newsroom's mark ("BREAKING", "UPDATE 2:"). */
const MARK =
  /^(?:[[(]?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},? |\d{4}-\d{2}-\d{2},? )?(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|UTC|BST|CET|CEST|EET|EEST|ET|EST|EDT|MSK)\b)?[\])]?(?: ?[:–—|-])?|(?:BREAKING(?: NEWS)?|UPDATED?(?: \d{1,2})?|URGENT|JUST IN|EXCLUSIVE|ALERT|FLASH|LIVE)(?: ?[:–—|-])?)\s+(?=[\p{Lu}"“‘\p{So}])/u

/** What stands before the sentence proper at the head of a block. */
export interface TextPrefix {
  /** Half-open, in UTF-16 units of the text, with its colon or dash. */
  readonly span: Span
  /** `time`: the hour of an entry or a newsroom's mark; `dateline`: place, day and agency; `label`: a few words and a colon. */
  readonly kind: 'time' | 'dateline' | 'label'
}

/** The place, day and agency that open a wire report ("ODESA, Nov 3 (Northgate Wire) –"), with the dash. */
function findDateline(text: string, start: number, end: number): Span | null {
  const found = DATELINE.exec(text.slice(start, Math.min(end, start + 160)))
  const words = found?.[1]
  if (!words) return null
  const place = words.split(/[,(/]/, 1)[0] ?? ''
  const capitals = /^[\p{Lu}\s.'’-]{3,}$/u.test(place)
  return capitals || /[,(]/.test(words) ? [start, start + (found[0] as string).trimEnd().length] : null
}

/** A few words, none of them of speech, and a colon with more behind it. */
function findLabel(text: string, tokens: readonly TextToken[]): Span | null {
  const at = tokens.slice(0, MAX_WORDS + 1).findIndex(token => token.form === ':')
  const [first, colon] = [tokens[0], tokens[at]]
  if (at < 1 || !first || !colon || at === tokens.length - 1 || !/^[\p{Lu}\p{N}]/u.test(first.form)) return null
  const speaks = tokens
    .slice(0, at)
    .some(token => SPEECH_WORDS.has(token.form.toLowerCase()) || /^["“”]/.test(token.form))
  return speaks || text[colon.span[1]]?.trim() ? null : [first.span[0], colon.span[1]]
}

/**
 * What the first sentence of a block opens with: the hour or newsroom's mark of a live blog's entry, the dateline of a
 * wire report, or a label ("Civilian Casualties:"). Null when there is none, or nothing but the prefix.
 */
export function findPrefix(text: string, tokens: readonly TextToken[]): TextPrefix | null {
  const [start, end] = [tokens[0]?.span[0] ?? 0, tokens.at(-1)?.span[1] ?? 0]
  const mark = MARK.exec(text.slice(start, Math.min(end, start + 60)))?.[0]
  if (mark && start + mark.length < end) return { span: [start, start + mark.trimEnd().length], kind: 'time' }
  const dateline = findDateline(text, start, end)
  if (dateline) return { span: dateline, kind: 'dateline' }
  const label = findLabel(text, tokens)
  return label && { span: label, kind: 'label' }
}
