import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from './made-up-theatre.ts'

const sentencesOf = (text: string) => {
  const document = documentOf(text)
  return document.sentences.map(({ span }) => text.slice(...span))
}

describe('sentences', () => {
  it('does not end at an abbreviation, a rank or a number', () => {
    expect(sentencesOf('The U.S. Army sent Lt. Col. Hald 2.5 km south. He left on Oct. 3. It rained.')).toEqual([
      'The U.S. Army sent Lt. Col. Hald 2.5 km south.',
      'He left on Oct. 3.',
      'It rained.',
    ])
  })

  it('keeps the closing mark of a quotation with its sentence', () => {
    expect(sentencesOf('“We hold the town. They lost it,” she said. “Nobody left.” The guns went on.')).toEqual([
      '“We hold the town.',
      'They lost it,” she said.',
      '“Nobody left.”',
      'The guns went on.',
    ])
  })

  it('joins a hard-wrapped paragraph and keeps headings, bullets and their labels apart', () => {
    const text =
      'Towns under fire\n\nShells fell on the port\nof Marvik all night.\n\n• Losses: Two people died.[1]\n• Roads: None is open.'
    const document = documentOf(text)
    expect(
      document.sentences.map(({ kind, label, span }) => [kind, text.slice(...span), label && text.slice(...label)]),
    ).toEqual([
      ['headline', 'Towns under fire', null],
      ['prose', 'Shells fell on the port\nof Marvik all night.', null],
      ['item', 'Losses: Two people died.', 'Losses:'],
      ['item', 'Roads: None is open.', 'Roads:'],
    ])
  })

  it('takes a dateline for a label and a speaker with a colon for none', () => {
    const labelOf = (text: string) => {
      const [first] = documentOf(text).sentences
      return first?.label ? text.slice(...first.label) : null
    }
    expect(labelOf('HALDEN, Nov 26 (Northgate Wire) – Shells fell on the port.')).toBe(
      'HALDEN, Nov 26 (Northgate Wire) –',
    )
    expect(labelOf('14:58 Shells fell on the port.')).toBe('14:58')
    expect(labelOf('10.42 GMT: Shells fell on the port.')).toBe('10.42 GMT:')
    expect(labelOf('BREAKING Shells fell on the port.')).toBe('BREAKING')
    expect(labelOf('Update on the port is due.')).toBeNull()
    expect(labelOf('The governor said: nobody left the port.')).toBeNull()
    expect(labelOf('In the port – the last one open – nobody stayed.')).toBeNull()
  })

  it('marks newsletter lines, credits and teasers as boilerplate, and the report not', () => {
    const text =
      'Shells fell on the port on Monday, killing two.\n\nImage credit: Northgate\n\nSign up to our newsletter!\n\nRelated stories\n\nTen recipes for winter'
    expect(documentOf(text).sentences.map(({ boilerplate }) => boilerplate)).toEqual([false, true, true, true, true])
  })

  it('knows what is inside quotation marks, and an apostrophe from one', () => {
    const quoted = (text: string) =>
      documentOf(text)
        .tokens.filter(token => token.quoted)
        .map(({ form }) => form)
    expect(quoted('It is "losing steam," she said.')).toEqual(['losing', 'steam', ','])
    expect(quoted('The troops’ advance was ‘very likely’ over.')).toEqual(['very', 'likely'])
    expect(quoted("The troops' advance is Veskia's last.")).toEqual([])
  })

  it('survives a million letters without a space, lone surrogates, emoji and direction marks with exact offsets', () => {
    for (const text of [
      'a'.repeat(1_000_000),
      '\ud83d'.repeat(20_000),
      '😀'.repeat(20_000),
      '\u202eكييف \u200fx. '.repeat(5_000),
      'a.'.repeat(50_000),
      '"\''.repeat(20_000),
    ]) {
      const { sentences, tokens } = documentOf(text)
      for (const { form, span } of tokens.slice(0, 50)) expect(text.slice(...span)).toBe(form)
      expect(sentences.at(-1)?.span[1]).toBeLessThanOrEqual(text.length)
    }
  })

  it('numbers tokens through the document and puts every token in its sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Shells fell.', '"No," he said.', '\n\n', '• One', 'U.S. troops left', '\n', ' '), {
          maxLength: 20,
        }),
        parts => {
          const { sentences, tokens } = documentOf(parts.join(' '))
          tokens.forEach((token, at) => expect(token.index).toBe(at))
          for (const {
            index,
            span,
            tokens: [from, to],
          } of sentences)
            for (const token of tokens.slice(from, to)) {
              expect(token.sentence).toBe(index)
              expect(token.span[0] >= span[0] && token.span[1] <= span[1]).toBe(true)
            }
        },
      ),
    )
  })
})
