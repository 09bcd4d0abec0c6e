import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, parseInstant, type ReadReport, sliceSpan } from '#domain'
import { loadTheatre } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const theatre = loadTheatre('ukraine')
const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')
const report = (text: string): ReadReport => ({
  title: null,
  outlet: 'Northgate Wire',
  publishedAt,
  url: null,
  language: 'en',
  text,
})

const WORDS =
  'Russian forces Ukraine captured said that the village of Bakhmut likely not shelled killed 12 of 21 drones , " “ ” . ! : ; ( ) — and but which if will may denied according to Kyiv Moscow Zelenskyy he it \n'.split(
    ' ',
  )

test('reading never throws, and every span is the words it names', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join(' ')),
      ),
      text => {
        const reading = readArticle(report(text), { theatre, gazetteer: null, grammar: openGrammar() })
        for (const claim of reading.claims) {
          expect(sliceSpan(text, claim.span)).toBe(claim.text)
          expect(claim.chain.length).toBeGreaterThan(0)
          expect(isWithin(claim.span, [0, text.length])).toBe(true)
        }
        for (const mention of reading.mentions) expect(sliceSpan(text, mention.span)).toBe(mention.surface)
        for (const hedge of reading.hedges) expect(sliceSpan(text, hedge.span)).toBe(hedge.text)
      },
    ),
    { numRuns: 150 },
  )
})

test('the same report has the same claims with the same ids, another report has others', () => {
  const text = 'Russian forces captured Soledar, the Russian Defence Ministry said. Two people were killed in Kherson.'
  const ids = (of: ReadReport): string[] =>
    readArticle(of, { theatre, gazetteer: null, grammar: openGrammar() }).claims.map(claim => claim.id)
  expect(ids(report(text))).toEqual(ids(report(text)))
  expect(ids(report(text))).not.toEqual(ids({ ...report(text), outlet: 'Southgate Wire' }))
  expect(new Set(ids(report(text))).size).toBe(2)
})

test('a reading knows nothing of Ukraine: another war is read from its own pack', () => {
  const sudan = loadTheatre('sudan')
  const [first, second] = sudan.parties
  const place = sudan.places.find(candidate => candidate.kind === 'settlement')
  const text = `${first?.name} captured ${place?.name}, the ${second?.name} said.`
  const claims = readArticle(report(text), { theatre: sudan, gazetteer: null, grammar: openGrammar() }).claims
  expect(claims.map(claim => [claim.type, claim.agent, claim.target])).toEqual([
    ['control.seized', first?.name, place?.name],
  ])
})

describe('a reading says what it did not find', () => {
  const rules = (text: string) =>
    readArticle(
      { title: null, outlet: 'Northgate Wire', publishedAt, url: null, language: 'en', text },
      { theatre: loadTheatre('ukraine'), gazetteer: null, grammar: openGrammar() },
    ).notes.map(({ rule }) => rule)
  test.each([
    ['Russian troops captured Siversk.', []],
    ['Spring came early to Siversk, and the storks were back.', ['no-claims']],
    ['The orchard fair drew a record crowd.', ['no-claims']],
    [
      'Russian troops capture Siversk\n\nStorks came back to the river, and the old men in the town were glad of it.',
      ['headline-claims-only'],
    ],
    ['Russian troops capture Siversk\n\nThe Russian army captured Siversk, Moscow said on Monday.', []],
  ])('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected)
  })
})
