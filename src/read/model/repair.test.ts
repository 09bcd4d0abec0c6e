import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConllu } from './conllu.ts'
import { treeFinder } from './fixtures/find-tree.ts'
import { repair } from './repair.ts'

const source = readFileSync(new URL('./fixtures/war-news.conllu', import.meta.url), 'utf8')
const damaged = readFileSync(new URL('./fixtures/damaged-trees.conllu', import.meta.url), 'utf8')
const tree = treeFinder(damaged)

/** A word's relation and the form it hangs on, after repair. */
function mended(beginning: string, form: string, nth = 0): string {
  const { sentence, at, word } = tree(beginning)
  const token = repair(sentence).tokens[at(form, nth)]
  return `${token?.relation} ${word(token?.head)}`
}

describe('"according to" speaks of its whole clause', () => {
  it('at the end of the sentence it is hung on the root, not on the nearest verb', () =>
    expect(mended('Shells hit', 'Reuters')).toBe('obl hit'))
  it('at the beginning too', () => expect(mended('According to officials', 'officials')).toBe('obl said'))
  it('inside it speaks of the clause it stands in', () => expect(mended('He said that', 'UN')).toBe('obl left'))
})

describe('two subjects side by side are one', () => {
  it('a title and a name', () => {
    expect(mended('The spokesman', 'Melnyk')).toBe('appos spokesman')
    expect(mended('The spokesman', 'spokesman')).toBe('nsubj said')
  })
  it('a title without an article describes the name', () => {
    expect(mended('Spokesman', 'Spokesman')).toBe('nmod:desc Melnyk')
    expect(mended('Spokesman', 'Melnyk')).toBe('nsubj said')
  })
  it('not where the second is no name and no commas enclose it', () =>
    expect(mended('The way', 'tax')).toBe('nsubj falls'))
  it('an institute and what it is', () => expect(mended('The institute', 'tank')).toBe('appos institute'))
})

describe('"that" before a whole clause is a conjunction', () => {
  it('it is not the object', () => {
    expect(mended('There is a chance', 'that')).toBe('mark take')
    expect(mended('There is a chance', 'take')).toBe('acl chance')
  })
})

describe('repair', () => {
  const all = [...readConllu(source).sentences, ...readConllu(damaged).sentences]
  it('returns a tree that needs no mending as it is', () => {
    for (const sentence of readConllu(source).sentences) expect(repair(sentence)).toBe(sentence)
  })
  it('twice is as once, and what comes out is a tree of the same words', () => {
    for (const sentence of all) {
      const once = repair(sentence)
      expect(repair(once)).toEqual(once)
      expect(once.tokens.map(({ form, span }) => [form, span])).toEqual(
        sentence.tokens.map(({ form, span }) => [form, span]),
      )
      expect(once.tokens.filter(({ head }) => head === null)).toHaveLength(1)
      for (const token of once.tokens) {
        let [at, steps] = [token, 0]
        while (at.head !== null && steps++ < 100) at = once.tokens[at.head] ?? at
        expect(at.head).toBeNull()
      }
    }
  })
})
