import type { ClaimType } from './codebook.ts'
import type { Reliability } from './source.ts'
import type { Instant } from './time.ts'

/** How the claims of one kind came out. */
export interface TrackCounts {
  /** Others, not of the same side, came to say the same, and hardly anybody the contrary. */
  readonly confirmed: number
  readonly contradicted: number
  /** Taken back by whoever said it. */
  readonly withdrawn: number
  readonly unsettled: number
}

/** How an origin's claims have come out so far. Beside the Admiralty letter given to it, never in its place. */
export interface TrackRecord {
  /** Key of the origin: holder id, owner family or folded name. */
  readonly id: string
  readonly name: string
  readonly camp: string
  readonly total: TrackCounts
  readonly types: readonly ({ readonly type: ClaimType } & TrackCounts)[]
  readonly posterior: BetaPosterior
  /** The letter its source record bears; null where it has none. */
  readonly given: Reliability | null
  /** The letter its record alone would suggest; null while too few claims are settled. */
  readonly suggested: Reliability | null
  readonly learned: Instant
}

/** Beta distribution of the share of an origin's settled claims that hold, from a uniform prior. */
export interface BetaPosterior {
  readonly alpha: number
  readonly beta: number
  readonly mean: number
  /** The middle 90 %. */
  readonly low: number
  readonly high: number
}

/**
 * P(X ≤ x) of a Beta distribution with whole parameters: the chance of at least `alpha` successes in `alpha + beta − 1`
 * trials (DLMF 8.17.5). Terms are summed from logarithms, so that large counts do not overflow.
 */
function betaCdf(x: number, alpha: number, beta: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const n = alpha + beta - 1
  const [logX, logY] = [Math.log(x), Math.log(1 - x)]
  let logTerm = n * logY
  let below = alpha > 0 ? Math.exp(logTerm) : 0
  for (let k = 1; k < alpha; k += 1) {
    logTerm += Math.log((n - k + 1) / k) + logX - logY
    below += Math.exp(logTerm)
  }
  return 1 - below
}

const STEPS = 40

/** The value below which a share `p` of the distribution lies, by halving: exact to 1e-12. */
function betaQuantile(p: number, alpha: number, beta: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (betaCdf(middle, alpha, beta) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** The posterior after so many claims that held and that did not, from a uniform prior (Beta(1, 1)). */
export function betaPosterior(held: number, failed: number): BetaPosterior {
  const [alpha, beta] = [1 + held, 1 + failed]
  return {
    alpha,
    beta,
    mean: round(alpha / (alpha + beta)),
    low: round(betaQuantile(0.05, alpha, beta)),
    high: round(betaQuantile(0.95, alpha, beta)),
  }
}

/** Settled claims below which nothing is suggested. */
const LEAST_SETTLED = 10
/** Lowest posterior mean for each letter; below the last it is E. The words of the scale ("usually", "fairly") as shares. */
const LETTERS: readonly (readonly [Reliability, number])[] = [
  ['A', 0.95],
  ['B', 0.85],
  ['C', 0.7],
  ['D', 0.5],
]

/** The Admiralty letter that a record alone suggests; null while fewer than ten claims are settled. */
export function suggestReliability({ confirmed, contradicted, withdrawn }: TrackCounts): Reliability | null {
  if (confirmed + contradicted + withdrawn < LEAST_SETTLED) return null
  const { mean } = betaPosterior(confirmed, contradicted + withdrawn)
  return LETTERS.find(([, least]) => mean >= least)?.[0] ?? 'E'
}
