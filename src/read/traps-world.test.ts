import { describe, expect, test } from 'vitest'
import { type Claim, parseInstant } from '#domain'
import { loadTheatre, openGazetteer } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')
const context = { theatre: loadTheatre('ukraine'), gazetteer: openGazetteer(), grammar: openGrammar() }

const read = (text: string): readonly Claim[] =>
  readArticle({ title: null, outlet: 'Northgate Wire', publishedAt, url: null, language: 'en', text }, context).claims
const placed = (text: string): string[] =>
  read(text).flatMap(({ places }) =>
    places
      .filter(({ role }) => role === 'at')
      .map(({ country, lat, name }) => `${name} ${country} ${Math.round(lat ?? 0)}`),
  )

describe('two towns of one name', () => {
  test.each([
    // By the region named beside it.
    ['Russian forces shelled Mykolaivka in Donetsk Oblast.', /^Mykolaivka UA 49$/],
    ['Ukrainian drones struck a depot in Moscow.', /^Moscow RU 56$/],
    // Its twin in another country.
    ['A bomb killed four people in Odessa, Texas, and Ukraine condemned it.', /US 32$/],
    ['A missile killed four people in Odesa, Ukraine said.', /^Odesa UA 46$/],
  ])('%s', (text, place) => {
    expect(placed(text)).toContainEqual(expect.stringMatching(place))
  })
})

describe('a town named like a common word', () => {
  test.each([
    ['Russian troops captured Shchastia on Friday.', ['Shchastia']],
    ['Ukrainian forces liberated Lyman.', ['Lyman']],
  ])('%s', (text, names) => {
    expect(read(text).flatMap(({ places }) => places.map(({ name }) => name))).toEqual(names)
  })
  test.each([
    'Russian troops were in good spirits, and happiness filled the camp, said a soldier of Russia.',
    'Ukrainian forces hold the heights, and independence is what they fight for.',
    'A new york-style restaurant in Russia closed, and reading is taught in its nice halls.',
  ])('twin: %s', text => {
    expect(read(text).flatMap(({ places }) => places.filter(({ precision }) => precision === 'point'))).toEqual([])
  })
})

describe('a headline that says more than its text', () => {
  test('both stand, each with its own words and certainty', () => {
    const claims = read(
      'Russia captures Vuhledar\n\nRussian forces may have captured the northern part of Vuhledar on Thursday, a local official said.',
    ).filter(({ type }) => type === 'control.seized')
    expect(claims.map(({ certainty }) => certainty)).toEqual(['stated', 'realistic-possibility'])
    expect(claims[1]?.holder.name).not.toBe('Northgate Wire')
  })
  test('twin: a headline its text says again is one claim', () => {
    const claims = read('Russia captures Vuhledar\n\nRussian forces have captured Vuhledar.')
    expect(claims.filter(({ type }) => type === 'control.seized')).toHaveLength(1)
  })
})

describe('when it was shown is not when it happened', () => {
  test.each([
    'In a video posted on Wednesday, Ukrainian forces strike a depot in Makiivka.',
    'A video uploaded on Wednesday shows that Ukrainian forces struck a depot in Makiivka.',
    'Footage published on Wednesday showed Ukrainian forces striking a depot in Makiivka.',
  ])('%s', text => {
    const [claim] = read(text).filter(({ type }) => type === 'combat.strike')
    expect(claim?.time.words ?? null).toBeNull()
  })
  test.each([
    'Ukrainian forces struck a depot in Makiivka on Wednesday.',
    'A video shows that Ukrainian forces struck a depot in Makiivka on Wednesday.',
  ])('twin: %s', text => {
    const [claim] = read(text).filter(({ type }) => type === 'combat.strike')
    expect(claim?.time).toMatchObject({ start: '2023-05-10', words: 'Wednesday' })
  })
})

describe('killed and wounded in one list', () => {
  test.each([
    ['Three people were killed and seven wounded in Sumy.', { 'people.killed': 3, 'people.wounded': 7 }],
    ['Three people were wounded and seven killed in Sumy.', { 'people.wounded': 3, 'people.killed': 7 }],
  ])('%s', (text, wanted) => {
    const found = read(text).flatMap(({ figures }) => figures.map(({ measure, value }) => [measure, value] as const))
    expect(Object.fromEntries(found)).toEqual(wanted)
  })
})
