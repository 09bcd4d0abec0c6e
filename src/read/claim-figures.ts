import type { ClaimFigure, ClaimType, Measure } from '#domain'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Quantity } from './document.ts'
import { classesOf } from './lexicon/frames-nouns.ts'

const KILL = new Set('kill die dead death murder execute perish slay fatality massacre life claim'.split(' '))
const WOUND = new Set('wound injure hurt injury harm hospitalize hospitalise maim burn'.split(' '))
/** Soldiers are counted where somebody fights or is exchanged; elsewhere a number of them is a plain count. */
const COUNTS_SOLDIERS = /^(harm\.(losses|casualties)|combat\.|politics\.negotiation)/

/** The numbers of a clause, each with what it counts; a measure the number leaves open is told by the claim's verb. */
export function figuresOf(
  findings: Findings,
  view: ClauseView,
  type: ClaimType,
  alsoIn: readonly number[] = [],
): readonly ClaimFigure[] {
  const scope = new Set([...view.own, ...view.subjectTokens, ...alsoIn])
  const found = findings.quantities.filter(quantity => scope.has(quantity.tokens[0]))
  const figures = found.map(quantity => toFigure(findings, view, type, quantity)).filter(figure => figure !== null)
  const zero = zeroFigure(findings, view, type, figures)
  return zero ? [...figures, zero] : figures
}

function toFigure(findings: Findings, view: ClauseView, type: ClaimType, quantity: Quantity): ClaimFigure | null {
  const downed = type === 'combat.interception' && quantity.of !== null && quantity.measure === 'munitions.launched'
  const told = downed
    ? 'munitions.shot-down'
    : quantity.measure === 'count' && type.startsWith('harm.')
      ? null
      : quantity.measure
  const measure = told ?? guessMeasure(findings, view, type, quantity) ?? quantity.measure
  if (measure === null || (quantity.value === null && quantity.low === null && quantity.high === null)) return null
  if (type === 'assessment.forecast' && measure === 'share')
    return {
      measure: 'probability',
      value: quantity.value,
      low: quantity.low,
      high: quantity.high,
      unit: null,
      approx: quantity.approx,
      of: null,
      change: null,
      span: quantity.span,
    }
  const misplaced = measure.startsWith('personnel.') && !COUNTS_SOLDIERS.test(type)
  return {
    measure: misplaced ? 'count' : measure,
    value: quantity.value,
    low: quantity.low,
    high: quantity.high,
    unit: unitOf(measure, quantity.unit),
    approx: quantity.approx,
    of: quantity.of,
    change: quantity.change,
    span: quantity.span,
  }
}

const unitOf = (measure: Measure, unit: string | null): string | null =>
  measure === 'distance'
    ? 'm'
    : measure === 'area'
      ? 'km2'
      : measure === 'share' ||
          measure === 'probability' ||
          /^(people|personnel|equipment|munitions|troops)/.test(measure)
        ? null
        : unit

/** The measure of a number whose noun alone does not tell it, by the claim it stands in; null: no figure of this claim. */
function guessMeasure(findings: Findings, view: ClauseView, type: ClaimType, quantity: Quantity): Measure | null {
  const verb = nearestHarmVerb(findings, view, quantity)
  const noun = quantity.noun && quantity.noun[0] >= quantity.span[0] ? lemmaAt(findings, quantity) : null
  const classes = noun ? classesOf(noun) : []
  const soldiers = classes.includes('@personnel') && noun !== 'officer' && noun !== 'prisoner'
  if (type === 'harm.casualties' || (type === 'harm.losses' && soldiers)) {
    if (noun !== null && !classes.includes('@people') && !classes.includes('@personnel'))
      return type === 'harm.casualties' && noun.length > 2 ? 'count' : null
    const group = soldiers || type === 'harm.losses' ? 'personnel' : 'people'
    if (verb === 'killed' || verb === 'wounded') return `${group}.${verb}`
    return type === 'harm.losses' ? 'personnel.losses' : null
  }
  if (noun === null) return null
  if (type === 'combat.deployment' && (classes.includes('@forces') || classes.includes('@personnel'))) return 'troops'
  if (classes.includes('@munition') && type === 'combat.interception') return 'munitions.shot-down'
  if (classes.includes('@munition') && type === 'combat.strike') return 'munitions.launched'
  return 'count'
}

/** The lemma of the last noun that a number counts. */
function lemmaAt({ document }: Findings, { noun, sentence }: Quantity): string | null {
  const range = document.sentences[sentence]?.tokens
  if (!noun || !range) return null
  const words = document.tokens.slice(...range).filter(({ span }) => span[0] >= noun[0] && span[1] <= noun[1])
  return words.findLast(({ tag }) => tag === 'noun' || tag === 'name')?.lemma ?? null
}

/** "two killed and nine wounded": the verb after the number, else the one before it. */
function nearestHarmVerb(findings: Findings, view: ClauseView, quantity: Quantity): 'killed' | 'wounded' | null {
  const { tokens } = findings.document
  const kindAt = (at: number): 'killed' | 'wounded' | null => {
    const lemma = tokens[at]?.lemma ?? ''
    return KILL.has(lemma) ? 'killed' : WOUND.has(lemma) ? 'wounded' : null
  }
  for (let at = quantity.tokens[1]; at < quantity.tokens[1] + 9 && tokens[at]?.sentence === quantity.sentence; at++)
    if (kindAt(at)) return kindAt(at)
  for (
    let at = quantity.tokens[0] - 1;
    at >= quantity.tokens[0] - 6 && tokens[at]?.sentence === quantity.sentence;
    at--
  )
    if (kindAt(at)) return kindAt(at)
  const verb = view.predicate?.lemma ?? ''
  if (KILL.has(verb) || WOUND.has(verb)) return KILL.has(verb) ? 'killed' : 'wounded'
  // "the number of people killed by X … rose to 12": told in the subject, however long.
  const [from, to] = view.clause.subject ? [view.clause.subject[0], view.clause.verb?.head ?? 0] : [0, 0]
  const lemmas = tokens.slice(from, to).map(({ lemma }) => lemma)
  return lemmas.some(lemma => KILL.has(lemma) || lemma === 'toll')
    ? 'killed'
    : lemmas.some(lemma => WOUND.has(lemma))
      ? 'wounded'
      : null
}

/** "none were wounded", "no casualties": a zero of what would have been counted. */
function zeroFigure(
  findings: Findings,
  view: ClauseView,
  type: ClaimType,
  figures: readonly ClaimFigure[],
): ClaimFigure | null {
  if (type !== 'harm.casualties' || figures.length > 0) return null
  const { tokens } = findings.document
  const no = [...view.subjectTokens, ...view.own].find(at =>
    ['no', 'none', 'nobody', 'zero'].includes(tokens[at]?.lower ?? ''),
  )
  if (no === undefined) return null
  const words = new Set([...view.subjectTokens, ...view.own].map(at => tokens[at]?.lemma ?? ''))
  const wounded = [...words].some(word => WOUND.has(word))
  const killed = [...words].some(word => KILL.has(word) || word === 'casualty')
  if (!wounded && !killed) return null
  const span = tokens[no]?.span
  return span
    ? {
        measure: killed ? 'people.killed' : 'people.wounded',
        value: 0,
        low: null,
        high: null,
        unit: null,
        approx: false,
        of: null,
        change: null,
        span,
      }
    : null
}
