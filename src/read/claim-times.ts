import { type ClaimTime, type ClaimType, type Day, dayOf, type Tense } from '#domain'
import type { ClauseView, Findings } from './claim-view.ts'
import type { TimeMention, TokenRange } from './document.ts'

const FUTURE_CARRIERS = new Set([
  'expect',
  'plan',
  'set',
  'schedule',
  'intend',
  'prepare',
  'consider',
  'contemplate',
  'due',
  'promise',
  'pledge',
  'vow',
])

/** When it happened: the time words of its clause; those of the saying only for a position; else the day of publication. */
export function timeOf(
  findings: Findings,
  view: ClauseView,
  type: ClaimType,
  saying: readonly TokenRange[],
): ClaimTime {
  const { document } = findings
  const tense = tenseOf(findings, view)
  const own = findings.times.filter(
    time =>
      time.start !== null &&
      coversAny(view.own, time) &&
      !saying.some(range => time.tokens[0] >= range[0] && time.tokens[1] <= range[1]),
  )
  const said =
    type === 'politics.position'
      ? findings.times.filter(
          time => time.start !== null && saying.some(range => time.tokens[0] >= range[0] && time.tokens[1] <= range[1]),
        )
      : []
  const chosen = own[0] ?? said[0]
  const today: Day = dayOf(document.report.publishedAt)
  if (chosen) return { start: chosen.start, end: endOf(findings, chosen, today), words: chosen.text, tense }
  const habit = type.startsWith('politics') ? null : habitIn(findings, view)
  if (habit !== null && tense !== 'future') return { start: null, end: today, words: habit, tense }
  return { start: today, end: today, words: null, tense }
}

/** "since invading in February 2022" goes on to the day of the report, as "since February 2022" does. */
function endOf({ document }: Findings, time: TimeMention, today: Day): Day | null {
  const before = document.tokens.slice(Math.max(0, time.tokens[0] - 5), time.tokens[0])
  const since = before.findLast(token => token.lower === 'since' && token.sentence === time.sentence)
  return since && time.end !== null && time.end < today ? today : time.end
}

/** Words that tell what goes on or went on again and again, not what happened on the day ("each autumn", "for months"). */
const HABITS =
  /\b(?:(?:each|every) (?:autumn|winter|spring|summer|year|month|week|day|night)|(?:for|over) (?:weeks|months|years)|on many occasions|time and again|in (?:recent|previous|past) (?:weeks|months|years)|since then)\b/i

function habitIn({ document }: Findings, view: ClauseView): string | null {
  const [first, last] = [document.tokens[view.own[0] ?? -1], document.tokens[view.own.at(-1) ?? -1]]
  if (!first || !last) return null
  return HABITS.exec(document.report.text.slice(first.span[0], last.span[1]))?.[0] ?? null
}

const coversAny = (own: readonly number[], time: TimeMention): boolean =>
  own.some(at => at >= time.tokens[0] && at < time.tokens[1])

function tenseOf(findings: Findings, view: ClauseView): Tense {
  const verb = view.clause.verb
  if (!verb) return 'past'
  const carriers = [...view.carriers, verb]
  if (carriers.some(carrier => carrier.modal === 'will' || carrier.modal === "'ll" || carrier.modal === 'shall'))
    return 'future'
  if (carriers.some(carrier => FUTURE_CARRIERS.has(carrier.lemma) && carrier !== view.predicate)) return 'future'
  const words = view.own.slice(0, 30).map(at => findings.document.tokens[at]?.lower)
  if (
    verb.lemma === 'be' &&
    (words.includes('set') || words.includes('due') || words.includes('scheduled')) &&
    view.predicate !== verb
  )
    return 'future'
  return verb.tense
}
