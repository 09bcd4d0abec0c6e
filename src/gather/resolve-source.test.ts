import { describe, expect, it } from 'vitest'
import type { Source } from '#domain'
import { resolveSource, UNKNOWN_OUTLET } from './resolve-source.ts'

const source = (id: string, name: string, url: string | null): Source => ({
  ...UNKNOWN_OUTLET,
  id,
  name,
  url,
  reliability: 'B',
})
const herald = source('river-herald', 'The River Herald', 'https://www.riverherald.example/news/feed')
const channel = source('front-notes', 'Front Notes', 'https://t.me/frontnotes')
const known = [herald, channel]

describe('the source of a report', () => {
  it('is the known one that bears the outlet’s name, however it is written', () => {
    expect(resolveSource('the river-herald', null, known)).toBe(herald)
    expect(resolveSource('River Herald', null, known)).toBe(herald)
  })

  it('is the known one whose address it has', () => {
    expect(resolveSource(null, 'https://riverherald.example/2024/11/26/bridge', known)).toBe(herald)
    expect(resolveSource(null, 'https://t.me/s/frontnotes/1412', known)).toBe(channel)
  })

  it('is not a known channel only because it is on the same platform', () => {
    expect(resolveSource(null, 'https://t.me/othernotes/5', known)).toMatchObject({
      id: 't-me-othernotes',
      name: 't.me/othernotes',
    })
  })

  it('is a new one of which nothing but the name is known', () => {
    expect(resolveSource('Дзеркало Півночі', null, known)).toEqual({
      ...UNKNOWN_OUTLET,
      id: 'дзеркало-півночі',
      name: 'Дзеркало Півночі',
    })
    expect(resolveSource(null, 'https://www.harbourpost.example/a', [])).toMatchObject({
      id: 'harbourpost-example',
      name: 'harbourpost.example',
    })
  })

  it('is the unknown outlet where the report says nothing of itself', () => {
    expect(resolveSource(null, null, known)).toBe(UNKNOWN_OUTLET)
  })
})
