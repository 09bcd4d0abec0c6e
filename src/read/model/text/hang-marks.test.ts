import { expect, it } from 'vitest'
import type { ParsedToken } from '../tree.ts'
import { hangMarks } from './hang-marks.ts'
import { splitSentences } from './split-sentences.ts'

/** The first sentence of a text, each word but the first hung on the first. */
function treeOf(text: string) {
  const { marks, tokens } = splitSentences(text)[0]!
  const tree = tokens.map(
    ({ form, span }, index): ParsedToken => ({
      index,
      span,
      form,
      lemma: form,
      upos: 'X',
      xpos: 'FW',
      confidence: 0.5,
      head: index === 0 ? null : 0,
      relation: index === 0 ? 'root' : 'dep',
    }),
  )
  return { tree, marks }
}
const shown = (tree: readonly ParsedToken[]): string =>
  tree.map(({ form, head, relation }) => `${form}<${head === null ? '' : tree[head]?.form}:${relation}`).join(' ')

it('puts bullets and footnotes back under the root, and their brackets under their number', () => {
  const { marks, tree } = treeOf('• Go[12] now.')
  const whole = hangMarks(tree, marks)
  expect(shown(whole)).toBe('•<Go:punct Go<:root [<12:punct 12<Go:dep ]<12:punct now<Go:dep .<Go:dep')
  expect(whole.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6])
})

it('hangs the number of an item on the root', () => {
  const { marks, tree } = treeOf('2) Go.')
  expect(shown(hangMarks(tree, marks))).toBe('2<Go:discourse )<2:punct Go<:root .<Go:dep')
})

it('gives a tree without marks back as it is', () => {
  const { marks, tree } = treeOf('Go now.')
  expect(hangMarks(tree, marks)).toBe(tree)
})
