import type { Span } from '#domain'
import {
  ABBREVIATIONS,
  CAPITAL_ONLY,
  NUMBER_ABBREVIATIONS,
  PREFIXES,
  TITLE_ABBREVIATIONS,
} from './lexicon/abbreviations.ts'

/** A word, number or mark before anything is known about it but where it stands. */
export interface RawToken {
  readonly start: number
  readonly end: number
  readonly form: string
}

/**
 * One alternative a kind of token, tried in order at each place. Every repeat is bounded or of one character class that
 * the next part cannot match, so no input makes it search twice over the same stretch.
 */
const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"”]{1,2000}`,
    String.raw`www\.[^\s<>"”]{1,2000}`,
    String.raw`[\w+-][\w.+-]{0,63}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}`,
    String.raw`[@#][\p{L}_][\p{L}\p{N}_]{0,80}`,
    String.raw`W\.Va\.?(?!\p{L})`,
    String.raw`\p{L}(?:\.\p{L}){1,9}(?![\p{L}\p{N}])\.?`,
    String.raw`\d{1,2}:\d{2}(?::\d{2})?(?![\d:])`,
    String.raw`\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,5}(?!\d)`,
    String.raw`\d{1,20}(?:[.,/]\d{1,20}){0,6}(?:st|nd|rd|th|s)(?![\p{L}\p{N}])`,
    String.raw`\d{1,20}(?:[.,/]\d{1,20}){0,6}(?:am|pm|km²|km2|km|mm|cm|kg|bn|mn|tn|mln|bln|kW|MW|GW|[mkKMBh])(?![\p{L}\p{N}])`,
    String.raw`\d{1,20}(?:[.,/]\d{1,20}){0,6}(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{M}\p{N}_\u00ad]+(?:['’ʼ][\p{L}\p{M}]+){0,3}`,
    String.raw`([^\p{L}\p{N}\s])\1*`,
    String.raw`[\s\S]`,
  ].join('|'),
  'uy',
)
const INVISIBLE = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/uy
const UNIT_TAIL = /^([\d.,/]+)(am|pm|km²|km2|km|mm|cm|kg|bn|mn|tn|mln|bln|kW|MW|GW|[mkKMBh])$/
/** A tag of one capitalised word, which is read as that word: "#Marvik". */
const HASHTAG = /^#\p{Lu}\p{Ll}{2,40}$/u
const CLITIC = /(n['’]t|['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M))$/
const JOINED: Readonly<Record<string, number>> = { cannot: 3, gonna: 3, wanna: 3, gotta: 3 }
const LETTER = /^[\p{L}\p{N}]/u
const HYPHENS = '-‐‑'

/** Cuts a word with clitics ("Ukraine’s", "isn't") into its parts. */
function cutWord(form: string, start: number, out: RawToken[]): void {
  const split = JOINED[form.toLowerCase()] ?? (/['’]/.test(form) ? CLITIC.exec(form)?.index : undefined)
  if (split === undefined || split === 0) {
    out.push({ start, end: start + form.length, form })
    return
  }
  out.push({ start, end: start + split, form: form.slice(0, split) })
  out.push({ start: start + split, end: start + form.length, form: form.slice(split) })
}

/** Whether the dot after a word belongs to it, by the word and the text behind the dot. */
function keepsDot(form: string, after: string): boolean {
  const lower = form.toLowerCase()
  const capital = form !== lower
  if (form.length === 1 && capital && form !== 'I' && /^\s{1,2}\p{Lu}/u.test(after)) return true
  if (after.startsWith('.') || (!capital && CAPITAL_ONLY.has(lower))) return false
  if (NUMBER_ABBREVIATIONS.has(lower) && /^\s?\d/.test(after)) return true
  return ABBREVIATIONS.has(lower) || (TITLE_ABBREVIATIONS.has(lower) && /^\s{0,2}[\p{L}"“]/u.test(after))
}

/** Takes a dot after an abbreviation ("Sec.", "J.") or a hyphen after a prefix ("counter-offensive") into the word. */
function growWord(text: string, form: string, end: number, limit: number): number {
  const next = text[end] ?? ''
  if (next === '.' && end < limit && keepsDot(form, text.slice(end + 1, end + 4))) return end + 1
  if (next !== '' && HYPHENS.includes(next) && PREFIXES.has(form.toLowerCase())) {
    const rest = /^[\p{L}\p{M}]{2,40}/u.exec(text.slice(end + 1, Math.min(limit, end + 41)))
    if (rest) return end + 1 + rest[0].length
  }
  return end
}

/**
 * Cuts a stretch of a text into words, numbers and marks as the Universal Dependencies English Web Treebank does: clitics
 * and hyphenated parts stand apart ("Su", "-", "34"), prefix compounds and abbreviations stay whole ("counter-offensive",
 * "U.S."). `form` is always the exact text at `[start, end)`; white space and invisible direction marks give no token.
 * Linear in the length of the stretch.
 */
export function cutTokens(text: string, [from, to]: Span = [0, text.length]): RawToken[] {
  const out: RawToken[] = []
  let at = from
  while (at < to) {
    INVISIBLE.lastIndex = at
    const gap = INVISIBLE.exec(text)
    if (gap) {
      at += gap[0].length
      continue
    }
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    const end = Math.min(to, at + Math.max(1, found?.[0].length ?? 1))
    at = pushToken(text, at, end, to, out)
  }
  return out
}

/** Adds the token that stands at `[start, end)`, cut or grown where English wants it; returns where reading goes on. */
function pushToken(text: string, start: number, end: number, limit: number, out: RawToken[]): number {
  const form = text.slice(start, end)
  if (/^(https?:|www\.)/.test(form)) {
    const kept = form.replace(/[.,;:!?)\]'’*]{1,20}$/, '')
    out.push({ start, end: start + kept.length, form: kept })
    return start + kept.length
  }
  if (HASHTAG.test(form)) {
    out.push({ start, end: start + 1, form: '#' }, { start: start + 1, end, form: form.slice(1) })
    return end
  }
  const measured = UNIT_TAIL.exec(form)
  if (measured) {
    const split = start + (measured[1] as string).length
    out.push({ start, end: split, form: text.slice(start, split) }, { start: split, end, form: text.slice(split, end) })
    return end
  }
  if (!LETTER.test(form)) {
    out.push({ start, end, form })
    return end
  }
  const grown = growWord(text, form, end, limit)
  cutWord(text.slice(start, grown), start, out)
  return grown
}
