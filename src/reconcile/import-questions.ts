import type { Criteria, Day, Forecast, Instant, Measure, Question, Theatre } from '#domain'
import { bandOf, dayOf, InputError, makeId, parseInstant } from '#domain'
import { makePartyBook, type PartyBook } from './parties.ts'
import { controlCriteria } from './register-forecasts.ts'
import { foldOnce } from './remember.ts'

/** A question set read from a platform's export. */
export interface ImportedQuestions {
  readonly questions: readonly Question[]
  readonly forecasts: readonly Forecast[]
  /** Questions that ask something else than yes or no, and were passed over. */
  readonly skipped: number
}

type Json = Readonly<Record<string, unknown>>
type Platform = Exclude<Question['origin'], 'claim'>

/** What an export says of one question, whatever its platform calls it. */
interface Draft {
  readonly text: string
  readonly url: string | null
  readonly opened: Instant | null
  readonly closes: Instant | null
  readonly rules: string | null
  readonly given: Question['given']
  /** Probability of yes at moments, 0–1. */
  readonly history: readonly { readonly at: Instant; readonly probability: number }[]
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** A moment as RFC 3339, a number of seconds or of milliseconds. */
function momentOf(value: unknown): Instant | null {
  if (typeof value === 'string') return parseInstant(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const time = new Date(value < 1e11 ? value * 1000 : value)
  return Number.isNaN(time.getTime()) ? null : parseInstant(time.toISOString())
}

const yesNo = (value: unknown): Question['given'] => {
  const word = typeof value === 'string' ? value.toLowerCase() : value
  if (word === 'yes' || word === 1 || word === true) return 'yes'
  return word === 'no' || word === 0 || word === false ? 'no' : null
}

const pointOf = (at: unknown, probability: unknown): Draft['history'] => {
  const [moment, number] = [momentOf(at), numberOf(probability)]
  return moment !== null && number !== null && number >= 0 && number <= 1 ? [{ at: moment, probability: number }] : []
}

/** Metaculus API 2: a post with its question and the recency-weighted community forecast. */
function readMetaculus(row: Json): Draft | null {
  const question = isObject(row['question']) ? row['question'] : row
  const type = textOf(
    question['type'] ?? (isObject(question['possibilities']) ? question['possibilities']['type'] : null),
  )
  if (type !== null && type !== 'binary') return null
  const weighted = isObject(question['aggregations']) ? question['aggregations']['recency_weighted'] : null
  const history = isObject(weighted) && Array.isArray(weighted['history']) ? weighted['history'] : []
  const text = textOf(question['title']) ?? textOf(row['title'])
  if (text === null) return null
  return {
    text,
    url: textOf(row['url']) ?? textOf(row['page_url']),
    opened: momentOf(question['open_time'] ?? row['published_at'] ?? row['publish_time']),
    closes: momentOf(question['scheduled_resolve_time'] ?? question['scheduled_close_time'] ?? row['resolve_time']),
    rules: textOf(question['resolution_criteria']),
    given: yesNo(question['resolution']),
    history: history
      .filter(isObject)
      .flatMap(({ start_time, centers }) => pointOf(start_time, Array.isArray(centers) ? centers[0] : null)),
  }
}

/** Manifold API 0: a binary market, with its bets where the export holds them. */
function readManifold(row: Json): Draft | null {
  const text = textOf(row['question'])
  if (text === null || (row['outcomeType'] ?? 'BINARY') !== 'BINARY') return null
  const bets = Array.isArray(row['bets']) ? row['bets'].filter(isObject) : []
  const now = pointOf(row['lastUpdatedTime'] ?? row['createdTime'], row['probability'])
  return {
    text,
    url: textOf(row['url']),
    opened: momentOf(row['createdTime']),
    closes: momentOf(row['closeTime']),
    rules: textOf(row['textDescription']) ?? textOf(row['description']),
    given: yesNo(row['resolution']),
    history: bets.length > 0 ? bets.flatMap(bet => pointOf(bet['createdTime'], bet['probAfter'])) : now,
  }
}

/** Lists that Polymarket's Gamma API writes as JSON inside a text. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return []
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed : []
  } catch (error) {
    // A text that only looks like a list says nothing.
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** Polymarket Gamma: a market of two outcomes, Yes and No. */
function readPolymarket(row: Json): Draft | null {
  const text = textOf(row['question'])
  const outcomes = listOf(row['outcomes']).map(name => String(name).toLowerCase())
  const yes = outcomes.indexOf('yes')
  if (text === null || outcomes.length !== 2 || yes < 0) return null
  const prices = listOf(row['outcomePrices']).map(numberOf)
  const price = prices[yes] ?? null
  const closed = row['closed'] === true
  const history = listOf(row['history']).filter(isObject)
  const slug = textOf(row['slug'])
  return {
    text,
    url: textOf(row['url']) ?? (slug && `https://polymarket.com/market/${slug}`),
    opened: momentOf(row['startDate'] ?? row['createdAt']),
    closes: momentOf(row['endDate']),
    rules: textOf(row['description']),
    given: closed && (price === 1 || price === 0) ? yesNo(price) : null,
    history:
      history.length > 0
        ? history.flatMap(({ t, p }) => pointOf(t, p))
        : closed
          ? []
          : pointOf(row['updatedAt'], price),
  }
}

const READERS: Readonly<Record<Platform, (row: Json) => Draft | null>> = {
  metaculus: readMetaculus,
  manifold: readManifold,
  polymarket: readPolymarket,
}
const NAMES: Readonly<Record<Platform, string>> = {
  metaculus: 'Metaculus community',
  manifold: 'Manifold market',
  polymarket: 'Polymarket',
}

/** Which platform an entry is of, by fields that only that platform has. */
function platformOf(row: Json): Platform | null {
  if ('outcomePrices' in row || 'conditionId' in row) return 'polymarket'
  if ('outcomeType' in row || 'probability' in row) return 'manifold'
  return isObject(row['question']) || 'possibilities' in row || 'resolution_criteria' in row ? 'metaculus' : null
}

const NUMBER = /\b(?:exceed|reach|surpass|pass|above|over|more than|at least)\p{L}*\s+(\d{1,3}(?:,\d{3})+|\d{4,})\b/iu
const COUNTED: readonly (readonly [RegExp, Measure])[] = [
  [/\b(?:personnel|casualties|troops?|soldiers|losses)\b/i, 'personnel.losses'],
  [/\btanks?\b/i, 'equipment.tanks'],
]

/** What decides a question, where its words ask for who holds one place, or for a staff's total of losses. */
function criteriaOf(text: string, by: Day | null, theatre: Theatre, parties: PartyBook): Criteria {
  const words = foldOnce(text)
  const named = theatre.places.filter(
    ({ kind, name, aliases }) =>
      (kind === 'settlement' || kind === 'site') &&
      [name, ...aliases].some(each => ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${foldOnce(each)} `)),
  )
  const peoples = text.split(/[^\p{L}]+/u).flatMap(word => parties.peopleOf(word) ?? parties.idOf(word) ?? [])
  const number = NUMBER.exec(text)?.[1]
  const measure = COUNTED.find(([pattern]) => pattern.test(text))?.[1]
  const [party] = peoples
  if (number !== undefined && measure !== undefined && party !== undefined && by !== null) {
    const atLeast = Number(number.replaceAll(',', ''))
    return { kind: 'figure', measure, subject: parties.nameOf(party), claimant: null, atLeast, by }
  }
  const [place] = named
  return controlCriteria(
    text,
    { agent: party ?? null, place: named.length === 1 ? (place?.id ?? null) : null, by },
    parties,
  )
}

/** A day counts whole only where the moment is its end: "before 1 July" ends on 30 June. */
const lastDay = (closes: Instant): Day => dayOf(new Date(Date.parse(closes) - 1).toISOString() as Instant)

/**
 * Reads a question set as Metaculus, Manifold or Polymarket export it (an entry, a list, or `{ results | data | markets: … }`).
 * Only questions of yes or no are taken. What decides each is fixed here. Throws `InputError` where no entry is of a platform
 * it knows.
 */
export function importQuestions(json: unknown, theatre: Theatre, now: Instant): ImportedQuestions {
  const wrapped = isObject(json) ? (json['results'] ?? json['data'] ?? json['markets'] ?? json['posts']) : json
  const rows = (Array.isArray(wrapped) ? wrapped : [json]).filter(isObject)
  const parties = makePartyBook(theatre)
  const known = rows.flatMap(row => {
    const platform = platformOf(row)
    return platform === null ? [] : [{ platform, draft: READERS[platform](row) }]
  })
  if (known.length === 0)
    throw new InputError(
      'questions: expected an export of Metaculus, Manifold or Polymarket (JSON), found no entry of any; export the questions and give that file',
    )
  const made = known.flatMap(({ platform, draft }) =>
    draft ? [makeQuestion(platform, draft, theatre, parties, now)] : [],
  )
  return {
    questions: made.map(({ question }) => question),
    forecasts: made.flatMap(({ forecasts }) => forecasts),
    skipped: rows.length - made.length,
  }
}

function makeQuestion(platform: Platform, draft: Draft, theatre: Theatre, parties: PartyBook, now: Instant) {
  const { text, url, rules, given, history } = draft
  const opened = dayOf(draft.opened ?? history[0]?.at ?? now)
  const by = draft.closes === null ? null : lastDay(draft.closes)
  const content = {
    text,
    origin: platform,
    url,
    opened,
    criteria: criteriaOf(text, by, theatre, parties),
    rules,
    given,
    claim: null,
  }
  // What the platform later made of it is not what the question is.
  const question: Question = { id: makeId('question', { ...content, given: null }), ...content }
  const forecasts = history.map(({ at, probability }): Forecast => {
    const said = {
      question: question.id,
      forecaster: NAMES[platform],
      camp: 'third-party',
      low: probability,
      high: probability,
      band: bandOf(probability),
      words: null,
      at,
      claim: null,
    }
    return { id: makeId('forecast', said), ...said }
  })
  return { question, forecasts }
}
