import type { Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { COUNTED_GROUPS, PEOPLE, PERSONNEL } from './lexicon/counted.ts'

const OLDEST = 120
const isAgeLike = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'num' || /^\d{1,3}$/.test(token.form)) && !(Number(token.form) > OLDEST)

/** Somebody who can have an age: "man", "women", "mother"; not "family", "deaths". */
function isSomebody(token: Token | undefined): boolean {
  const noun = singularOf(token?.lower ?? '')
  return (PEOPLE.has(noun) || PERSONNEL.has(noun)) && !COUNTED_GROUPS.has(noun)
}

const isSingular = (token: Token): boolean => singularOf(token.lower) === token.lower

/** "A man of 59", "a girl of about twelve": one person of so many years. */
function isAgeOf(tokens: readonly Token[], at: number, end: number): boolean {
  let of = at - 1
  if (/^(?:about|around|some|only|just|barely)$/.test(tokens[of]?.lower ?? '')) of -= 1
  const noun = tokens[of - 1]
  if (tokens[of]?.lower !== 'of' || !noun || !isSomebody(noun) || !isSingular(noun)) return false
  const next = at + 1 < end ? tokens[at + 1] : undefined
  return next?.tag !== 'noun' && next?.form !== '-'
}

const LINK = /^(?:,|and|or|to|[-–]|between|from|about|around|just|only|\d{1,3})$/

/** "Aged 12", "aged between 30 and 40", "ages five to ten", "at the age of 70". */
function isBehindAge(tokens: readonly Token[], at: number): boolean {
  let back = at - 1
  while (back >= 0 && at - back < 7 && (LINK.test(tokens[back]?.lower ?? '') || tokens[back]?.tag === 'num')) back -= 1
  const word = tokens[back]?.lower ?? ''
  if (word === 'of') return /^(?:age|ages)$/.test(tokens[back - 1]?.lower ?? '')
  if (word !== 'aged' && word !== 'age' && word !== 'ages') return false
  const comma = tokens.slice(back + 1, at).findLastIndex(token => token.form === ',')
  return comma < 0 || tokens[at + 1]?.tag !== 'noun'
}

/** "A woman, 63, was hurt", "two men (34 and 36)", "Ivan Petrenko, 52": numbers alone between commas or brackets behind somebody. */
function isAside(tokens: readonly Token[], at: number, end: number): boolean {
  let from = at
  while (
    from > 0 &&
    at - from < 5 &&
    (isAgeLike(tokens[from - 1]) || /^(?:and|or)$/.test(tokens[from - 1]?.lower ?? ''))
  )
    from -= 1
  const open = tokens[from - 1]
  const who = tokens[from - 2]
  if (!open || !/^[,(]$/.test(open.form) || who?.sentence !== tokens[at]?.sentence) return false
  if (!isSomebody(who) && who?.tag !== 'name') return false
  let to = at + 1
  while (to < end && (isAgeLike(tokens[to]) || /^(?:and|or)$/.test(tokens[to]?.lower ?? ''))) to += 1
  const close = to < end ? tokens[to] : undefined
  return open.form === '(' ? close?.form === ')' : !close || /^[,.;]$/.test(close.form)
}

/** "A 64-year-old man", "the 3-month-old", "71 years old", "40 years of age". */
function isYearsOld(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at + 1, at + 6).map(token => token.lower)
  const bare = words.filter(word => !/^[-‐–]$/.test(word))
  return (
    /^(?:year|month|week|day)s?$/.test(bare[0] ?? '') &&
    (/^olds?$/.test(bare[1] ?? '') || (bare[1] === 'of' && bare[2] === 'age'))
  )
}

/** True when the number at a token is the age of somebody, which is never a figure. */
export const isAge = (tokens: readonly Token[], at: number, end: number): boolean =>
  isYearsOld(tokens, at) ||
  (isAgeLike(tokens[at]) && (isBehindAge(tokens, at) || isAgeOf(tokens, at, end) || isAside(tokens, at, end)))
