import { describe, expect, it } from 'vitest'
import { at, claim, day } from '../../test/laws/reconcile-fixtures.ts'
import { bearingOf } from './control-wording.ts'

const read = (text: string, type: 'control.seized' | 'control.held' | 'control.left' = 'control.seized', more = {}) => {
  const place = at('arden')
  return bearingOf(claim(type, text, { places: [place], target: 'Arden', ...more }), place)
}

const now = { start: day(10), end: day(10), words: null, tense: 'present' as const }

describe('what a claim of control says of a place', () => {
  it.each([
    ['Northern forces have taken Arden'],
    ['The North claimed to take control of the southern city of Arden'],
    ['Northern troops managed to capture the strategically important port city of Arden'],
    ['After weeks of fighting, Northern units captured Arden'],
    ['Northern engineers opened a base in the temporarily occupied Arden'],
  ])('the whole of it: %s', text => expect(read(text)).toBe('whole'))

  it.each([
    ['Northern troops failed to capture Arden'],
    ['The North is fighting to retake Arden'],
    ['to fully capture Arden'],
    ['its plans to completely capture Arden'],
    ['The task of the troops is not to capture Arden'],
    ['Northern troops seized a hospital in Arden'],
    ['Northern troops took villages around the town of Arden'],
    ['Northern troops seized the Arden region'],
    ['Northern troops captured Belm, Corrin and Arden districts'],
    ['About 40 Arden residents have been taken by Northern troops'],
    ['who seized Arden'],
  ])('nothing: %s', text => expect(read(text)).toBe('nothing'))

  it.each([
    ['Northern troops have taken the eastern part of Arden'],
    ['The North gained control of most of Arden'],
    ['Northern troops gained a foothold on the streets of Arden'],
  ])('a part of it: %s', text => expect(read(text)).toBe('part'))

  it('a state of the past in an outlet’s own voice is background, unless it still goes on', () => {
    expect(read('Arden was held by Northern troops', 'control.held')).toBe('nothing')
    expect(read('Northern troops still held Arden', 'control.held')).toBe('whole')
  })
  it('a withdrawal that is under way is not over', () => {
    expect(read('Northern troops are leaving Arden', 'control.left')).toBe('nothing')
    expect(read('Two thirds of the troops left Arden', 'control.left')).toBe('nothing')
    expect(read('Northern forces continued their withdrawal from Arden', 'control.left')).toBe('nothing')
    expect(read('Northern troops are actively fleeing Arden', 'control.left')).toBe('nothing')
    expect(read('Northern troops were forced to withdraw from Arden', 'control.left')).toBe('whole')
  })
  it('who holds on in a pocket holds a part', () =>
    expect(read('fighters hold out in the last pocket of Arden', 'control.held', { time: now })).toBe('part'))
  it('the place a second verb moves toward is not the one taken', () => {
    const places = [at('belm'), at('arden')] as const
    const both = claim('control.seized', 'Northern troops seize Belm and advance on Arden', { places, target: 'Belm' })
    expect(places.map(place => bearingOf(both, place))).toEqual(['whole', 'nothing'])
  })
  it('what is to happen later says nothing of today', () => {
    const time = { start: day(20), end: day(20), words: 'on the twentieth', tense: 'present' as const }
    expect(read('Northern troops leave Arden', 'control.left', { time })).toBe('nothing')
  })
  it('a denial that points back at the claim speaks of the place claimed', () =>
    expect(read('the South rejects the claim', 'control.seized', { stance: 'denies' })).toBe('whole'))
  it('reads a hostile wording in one pass', () => {
    expect(read(`Arden${' Aa'.repeat(20_000)} region`)).toBeDefined()
    expect(read(`${'in the city of '.repeat(5_000)}Arden`)).toBeDefined()
    expect(read(`${'since the eastern '.repeat(5_000)}Arden`)).toBeDefined()
  })
})
