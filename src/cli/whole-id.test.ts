import { describe, expect, it } from 'vitest'
import { claim, report } from '../../test/publish/makers.ts'
import { memoryLedger } from '../../test/publish/memory-ledger.ts'
import { wholeId } from './whole-id.ts'

const wire = report('Coast Daily', '2024-11-26T09:00:00Z', 'Envoys met.')
const called = (id: string) => claim(wire, 'Envoys met', { type: 'politics.meeting', id })
const ids = ['c_0123456789abcdef0123', 'c_01234fffffffffffffff', 'c_aaaa456789abcdef0123']
const ledger = memoryLedger({ reports: [wire], claims: ids.map(called) })

describe('a short id', () => {
  it('is the one that begins so', async () => {
    expect(await wholeId(ledger, 'c_aaaa')).toBe(ids[2])
    expect(await wholeId(ledger, 'c_012345')).toBe(ids[0])
  })
  it('of several is refused, with their names', async () => {
    await expect(wholeId(ledger, 'c_0123')).rejects.toThrow(`${ids[0]}, ${ids[1]}; give more of it`)
  })
  it('of none, or too short, or no id at all is left as it was typed', async () => {
    for (const typed of ['c_ffff', 'c_aa', 'bakhmut']) expect(await wholeId(ledger, typed)).toBe(typed)
  })
})
