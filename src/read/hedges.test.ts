import { expect, test } from 'vitest'
import { parseInstant } from '#domain'
import { findHedges } from './hedges.ts'
import { openGrammar } from './model/open-grammar.ts'
import { readDocument } from './sentences.ts'

const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')
const hedges = (text: string): string[] =>
  findHedges(
    readDocument({ title: null, outlet: null, publishedAt, url: null, language: 'en', text }, openGrammar()),
  ).map(hedge => `${hedge.text}: ${hedge.certainty} ${hedge.scale ?? '-'}`)

test.each([
  ['The town has highly likely fallen.', ['highly likely: highly-likely phia']],
  ['The town has very likely fallen.', ['very likely: highly-likely icd203']],
  ['It is extremely unlikely that the town fell.', ['extremely unlikely: remote phia']],
  ['There is a 10% chance that the town falls.', ['10% chance: highly-unlikely -']],
  ['The town may fall in May.', ['may: realistic-possibility -']],
  ['The town fell in May 2023.', []],
  ['The town could not hold.', []],
  ['The town could fall.', ['could: realistic-possibility -']],
  ['The diplomat was expelled for alleged spying.', []],
  ['The alleged attack killed two.', ['alleged: unverified -']],
  ['The claim could not be independently verified.', ['could not be independently verified: unverified -']],
  ['The army is using its full potential.', []],
])('%s', (text, expected) => {
  expect(hedges(text)).toEqual(expected)
})
