import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from './text-of.ts'

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('the text of some bytes', () => {
  it('is UTF-8 where the bytes are, and loses a byte order mark only', () => {
    expect(textOf(Buffer.from('\uFEFFОбстріл Сум, “two” dead\r\n'))).toBe('Обстріл Сум, “two” dead\r\n')
  })

  it('is read from UTF-16 with a mark and without', () => {
    const text = 'Shelling was reported near Sumy overnight.'
    expect(textOf(utf16(`\uFEFF${text}`, false))).toBe(text)
    expect(textOf(utf16(`\uFEFF${text}`, true))).toBe(text)
    expect(textOf(utf16(text, false))).toBe(text)
    expect(textOf(utf16(text, true))).toBe(text)
  })

  it('is read from windows-1251 where letters stand in runs and from windows-1252 where they stand alone', () => {
    const cyrillic = Uint8Array.from([0xce, 0xe1, 0xf1, 0xf2, 0xf0, 0xe5, 0xeb, 0x20, 0xd1, 0xf3, 0xec])
    expect(textOf(cyrillic)).toBe('Обстрел Сум')
    expect(textOf(Buffer.from('La d\xe9fense a \xe9t\xe9 touch\xe9e \x93hier\x94', 'latin1'))).toBe(
      'La défense a été touchée “hier”',
    )
  })

  it('follows a declared charset, unless the bytes are plainly UTF-8', () => {
    expect(textOf(Uint8Array.from([0xf0, 0xc5, 0xd2]), 'x', 'koi8-r')).toBe('Пер')
    expect(textOf(Buffer.from('Київ'), 'x', 'iso-8859-1')).toBe('Київ')
    expect(textOf(Buffer.from('Kyiv\xe9', 'latin1'), 'x', 'no-such-charset')).toBe('Kyivé')
  })

  it('keeps a UTF-8 text in which a few bytes are damaged', () => {
    const bytes = Buffer.from('Сили оборони повідомили про обстріл. '.repeat(5))
    bytes[40] = 0xff
    expect(textOf(bytes)).toContain('повідомили про обстріл')
  })

  it('refuses what is no text, in one line that says so', () => {
    expect(() => textOf(Buffer.from('%PDF-1.7 …'), 'report.txt')).toThrow(/^report\.txt looks binary \(a PDF\)/)
    expect(() =>
      textOf(
        Uint8Array.from({ length: 300 }, (_, at) => at % 9),
        'report.txt',
      ),
    ).toThrow(/looks binary/)
  })

  it('gives back any text that was written as UTF-8', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'aé жї“1 \n') })
    fc.assert(fc.property(plain, text => textOf(Buffer.from(text)) === text))
  })
})
