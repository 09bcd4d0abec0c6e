import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { readConllu, writeConllu } from './conllu.ts'
import type { ParsedSentence } from './tree.ts'

const SOURCE = readFileSync(new URL('./fixtures/war-news.conllu', import.meta.url), 'utf8')

/** A sentence of made-up words with a random tree: heads point to earlier words of a random order, so there is no circle. */
const anySentence = fc
  .array(
    fc.record({
      form: fc.stringMatching(/^[\p{L}\p{N}.,'“”_-]{1,8}$/u),
      lemma: fc.stringMatching(/^[\p{L}]{1,8}$/u),
      blanks: fc.constantFrom('', ' ', '  ', '\n'),
      pick: fc.nat(1000),
      confidence: fc.integer({ min: 0, max: 10_000 }).map(share => share / 10_000),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(words => {
    let text = ''
    const tokens = words.map(({ form, lemma, blanks, pick, confidence }, index) => {
      const start = text.length
      text += form + (index < words.length - 1 ? blanks : '')
      const head = index === 0 ? null : pick % index
      return {
        index,
        span: [start, start + form.length] as const,
        form,
        lemma,
        upos: 'NOUN',
        xpos: 'NN',
        head,
        relation: head === null ? 'root' : 'dep',
        confidence,
      }
    })
    return { text, sentence: { span: [0, text.length], tokens } as ParsedSentence }
  })

describe('CoNLL-U', () => {
  it('what is written reads back the same: words, places, tree and confidence', () => {
    fc.assert(
      fc.property(anySentence, ({ text, sentence }) => {
        expect(readConllu(writeConllu(sentence, text)).sentences).toEqual([sentence])
      }),
    )
  })
  it('every word of the fixtures stands where its span says', () => {
    const { text, sentences } = readConllu(SOURCE)
    for (const { tokens } of sentences) for (const { form, span } of tokens) expect(text.slice(...span)).toBe(form)
  })
  it('writes text, identity and confidence', () => {
    const { text, sentences } = readConllu(
      '1\tMortars\tmortar\tNOUN\tNNS\t_\t2\tnsubj\t_\tConf=0.97\n2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n',
    )
    const [sentence] = sentences
    expect(sentence && writeConllu(sentence, text, { id: 'a-1' })).toBe(`# sent_id = a-1
# text = Mortars fell.
1\tMortars\tmortar\tNOUN\tNNS\t_\t2\tnsubj\t_\tConf=0.97
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No|Conf=1
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tConf=1

`)
    expect(sentence && writeConllu(sentence, text, { confidence: false })).not.toContain('Conf=')
  })
  it('gives the words of a run written as one their places, and leaves empty nodes out', () => {
    const { text, sentences } = readConllu(`# text = They cannot hold.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
2\tcan\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tnot\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tit\tit\tPRON\tPRP\t_\t_\t_\t4:obj\t_
4\thold\thold\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
`)
    expect(sentences[0]?.tokens.map(({ span }) => text.slice(...span))).toEqual(['They', 'can', 'not', 'hold', '.'])
  })

  const line = (id: string, head: string, misc = '_') => `${id}\tword\tword\tNOUN\tNN\t_\t${head}\tdep\t_\t${misc}`
  it.each<[string, string, RegExp]>([
    ['too few columns', '1\tword', /line 1: expected 10 columns.*found 2/],
    ['a number that is none', line('one', '0'), /line 1: expected the number of a word.*found "one"/],
    ['a number left out', `${line('1', '0')}\n${line('3', '1')}`, /line 2: expected word number 2, found 3/],
    ['a head outside the sentence', line('1', '7'), /line 1: expected a head from 0 to 1, found "7"/],
    [
      'no root',
      `${line('1', '2')}\n${line('2', '1')}`,
      /line 1: expected one word of the sentence with head 0, found 0/,
    ],
    [
      'a circle',
      `${line('1', '0')}\n${line('2', '3')}\n${line('3', '2')}`,
      /line 2: expected heads that lead to the root, found a circle/,
    ],
    ['a confidence above 1', line('1', '0', 'Conf=2'), /line 1: expected Conf= with a number from 0 to 1, found "2"/],
    ['a sentence without words', '1-2\tdont\t_\t_\t_\t_\t_\t_\t_\t_', /line 1: expected a word in every sentence/],
  ])('refuses %s', (_, source, message) => {
    expect(() => readConllu(source)).toThrow(InputError)
    expect(() => readConllu(source)).toThrow(message)
  })
})
