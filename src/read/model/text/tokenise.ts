import type { Span } from '#domain'
import {
  ABBREVIATIONS,
  CAPITAL_ONLY,
  JOINED_WORDS,
  NUMBER_ABBREVIATIONS,
  PREFIXES,
  TITLE_ABBREVIATIONS,
} from './abbreviations.ts'
import { FIGURE_WITH_UNIT, INVISIBLE, TOKEN } from './token-pattern.ts'

/** A word, number or mark of a text. */
export interface TextToken {
  /** Half-open, in UTF-16 units of the untouched text. */
  readonly span: Span
  /** Exactly `text.slice(...span)`. */
  readonly form: string
}

/** A tag of one capitalised word, which is read as that word: "#Marvik". */
const HASHTAG = /^#\p{Lu}\p{Ll}{2,40}$/u
const CLITIC = /(n['’]t|['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M))$/
const LETTER = /^[\p{L}\p{N}]/u
const HYPHENS = '-‐‑'

/** Cuts a word with clitics ("Ukraine’s", "isn't") into its parts. */
function cutWord(form: string, start: number, out: TextToken[]): void {
  const joined = form === form.toUpperCase() ? undefined : JOINED_WORDS.get(form.toLowerCase())
  const at = joined ?? (/['’]/.test(form) ? CLITIC.exec(form)?.index : undefined)
  cutAt(form, start, at ?? 0, out)
}

/** Adds the token that begins at `start`, in two parts where `at` is neither its start nor its end. */
function cutAt(form: string, start: number, at: number, out: TextToken[]): void {
  const end = start + form.length
  if (at <= 0 || at >= form.length) {
    out.push({ span: [start, end], form })
    return
  }
  out.push({ span: [start, start + at], form: form.slice(0, at) })
  out.push({ span: [start + at, end], form: form.slice(at) })
}

/** Whether the dot after a word belongs to it, by the word, the sign before it and the text behind the dot. */
function keepsDot(form: string, before: string, after: string): boolean {
  const lower = form.toLowerCase()
  const capital = form !== lower
  if (form.length === 1 && capital && form !== 'I' && /^(?:\s{1,2}\p{Lu}|[,;])/u.test(after)) return true
  if (form.length === 1 && before === '(' && /^\s?\d/.test(after)) return true
  if (after.startsWith('..') || (!capital && CAPITAL_ONLY.has(lower))) return false
  if (NUMBER_ABBREVIATIONS.has(lower) && /^\s?\d/.test(after)) return true
  return ABBREVIATIONS.has(lower) || (TITLE_ABBREVIATIONS.has(lower) && /^(?:\s{0,2}[\p{L}"“]|-\p{L})/u.test(after))
}

/** Takes a dot after an abbreviation ("Sec.", "J.") or a hyphen after a prefix ("counter-offensive") into the word. */
function growWord(text: string, form: string, end: number, limit: number): number {
  const next = text[end] ?? ''
  if (next === '.' && end < limit && keepsDot(form, text[end - form.length - 1] ?? '', text.slice(end + 1, end + 4)))
    return end + 1
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
export function tokenise(text: string, [from, to]: Span = [0, text.length]): TextToken[] {
  const out: TextToken[] = []
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
function pushToken(text: string, start: number, end: number, limit: number, out: TextToken[]): number {
  const form = text.slice(start, end)
  if (/^(https?:|www\.)/.test(form)) {
    const kept = form.replace(/[.,;:!?)\]'’*]{1,20}$/, '')
    cutAt(kept, start, 0, out)
    return start + kept.length
  }
  if (!LETTER.test(form)) {
    cutAt(form, start, HASHTAG.test(form) ? 1 : 0, out)
    return end
  }
  const measured = FIGURE_WITH_UNIT.exec(form)
  if (measured) {
    cutAt(form, start, (measured[1] as string).length, out)
    return end
  }
  const grown = growWord(text, form, end, limit)
  cutWord(text.slice(start, grown), start, out)
  return grown
}
