import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  CERTAINTIES,
  CLAIM_TYPES,
  COMMON_CAMPS,
  claimTypeRow,
  FAMILIES,
  familyOf,
  HOLDER_KINDS,
  MEASURES,
  PLACE_PRECISIONS,
  PLACE_ROLES,
  STANCES,
  TENSES,
} from './index.ts'

const page = readFileSync('docs/codebook.md', 'utf8')
const section = (number: number) => page.split(/^## /m).find(part => part.startsWith(`${number}. `)) ?? ''
const marked = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(match => match[1] ?? '')

describe('code and codebook say the same', () => {
  it('lists the same claim types, in the same order', () => {
    const inTable = [...section(2).matchAll(/^\| `([a-z]+\.[a-z]+)` \|/gm)].map(match => match[1])
    expect(inTable).toEqual(CLAIM_TYPES)
  })
  it('lists the same measures', () => {
    const listed = marked(section(7).slice(section(7).indexOf('Measures:')))
    expect(new Set(listed.filter(word => word !== 'unit'))).toEqual(new Set(MEASURES))
  })
  it.each([
    ['holder kinds', 3, HOLDER_KINDS],
    ['common camps', 3, COMMON_CAMPS],
    ['stances', 4, STANCES],
    ['place roles', 6, PLACE_ROLES],
    ['place precisions', 6, PLACE_PRECISIONS],
  ])('names every one of the %s', (_, number, values) => {
    expect(marked(section(number))).toEqual(expect.arrayContaining([...values]))
  })
  it('lists the same certainties, in the order of the yardstick', () => {
    expect([...section(4).matchAll(/^\| `([a-z-]+)` \|/gm)].map(match => match[1])).toEqual(CERTAINTIES)
  })
  it('names no holder kind that the code does not know', () => {
    const sentence = section(3).slice(section(3).indexOf('`holder.kind`:'), section(3).indexOf('`holder.camp`:'))
    expect(new Set(marked(sentence).filter(word => word !== 'holder.kind'))).toEqual(new Set(HOLDER_KINDS))
  })
  it('shows every field of the record in its example', () => {
    const json = /```json\n([\s\S]*?)```/.exec(section(9))?.[1] ?? ''
    const example = JSON.parse(json) as { time: { tense: string }; type: string }
    expect(TENSES).toContain(example.time.tense)
    expect(CLAIM_TYPES).toContain(example.type)
  })
})

describe('claim types', () => {
  it('each belongs to a family', () => {
    for (const type of CLAIM_TYPES) expect(FAMILIES).toContain(familyOf(type))
  })
  it('a type outside the codebook is a broken promise', () => {
    expect(() => claimTypeRow('control.lost' as never)).toThrow(/expected one of the codebook's 27/)
  })
})
