import type { ClaimFigure, ClaimPlace, Measure, RecordedClaim } from '#domain'
import { withArticle } from './names.ts'
import { numberWords, oneLine } from './words.ts'

/** A number with its bound: "16", "at least 235", "up to 60", "12 to 15", "about 300"; null for a vague one ("dozens"). */
export function amountWords(figure: Pick<ClaimFigure, 'value' | 'low' | 'high' | 'approx'>): string | null {
  if (figure.value !== null) return `${figure.approx ? 'about ' : ''}${numberWords(figure.value)}`
  if (figure.approx) return null
  if (figure.low !== null && figure.high !== null) return `${numberWords(figure.low)} to ${numberWords(figure.high)}`
  if (figure.low !== null) return `at least ${numberWords(figure.low)}`
  return figure.high === null ? null : `up to ${numberWords(figure.high)}`
}

/** "the east of Bakhmut", "the Black Sea", "Sumy". */
export const placeWords = (place: ClaimPlace): string =>
  place.part === null ? withArticle(place.name) : `the ${oneLine(place.part)} of ${withArticle(place.name)}`

const MUNITION =
  /^\S+(?:\s+(?:of|out of))?(?:\s+(?:the\s+)?[\d,]+)?\s+(?:(?:strike|attack|enemy)\s+)?((?:[\p{L}\d-]+\s+){0,2}?(?:drones?|missiles?|rockets?|bombs?|uavs?))\b/iu

/** The munition a figure counts, in the report's words right after the number ("Shahed drones"); null where it stands otherwise. */
export function munitionOf(
  claim: Pick<RecordedClaim, 'text' | 'span'>,
  figure: Pick<ClaimFigure, 'span'>,
): string | null {
  const from = figure.span[0] - claim.span[0]
  if (from < 0 || from >= claim.text.length) return null
  const noun = MUNITION.exec(claim.text.slice(from, from + 80))?.[1]
  return noun?.replace(NUMBER_WORDS, '') ?? null
}

const NUMBER_WORDS =
  /^(?:(?:of|the|all|some|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozen|hundred)\s+)+/i

/** True where a "figure" is somebody's age: "a man of 59", "a 64-year-old man". */
export const isAge = (text: string, { value }: Pick<ClaimFigure, 'value'>): boolean =>
  value !== null && new RegExp(`\\b(?:of|aged|age) ${value}\\b|\\b${value}[- ]years?[- ]old`).test(text)

/** A measure's name as words: `people.killed` → "people killed", `munitions.shot-down` → "munitions shot down". */
export const measureWords = (measure: Measure): string => measure.replace(/[.-]/g, ' ')
