import { describe, expect, it } from 'vitest'
import { alignWords } from '../../bench/quality/parser/align-words.ts'
import { type SystemWord, scoreRaw, scoreWords } from '../../bench/quality/parser/score-trees.ts'
import { countCharacters, readTreebank } from '../../bench/quality/parser/treebank.ts'

/** Six sentences: id, form, part of speech, head and relation of each word; `~` where no space follows. */
const SENTENCES = [
  ['# newdoc', '1 Shells NOUN 2 nsubj', '2 fell VERB 0 root ~', '3 . PUNCT 2 punct ~'],
  [
    '1-2 Cannot AUX _ _',
    '1 Can AUX 3 aux',
    '2 not PART 3 advmod',
    '3 hold VERB 0 root',
    '4 it PRON 3 obj ~',
    '5 ! PUNCT 3 punct',
  ],
  [
    '# newpar',
    '1 They PRON 4 nsubj',
    "2-3 can't AUX _ _",
    '2 ca AUX 4 aux',
    "3 n't PART 4 advmod",
    '4 go VERB 0 root',
    '4.1 go VERB _ _',
  ],
  ['1 Su NOUN 3 compound ~', '2 - PUNCT 3 punct ~', '3 34 NUM 0 root'],
  ['# newpar', '1 Hald PROPN 3 nsubj:pass', '2 was AUX 3 aux:pass', '3 hit VERB 0 root'],
  ['1 😀 SYM 0 root'],
]
const CONLLU = SENTENCES.map(lines =>
  lines
    .map(line => {
      if (line.startsWith('#')) return line
      const [id, form, upos, head, relation, glued] = line.split(' ')
      return [id, form, '_', upos, '_', '_', head, relation, '_', glued ? 'SpaceAfter=No' : '_'].join('\t')
    })
    .join('\n'),
).join('\n\n')
const TEXT = "Shells fell.Cannot hold it!\n\nThey can't go Su-34\n\nHald was hit 😀 "

const treebank = readTreebank(CONLLU)

/** The treebank's own trees as a system's: words placed one by one, multiword tokens known to nobody. */
function goldAsSystem(): SystemWord[][] {
  const counts = countCharacters(TEXT)
  let at = 0
  return treebank.sentences.map(words =>
    words.map(word => {
      const start = TEXT.indexOf(word.form, at)
      at = start + word.form.length
      return { ...word, chars: [counts[start] ?? 0, counts[at] ?? 0] as const, multiword: false }
    }),
  )
}
const changed = (sentence: number, word: number, change: Partial<SystemWord>): SystemWord[][] =>
  goldAsSystem().map((words, s) => words.map((one, w) => (s === sentence && w === word ? { ...one, ...change } : one)))

describe('reading a treebank', () => {
  it('takes the words, not the multiword tokens and empty nodes, and rebuilds the text with its paragraphs', () => {
    expect(treebank.text).toBe(TEXT)
    expect(treebank.sentences.map(words => words.map(({ form }) => form).join(' ')).join(' | ')).toBe(
      "Shells fell . | Can not hold it ! | They ca n't go | Su - 34 | Hald was hit | 😀",
    )
  })

  it('gives both words of a multiword token its whole place', () => {
    const [can, not, hold] = treebank.sentences[1] ?? []
    expect([can?.chars, not?.chars, hold?.chars]).toEqual([
      [11, 17],
      [11, 17],
      [17, 21],
    ])
  })

  it('has no sentence in an empty file', () => expect(readTreebank('').sentences).toEqual([]))
})

describe('scoring raw text', () => {
  it('gives all points to the treebank itself, cut into words without multiword tokens', () => {
    expect(scoreRaw(treebank, goldAsSystem())).toEqual({ words: 1, sentences: 1, upos: 1, uas: 1, las: 1, clas: 1 })
  })

  it('takes subtypes of a relation for the same, and another relation not', () => {
    expect(scoreRaw(treebank, changed(4, 0, { relation: 'nsubj' })).las).toBe(1)
    const { las, uas } = scoreRaw(treebank, changed(4, 0, { relation: 'obj' }))
    expect([uas, las]).toEqual([1, 18 / 19])
  })

  it('counts a wrong head of punctuation in LAS and not in CLAS', () => {
    const { clas, las } = scoreRaw(treebank, changed(0, 2, { head: 0 }))
    expect([las, clas]).toEqual([18 / 19, 1])
  })

  it('counts words lost and won: one too long, one left out', () => {
    const system = goldAsSystem()
    const whole = system.map((words, s) =>
      s === 3
        ? [
            {
              ...(words[0] as SystemWord),
              form: 'Su-34',
              chars: [words[0]?.chars[0], words[2]?.chars[1]] as [number, number],
              head: null,
              relation: 'root',
            },
          ]
        : words,
    )
    expect(scoreRaw(treebank, whole).words).toBe((2 * 16) / (19 + 17))
    expect(scoreRaw(treebank, whole).sentences).toBe(1)
    const without = system.map((words, s) => (s === 5 ? [] : words))
    expect(scoreRaw(treebank, without).words).toBe((2 * 18) / (19 + 18))
    expect(scoreRaw(treebank, without).sentences).toBe((2 * 5) / (6 + 5))
  })

  it('counts a border too few against both sentences', () => {
    const [first, second, ...rest] = goldAsSystem()
    const joined = [
      ...(first ?? []),
      ...(second ?? []).map(word => ({ ...word, head: word.head === null ? 1 : word.head + 3 })),
    ]
    const { sentences, uas, words } = scoreRaw(treebank, [joined, ...rest])
    expect([words, sentences]).toEqual([1, (2 * 4) / (6 + 5)])
    expect(uas).toBe(18 / 19)
  })
})

describe('scoring on the words of the treebank', () => {
  it('counts one for one', () => {
    expect(scoreWords(treebank, changed(0, 0, { upos: 'VERB' }))).toEqual({ upos: 18 / 19, uas: 1, las: 1, clas: 1 })
  })

  it('refuses another number of words', () => {
    expect(() => scoreWords(treebank, goldAsSystem().slice(1))).toThrow('sentence 1: expected 3 words, got 5')
  })
})

describe('pairing words', () => {
  const word = (form: string, from: number, to: number, multiword = false) => ({
    form,
    chars: [from, to] as const,
    multiword,
  })

  it('pairs the forms within a multiword token and nothing across its border', () => {
    const gold = [word('a', 0, 1), word('do', 1, 5, true), word("n't", 1, 5, true), word('b', 5, 6)]
    const system = [word('ado', 0, 3), word("N'T", 3, 5), word('b', 5, 6)]
    expect(alignWords(gold, system)).toEqual([
      [2, 1],
      [3, 2],
    ])
  })
})
