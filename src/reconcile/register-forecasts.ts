import type { Criteria, Day, Forecast, Question, RecordedClaim, Theatre } from '#domain'
import { BANDS, type Band, bandOf, dayOf, makeId, PHIA } from '#domain'
import { makePartyBook, type PartyBook } from './parties.ts'

/** A question with what was said of it. */
export interface Registered {
  readonly question: Question
  readonly forecast: Forecast
}

/** Words by which a party comes to hold a place, and by which it goes on holding it. */
const TAKES =
  /\b(?:captur\p{L}+|seiz\p{L}+|tak(?:e|es|en|ing)|retak\p{L}+|recaptur\p{L}+|liberat\p{L}+|occup\p{L}+|regain\p{L}*|conquer\p{L}*|gain\p{L}* control)\b/iu
const HOLDS = /\b(?:hold|holds|keep|keeps|retain\p{L}*|remain\p{L}* (?:in|under)|control|controls)\b/iu
const NEGATED = /\b(?:not|never|fail\p{L}*|unable|without)\b/iu

/** What a sentence about the future asks, where the ledger can decide it: who takes or holds one place by a day. */
export function controlCriteria(
  text: string,
  { agent, place, by }: { readonly agent: string | null; readonly place: string | null; readonly by: Day | null },
  parties: PartyBook,
): Criteria {
  const holder = parties.idOf(agent)
  if (holder === null || place === null || by === null || NEGATED.test(text)) return { kind: 'analyst', by }
  if (TAKES.test(text)) return { kind: 'control', place, holder, mode: 'taken', by }
  return HOLDS.test(text) ? { kind: 'control', place, holder, mode: 'held', by } : { kind: 'analyst', by }
}

/** How probable the claim says it is: a number of its own, else the band of its yardstick word; null where it gives neither. */
function probabilityOf(claim: RecordedClaim): Pick<Forecast, 'low' | 'high' | 'band' | 'words'> | null {
  const stated = claim.figures.find(({ measure }) => measure === 'probability')
  const [low, high] = [stated?.value ?? stated?.low ?? stated?.high, stated?.value ?? stated?.high ?? stated?.low]
  if (low != null && high != null) return { low, high, band: bandOf((low + high) / 2), words: null }
  const band = BANDS.find((known): known is Band => known === claim.certainty)
  const row = PHIA.find(each => each.band === band)
  return row ? { low: row.low, high: row.high, band: row.band, words: claim.certaintyWords } : null
}

/**
 * The question a claim puts and the forecast it makes: a prediction with a probability, or a word of the yardstick, and a last
 * day. Null for every other claim. What decides it is fixed here, from the claim's own words; a later reading that words it
 * otherwise registers another question. A prediction that is denied or doubted is none.
 */
export function registerForecast(claim: RecordedClaim, parties: PartyBook): Registered | null {
  const { time, type, stance, places, text } = claim
  const dated = time.words !== null && time.end !== null && time.end > dayOf(claim.said)
  const probability = probabilityOf(claim)
  if (type !== 'assessment.forecast' || stance !== 'asserts' || !dated || !probability) return null
  const place = places.find(({ role, precision }) => role === 'at' && precision === 'point')?.id ?? null
  const criteria = controlCriteria(text, { agent: claim.agent, place, by: time.end }, parties)
  const content = {
    text,
    origin: 'claim' as const,
    url: null,
    opened: dayOf(claim.said),
    criteria,
    rules: null,
    given: null,
    claim: claim.id,
  }
  const question: Question = { id: makeId('question', content), ...content }
  const said = {
    question: question.id,
    forecaster: claim.holder.name,
    camp: claim.holder.camp,
    ...probability,
    at: claim.said,
    claim: claim.id,
  }
  return { question, forecast: { id: makeId('forecast', said), ...said } }
}

/** The questions and forecasts of some claims. Copies and later editions repeat what is registered already, and add none. */
export function registerForecasts(
  claims: readonly RecordedClaim[],
  theatre: Theatre,
): { readonly questions: readonly Question[]; readonly forecasts: readonly Forecast[] } {
  const parties = makePartyBook(theatre)
  const found = claims.filter(({ copyOf }) => copyOf === null).flatMap(claim => registerForecast(claim, parties) ?? [])
  return { questions: found.map(({ question }) => question), forecasts: found.map(({ forecast }) => forecast) }
}
