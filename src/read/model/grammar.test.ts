import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeGrammar } from './grammar.ts'
import { openGrammar } from './open-grammar.ts'
import type { ParsedSentence } from './tree.ts'

const WEIGHTS = new URL('./data/english.fgm', import.meta.url)
const SAMPLES = new URL('../../../samples', import.meta.url).pathname

const samples = (): string[] =>
  readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.txt'))
    .toSorted()
    .map(name => readFileSync(join(SAMPLES, name), 'utf8'))

/** What is wrong with a tree over a text: each word must lead to the one root, and tokens stand in order inside their sentence. */
function faultsOf(text: string, { span, tokens }: ParsedSentence): string[] {
  const faults: string[] = []
  const check = (holds: boolean, what: string): void => void (holds || faults.push(what))
  check(tokens.filter(({ head }) => head === null).length === 1, 'not one root')
  let end = span[0]
  for (const { form, span, head, relation, confidence } of tokens) {
    check(text.slice(...span) === form, `"${form}" is not at ${span}`)
    check(span[0] >= end, `"${form}" overlaps`)
    end = span[1]
    check(confidence >= 0 && confidence <= 1, `confidence ${confidence}`)
    check((relation === 'root') === (head === null), `"${form}" is ${relation} of ${head}`)
    let [at, steps] = [head, 0]
    while (at !== null && steps <= tokens.length) [at, steps] = [tokens[at]?.head ?? null, steps + 1]
    check(at === null, `"${form}" leads to no root`)
  }
  check(end <= span[1], 'words beyond the sentence')
  return faults
}

describe('the two kernels', () => {
  it('agree on every word of 200 sentences', () => {
    const bytes = readFileSync(WEIGHTS)
    const [wasm, plain] = [makeGrammar(bytes, 'wasm', 'wasm'), makeGrammar(bytes, 'plain', 'plain')]
    expect([wasm.kernel, plain.kernel]).toEqual(['wasm', 'plain'])
    const sentences = samples()
      .flatMap(text => wasm.parse(text))
      .slice(0, 200)
      .map(({ tokens }) => tokens.map(({ form }) => form))
    expect(sentences).toHaveLength(200)
    expect(plain.parseWords(sentences)).toEqual(wasm.parseWords(sentences))
  })

  it('do not let the sentences of a batch speak to one another', () => {
    const grammar = openGrammar()
    const sentences = samples()
      .flatMap(text => grammar.parse(text))
      .slice(0, 60)
      .map(({ tokens }) => tokens.map(({ form }) => form))
    const together = grammar.parseWords(sentences)
    expect(sentences.flatMap(sentence => grammar.parseWords([sentence]))).toEqual(together)
  })
})

describe('any text', () => {
  const grammar = openGrammar()
  it('gives trees over its own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        expect(grammar.parse(text).flatMap(sentence => faultsOf(text, sentence))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['a word of a million letters', 'a'.repeat(1_000_000)],
    ['three thousand emoji', '🚀🛡️'.repeat(1_500)],
    ['scripts mixed in one word', 'Бахмутtownمدينة都市'.repeat(2_000)],
    ['marks that turn the direction', `\u202eHe said \u2067it\u2069 fell\u202c. `.repeat(60)],
    ['halves of surrogate pairs', `\ud83d fell \udc00 back. `.repeat(60)],
    ['NULs', `The\0 town\0 fell. `.repeat(60)],
    ['a sentence of 5,000 words', `${'the column moved on and '.repeat(1_000)}stopped.`],
    ['a hundred thousand line breaks', '\n'.repeat(100_000)],
    ['nothing', ''],
  ])('is read to its end: %s', (_, text) => {
    const sentences = grammar.parse(text)
    expect(sentences.flatMap(sentence => faultsOf(text, sentence))).toEqual([])
    const read = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0)
    expect(read > 0).toBe(/[^\s]/.test(text))
  })

  it('keeps a sentence of 5,000 words one sentence, with one tree', () => {
    const sentences = grammar.parse(`${'the column moved on, and '.repeat(1_000)}stopped.`)
    expect(sentences).toHaveLength(1)
    expect(sentences[0]?.tokens.length).toBeGreaterThan(5_000)
  })
})
