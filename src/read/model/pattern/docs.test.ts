import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { treeFinder } from '../fixtures/find-tree.ts'
import { compilePatterns } from './index.ts'
import { ROLE_NAMES, WORD_CLASSES } from './pattern.ts'
import { CONDITIONS } from './read-test.ts'

const page = readFileSync('docs/patterns.md', 'utf8')
const tree = treeFinder(readFileSync(new URL('../fixtures/war-news.conllu', import.meta.url), 'utf8'))

/** The blocks of patterns and, for each, the sentences quoted below it with what is said to be found there. */
const examples = page
  .split('```patterns\n')
  .slice(1)
  .map(part => {
    const [source = '', below = ''] = part.split('```')
    const quotes = [...below.matchAll(/((?:^> .*\n)+)/gm)].map(([quote]) =>
      quote
        .trim()
        .split('\n')
        .map(line => line.replace(/^> /, '')),
    )
    return { source, quotes }
  })
const cases = examples.flatMap(({ source, quotes }) => quotes.map(([text = '', ...found]) => ({ source, text, found })))

describe('docs/patterns.md', () => {
  it('has a good dozen examples, and every block compiles', () => {
    expect(cases.length).toBeGreaterThanOrEqual(12)
    for (const { source } of examples) expect(compilePatterns(source).names.length).toBeGreaterThan(0)
  })
  it.each(cases)('finds in "$text" what it says', ({ source, text, found }) => {
    const { sentence, word } = tree(text)
    const matches = compilePatterns(source).match(sentence)
    const told = matches.map(({ pattern, captures }) => {
      const names = Object.entries(captures).map(([name, at]) => `${name} = ${word(at)}`)
      return `${pattern}: ${names.join(', ')}`
    })
    expect(told).toEqual(found)
  })
  it('tells every role, class and condition there is', () => {
    for (const name of [...ROLE_NAMES, ...Object.keys(WORD_CLASSES), ...CONDITIONS])
      expect(page, name).toMatch(new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``))
  })
  it('shows an error as it is', () => {
    expect(() => compilePatterns('capture: verb seize\n  subjct (who)')).toThrow(/^patterns, line 2, column 3: /)
    try {
      compilePatterns('capture: verb seize\n  subjct (who)')
    } catch (error) {
      expect(page).toContain((error as Error).message)
    }
  })
})
