import { describe, expect, it } from 'vitest'
import { documentOf } from './made-up-theatre.ts'

const tagsOf = (text: string) =>
  documentOf(text)
    .tokens.map(({ form, tag }) => `${form}/${tag}`)
    .join(' ')
const verbsOf = (text: string) =>
  documentOf(text).tokens.flatMap(({ lemma, tag, verbForm }) => (tag === 'verb' ? [`${lemma}:${verbForm}`] : []))

describe('tags', () => {
  it.each([
    [
      'The army reports that the attack failed.',
      'The/det army/noun reports/verb that/conj the/det attack/noun failed/verb ./punct',
    ],
    ['Missile strikes hit the port.', 'Missile/noun strikes/noun hit/verb the/det port/noun ./punct'],
    [
      'They will attack the town to seize it.',
      'They/pron will/aux attack/verb the/det town/noun to/part seize/verb it/pron ./punct',
    ],
    [
      'Norlandian troops have not left Marvik.',
      'Norlandian/adj troops/noun have/aux not/part left/verb Marvik/name ./punct',
    ],
  ])('%s', (text, tags) => expect(tagsOf(text)).toBe(tags))

  it('finds the verb of a clause in a word that is as often a noun', () => {
    expect(verbsOf('The world needs help.')).toEqual(['need:present'])
    expect(verbsOf('Veskian troops hold Marvik.')).toEqual(['hold:present'])
    expect(verbsOf('Its needs are great.')).toEqual([])
    expect(verbsOf('The army units commander left.')).toEqual(['leave:past'])
  })

  it('tells a participle behind an auxiliary from a past form', () => {
    expect(verbsOf('The town was captured on Monday.')).toEqual(['capture:participle'])
    expect(verbsOf('Troops captured the town.')).toEqual(['capture:past'])
    expect(verbsOf('Troops have taken the town and withdrew.')).toEqual(['take:participle', 'withdraw:past'])
    expect(verbsOf('Troops are trying to expand the zone.')).toEqual(['try:gerund', 'expand:base'])
  })

  it('does not take the capitals of a title-case heading for names', () => {
    expect(tagsOf('Shelling Kills Two in Marvik')).not.toContain('Kills/name')
  })
})
