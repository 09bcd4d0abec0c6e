import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { makeGrammar } from '../grammar.ts'
import { readWeights } from './read-weights.ts'

const bytes = new Uint8Array(readFileSync(new URL('../data/english.fgm', import.meta.url)))

const messageOf = (file: Uint8Array): string => {
  try {
    readWeights(file, 'english.fgm')
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'read'
}

const changed = (change: (copy: Uint8Array) => void): Uint8Array => {
  const copy = bytes.slice()
  change(copy)
  return copy
}

describe('the weights file', () => {
  it('is read where it lies in memory, at an odd place too', () => {
    const pool = new Uint8Array(bytes.length + 3)
    pool.set(bytes, 3)
    expect(readWeights(pool.subarray(3), 'english.fgm').tags).toEqual(readWeights(bytes, 'english.fgm').tags)
  })

  it.each([
    ['nothing', new Uint8Array(0), /0 bytes of something else/],
    ['a page of HTML', new TextEncoder().encode('<!doctype html><title>404</title>'), /33 bytes of something else/],
    ['its first bytes alone', bytes.subarray(0, 8), /cut short at 8 bytes/],
    ['a file cut in its header', bytes.subarray(0, 1000), /cut short at 1000 bytes/],
    ['a file cut in its middle', bytes.subarray(0, 1_000_000), /check sum is wrong/],
    ['a file cut by one byte', bytes.subarray(0, bytes.length - 1), /cut short/],
    ['one bit turned over', changed(copy => copy.set([(copy[2_000_000] ?? 0) ^ 4], 2_000_000)), /check sum is wrong/],
    ['a file of another magic', changed(copy => copy.set([0x32], 7)), /something else/],
  ])('refuses %s in one line', (_, file, said) => {
    const message = messageOf(file)
    expect(message).toMatch(said)
    expect(message).toMatch(/^english\.fgm: expected .*, found .*; take the file/)
    expect(message).not.toContain('\n')
  })

  it('refuses the layout of another version, and says which', () => {
    expect(messageOf(withHeader(text => text.replace('"version":1', '"version":9')))).toMatch(/found layout 9/)
  })

  it('refuses a file without one of its blocks', () => {
    const file = withHeader(text => text.replace('"arc.bias"', '"arc.bios"'))
    expect(() => makeGrammar(file, 'english.fgm')).toThrow(/no block "arc.bias"/)
  })
})

/** The file with its header changed and its check sum put right, as a well-made file of another version would be. */
function withHeader(change: (text: string) => string): Uint8Array {
  const copy = bytes.slice()
  const numbers = new Uint32Array(copy.buffer, 8, 2)
  const header = copy.subarray(16, 16 + (numbers[0] as number))
  header.set(new TextEncoder().encode(change(new TextDecoder().decode(header))))
  let sum = 0x811c9dc5
  for (const word of new Uint32Array(copy.buffer, 16)) sum = Math.imul(sum ^ word, 0x01000193)
  numbers[1] = sum >>> 0
  return copy
}
