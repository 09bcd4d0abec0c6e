import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import type { Order } from './paging.ts'
import { afterCursor, pageOf, pageSize } from './paging.ts'

interface Row {
  readonly said: string
  readonly id: string
}
const ORDER: Order<Row> = {
  name: 'rows',
  keys: [
    { column: 't.said', cast: 'timestamptz', descending: true, valueOf: row => row.said },
    { column: 't.id', cast: 'text', valueOf: row => row.id },
  ],
}
const said = '2024-03-01T00:00:00.000Z'
const rows = ['a', 'b', 'c'].map(id => ({ said, id }))
const cursorOf = (...values: readonly unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

describe('a page', () => {
  it('says where the next one begins only when there is one', () => {
    expect(pageOf(ORDER, rows, { limit: 3 })).toEqual({ rows, next: null })
    const page = pageOf(ORDER, rows, { limit: 2 })
    expect(page.rows).toEqual(rows.slice(0, 2))
    expect(page.next).toBe(cursorOf('rows', said, 'b'))
  })

  it('has 100 rows unless told, and 1 to 1000', () => {
    expect([pageSize(undefined), pageSize(1), pageSize(1000)]).toEqual([100, 1, 1000])
    for (const limit of [0, -1, 1001, 2.5, Number.NaN]) expect(() => pageSize(limit)).toThrow(InputError)
  })
})

describe('a cursor', () => {
  it.each([
    ['of another listing', cursorOf('claims', said, 'b')],
    ['with a value missing', cursorOf('rows', said)],
    ['with a day that does not exist', cursorOf('rows', '2024-02-30T00:00:00.000Z', 'b')],
    ['with a year the database does not have', cursorOf('rows', '0000-01-01T00:00:00.000Z', 'b')],
    ['with a number for a text', cursorOf('rows', said, 7)],
    ['with a character the database does not take', cursorOf('rows', said, 'b\0')],
    ['with SQL for a time', cursorOf('rows', `${said}' or 1=1 --`, 'b')],
    ['that is no JSON', 'bm90IGpzb24'],
    ['that is empty', ''],
  ])('%s is refused', (_, cursor) => {
    expect(() => afterCursor(ORDER, cursor)).toThrow('after: expected the `next` of the page before')
  })

  it('is refused or taken, whatever it is, and never breaks anything else', () => {
    const any = fc.oneof(
      fc.string(),
      fc.array(fc.jsonValue()).map(values => cursorOf('rows', ...values)),
    )
    fc.assert(
      fc.property(any, cursor => {
        try {
          afterCursor(ORDER, cursor)
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }),
    )
  })
})
