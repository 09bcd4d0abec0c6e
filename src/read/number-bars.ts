import type { Document, Token } from './document.ts'
import { isAge } from './number-ages.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { findTimes } from './times.ts'
import { matchName } from './trie.ts'

const STREET = /^(?:street|st|st\.|avenue|ave|ave\.|road|rd|rd\.|boulevard|blvd|lane|drive|highway|hwy)$/
const NUMBERED =
  /^(?:no|no\.|number|article|resolution|chapter|paragraph|section|annex|flight|route|highway|unit|brigade|regiment|division|battalion|group|channel|page|version|phase|day|mark|size|level|point|kilometre|aged|age|type|model|reactor|block|room|house|building|apartment|school|hospital|checkpoint|id|covid|opec|area)$/

/** "Won 3-1": two numbers that a hyphen joins, the second no larger, so no range. */
function isScore(tokens: readonly Token[], at: number): boolean {
  const [one, dash, two, next] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (!one || !two || !/^[-–:]$/.test(dash?.form ?? '') || !/^\d{1,3}$/.test(one.form) || !/^\d{1,3}$/.test(two.form))
    return false
  const glued = one.span[1] === dash?.span[0] && dash.span[1] === two.span[0]
  return glued && Number(one.form) >= Number(two.form) && next?.tag !== 'noun'
}

/** True when a number is part of a name or label, an age or an address, by its neighbours. */
function isLabel(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at] as Token
  const before = tokens[at - 1]
  const next = at + 1 < end ? tokens[at + 1] : undefined
  const same = before?.sentence === token.sentence ? before : undefined
  if (/^0\d/.test(token.form)) return true
  if (isAge(tokens, at, end)) return true
  if (/^o['’]clock$/.test(next?.lower ?? '') || /^o['’]clock$/.test(tokens[at + 3]?.lower ?? '')) return true
  if (!/\d/.test(token.form)) return false
  if (same && NUMBERED.test(same.lower) && same.span[1] < token.span[0]) return true
  if (same?.form === '#' || same?.form === '№' || same?.form === '/' || next?.form === '/') return true
  const hyphenBefore = same?.form === '-' && same.span[1] === token.span[0] && tokens[at - 2]?.span[1] === same.span[0]
  if (hyphenBefore && /^\p{L}/u.test(tokens[at - 2]?.form ?? '')) return true
  if (same?.lower === 'of' && tokens[at - 2]?.lower === 'group') return true
  const named = same?.tag === 'name' && same.span[1] < token.span[0]
  if (
    named &&
    (!next || next.tag !== 'noun') &&
    next?.form !== '%' &&
    !/^(?:hundred|thousand|million|billion|bn|m|km)$/.test(next?.lower ?? '')
  )
    return true
  if (/^(?:\+|plus)$/.test(same?.lower ?? '') && tokens[at - 2]?.form === '(') return true
  if (isScore(tokens, at) || isScore(tokens, at - 2)) return true
  for (let ahead = at + 1; ahead < Math.min(end, at + 5) && tokens[ahead]?.tag === 'name'; ahead += 1)
    if (STREET.test(tokens[ahead]?.lower ?? '')) return true
  return STREET.test(tokens[at + 2]?.lower ?? '') && next?.tag === 'name'
}

/** Tokens whose numbers count nothing: parts of dates and times, weapons' names, ages, addresses, labels. */
export function barredTokens(document: Document, index: TheatreIndex): ReadonlySet<number> {
  const { tokens } = document
  const barred = new Set<number>()
  for (const time of findTimes(document, index))
    if (time.start !== null || time.end !== null)
      for (let at = time.tokens[0]; at < time.tokens[1]; at += 1) barred.add(at)
  for (const {
    tokens: [start, end],
  } of document.sentences) {
    for (let at = start; at < end; at += 1) {
      const token = tokens[at] as Token
      const weapon = /^[\p{L}]/u.test(token.form) ? matchName(index.weapons, tokens, at, end) : null
      if (weapon) for (let inside = at; inside < weapon.to; inside += 1) barred.add(inside)
      const first = token.form.charCodeAt(0)
      const number = (first >= 48 && first <= 57) || token.tag === 'num'
      if (number && isLabel(tokens, at, end)) barred.add(at)
    }
  }
  return barred
}
