import { expect, it } from 'vitest'
import type { Instant } from '#domain'
import type { Ledger, LedgerStats } from '#ledger'
import { theatre } from '../../../test/laws/reconcile-fixtures.ts'
import { makeDesk } from './knowledge.ts'

it('what the ledger holds is counted once a second, and at once after a write', async () => {
  const moments = ['2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.400Z'] as Instant[]
  let learned = moments[0]
  const stats = async () => ({ rows: {}, learned }) as unknown as LedgerStats
  const ledger = { stats } as unknown as Ledger
  const now = () => moments[1] as Instant
  const desk = makeDesk({ ledger, theatre, version: '0.0.0', now, tiles: null })
  expect(await desk.asOf(undefined)).toBe(moments[0])
  learned = moments[1]
  expect(await desk.asOf(undefined)).toBe(moments[0])
  desk.countAnew()
  expect(await desk.asOf(undefined)).toBe(moments[1])
})

it('what many ask for at once is found once, and again when the ledger holds other rows or it could not be found', async () => {
  const moment = '2030-01-01T00:00:00.000Z' as Instant
  const rows = { claim: 1 }
  let asked = 0
  const ledger = {
    stats: async () => ({ rows: { ...rows }, learned: moment }),
    days: async () => {
      asked += 1
      if (asked === 1) throw new Error('the server went away')
      return []
    },
  } as unknown as Ledger
  const desk = makeDesk({ ledger, theatre, version: '0.0.0', now: () => moment, tiles: null })
  await expect(desk.days(moment)).rejects.toThrow('went away')
  await Promise.all([desk.days(moment), desk.days(moment), desk.days(moment)])
  expect(asked).toBe(2)
  rows.claim = 2
  desk.countAnew()
  await desk.days(moment)
  expect(asked).toBe(3)
})
