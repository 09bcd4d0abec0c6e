import type { Document } from './document.ts'
import { type Amount, readChange, readWhole } from './quantity-reader.ts'
import type { RawQuantity } from './raw-quantity.ts'

/** What stands behind the noun of a quantity: its whole ("15 drones out of 20") or its increment ("3,400 tanks (+3)"). */
export function readBehindNoun(document: Document, quantity: RawQuantity, end: number): RawQuantity {
  const { amount, counted } = quantity
  if (!counted || counted.from < amount.to) return quantity
  const { tokens } = document
  const change = amount.change === null ? readChange(tokens, counted.to, end) : null
  if (change) return { ...quantity, amount: { ...amount, change: change.value }, next: change.to }
  const out = tokens[counted.to]?.lower === 'out'
  const whole = out && amount.of === null ? readWhole(tokens, counted.to, end) : null
  const fits = whole !== null && whole.value >= (amount.value ?? amount.low ?? amount.high ?? 0)
  return fits ? { ...quantity, amount: { ...amount, of: whole.value }, next: whole.to } : quantity
}

/** The amount as a part of another: only a plain number no larger than the whole. */
const partOf = (part: Amount, whole: Amount): Amount | null =>
  whole.value !== null && part.of === null && (part.value ?? part.high ?? part.low ?? 0) <= whole.value
    ? { ...part, of: whole.value }
    : null

/** Joins "of the 20 drones, 15 were shot down" into one quantity, 15 of 20, that counts drones. */
export function joinWholes(document: Document, raw: readonly RawQuantity[]): RawQuantity[] {
  const joined: RawQuantity[] = []
  for (const quantity of raw) {
    const whole = joined.at(-1)
    const opens =
      whole?.counted &&
      whole.sentence === quantity.sentence &&
      isOpening(document, whole) &&
      isBehindComma(document, whole.counted.to, quantity.from)
    const amount = opens ? partOf(quantity.amount, whole.amount) : null
    if (whole?.counted && !opens && isOfWhich(document, whole, quantity)) {
      const part = partOf(quantity.amount, whole.amount)
      joined.push(part ? { ...quantity, amount: part, counted: whole.counted, unit: whole.unit } : quantity)
      continue
    }
    const same =
      !quantity.counted || quantity.counted.kind === 'other' || quantity.counted.head === whole?.counted?.head
    if (!whole || !amount || !same || quantity.unitMeasure) joined.push(quantity)
    else joined[joined.length - 1] = { ...quantity, amount, counted: whole.counted, unit: whole.unit }
  }
  return joined
}

/** "30 drones, 20 of which …", "30 drones, of which 20 …": a part of the quantity right before. */
const isOfWhich = ({ tokens }: Document, whole: RawQuantity, part: RawQuantity): boolean =>
  part.sentence === whole.sentence &&
  part.counted === null &&
  (isOfWhichAt(tokens, part.to) || isOfWhichAt(tokens, part.from - 2)) &&
  whole.counted !== null &&
  part.from - whole.counted.to <= 12

/** "Of 20 drones *launched overnight, 15*": a comma, with no more than what tells which before it and few words behind. */
function isBehindComma({ tokens }: Document, to: number, from: number): boolean {
  const comma = tokens.slice(to, to + WHICH_REACH).findIndex(({ form }) => form === ',')
  if (comma < 0 || from <= to + comma || from - (to + comma) > 3) return false
  return tokens
    .slice(to, to + comma)
    .every(({ tag, verbForm }) => tag !== 'aux' && tag !== 'num' && verbForm !== 'present')
}
const WHICH_REACH = 7

/** "Of the 20 drones,": the whole named first, at the start of its clause. */
function isOpening(document: Document, { from, sentence }: RawQuantity): boolean {
  const { tokens } = document
  const at = /^(?:the|those|these|all)$/.test(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1
  if (tokens[at]?.lower !== 'of') return false
  const before = at - 1 >= (document.sentences[sentence]?.tokens[0] ?? 0) ? tokens[at - 1] : undefined
  return !before || before.tag === 'punct' || before.lower === 'that' || before.lower === 'out'
}

const isOfWhichAt = (tokens: Document['tokens'], at: number): boolean =>
  tokens[at]?.lower === 'of' && /^(?:which|whom)$/.test(tokens[at + 1]?.lower ?? '')
