import { type Judgement, standingJudgements } from './judgement.ts'
import type { Criteria, Question, Resolution } from './question.ts'
import type { Control, Figure } from './reconciled.ts'
import type { Day } from './time.ts'

/** What a question is decided by, as known at one moment. */
export interface ResolvingGround {
  /** Fogline's own line on the question's place, whole; empty for other questions. */
  readonly control: readonly Control[]
  /** Totals of the question's measure; empty for other questions. */
  readonly figures: readonly Figure[]
  readonly judgements: readonly Judgement[]
  /** The last day for which reports are known. */
  readonly until: Day
}

const OPEN: Resolution = { outcome: 'open', on: null, by: null, why: 'not decided yet', because: [] }
const SURE_ENOUGH = new Set<Control['likelihood']>(['likely', 'highly-likely', 'almost-certain'])

/** What an analyst decided last of the question, of what has not been taken back. */
function judged(question: Question, judgements: readonly Judgement[]): Resolution | null {
  const last = standingJudgements(judgements).findLast(({ on, verdict }) => on === question.id && verdict === 'resolve')
  if (last?.verdict !== 'resolve') return null
  return {
    outcome: last.change.outcome,
    on: last.at.slice(0, 10) as Day,
    by: 'analyst',
    why: `${last.analyst}: ${last.reason}`,
    because: [],
  }
}

const onDay = (steps: readonly Control[], day: Day): Control | undefined =>
  steps
    .filter(({ from }) => from <= day)
    .reduce<Control | undefined>((best, each) => (best && best.from > each.from ? best : each), undefined)

function byControl(
  question: Question,
  criteria: Criteria & { kind: 'control' },
  { control, until }: ResolvingGround,
): Resolution {
  const { holder, by, mode } = criteria
  const decided = (outcome: 'yes' | 'no' | 'void', on: Day, why: string, step: Control | undefined): Resolution => ({
    outcome,
    on,
    by: 'ledger',
    why,
    because: step?.because ?? [],
  })
  const isHolder = (step: Control | undefined) => step?.holder === holder && SURE_ENOUGH.has(step.likelihood)
  if (mode === 'taken') {
    const before = onDay(control, question.opened)
    if (isHolder(before)) return decided('void', question.opened, `${holder} held it when the question was put`, before)
    const taken = control.find(step => step.from > question.opened && step.from <= by && isHolder(step))
    if (taken) return decided('yes', taken.from, `the line of control passed to ${holder}`, taken)
  }
  if (until <= by) return OPEN
  const last = onDay(control, by)
  if (mode === 'taken') return decided('no', by, `the line of control had not passed to ${holder}`, last)
  if (!last || last.holder === 'unknown') return { ...OPEN, why: 'who held it on that day is not known' }
  return decided(isHolder(last) ? 'yes' : 'no', by, `on that day the line of control says ${last.holder}`, last)
}

function byFigure(
  { opened }: Question,
  criteria: Criteria & { kind: 'figure' },
  { figures, until }: ResolvingGround,
): Resolution {
  const { measure, subject, claimant, atLeast, by } = criteria
  const counted = figures
    .filter(
      figure =>
        figure.measure === measure &&
        figure.series === 'cumulative' &&
        (subject === null || figure.subject === subject) &&
        (claimant === null || figure.claimant === claimant) &&
        !figure.flags.some(({ rule }) => rule === 'transposed' || rule === 'jump'),
    )
    .sort((a, b) => (a.happened < b.happened ? -1 : a.happened > b.happened ? 1 : a.id < b.id ? -1 : 1))
  const reached = counted.find(({ value, low, happened }) => (value ?? low ?? 0) >= atLeast && happened <= by)
  if (reached) {
    const early = reached.happened <= opened
    const why = `${reached.claimant} counted ${(reached.value ?? reached.low ?? 0).toLocaleString('en-GB')}`
    return { outcome: early ? 'void' : 'yes', on: reached.happened, by: 'ledger', why, because: reached.because }
  }
  if (until <= by) return OPEN
  const last = counted.findLast(({ happened }) => happened <= by)
  if (!last) return { ...OPEN, why: 'no such count is in the ledger' }
  return {
    outcome: 'no',
    on: by,
    by: 'ledger',
    why: `the last count by then was below ${atLeast.toLocaleString('en-GB')}`,
    because: last.because,
  }
}

/**
 * How a question came out by what is known. An analyst's judgement goes before the ledger. A place is taken when Fogline's own
 * line, at least likely, passes to the party after the question was put; `no` needs reports of a later day than the last. A
 * total that is flagged as a slip decides nothing.
 */
export function resolveQuestion(question: Question, ground: ResolvingGround): Resolution {
  const decided = judged(question, ground.judgements)
  if (decided) return decided
  const { criteria } = question
  if (criteria.kind === 'control') return byControl(question, criteria, ground)
  if (criteria.kind === 'figure') return byFigure(question, criteria, ground)
  return { ...OPEN, why: 'the ledger cannot decide it; an analyst may' }
}
