import { expect, test } from 'vitest'
import { parseInstant } from '#domain'
import { findHedges, listHedges } from './hedges.ts'
import { openGrammar } from './model/open-grammar.ts'
import { readDocument } from './sentences.ts'

const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')
const hedges = (text: string): string[] => {
  const document = readDocument(
    { title: null, outlet: null, publishedAt, url: null, language: 'en', text },
    openGrammar(),
  )
  return listHedges(document, findHedges(document)).map(({ text: words, kind }) => `${words}: ${kind}`)
}

test.each([
  ['The bridge seems to have collapsed.', ['seems: likelihood']],
  ['Satellite pictures suggest that the depot burned.', ['suggest: doubt']],
  ['The minister suggested a new date.', []],
  ['It is widely believed that the general was dismissed.', ['widely: vague', 'believed: evidential']],
  ['The general was believed by his staff.', []],
  ['Some analysts say the front will hold.', ['Some: vague', 'analysts say: unnamed']],
  ['The two analysts of the institute say the front will hold.', []],
  ['Many villages were burned.', ['Many: vague']],
  ['The officer was certain of it.', []],
  ['Certain roads are closed.', ['Certain: vague']],
  ['About 300 people fled.', ['About: approximate']],
  ['They spoke about the war.', []],
  ['The mayor said the bridge would open on Friday.', []],
  ['Without shells the town would fall.', ['would: modal']],
  ['The garrison must have fled.', ['must: modal']],
  ['The garrison must flee.', []],
  ['Will the dam hold?', ['?: question']],
  ['The town falls if the road is cut.', ['if: condition']],
  ['It is unclear whether the attack was planned.', ['unclear: likelihood', 'whether: question']],
  ['Troops took the town on Monday.', []],
])('%s', (text, expected) => {
  expect(hedges(text)).toEqual(expected)
})

test('a word of the yardstick keeps its band, a vague amount has none', () => {
  const document = readDocument(
    {
      title: null,
      outlet: null,
      publishedAt,
      url: null,
      language: 'en',
      text: 'Several units have highly likely left.',
    },
    openGrammar(),
  )
  expect(listHedges(document, findHedges(document)).map(({ certainty }) => certainty)).toEqual([null, 'highly-likely'])
})
