import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { explainFailure } from './explain-failure.ts'

const failure = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })
const EMBEDDED = { kind: 'embedded', where: '.' } as const
const SERVER = { kind: 'postgres', where: 'db.example:5432/war' } as const

describe('a failure a person can put right', () => {
  it.each([
    [
      failure('write', 'ENOSPC'),
      EMBEDDED,
      'the ledger at .: the disk is full; free some space, then run the command again',
    ],
    [
      failure('could not extend file', '53100'),
      EMBEDDED,
      'the ledger at .: the disk is full; free some space, then run the command again',
    ],
    [
      failure('PANIC: could not write: No space left on device'),
      EMBEDDED,
      'the ledger at .: the disk is full; free some space, then run the command again',
    ],
    [failure('mkdir', 'EROFS'), EMBEDDED, 'the ledger at .: the disk can only be read; use another FOGLINE_DATA'],
    [
      failure('connect', 'ECONNREFUSED'),
      SERVER,
      'the ledger at db.example:5432/war: no server answers there; start it or correct DATABASE_URL',
    ],
    [
      failure('no database', '3D000'),
      SERVER,
      'the ledger at db.example:5432/war: the database does not exist; create it (createdb) or correct DATABASE_URL',
    ],
  ])('%s is one line that says what to do', (error, place, message) => {
    const explained = explainFailure(error, place)
    expect(explained).toEqual(new InputError(message))
    expect((explained as InputError).cause).toBe(error)
  })

  it('is not made of a broken promise of ours', () => {
    const bug = failure('column "x" does not exist', '42703')
    expect(explainFailure(bug, EMBEDDED)).toBe(bug)
    expect(explainFailure(bug, SERVER)).toBe(bug)
    expect(explainFailure('text', SERVER)).toBe('text')
  })

  it('is left as it is when it has been explained already', () => {
    const error = new InputError('no space left on device')
    expect(explainFailure(error, EMBEDDED)).toBe(error)
  })
})
