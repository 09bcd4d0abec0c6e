import { describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import { loadTheatre } from '#theatre'
import { explainArticle } from './explain.ts'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const context = { theatre: loadTheatre('ukraine'), gazetteer: null, grammar: openGrammar() }
const report = (text: string) => ({
  title: null,
  outlet: 'River Daily',
  publishedAt: '2023-03-24T00:00:00.000Z' as Instant,
  url: null,
  language: 'en',
  text,
})
const explain = (text: string) => explainArticle(report(text), context).sentences

describe('a reading taken apart', () => {
  const text =
    'The air force said on Thursday that it had likely shot down 16 of 21 drones over Kherson. Did Russian troops take Soledar? ' +
    'Two people were killed in Sumy.'

  it('holds the claims of the reading, each under its sentence', () => {
    const sentences = explain(text)
    expect(sentences.flatMap(({ claims }) => claims)).toEqual(readArticle(report(text), context).claims)
    for (const { claims, span } of sentences)
      for (const claim of claims) expect(claim.span[0] >= span[0] && claim.span[1] <= span[1]).toBe(true)
  })
  it('shows tree, speaker, hedge, names, numbers and times of a sentence', () => {
    const [first] = explain(text)
    expect(first?.tree.find(({ form }) => form === 'shot')?.relation).toBe('ccomp')
    expect(first?.attributions).toMatchObject([{ source: 'The air force', cue: 'said', kind: 'says' }])
    expect(first?.hedges).toEqual([{ text: 'likely', certainty: 'likely' }])
    const found = first?.mentions.map(({ kind, text, means }) => `${kind} ${text}: ${means}`) ?? []
    expect(found).toContainEqual(expect.stringMatching(/^quantity 16 of 21: 16 of 21/))
    expect(found).toContainEqual(expect.stringMatching(/^place Kherson: Kherson, settlement/))
    expect(found).toContainEqual('time Thursday: 2023-03-23')
  })
  it('says which frame fired and why a clause states nothing', () => {
    const clauses = explain(text).flatMap(({ clauses }) => clauses)
    expect(clauses.find(({ verb }) => verb === 'shoot down')?.frame?.type).toBe('combat.interception')
    expect(clauses.find(({ verb }) => verb === 'say')?.dropped).toMatch(/who speaks/)
    expect(clauses.map(({ dropped }) => dropped)).toContainEqual(expect.stringMatching(/asks/))
  })
  it('says what was drafted and dropped as said before', () => {
    const [, , third] = explain(
      'Russian forces captured Soledar on Monday. The town had a mine. Russian forces captured Soledar.',
    )
    expect(third?.claims).toEqual([])
    expect(third?.dropped).toMatchObject([{ type: 'control.seized', why: expect.stringMatching(/says again/) }])
  })
  it('says why nothing was read in a line of the site', () => {
    expect(explain('Sumy was hit by two missiles.\n\nSubscribe to our newsletter').at(-1)?.unread).toMatch(/newsletter/)
  })
  it('says that a report about something else is not read for claims', () => {
    const { unread, sentences } = explainArticle(report('The choir sang two songs in the park.'), context)
    expect(unread).toMatch(/no party and no place/)
    expect(sentences[0]?.claims).toEqual([])
  })
})
