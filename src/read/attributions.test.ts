import { expect, test } from 'vitest'
import { parseInstant } from '#domain'
import type { AttributionMention } from './attribution-parts.ts'
import { findAttributions } from './attributions.ts'
import { chunkClauses } from './clauses.ts'
import { openGrammar } from './model/open-grammar.ts'
import { readDocument } from './sentences.ts'
import { spreadQuotes } from './spread-quotes.ts'

const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')

const mentions = (text: string): AttributionMention[] => {
  const document = readDocument(
    { title: null, outlet: null, publishedAt, url: null, language: 'en', text },
    openGrammar(),
  )
  return spreadQuotes(
    document,
    document.sentences.map(sentence => findAttributions(document, sentence, chunkClauses(document, sentence))),
  ).flat()
}

const show = (text: string, { source, content }: AttributionMention): string =>
  `${source ? text.slice(...source) : '-'} | ${content.map(span => text.slice(...span)).join(' … ')}`

/** Who states what. */
const said = (text: string): string[] =>
  mentions(text)
    .filter(({ cueKind }) => cueKind !== 'object')
    .map(mention => show(text, mention))

/** Who wants, judges or decides what, with the cue. */
const stands = (text: string): string[] =>
  mentions(text)
    .filter(({ cueKind }) => cueKind === 'object')
    .map(mention => `${text.slice(...mention.cue)}: ${show(text, mention)}`)

test.each([
  ['The mayor said that the bridge had fallen.', ['The mayor | the bridge had fallen']],
  ['The bridge had fallen, the mayor said.', ['the mayor | The bridge had fallen']],
  ['"The bridge has fallen," said the mayor.', ['the mayor | The bridge has fallen']],
  ['“The bridge,” he said, “has fallen.”', ['he | The bridge … has fallen']],
  ["''The bridge has fallen,'' the mayor said.", ['the mayor | The bridge has fallen']],
  [
    '“The bridge has fallen,” said Ivan Lev, a former soldier who saw it.',
    ['Ivan Lev, a former soldier who saw it | The bridge has fallen'],
  ],
  ['According to the mayor, the bridge had fallen.', ['the mayor | the bridge had fallen']],
  [
    'According to the mayor, a former soldier, the bridge had fallen.',
    ['the mayor, a former soldier | the bridge had fallen'],
  ],
  ['The bridge stood; according to the mayor, trains had stopped.', ['the mayor | trains had stopped']],
  ['The mayor said two bridges had fallen; one was rebuilt.', ['The mayor | two bridges had fallen; one was rebuilt']],
  ['The mayor said the bridge had fallen; the ministry denied it.', ['The mayor | the bridge had fallen']],
  ['As the mayor explained, the bridge had fallen.', ['the mayor | the bridge had fallen']],
  ['The mayor told reporters on Monday that the bridge had fallen.', ['The mayor | the bridge had fallen']],
  ['The mayor, a former soldier, said the bridge had fallen.', ['The mayor, a former soldier | the bridge had fallen']],
  [
    'The mayor reported that eight people had died and seven were hurt.',
    ['The mayor | eight people had died and seven were hurt'],
  ],
  ['The claim that the bridge had fallen was false.', ['- | the bridge had fallen', '- | the bridge had fallen']],
  ['The mayor made a statement that the bridge had fallen.', ['The mayor | the bridge had fallen']],
  [
    'The battles have led military intelligence to believe that the offensive may be losing momentum.',
    ['military intelligence | the offensive may be losing momentum'],
  ],
  ['Bridge falls in shelling - mayor', ['mayor | Bridge falls in shelling']],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

test.each([
  ['The minister vowed to rebuild the bridge.', ['vowed: The minister | to rebuild the bridge']],
  ['The minister called for a new bridge.', ['called for: The minister | a new bridge']],
  ['The minister accused the army of negligence.', ['accused: The minister | the army of negligence']],
  ["The mayor's promise to rebuild the bridge was welcomed.", ['promise: The mayor | to rebuild the bridge']],
  [
    'The governor is confident that the bridge will stand.',
    ['is confident: The governor | that the bridge will stand'],
  ],
  ['The bridge was praised by the mayor.', ['was praised: the mayor | The bridge']],
  ['The bridge is expected to reopen in May.', ['is expected: - | The bridge … to reopen in May']],
])('%s', (text, expected) => {
  expect(stands(text)).toEqual(expected)
})

test('"adding that" goes on in the same name, "while another said" does not', () => {
  const speakers = (text: string) => said(text).map(line => line.split(' | ')[0])
  expect(speakers('The mayor said the bridge had fallen, adding that trains had stopped.')).toEqual([
    'The mayor',
    'The mayor',
  ])
  expect(speakers('The mayor said the bridge stood, while the governor said it had fallen.')).toEqual([
    'The mayor',
    'the governor',
  ])
})

test('a chain: the one who told is outermost, the one who said stands within', () => {
  expect(said('Agentstvo told Reuters that the ministry said the bridge had fallen.')).toEqual([
    'Agentstvo | the ministry said the bridge had fallen',
    'the ministry | the bridge had fallen',
  ])
})

test('a quotation over several sentences keeps its speaker, before his name and behind it', () => {
  expect(said('“It stood on Monday,” the mayor said. “Now it is gone. We shall build another.”')).toEqual([
    'the mayor | It stood on Monday',
    'the mayor | Now it is gone',
    'the mayor | We shall build another',
  ])
  expect(said('“It stood on Monday. Now it is gone,” the mayor said.')).toEqual([
    'the mayor | It stood on Monday',
    'the mayor | Now it is gone',
  ])
})

test('"who" speaks for the one it stands for', () => {
  const text = 'The mayor, who said the bridge had fallen, resigned.'
  const [only] = mentions(text)
  expect(only?.source && text.slice(...only.source)).toBe('who')
  expect(only?.sourceTokens).toEqual([0, 2])
})

const kinds = (text: string): string[] => mentions(text).map(({ cueKind }) => cueKind)

/** A sentence, and its twin that must be read the other way. */
test.each([
  [
    'a denial within another’s words',
    '“Kyiv denies that the bridge has fallen,” the commander said.',
    ['says', 'denies'],
  ],
  ['and the commander’s own words', '“We hold the bridge,” the commander said.', ['says']],
  ['declined to say', 'The mayor declined to say that the bridge had fallen.', ['questions']],
  ['went on to say', 'The mayor went on to say that the bridge had fallen.', ['says']],
  ['did not say', 'The mayor did not say that the bridge had fallen.', ['questions']],
  ['did say', 'The mayor said that the bridge had not fallen.', ['says']],
  ['would say', 'The mayor would say that the bridge had fallen.', ['questions']],
  ['I would say', 'I would say that the bridge stands.', ['says']],
  ['asked if', 'Asked if the bridge had fallen, the mayor shrugged.', ['object']],
  ['a question', 'Has the bridge fallen?', []],
  ['so-called', 'The “so-called” republic held a vote.', []],
  ['nothing said', 'The army said nothing.', []],
])('%s: %s', (_, text, expected) => {
  expect(kinds(text).toSorted()).toEqual(expected.toSorted())
})

test('a relative clause after a proposal is not what was said', () => {
  expect(
    said('The minister proposed a plan that the cabinet had rejected.').some(line =>
      line.endsWith('| the cabinet had rejected'),
    ),
  ).toBe(false)
})

test('marks and words without end are read in time', () => {
  for (const piece of ['"', "''", 'said ', 'according to ', '“he said ”', ', '])
    expect(() => mentions(piece.repeat(2000))).not.toThrow()
})
