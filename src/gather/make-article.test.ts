import { describe, expect, it } from 'vitest'
import type { Instant, Source } from '#domain'
import { BLANK_DRAFT } from './gathered.ts'
import { makeArticle, makeRawItem } from './make-article.ts'
import { UNKNOWN_OUTLET } from './resolve-source.ts'

const NOW = '2024-11-26T12:00:00.000Z' as Instant
const HERALD: Source = { ...UNKNOWN_OUTLET, id: 'river-herald', name: 'River Herald', since: '2014-08-01' }

/** The date an article is given, and the rules of its Notes, for a date as written. */
function dated(publishedAt: string | null, fetched = true) {
  const raw = makeRawItem(new Uint8Array([1]), HERALD, NOW, fetched ? { status: 200 } : {})
  const draft = { ...BLANK_DRAFT, text: 'The bridge reopened on Tuesday.', publishedAt }
  const article = makeArticle(draft, raw, HERALD, 'River Herald', NOW)
  return [article.publishedAt, ...article.notes.map(({ rule }) => rule)]
}

describe('the date of a report', () => {
  it('without a year is of the last such day when the page was just fetched', () => {
    expect(dated('12 March, 14:05')).toEqual(['2024-03-12T14:05:00.000Z', 'year-not-given'])
    expect(dated('27 November')).toEqual(['2023-11-27T00:00:00.000Z', 'year-not-given'])
    expect(dated('29 February')).toEqual(['2024-02-29T00:00:00.000Z', 'year-not-given'])
  })

  it('without a year falls on the weekday it names', () => {
    expect(dated('Saturday 12 March')).toEqual(['2022-03-12T00:00:00.000Z', 'year-not-given'])
  })

  it('without a year is unknown in a file, which may have lain for years', () => {
    expect(dated('12 March', false)).toEqual([NOW, 'no-publication-date'])
  })

  it('before its source began stands with a Note', () => {
    expect(dated('2011-05-01')).toEqual(['2011-05-01T00:00:00.000Z', 'date-before-source'])
    expect(dated('2014-08-01')).toEqual(['2014-08-01T00:00:00.000Z'])
  })

  it('after now or missing is that of gathering, with a Note', () => {
    expect(dated('2025-03-01')).toEqual([NOW, 'date-in-future'])
    expect(dated(null)).toEqual([NOW, 'no-publication-date'])
  })
})
