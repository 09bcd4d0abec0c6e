import type { Measure } from '#domain'
import type { Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { AREAS, CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, DURATIONS, LENGTHS } from './lexicon/units.ts'
import type { Amount } from './quantity-reader.ts'

/** What an amount is measured in, the factor that brings it there, and the tokens it covers with its sign or word. */
interface ReadUnit {
  readonly unit: string
  readonly measure: Measure
  readonly factor: number
  readonly from: number
  readonly to: number
}

/** A sign or code right before the number: "$50 billion", "US$ 5", "EUR 3". */
function readCurrencyBefore(tokens: readonly Token[], at: number, amount: Amount, start: number): ReadUnit | null {
  const before = at > start ? tokens[at - 1] : undefined
  const code =
    CURRENCY_SIGNS[before?.lower ?? ''] ??
    CURRENCY_CODES[before && before.form === before.form.toUpperCase() ? before.lower : '']
  if (!code) return null
  const prefix = tokens[at - 2]
  const us = prefix !== undefined && /^(?:us|a|c|nz|hk)$/.test(prefix.lower) && prefix.span[1] === before?.span[0]
  const dollar: Readonly<Record<string, string>> = { a: 'AUD', c: 'CAD', nz: 'NZD', hk: 'HKD' }
  return {
    unit: (us ? dollar[prefix.lower] : undefined) ?? code,
    measure: 'money',
    factor: 1,
    from: us ? at - 2 : at - 1,
    to: amount.to,
  }
}

/** The unit words behind a number: currencies, per cent, areas, lengths, durations, "times". */
function readBehind(tokens: readonly Token[], amount: Amount, end: number): ReadUnit | null {
  const dash = tokens[amount.to]?.form === '-' ? 1 : 0
  const at = amount.to + dash
  const token = at < end ? tokens[at] : undefined
  if (!token) return null
  const word = singularOf(token.lower)
  const next = at + 1 < end ? (tokens[at + 1]?.lower ?? '') : ''
  const make = (unit: string, measure: Measure, factor: number, to: number): ReadUnit => ({
    unit,
    measure,
    factor,
    from: amount.from,
    to,
  })
  if (token.form === '%' || word === 'percent' || word === 'pct') return readShare(tokens, at + 1, end, make)
  if (word === 'per' && next === 'cent') return readShare(tokens, at + 2, end, make)
  const currency =
    CURRENCY_WORDS[word] ??
    CURRENCY_CODES[token.form === token.form.toUpperCase() ? word : ''] ??
    (/^(?:us|u\.s\.|american)$/.test(token.lower) && next.startsWith('dollar') ? 'USD' : undefined)
  if (currency) return make(currency, 'money', 1, /^(?:us|u\.s\.|american)$/.test(token.lower) ? at + 2 : at + 1)
  if (token.form in CURRENCY_SIGNS && tokens[at - 1]?.span[1] === token.span[0])
    return make(CURRENCY_SIGNS[token.form] as string, 'money', 1, at + 1)
  if ((word === 'square' || word === 'sq' || word === 'sq.') && LENGTHS[singularOf(next)] !== undefined)
    return make('km2', 'area', ((LENGTHS[singularOf(next)] as number) / 1000) ** 2, at + 2)
  const area = AREAS[word]
  if (area !== undefined) return make('km2', 'area', area, at + 1)
  const length = LENGTHS[word]
  const squared = length !== undefined && (next === '²' || next === '2') && tokens[at + 1]?.span[0] === token.span[1]
  if (squared) return make('km2', 'area', (length / 1000) ** 2, at + 2)
  if (
    length !== undefined &&
    !(word === 'm' && token.span[0] !== tokens[at - 1]?.span[1] && dash === 0 && next !== 'away')
  )
    return make('m', 'distance', length, at + 1)
  if (DURATIONS.has(word)) return make(word, 'duration', 1, at + 1)
  return word === 'time' && token.lower === 'times' ? make(ratioOf(tokens, at + 1, end), 'ratio', 1, at + 1) : null
}

/** "2.6 times the country's GDP": of what the ratio is, else an empty text. */
function ratioOf(tokens: readonly Token[], from: number, end: number): string {
  let head = ''
  for (let at = from; at < Math.min(end, from + 6); at += 1) {
    const token = tokens[at] as Token
    if (token.tag === 'noun' || token.tag === 'name') head = token.form
    else if (token.tag !== 'det' && token.tag !== 'adj' && token.tag !== 'part' && token.tag !== 'pron') break
    if (token.tag === 'name' && tokens[at + 1]?.tag !== 'part') break
  }
  return head || 'times'
}

/** "70 percent" is a share; "a 10 % chance" a probability. */
function readShare(
  tokens: readonly Token[],
  to: number,
  end: number,
  make: (unit: string, measure: Measure, factor: number, to: number) => ReadUnit,
): ReadUnit {
  for (let at = to; at < Math.min(end, to + 3); at += 1) {
    if (/^(?:chance|probability|likelihood|odds|certain|confidence)$/.test(tokens[at]?.lower ?? ''))
      return make('percent', 'probability', 0.01, to)
    if (tokens[at]?.tag !== 'adj') break
  }
  return make('percent', 'share', 0.01, to)
}

/** Reads what an amount is measured in; null where it counts things. */
export const readUnit = (
  tokens: readonly Token[],
  at: number,
  amount: Amount,
  start: number,
  end: number,
): ReadUnit | null => readCurrencyBefore(tokens, at, amount, start) ?? readBehind(tokens, amount, end)
