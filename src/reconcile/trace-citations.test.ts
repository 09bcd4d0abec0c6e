import { describe, expect, it } from 'vitest'
import { claim, evidenceOf, holder, reprint } from '../../test/laws/reconcile-fixtures.ts'
import { traceCitations } from './trace-citations.ts'
import { traceOrigins } from './trace-origins.ts'

const AGENCY = holder('agency', 'third-party', 'agency')
const carried = (by: typeof AGENCY, outlet: string) =>
  claim('combat.strike', `a strike on Arden ${outlet}`, { holder: by, outlet })
const cites = (cited: string, outlet: string) =>
  claim('combat.strike', `a strike on Arden, says ${cited}`, { holder: { ...AGENCY, id: null, name: cited }, outlet })
const graphOf = (...claims: ReturnType<typeof claim>[]) => traceCitations(claims, evidenceOf(claims))

describe('traceCitations', () => {
  it('draws who passes on whom, with the claims', () => {
    const [one, two] = [carried(AGENCY, 'Morning Post'), carried(AGENCY, 'Evening Star')]
    expect(graphOf(one, two)).toEqual({
      nodes: ['agency', 'evening star', 'morning post'],
      edges: [
        { from: 'evening star', to: 'agency', claims: [two.id] },
        { from: 'morning post', to: 'agency', claims: [one.id] },
      ],
      rings: [],
    })
  })
  it('finds two papers that cite each other, which are then one origin', () => {
    const round = [cites('Evening Star', 'Morning Post'), cites('Morning Post', 'Evening Star')]
    expect(graphOf(...round).rings).toEqual([['evening star', 'morning post']])
    expect(traceOrigins(round, evidenceOf(round))).toHaveLength(1)
  })
  it('makes no ring of denials and no edge of a reprint', () => {
    const one = cites('Evening Star', 'Morning Post')
    const denial = { ...cites('Morning Post', 'Evening Star'), stance: 'denies' as const }
    expect(graphOf(one, denial).rings).toEqual([])
    expect(graphOf(one, reprint(one, 'Copyist')).edges).toHaveLength(1)
  })
})
