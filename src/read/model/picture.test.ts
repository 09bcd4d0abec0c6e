import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { treeFinder } from './fixtures/find-tree.ts'
import { picture } from './picture.ts'

const tree = treeFinder(readFileSync(new URL('./fixtures/war-news.conllu', import.meta.url), 'utf8'))

it('draws a tree with the words in order of the text', () => {
  expect(`\n${picture(tree('Russia carried out').sentence)}\n`).toBe(`
╭─╴ Russia      nsubj        PROPN NNP   1.00
┤ carried       root         VERB VBD
├─╴ out         compound:prt ADP RP      1.00
│ ╭─╴ a         det          DET DT      1.00
├─┤ strike      obj          NOUN NN     1.00
│ │ ╭─╴ on      case         ADP IN      1.00
│ │ ├─╴ a       det          DET DT      1.00
│ ╰─┤ depot     nmod         NOUN NN     1.00
│   │ ╭─╴ near  case         ADP IN      1.00
│   ╰─╯ Izium   nmod         PROPN NNP   1.00
╰─╴ .           punct        PUNCT .     1.00
`)
})

it('marks the arcs that are doubtful', () => {
  const { sentence, at } = tree('Russia carried out')
  const tokens = sentence.tokens.map(token => (token.index === at('depot') ? { ...token, confidence: 0.412 } : token))
  const [doubtful, ...others] = picture({ ...sentence, tokens })
    .split('\n')
    .filter(line => line.includes('?'))
  expect(doubtful).toMatch(/depot.*0\.41\?$/)
  expect(others).toEqual([])
})

it('keeps to its width however deep the tree and long the word', () => {
  const tokens = Array.from({ length: 60 }, (_, index) => ({
    index,
    span: [index * 31, index * 31 + 30] as const,
    form: 'x'.repeat(30),
    lemma: 'x',
    upos: 'PROPN',
    xpos: 'NNPS',
    head: index === 0 ? null : index - 1,
    relation: index === 0 ? 'root' : 'compound:prt',
    confidence: 0.5,
  }))
  for (const line of picture({ span: [0, 60 * 31], tokens }, { width: 80 }).split('\n'))
    expect(line.length).toBeLessThanOrEqual(80)
})
