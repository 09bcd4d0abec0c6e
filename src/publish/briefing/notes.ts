import type { Note } from '#domain'
import { groupBy } from '#kit'
import { type DayRecord, SILENCE_DAYS } from './day-record.ts'
import { counted, listWords, oneLine, shortDate } from './words.ts'

/** What a reader must know of the record before trusting what is not in it. */
export function dayNotes(record: DayRecord): Note[] {
  const late = record.loadedAfterwards && record.articles.length > 0
  return [
    ...noteAll('no-reports', record.articles.length === 0 ? [EMPTY_DAY] : []),
    ...noteAll('source-failing', failingSources(record)),
    ...noteAll('silent-source', silentSources(record)),
    ...noteAll('language-not-read', unreadLanguages(record)),
    ...noteAll('no-publication-date', undated(record)),
    ...noteAll('loaded-afterwards', late ? [LOADED_AFTERWARDS] : []),
  ]
}

const noteAll = (rule: string, reasons: readonly string[]): Note[] =>
  reasons.map(reason => ({ rule, reason, span: null }))

/** What an empty day says in every rendering. */
export const EMPTY_DAY = 'No reports of this day are in the ledger (unknown, not calm).'
const LOADED_AFTERWARDS =
  'The reports were taken into the ledger after this day: what is marked new is so by the time of publication.'

/** An outage shorter than this, in milliseconds, is no more than a server's hiccup: reports come with the next asking. */
const HICCUP_MS = 3_600_000

/** Sources that could not be read for an hour or more of the day: that nothing came from them does not mean that nothing happened. */
function failingSources({ outages, window, asOf, sources }: DayRecord): string[] {
  const end = asOf < window[1] ? asOf : window[1]
  const clock = (moment: string): string => `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`
  return outages
    .filter(({ from, to }) => {
      const [begin, until] = [from > window[0] ? from : window[0], to !== null && to < end ? to : end]
      return Date.parse(until) - Date.parse(begin) >= HICCUP_MS
    })
    .map(({ source, from, to, reason }) => {
      const name = oneLine(sources.get(source)?.name ?? source)
      const lasting = to === null ? `since ${clock(from)}` : `from ${clock(from)} to ${clock(to)}`
      return `${name} could not be read ${lasting}: nothing from it is unknown, not calm (${oneLine(reason)}).`
    })
    .sort()
}

function silentSources({ articles, publishedBefore, sources }: DayRecord): string[] {
  const heard = new Set(articles.map(({ source }) => source))
  return [...publishedBefore]
    .filter(([source, days]) => days.length === SILENCE_DAYS && !heard.has(source))
    .map(([source, days]) => ({ name: oneLine(sources.get(source)?.name ?? source), last: days.at(-1) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, last }) =>
        `Nothing from ${name} since ${last ? shortDate(last) : 'then'}, though it published on each of the ${SILENCE_DAYS} days before: unknown, not calm.`,
    )
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

function unreadLanguages({ articles }: DayRecord): string[] {
  const unread = articles.filter(({ notes }) => notes.some(({ rule }) => rule === 'language-not-read'))
  const languages = [...groupBy(unread, ({ language }) => language ?? 'und')].map(
    ([language, group]) => `${group.length} in ${languageName(language)}`,
  )
  return unread.length > 0 ? [`${counted(unread.length, 'report')} not read: ${listWords(languages.sort())}.`] : []
}

/** An unknown or malformed code is shown as it came. */
function languageName(code: string): string {
  return /^[a-z]{2,3}$/.test(code) && code !== 'und'
    ? (LANGUAGES.of(code) ?? code)
    : 'a language that could not be told'
}

function undated({ articles }: DayRecord): string[] {
  const count = articles.filter(({ notes }) => notes.some(({ rule }) => rule === 'no-publication-date')).length
  if (count === 0) return []
  return [
    `${counted(count, 'report')} without a publication date, filed by the time ${count === 1 ? 'it was' : 'they were'} gathered.`,
  ]
}
