import { describe, expect, it } from 'vitest'
import type { RecordedClaim } from '#domain'
import { layoutChains } from './chain-layout.ts'

const said = (...chain: string[]) => ({ chain, holder: { camp: 'russia' } }) as unknown as RecordedClaim
const columnOf = (claims: readonly RecordedClaim[]) =>
  Object.fromEntries(layoutChains(claims).nodes.map(({ name, column }) => [name, column]))

describe('who quotes whom', () => {
  it('stands in columns: said, relayed, published', () => {
    expect(columnOf([said('Ministry', 'Agency', 'Daily'), said('Ministry', 'Gazette')])).toEqual({
      Ministry: 0,
      Agency: 1,
      Daily: 2,
      Gazette: 2,
    })
  })
  it('an outlet that another one quotes stays where outlets stand', () => {
    expect(columnOf([said('Ministry', 'Daily'), said('Ministry', 'Daily', 'Gazette')])).toMatchObject({
      Daily: 2,
      Gazette: 2,
    })
  })
  it('one way taken by three claims is one line, three thick', () => {
    const { edges } = layoutChains([said('Ministry', 'Daily'), said('Ministry', 'Daily'), said('Ministry', 'Daily')])
    expect(edges).toEqual([{ from: 'Ministry', to: 'Daily', claims: 3 }])
  })
  it('a claim in the outlet’s own voice draws no line', () => {
    expect(layoutChains([said('Daily')])).toMatchObject({ edges: [], nodes: [] })
  })
  it('a name twice in one chain is not drawn onto itself', () => {
    expect(layoutChains([said('Daily', 'Agency', 'Daily')]).edges).toEqual([{ from: 'Daily', to: 'Agency', claims: 1 }])
  })
  it('of too many names the busiest are kept, and how many are left out is said', () => {
    const many = Array.from({ length: 40 }, (_, at) => said('Ministry', `Paper ${at}`))
    const graph = layoutChains([...many, said('Ministry', 'Paper 39')])
    expect(graph.left).toBe(41 - 24)
    expect(graph.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ministry', 'Paper 39']))
  })
})
