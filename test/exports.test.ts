import * as domain from 'fogline/domain'
import { openGrammar } from 'fogline/grammar'
import { readArticle } from 'fogline/read'
import { loadTheatre } from 'fogline/theatre'
import { describe, expect, it } from 'vitest'

describe('as a library', () => {
  it('reads a report with three lines', () => {
    const theatre = loadTheatre('ukraine')
    const publishedAt = domain.parseInstant('2023-03-24T00:00:00Z')
    if (!publishedAt) throw new Error('expected a moment')
    const text = 'Two civilians were killed in Sumy on Thursday, officials said.'
    const { claims } = readArticle(
      { title: null, outlet: 'River Daily', publishedAt, url: null, language: 'en', text },
      { theatre, gazetteer: null, grammar: openGrammar() },
    )
    expect(claims.map(claim => claim.type)).toEqual(['harm.casualties'])
    expect(claims.every(claim => text.slice(...claim.span) === claim.text)).toBe(true)
  })
})
