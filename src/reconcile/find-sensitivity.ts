import type { Band, BeliefParameters, Event } from '#domain'
import { BANDS, bandOf, CERTAINTIES } from '#domain'
import { hedgeOf } from './claim-weight.ts'
import type { Evidence } from './evidence.ts'
import { beliefProbability } from './weigh-beliefs.ts'

/** How a likelihood moves when one thing it rests on is otherwise. */
export interface Sway {
  /** What is otherwise: `inInterest halved`, `without uk-mod`. */
  readonly when: string
  /** Probability by the model then, 0–1 to three places, and its band. */
  readonly probability: number
  readonly likelihood: Band
}

/** How much a belief hangs on the numbers of the model and on each of its origins. */
export interface Sensitivity {
  readonly probability: number
  readonly likelihood: Band
  /** Each parameter of the theatre halved and doubled, in the order of its names. */
  readonly parameters: readonly Sway[]
  /** Each origin left out, by key. */
  readonly origins: readonly Sway[]
  /** True when no single change moves the likelihood by more than one band. */
  readonly robust: boolean
}

const bandsApart = (a: Band, b: Band) => Math.abs(BANDS.indexOf(a) - BANDS.indexOf(b))
const round = (value: number) => Math.round(value * 1000) / 1000

/** Numbers of a table times a factor. */
const scaled = <Name extends string>(table: Readonly<Record<Name, number>>, factor: number): Record<Name, number> =>
  Object.fromEntries(Object.entries<number>(table).map(([name, value]) => [name, value * factor])) as Record<
    Name,
    number
  >

/** The parameters with one of them times a factor. The discount within a camp stays at most 1: a second voice never outweighs the first. */
const VARIED: Readonly<Record<string, (belief: BeliefParameters, factor: number) => BeliefParameters>> = {
  accepted: (belief, factor) => ({ ...belief, accepted: belief.accepted * factor }),
  againstInterest: (belief, factor) => ({ ...belief, againstInterest: belief.againstInterest * factor }),
  campDiscount: (belief, factor) => ({ ...belief, campDiscount: Math.min(1, belief.campDiscount * factor) }),
  directness: (belief, factor) => ({
    ...belief,
    directness: scaled(belief.directness, factor),
  }),
  doubt: (belief, factor) => ({ ...belief, doubt: belief.doubt * factor }),
  hedge: (belief, factor) => ({
    ...belief,
    hedge: Object.fromEntries(CERTAINTIES.map(certainty => [certainty, hedgeOf(certainty, belief) * factor])),
  }),
  inInterest: (belief, factor) => ({ ...belief, inInterest: belief.inInterest * factor }),
  prior: (belief, factor) => ({ ...belief, prior: scaled(belief.prior, factor) }),
  reliability: (belief, factor) => ({ ...belief, reliability: scaled(belief.reliability, factor) }),
}

/**
 * How the likelihood of an event moves when each parameter of the model is halved and doubled, and when each origin is left
 * out. The belief itself is not touched. For events of a factual type; a belief that hangs on one number or one voice shows it.
 */
export function findSensitivity(event: Event, evidence: Evidence): Sensitivity {
  const at = (when: string, probability: number): Sway => ({
    when,
    probability: round(probability),
    likelihood: bandOf(probability),
  })
  const { probability, origins } = beliefProbability(event, evidence)
  const parameters = Object.entries(VARIED).flatMap(([name, vary]) =>
    (
      [
        ['halved', 0.5],
        ['doubled', 2],
      ] as const
    ).map(([word, factor]) => {
      const belief = vary(evidence.theatre.belief, factor)
      const varied = { ...evidence, theatre: { ...evidence.theatre, belief } }
      return at(`${name} ${word}`, beliefProbability(event, varied).probability)
    }),
  )
  const without = origins.map(key => at(`without ${key}`, beliefProbability(event, evidence, key).probability))
  const now = at('', probability)
  const far = [...parameters, ...without].some(sway => bandsApart(sway.likelihood, now.likelihood) > 1)
  return { probability: now.probability, likelihood: now.likelihood, parameters, origins: without, robust: !far }
}
