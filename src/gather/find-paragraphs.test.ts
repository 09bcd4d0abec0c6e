import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findParagraphs } from './find-paragraphs.ts'

const paragraphs = (text: string): string[] => findParagraphs(text).map(([start, end]) => text.slice(start, end))

describe('the paragraphs of a report', () => {
  it('are its lines, trimmed, whatever stands between them', () => {
    expect(paragraphs('A headline\r\n\r\n   First paragraph.  \n\n\nSecond one.\nThird.')).toEqual([
      'A headline',
      'First paragraph.',
      'Second one.',
      'Third.',
    ])
  })

  it('take together lines that wire copy broke at a fixed width', () => {
    const copy =
      'The air force said its units had brought down sixteen of the\ntwenty-one drones that were launched at the region overnight.\nNo casualties were reported.'
    expect(paragraphs(copy)).toEqual([
      'The air force said its units had brought down sixteen of the\ntwenty-one drones that were launched at the region overnight.',
      'No casualties were reported.',
    ])
  })

  it('keep a headline, a date line and a credit apart', () => {
    expect(
      paragraphs('Commander: The assault is losing force in the east\nLast updated 24 March\nImage credit: agency'),
    ).toHaveLength(3)
  })

  it('keep the items of a list apart', () => {
    expect(paragraphs('Losses over the day:\n- three tanks\n- two boats')).toHaveLength(3)
  })

  it('cover every word in order and never overlap', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '\r\n', '.', '\t', 'longword ') })
    fc.assert(
      fc.property(text, report => {
        const spans = findParagraphs(report)
        spans.forEach(([start, end], at) => {
          expect(report.slice(start, end).trim()).toBe(report.slice(start, end))
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.[1] ?? 0)
        })
        const covered = spans.map(([start, end]) => report.slice(start, end)).join('')
        expect(covered.replace(/\s/g, '')).toBe(report.replace(/\s/g, ''))
      }),
    )
  })
})
