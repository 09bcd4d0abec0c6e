import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fogline, freshDir } from './fogline.ts'

const TEXT = `The UK Ministry of Defence said on Thursday that Russian forces had highly likely taken the eastern part of Bakhmut.
Air defence shot down 16 of 21 drones launched overnight, the air force reported. Two civilians were killed in Sumy.
`
interface Printed {
  report: Record<string, unknown> & { text: string }
  claims: Record<string, unknown>[]
  mentions: Record<string, unknown>[]
  attributions: Record<string, unknown>[]
  times: Record<string, unknown>[]
  hedges: Record<string, unknown>[]
}

const dir = freshDir()
writeFileSync(join(dir, 'report.txt'), TEXT)
const meta = { title: null, outlet: 'Example Daily', publishedAt: '2023-03-24T00:00:00Z', url: null }
writeFileSync(join(dir, 'report.meta.json'), JSON.stringify(meta))
const printed = JSON.parse(fogline(['read', join(dir, 'report.txt')]).out) as Printed

const keys = (record: Record<string, unknown> | undefined) => Object.keys(record ?? {})

describe('what fogline read prints is a contract', () => {
  it('has these parts and no others', () =>
    expect(keys(printed as never)).toEqual(['report', 'claims', 'mentions', 'attributions', 'times', 'hedges']))
  it('tells the report, and leaves the text as it was', () => {
    expect(keys(printed.report)).toEqual(['title', 'outlet', 'publishedAt', 'url', 'language', 'text'])
    expect(printed.report.text).toBe(TEXT)
    expect(printed.report['publishedAt']).toBe('2023-03-24T00:00:00.000Z')
  })
  it('gives each claim every field of the codebook, null where nothing is known', () => {
    expect(printed.claims.length).toBeGreaterThanOrEqual(3)
    for (const claim of printed.claims) {
      expect(new Set(keys(claim))).toEqual(
        new Set([
          'id',
          'type',
          'span',
          'text',
          'holder',
          'chain',
          'stance',
          'certainty',
          'certaintyWords',
          'certaintyScale',
          'agent',
          'target',
          'places',
          'time',
          'figures',
          'againstInterest',
          'confidence',
          'notes',
        ]),
      )
      const [start, end] = claim['span'] as [number, number]
      expect(TEXT.slice(start, end)).toBe(claim['text'])
      expect(keys(claim['holder'] as never)).toEqual(['id', 'name', 'kind', 'camp', 'span'])
      expect(new Set(keys(claim['time'] as never))).toEqual(new Set(['start', 'end', 'words', 'tense']))
      for (const place of claim['places'] as never[])
        expect(new Set(keys(place))).toEqual(
          new Set(['id', 'name', 'span', 'role', 'precision', 'part', 'lat', 'lon', 'admin', 'country', 'carried']),
        )
      for (const figure of claim['figures'] as never[])
        expect(new Set(keys(figure))).toEqual(
          new Set(['measure', 'value', 'low', 'high', 'unit', 'approx', 'of', 'change', 'span']),
        )
    }
  })
  it('gives mentions, attributions, times and hedges with spans into the text', () => {
    expect(keys(printed.mentions[0])).toEqual(['kind', 'span', 'text', 'id', 'lat', 'lon', 'country'])
    expect(new Set(keys(printed.attributions[0]))).toEqual(new Set(['source', 'cue', 'content']))
    expect(keys(printed.times[0])).toEqual(['span', 'text', 'start', 'end'])
    expect(keys(printed.hedges[0])).toEqual(['span', 'text'])
    for (const { span, text } of [...printed.mentions, ...printed.times, ...printed.hedges])
      expect(TEXT.slice(...(span as [number, number]))).toBe(text)
  })
  it('reads the worked example of the codebook as the codebook does', () => {
    expect(printed.claims[0]).toMatchObject({
      type: 'control.seized',
      certainty: 'highly-likely',
      certaintyWords: 'highly likely',
      certaintyScale: 'phia',
      stance: 'asserts',
      agent: 'Russia',
      target: 'Bakhmut',
      holder: { id: 'uk-mod', kind: 'government', camp: 'ukraine-ally' },
      chain: ['UK Ministry of Defence', 'Example Daily'],
      time: { start: '2023-03-24', end: '2023-03-24', words: null },
      places: [{ id: 'bakhmut', role: 'at', precision: 'part', part: 'east', country: 'UA' }],
    })
  })
})
