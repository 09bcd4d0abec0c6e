import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { splitSentences } from './split-sentences.ts'

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ span }) => text.slice(...span))

/** Splits a text whose sentences are written with a bar between them, and expects just these. */
const expectSentences = (barred: string) => {
  const wanted = barred.split(' | ')
  expect(sentencesOf(wanted.join(' '))).toEqual(wanted)
}

describe('sentences of news', () => {
  it.each([
    'The U.S. Army sent Lt. Col. Hald 2.5 km south. | He left on Oct. 3. | It rained.',
    'The port is in the U.S. | The guns are not.',
    'Shells fell at 10 a.m. | Nobody was hurt.',
    'Shells fell at 10 a.m. Monday and at 9 p.m. Kyiv time on the port.',
    'They took tanks, guns, etc. | Toll lost all.',
    'They left at 10 a.m. 26 November with Maj.-Gen. Hald and Col.-Gen. Toll. | Nobody stayed.',
    'The port is lost. | – We hold it, he said. | — It is “lost.” – Hald',
    'Adm. R. Vance named Group A. | The others wait.',
    'Who holds Marvik? | Nobody knows! | Who cares?!',
    '“We hold the town. | They lost it,” she said. | “Nobody left.” | The guns went on.',
    '“Will you go?” Hald asked. | “Never!” he said.',
    '"We hold it." | "You do not."',
    'They will ... go on. | It was “in a word … over”, he said.',
    'It was late. … | It was over.',
    'the road is cut. | they know it. | why would they say so?',
    'Toll gained 0.5 km. | 300 men left.',
    'They fell back (see map 2). | (The map is old.) | It shows less.',
    'He named three: Hald, Toll and Vance; none came.',
    'He gave two orders. | 1. Hold the road. | 2. Leave the port.',
  ])('cuts %s', barred => expectSentences(barred))

  it('ends a headline at its line, and joins a hard-wrapped paragraph', () => {
    const text = 'Towns under fire\n\nShells fell on the port\nof Marvik all night.\r\n\r\nMore at ten'
    expect(sentencesOf(text)).toEqual([
      'Towns under fire',
      'Shells fell on the port\nof Marvik all night.',
      'More at ten',
    ])
  })

  it('never crosses a paragraph it is told of', () => {
    const text = 'Shells fell on the port all night'
    expect(
      splitSentences(text, [
        [0, 11],
        [12, 33],
      ]).map(({ span }) => text.slice(...span)),
    ).toEqual(['Shells fell', 'on the port all night'])
  })

  it('parts the dot of an abbreviation that ends a sentence from it', () => {
    const [first] = splitSentences('They sell guns, maps etc. The port is shut.')
    expect(first?.tokens.map(({ form }) => form).slice(-2)).toEqual(['etc', '.'])
  })
})

describe('marks', () => {
  const marksOf = (text: string) =>
    splitSentences(text).map(({ marks, span }) => [
      text.slice(...span),
      marks.map(mark => `${mark.kind} ${text.slice(...mark.span)}`),
    ])

  it('keeps bullets, numbers of items and footnotes out of the words and beside the sentence they belong to', () => {
    expect(marksOf('• Two died.[1] One[2] lives. [3]\n• None left.')).toEqual([
      ['Two died.', ['bullet •', 'footnote [1]']],
      ['One[2] lives.', ['footnote [2]', 'footnote [3]']],
      ['None left.', ['bullet •']],
    ])
    expect(marksOf('(2) The port is shut.7 The road is not.')).toEqual([
      ['The port is shut.', ['bullet (2)', 'footnote 7']],
      ['The road is not.', []],
    ])
  })

  it('keeps Markdown out of the words', () => {
    expect(marksOf('## Losses\n\n**The port**\n\nIt is **shut** now.')).toEqual([
      ['Losses', ['heading ##']],
      ['The port', ['emphasis **', 'emphasis **']],
      ['It is **shut** now.', ['emphasis **', 'emphasis **']],
    ])
  })

  it('reads a line of nothing but marks as it stands', () =>
    expect(sentencesOf('One.\n\n* * *\n\nTwo.')).toEqual(['One.', '* * *', 'Two.']))
})

describe('what stands before a sentence', () => {
  it.each([
    ['HALDEN, Nov 26 (Northgate Wire) – Shells fell on the port.', 'dateline', 'HALDEN, Nov 26 (Northgate Wire) –'],
    ['14:58 Shells fell on the port.', 'time', '14:58'],
    ['18:30 – Shells fell on the port.', 'time', '18:30 –'],
    ['26.11.2024, 14:58 – Shells fell on the port.', 'time', '26.11.2024, 14:58 –'],
    ['10.42 GMT: Shells fell on the port.', 'time', '10.42 GMT:'],
    ['BREAKING Shells fell on the port.', 'time', 'BREAKING'],
    ['Day 1,007: Shells fell on the port.', 'label', 'Day 1,007:'],
    ['• Civilian casualties: two people died.', 'label', 'Civilian casualties:'],
  ])('finds it in %s', (text, kind, words) => {
    const prefix = splitSentences(text)[0]?.prefix
    expect(prefix && [prefix.kind, text.slice(...prefix.span)]).toEqual([kind, words])
  })

  it.each([
    'The governor said: nobody left.',
    'In the port – the last one open – nobody stayed.',
    'Update on the port is due.',
  ])('finds nothing in %s', text => expect(splitSentences(text)[0]?.prefix).toBeNull())
})

describe('any text', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['letters without a space', 'a'],
    ['emoji', '😀'],
    ['lone surrogates', '\ud83d\udc00 \udc00'],
    ['NULs', 'a\0\0'],
    ['right-to-left marks and mixed scripts', '\u202eكييف \u200fБахмут 基辅。x. '],
    ['initials', 'A. '],
    ['domains that never end', 'a-b.'],
    ['quotation marks', '"\' “”'],
    ['footnotes', '[1]'],
    ['bullets', '• *'],
    ['lines', 'x\n'],
    ['words', 'word, '],
    ['stops', '. )'],
  ]

  it.each(hostile)('keeps every sign of a text of %s', (_, part) => {
    for (const text of [part, part.repeat(40), `The port. ${part.repeat(3)} Then\n${part}`]) expectWhole(text)
  })

  it('keeps every sign of any text, in order, in one sentence', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        'Shells fell.',
        '"No," he said.',
        '\n\n',
        '• ',
        '1. ',
        '[2]',
        '**',
        '## ',
        'U.S. ',
        'etc. ',
        '14:58 – ',
        '\r',
        ' ',
      ),
    )
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), pieces => expectWhole(pieces.join(''))))
  })

  afterEach(() => vi.restoreAllMocks())

  it.each(hostile)('does work in step with the length of %s', (_, part) => {
    const workOf = (length: number): number => {
      let work = 0
      const text = part.repeat(Math.ceil(length / part.length))
      const [exec, slice] = [RegExp.prototype.exec, String.prototype.slice]
      vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, input) {
        const found = exec.call(this, input)
        work += 1 + (found?.[0].length ?? 0)
        return found
      })
      vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, from, to) {
        const cut = slice.call(this, from, to)
        work += 1 + cut.length
        return cut
      })
      splitSentences(text)
      vi.restoreAllMocks()
      return work
    }
    expect(workOf(4_000) / workOf(2_000)).toBeLessThan(2.2)
  })

  it('cuts a million letters without a space, and a sentence of 5,000 words, without losing one', () => {
    expect(splitSentences('a'.repeat(1_000_000)).map(({ span }) => span)).toEqual([[0, 1_000_000]])
    expect(splitSentences('word '.repeat(5_000))[0]?.tokens).toHaveLength(5_000)
  })
})

/** Expects every sign that is seen to stand in one token or mark, and all of them in order. */
function expectWhole(text: string): void {
  let at = 0
  for (const { marks, span, tokens } of splitSentences(text)) {
    expect(tokens.length).toBeGreaterThan(0)
    expect(span).toEqual([tokens[0]!.span[0], tokens.at(-1)!.span[1]])
    const all = [...tokens, ...marks.flatMap(mark => mark.tokens)].sort((a, b) => a.span[0] - b.span[0])
    for (const { form, span: own } of all) {
      expect(text.slice(...own)).toBe(form)
      expect(own[0]).toBeGreaterThanOrEqual(at)
      expect(text.slice(at, own[0])).toMatch(/^[\s\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u)
      at = own[1]
    }
  }
  expect(text.slice(at)).toMatch(/^[\s\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u)
}
