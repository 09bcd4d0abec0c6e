import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mendClauses } from './clause-tree.ts'
import { repair } from './model/repair.ts'
import type { ParsedSentence, ParsedToken } from './model/tree.ts'
import { isTree } from './model/walk/children.ts'

const RELATIONS = [
  'nsubj',
  'obj',
  'acl',
  'aux',
  'cop',
  'ccomp',
  'advcl',
  'parataxis',
  'conj',
  'amod',
  'compound',
  'obl',
]
const TAGS = ['VERB VBD', 'VERB VBN', 'VERB VBG', 'AUX VBD', 'NOUN NN', 'PROPN NNP', 'ADV RB'] as const
const FORMS = ['that', 'according', 'to', 'the', 'held']

/** Any tree at all: each word hangs on one that was hung before it, in an order of its own. */
const trees = fc.integer({ min: 2, max: 9 }).chain(size =>
  fc
    .record({
      order: fc.shuffledSubarray([...new Array(size).keys()], { minLength: size }),
      picks: fc.array(fc.nat(), { minLength: size, maxLength: size }),
      relations: fc.array(fc.constantFrom(...RELATIONS), { minLength: size, maxLength: size }),
      tags: fc.array(fc.constantFrom(...TAGS), { minLength: size, maxLength: size }),
      forms: fc.array(fc.constantFrom(...FORMS), { minLength: size, maxLength: size }),
    })
    .map(({ order, picks, relations, tags, forms }): ParsedSentence => {
      const tokens = order.map((index, place): ParsedToken => {
        const head = place === 0 ? null : (order[(picks[place] ?? 0) % place] ?? 0)
        const [upos = 'X', xpos = 'FW'] = (tags[place] ?? '').split(' ')
        const form = forms[place] ?? ''
        const relation = head === null ? 'root' : (relations[place] ?? 'dep')
        return { index, span: [index, index + 1], form, lemma: form, upos, xpos, head, relation, confidence: 1 }
      })
      return { span: [0, size], tokens: tokens.toSorted((a, b) => a.index - b.index) }
    }),
)

test('a mended tree is a tree, however odd it was before', () => {
  fc.assert(
    fc.property(trees, tree => {
      expect(isTree(tree.tokens)).toBe(true)
      expect(isTree(mendClauses(tree).tokens)).toBe(true)
      expect(isTree(repair(tree).tokens)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
