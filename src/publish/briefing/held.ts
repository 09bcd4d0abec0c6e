import {
  BAND_WORDS,
  BANDS,
  type Band,
  type Control,
  type Day,
  isSpokenOf,
  type RecordedClaim,
  type Theatre,
} from '#domain'

/** The step of a line that stood on a day; undefined before its first. */
export const stepOn = (steps: readonly Control[], day: Day): Control | undefined =>
  steps.reduce<Control | undefined>(
    (best, step) => (step.from <= day && (!best || step.from >= best.from) ? step : best),
    undefined,
  )

/** True where a likelihood crosses even chances or moves by two bands or more. */
export function isTurn(now: Band, before: Band): boolean {
  const [a, b] = [BANDS.indexOf(now), BANDS.indexOf(before)]
  const even = BANDS.indexOf('realistic-possibility')
  return Math.abs(a - b) >= 2 || a > even !== b > even
}

/** "held by Ukraine (likely, moderate confidence)", "held by Ukraine, as before the war", "contested (…)". */
export function holdingWords(theatre: Theatre, step: Control): string {
  const { holder, likelihood, confidence } = step
  const party = theatre.parties.find(({ id }) => id === holder)
  const held = party
    ? `held by ${party.name}`
    : holder === 'contested'
      ? 'contested'
      : 'held by nobody that could be told'
  if (!isSpokenOf(step)) return `${held}, as before the war`
  return `${held} (${BAND_WORDS[likelihood]}, ${confidence} confidence)`
}

/** The name of a place: the theatre's, else that by which a claim names it, else its id. */
export const placeName = (theatre: Theatre, place: string, claims: readonly RecordedClaim[] = []): string =>
  theatre.places.find(({ id }) => id === place)?.name ??
  claims.flatMap(({ places }) => places).find(({ id }) => id === place)?.name ??
  place
