import type { Measure, Span } from '#domain'
import type { Document, Quantity, Token } from './document.ts'
import { barredTokens } from './number-bars.ts'
import { settleMeasures } from './quantity-measure.ts'
import { type Counted, findCounted } from './quantity-noun.ts'
import { type Amount, readAmount, scaleAmount } from './quantity-reader.ts'
import { readUnit } from './quantity-unit.ts'
import { joinWholes, readBehindNoun } from './quantity-whole.ts'
import type { RawQuantity } from './raw-quantity.ts'
import type { TheatreIndex } from './theatre-index.ts'

const STARTS =
  /^(?:\d|a$|an$|half$|dozens|scores|hundreds|thousands|millions|billions|trillions|tens$|zero$|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$|eleven$|twelve$|\w+teen$|twenty$|thirty$|fou?rty$|fifty$|sixty$|seventy$|eighty$|ninety$|none$|no$)/

/** "None were wounded", "no casualties": a zero where the codebook wants one. */
function readZero(document: Document, at: number, end: number): RawQuantity | null {
  const token = document.tokens[at] as Token
  if (token.lower !== 'none' && token.lower !== 'no') return null
  const counted = token.lower === 'no' ? findCounted(document, at + 1, at, end) : null
  const zero = /^(?:casualty|death|injury|fatality|victim|one|wounded|dead)$/
  const none =
    token.lower === 'none' && /^(?:was|were|have|has|had|are|is|of)$/.test(document.tokens[at + 1]?.lower ?? '')
  if (!none && !(counted && zero.test(counted.head))) return null
  const amount: Amount = {
    value: 0,
    low: null,
    high: null,
    approx: false,
    of: null,
    change: null,
    fraction: false,
    from: at,
    to: at + 1,
  }
  return {
    amount,
    sentence: token.sentence,
    unit: null,
    unitMeasure: null,
    counted,
    from: at,
    to: at + 1,
    next: at + 1,
  }
}

/** Reads the quantity that begins with the number at a token; null where the number counts nothing. */
function readQuantity(
  document: Document,
  index: TheatreIndex,
  at: number,
  start: number,
  end: number,
): RawQuantity | null {
  const { tokens } = document
  const zero = readZero(document, at, end)
  if (zero) return zero
  const amount = readAmount(tokens, at, start, end)
  if (!amount) return null
  const unit = readUnit(tokens, at, amount, start, end)
  const sentence = (tokens[at] as Token).sentence
  if (unit) {
    const scaled = scaleAmount(amount, unit.factor)
    return {
      amount: scaled,
      sentence,
      unit: unit.unit,
      unitMeasure: unit.measure,
      counted: null,
      from: Math.min(unit.from, amount.from),
      to: unit.to,
      next: unit.to,
    }
  }
  return readCount(document, index, amount, at, end)
}

/** Reads the quantity of an amount that has no unit: what it counts, or a share. */
function readCount(
  document: Document,
  index: TheatreIndex,
  amount: Amount,
  at: number,
  end: number,
): RawQuantity | null {
  const { tokens } = document
  const sentence = (tokens[at] as Token).sentence
  const counted = findCounted(document, amount.to, amount.from, end, index)
  const { to } = amount
  const across = amount.from === at - 1 && tokens[at - 1]?.lower === 'over' && AREAS_COUNTED.has(counted?.head ?? '')
  const from = across ? at : amount.from
  if (across)
    return {
      ...plainAmount(amount, at),
      sentence,
      unit: counted?.head ?? null,
      unitMeasure: null,
      counted,
      from,
      to,
      next: to,
    }
  if (amount.fraction && !amount.of)
    return { amount, sentence, unit: null, unitMeasure: 'share', counted: null, from, to, next: to }
  if (isLoneOne(tokens, at, amount, counted)) return null
  const unitOf = counted?.head ?? null
  return readBehindNoun(
    document,
    { amount, sentence, unit: unitOf, unitMeasure: null, counted, from, to, next: to },
    end,
  )
}

/** What drones fly over: "over 17 regions" is where, not how many at least. */
const AREAS_COUNTED = new Set('region oblast province city town village district settlement country'.split(' '))

const plainAmount = (amount: Amount, from: number): { readonly amount: Amount } => ({
  amount: { ...amount, value: amount.low, low: null, from },
})

/** "One of the bridges", "one another", "a hundred" as a manner of speaking: `one` counts only before people or things of war. */
function isLoneOne(tokens: readonly Token[], at: number, amount: Amount, counted: Counted | null): boolean {
  const word = tokens[at]?.lower
  if (word !== 'one' || amount.to !== at + 1) return false
  const next = tokens[at + 1]
  if (next?.lower === 'of' || next?.form === '-' || next?.lower === 'another') return true
  if (/^(?:no|any|every|each|this|that|the|which|only|number)$/.test(tokens[at - 1]?.lower ?? '')) return true
  if (counted) return counted.kind === 'other'
  return !/^(?:was|were|is|has|had|died|killed|wounded|injured|dead|missing|more)$/.test(next?.lower ?? '')
}

/**
 * Finds numbers that count or measure something, with their noun, bounds, whole ("16 of 21") and increment ("9,422
 * (+11)"). Areas come in km², lengths in m, shares and probabilities in 0–1, money in whole units of its currency.
 * Times, dates, ages, addresses, model and unit numbers give none. `measure` is set where noun and neighbouring verbs
 * decide it by the codebook's section 7, and null where only the claim around can tell; `count` is left to the claim.
 */
export function findQuantities(document: Document, index: TheatreIndex): Quantity[] {
  const barred = barredTokens(document, index)
  const read: RawQuantity[] = []
  for (const {
    tokens: [start, end],
  } of document.sentences) {
    for (let at = start; at < end; at += 1) {
      if (barred.has(at) || !STARTS.test((document.tokens[at] as Token).lower)) continue
      if (/^one$/.test((document.tokens[at] as Token).lower) && document.tokens[at + 1]?.lower === 'of') continue
      const found = readQuantity(document, index, at, start, end)
      if (!found) continue
      read.push(found)
      at = Math.max(at, found.next - 1)
    }
  }
  const raw = joinWholes(document, read)
  const measures = settleMeasures(document, raw)
  return raw.flatMap((quantity, at) => {
    const made = toQuantity(document, quantity, measures[at] ?? null)
    return made ? [made] : []
  })
}

function toQuantity(document: Document, raw: RawQuantity, measure: Measure | null): Quantity | null {
  const { amount, counted, from, sentence, to } = raw
  if (measure === null && counted === null && raw.unit === null && amount.change === null) return null
  const first = document.tokens[from] as Token
  const last = document.tokens[to - 1] as Token
  const span: Span = [first.span[0], last.span[1]]
  const { approx, change, high, low, of, value } = amount
  return {
    span,
    tokens: [from, to],
    sentence,
    value,
    low,
    high,
    approx,
    of,
    change,
    unit: raw.unit,
    noun: counted?.span ?? null,
    measure,
  }
}
