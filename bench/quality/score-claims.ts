import type { Claim, ClaimFigure, Reading } from '#domain'
import { foldName } from '#kit'

/** What is compared of a claim coded by hand. Each `…Alternatives` lists values that are also accepted. */
export interface GoldClaim {
  readonly type: string
  readonly typeAlternatives?: readonly string[]
  readonly quote: string
  readonly occurrence?: number
  readonly holder: { readonly name: string; readonly aliases?: readonly string[] }
  readonly holderAlternatives?: readonly string[]
  readonly stance: string
  readonly stanceAlternatives?: readonly string[]
  readonly certainty: string
  readonly certaintyAlternatives?: readonly string[]
  readonly figures: readonly (Pick<ClaimFigure, 'measure'> & Partial<Pick<ClaimFigure, 'value' | 'low' | 'high'>>)[]
  /** Counts when found and costs nothing when not. */
  readonly optional?: boolean
}
export interface GoldReport {
  readonly outlet: string
  readonly claims: readonly GoldClaim[]
}

/** Running counts over reports; `scoresOf` makes shares of them. */
export interface Tally {
  matched: number
  typed: number
  wanted: number
  predicted: number
  holder: number
  stance: number
  certainty: number
  figuresRight: number
  figuresWanted: number
  figuresPredicted: number
}
export const emptyTally = (): Tally => ({
  matched: 0,
  typed: 0,
  wanted: 0,
  predicted: 0,
  holder: 0,
  stance: 0,
  certainty: 0,
  figuresRight: 0,
  figuresWanted: 0,
  figuresPredicted: 0,
})

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Token-F1 of two stretches of one text: twice the words they share over the words of both. */
function overlap(text: string, a: readonly [number, number], b: readonly [number, number]): number {
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])]
  if (from >= to) return 0
  return (2 * wordsIn(text.slice(from, to))) / (wordsIn(text.slice(...a)) + wordsIn(text.slice(...b)))
}

function spanOf(text: string, { quote, occurrence = 1 }: GoldClaim): readonly [number, number] {
  let at = -1
  for (let n = 0; n < occurrence; n++) at = text.indexOf(quote, at + 1)
  if (at < 0) throw new Error(`gold: expected the quote to stand in the text, found it nowhere: ${quote}`)
  return [at, at + quote.length]
}

const accepts = (gold: string, others: readonly string[] | undefined, found: string): boolean =>
  gold === found || (others?.includes(found) ?? false)

function holderRight(gold: GoldClaim, claim: Claim, outlet: string): boolean {
  const names = [gold.holder.name, ...(gold.holder.aliases ?? []), ...(gold.holderAlternatives ?? [])].map(foldName)
  return (
    names.includes(foldName(claim.holder.name)) ||
    (names.includes(foldName(outlet)) && claim.holder.kind === 'outlet' && claim.holder.span === null)
  )
}

const figureKey = (figure: GoldClaim['figures'][number]): string =>
  [figure.measure, figure.value ?? '', figure.low ?? '', figure.high ?? ''].join('|')

/**
 * Adds one report to a tally. A predicted claim matches a gold one when token-F1 of their spans is 0.5 or more; pairs are
 * taken best first (F1, plus 0.5 for an accepted type), each side once. Figures are compared over the whole report.
 */
export function scoreReport(tally: Tally, { report: { text }, claims }: Reading, gold: GoldReport): void {
  const pairs = gold.claims.flatMap((wanted, i) =>
    claims.flatMap((claim, j) => {
      const f1 = overlap(text, spanOf(text, wanted), claim.span)
      const typed = accepts(wanted.type, wanted.typeAlternatives, claim.type)
      return f1 >= 0.5
        ? [{ i, j, wanted, claim, typed, weight: f1 + (typed ? 0.5 : 0) + (wanted.optional ? 0 : 0.1) }]
        : []
    }),
  )
  const [seenGold, seenClaims] = [new Set<number>(), new Set<number>()]
  for (const { i, j, wanted, claim, typed } of pairs.sort((a, b) => b.weight - a.weight || a.i - b.i || a.j - b.j)) {
    if (seenGold.has(i) || seenClaims.has(j)) continue
    seenGold.add(i)
    seenClaims.add(j)
    tally.matched++
    if (typed) tally.typed++
    if (holderRight(wanted, claim, gold.outlet)) tally.holder++
    if (accepts(wanted.stance, wanted.stanceAlternatives, claim.stance)) tally.stance++
    if (accepts(wanted.certainty, wanted.certaintyAlternatives, claim.certainty)) tally.certainty++
  }
  tally.wanted += gold.claims.filter((wanted, i) => !wanted.optional || seenGold.has(i)).length
  tally.predicted += claims.length
  const wantedFigures = new Set(
    gold.claims.filter(claim => !claim.optional).flatMap(claim => claim.figures.map(figureKey)),
  )
  const foundFigures = new Set(claims.flatMap(claim => claim.figures.map(figureKey)))
  tally.figuresWanted += wantedFigures.size
  tally.figuresPredicted += foundFigures.size
  tally.figuresRight += [...foundFigures].filter(key => wantedFigures.has(key)).length
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(3)))

/** F1 of detection, of span and type, and of figures; shares right of holder, stance and certainty on matched claims. */
export const scoresOf = (tally: Tally) => ({
  detectionF1: share(2 * tally.matched, tally.wanted + tally.predicted),
  typedF1: share(2 * tally.typed, tally.wanted + tally.predicted),
  typedPrecision: share(tally.typed, tally.predicted),
  typedRecall: share(tally.typed, tally.wanted),
  holder: share(tally.holder, tally.matched),
  stance: share(tally.stance, tally.matched),
  certainty: share(tally.certainty, tally.matched),
  figuresF1: share(2 * tally.figuresRight, tally.figuresWanted + tally.figuresPredicted),
})
