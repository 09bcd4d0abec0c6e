import { type Article, type Instant, makeId, type Note, type RawItem, type Source, sha256 } from '#domain'
import { foldName } from '#kit'
import { detectLanguage } from './detect-language.ts'
import { findParagraphs } from './find-paragraphs.ts'
import type { Draft } from './gathered.ts'
import { readDayMonth, yearBefore } from './moments/day-month.ts'
import { readMoment } from './read-moment.ts'

/** A report may be dated this much ahead of the clock, in milliseconds: 36 hours, for zones and clocks that are off. */
const AHEAD_MS = 36 * 3_600_000

/** True when a moment lies more than 36 hours after `now`. */
export const isInFuture = (moment: Instant, now: Instant): boolean => Date.parse(moment) - Date.parse(now) > AHEAD_MS

/** The record of what came in. `url` null and `status` null for a file. */
export function makeRawItem(
  body: Uint8Array,
  source: Source,
  now: Instant,
  origin: Partial<Pick<RawItem, 'url' | 'status' | 'etag' | 'lastModified' | 'contentType' | 'headers'>>,
): RawItem {
  const hash = sha256(body)
  const url = origin.url ?? null
  return {
    id: makeId('raw', { source: source.id, url, sha256: hash }),
    source: source.id,
    url,
    fetchedAt: now,
    status: origin.status ?? null,
    etag: origin.etag ?? null,
    lastModified: origin.lastModified ?? null,
    contentType: origin.contentType ?? null,
    bytes: body.length,
    sha256: hash,
    ...(origin.headers === undefined ? {} : { headers: origin.headers }),
  }
}

/** Words only, so that marks and blanks do not hide that a text opens with its title. */
const words = (text: string): string =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Title, blank line, body; the body alone where it opens with the title already. */
function joinTitle(title: string | null, body: string): string {
  if (title === null || words(title) === '') return body
  const opening = words(body.slice(0, title.length * 2 + 200))
  return opening.startsWith(words(title)) ? body : `${title}\n\n${body}`.trimEnd()
}

interface Dated {
  readonly stated: Instant | null
  readonly notes: readonly Note[]
}

const note = (rule: string, reason: string): Note => ({ rule, reason, span: null })

/** A date before the source began to publish stands, since it is what the report says, with a Note that doubts it. */
function doubtEarly(stated: Instant, source: Source): readonly Note[] {
  const since = source.since == null ? null : readMoment(source.since)
  if (since === null || stated >= since) return []
  return [
    note('date-before-source', `The report is dated ${stated}; ${source.name} has published since ${source.since}.`),
  ]
}

/**
 * The moment of a day that a report names without its year. Only a page just fetched lets the year be told: the latest such
 * day before now. A file may have lain for years.
 */
function yearOf(written: string, now: Instant, isFetched: boolean): Dated | null {
  const date = readDayMonth(written)
  if (date === null) return null
  const quoted = `"${written.trim().slice(0, 60)}" gives no year`
  const found = isFetched ? yearBefore(date, now) : null
  const stated = found === null ? null : readMoment(found)
  if (stated !== null)
    return { stated, notes: [note('year-not-given', `${quoted}; the last such day before now is taken.`)] }
  return { stated: null, notes: [note('no-publication-date', `${quoted}; the time of gathering stands in its place.`)] }
}

/** The date a report states, or null with the note that says why the time of gathering stands in its place. */
function datePublished(written: string | null, source: Source, now: Instant, isFetched: boolean): Dated {
  const instead = 'the time of gathering stands in its place'
  const none = (rule: string, reason: string): Dated => ({
    stated: null,
    notes: [note(rule, `${reason}; ${instead}.`)],
  })
  if (written === null) return none('no-publication-date', 'The report gives no publication date')
  const stated = readMoment(written)
  if (stated === null)
    return yearOf(written, now, isFetched) ?? none('no-publication-date', `"${written.slice(0, 60)}" is no date`)
  if (isInFuture(stated, now)) return none('date-in-future', `The report is dated ${stated}, after ${now}`)
  return { stated, notes: doubtEarly(stated, source) }
}

function dateEdited(written: string | null, now: Instant): Instant | null {
  const moment = written === null ? null : readMoment(written)
  return moment === null || isInFuture(moment, now) ? null : moment
}

/** A report's article: its text laid out, its dates settled, its language told. `copyOf` and `revisionOf` are left null. */
export function makeArticle(draft: Draft, raw: RawItem, source: Source, outlet: string | null, now: Instant): Article {
  const text = draft.verbatim ? draft.text : joinTitle(draft.title, draft.text.trim())
  const { stated, notes } = datePublished(draft.publishedAt, source, now, raw.status !== null)
  return {
    // The date as stated, not the stand-in: an undated report gathered twice is one article.
    id: makeId('article', { source: source.id, url: draft.url, title: draft.title, text, publishedAt: stated }),
    rawItem: raw.id,
    source: source.id,
    outlet,
    url: draft.url,
    title: draft.title,
    byline: draft.byline,
    language: detectLanguage(text) ?? draft.language,
    publishedAt: stated ?? now,
    editedAt: dateEdited(draft.editedAt, now),
    text,
    paragraphs: findParagraphs(text),
    revisionOf: null,
    copyOf: null,
    notes: [...draft.notes, ...notes],
  }
}
