import { expect, test } from 'vitest'
import { parseInstant } from '#domain'
import { findAttributions } from './attributions.ts'
import { chunkClauses } from './clauses.ts'
import { readDocument } from './sentences.ts'

const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')

const said = (text: string): string[] => {
  const document = readDocument({ title: null, outlet: null, publishedAt, url: null, language: 'en', text })
  return document.sentences.flatMap(sentence =>
    findAttributions(document, sentence, chunkClauses(document, sentence))
      .filter(({ cueKind }) => cueKind !== 'object')
      .map(
        ({ source, content }) =>
          `${source ? text.slice(...source) : '-'} | ${content.map(span => text.slice(...span)).join(' … ')}`,
      ),
  )
}

test.each([
  ['The mayor said that the bridge had fallen.', ['The mayor | the bridge had fallen']],
  ['The bridge had fallen, the mayor said.', ['the mayor | The bridge had fallen']],
  ['"The bridge has fallen," said the mayor.', ['the mayor | The bridge has fallen']],
  ['According to the mayor, the bridge had fallen.', ['the mayor | the bridge had fallen']],
  ['The mayor told reporters on Monday that the bridge had fallen.', ['The mayor | the bridge had fallen']],
  ['The mayor, a former soldier, said the bridge had fallen.', ['The mayor, a former soldier | the bridge had fallen']],
  ['Bridge falls in shelling - mayor', ['mayor | Bridge falls in shelling']],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

test('"adding that" goes on in the same name, "while another said" does not', () => {
  expect(
    said('The mayor said the bridge had fallen, adding that trains had stopped.').map(line => line.split(' | ')[0]),
  ).toEqual(['The mayor', 'The mayor'])
  expect(
    said('The mayor said the bridge stood, while the governor said it had fallen.').map(line => line.split(' | ')[0]),
  ).toEqual(['The mayor', 'the governor'])
})

test('a relative clause after a proposal is not what was said', () => {
  expect(
    said('The minister proposed a plan that the cabinet had rejected.').some(line =>
      line.endsWith('| the cabinet had rejected'),
    ),
  ).toBe(false)
})

test('what was asked is said by nobody', () => {
  expect(said('Asked whether the bridge had fallen, the mayor shrugged.')).toEqual([])
})
