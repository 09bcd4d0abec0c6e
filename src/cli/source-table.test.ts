import { stripVTControlCharacters } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, SOURCE_STATES } from '#domain'
import type { SourceHealth } from '#ledger'
import { sourceLines } from './source-table.ts'

const now = '2024-11-26T12:00:00.000Z' as Instant
const dead = (name: string): SourceHealth => ({
  subscription: 'river-daily',
  source: 'river-daily',
  name,
  state: 'failing',
  lastGood: '2024-11-24T12:00:00.000Z' as Instant,
  lastNew: null,
  failingSince: '2024-11-26T11:00:00.000Z' as Instant,
  lastError: 'https://river.example/feed answered 503 Service Unavailable; it is asked again later.',
  due: null,
  camp: 'unknown',
  form: 'feed',
  address: 'https://river.example/feed',
  lastTried: now,
  failures: 3,
})

describe('the table of sources', () => {
  it('never breaks a line, however narrow the terminal and long the name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 200 }), (name, width) => {
        for (const state of SOURCE_STATES)
          for (const line of sourceLines([{ ...dead(name), state }], now, width, 5))
            expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('says why a source fails and since when, and counts those it has no room for', () => {
    const [head, first, rest] = sourceLines([dead('River Daily'), dead('Other')], now, 120, 1).map(line =>
      stripVTControlCharacters(line),
    )
    expect(head).toBe('source                     last good  last new   failing    state')
    expect(first).toMatch(/^River Daily \(river-daily\) {2}2 days/)
    expect(first).toContain('1 h')
    expect(first).toContain('answered 503')
    expect(rest).toBe('and 1 more')
  })
})
