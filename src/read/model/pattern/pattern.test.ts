import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { readConllu } from '../conllu.ts'
import { treeFinder } from '../fixtures/find-tree.ts'
import { compilePatterns, PatternError } from './index.ts'

const SOURCE = readFileSync(new URL('../fixtures/war-news.conllu', import.meta.url), 'utf8')
const { sentences } = readConllu(SOURCE)
const tree = treeFinder(SOURCE)

/** What a pattern captures in a sentence, by words: one record for each match. */
function captured(source: string, beginning: string, lists = {}): Record<string, string | null>[] {
  const { sentence, word } = tree(beginning)
  return compilePatterns(source, lists)
    .match(sentence)
    .map(({ captures }) => Object.fromEntries(Object.entries(captures).map(([name, at]) => [name, word(at)])))
}

describe('one pattern finds one thing however it is said', () => {
  const source = `
took: verb seize | capture, not negated
  subject (who)?: noun or name
  object (what)`
  it.each<[string, Record<string, string>]>([
    ['Russian forces captured', { who: 'forces', what: 'village' }],
    ['Kopanky was captured', { who: 'forces', what: 'Kopanky' }],
    ['The village Russia seized', { who: 'Russia', what: 'village' }],
    ['Forces attacked', { who: 'Forces', what: 'Kopanky' }],
    ['Russia and Belarus said', { what: 'bridge' }],
  ])('%s', (beginning, found) => expect(captured(source, beginning)).toEqual([found]))
})

describe('tests', () => {
  it.each<[string, string, string, number]>([
    ['a condition that fails', 'a: verb confirm, not negated', 'The capture of Kopanky', 0],
    ['a condition that holds', 'a: verb confirm, negated, passive, past', 'The capture of Kopanky', 1],
    ['a modal of another kind', 'a: verb strike, modal must', 'Ukraine may have struck', 0],
    ['a plural', 'a: noun reporter, plural', 'He told reporters', 1],
    ['a word with its particle apart', 'a: verb shoot down', 'Ukraine shot the missile', 1],
    ['a verb without the particle', 'a: verb shoot up', 'Ukraine shot the missile', 0],
    ['a compound by its head', 'a: noun air force', 'According to', 1],
    ['words taken out', 'a: noun except force | drone', 'According to', 1],
    ['a form as written', 'a: noun "forces"', 'Russian forces captured', 1],
    ['a form that is not written so', 'a: noun "force"', 'Russian forces captured', 0],
    ['a universal class', 'a: SCONJ that', 'Kyiv denied', 1],
    ['any word', 'a: word', 'No one was hurt', 5],
    ['order', 'a: verb capture\n  subject: word, before\n  object: word, after', 'Russian forces captured', 1],
    ['order that is not kept', 'a: verb capture\n  subject: word, after', 'Kopanky was captured', 1],
    ['a forbidden part', 'a: verb tell\n  no recipient: noun reporter', 'He told reporters', 0],
    ['a forbidden part that fails its test', 'a: verb tell\n  no recipient: noun soldier', 'He told reporters', 1],
  ])('%s: %s', (_, source, beginning, matches) => {
    expect(compilePatterns(source).match(tree(beginning).sentence)).toHaveLength(matches)
  })

  it('lists are handed in or defined, and may be joined', () => {
    const source = '@all = @towns | "Bakhmut"\na: verb lie\n  anywhere west of (where): name @all'
    expect(captured(source, 'The village Russia seized', { towns: ['Sumy', 'Izium'] })).toEqual([{ where: 'Bakhmut' }])
  })
  it('a list that fills a role is tried member by member', () => {
    expect(captured('a: verb say\n  subject (who): name Belarus', 'Russia and Belarus said')).toEqual([
      { who: 'Belarus' },
    ])
    expect(captured('a: name Russia\n  conjunct (with)', 'Russia and Belarus said')).toEqual([{ with: 'Belarus' }])
  })
  it('one word fills one part', () => {
    expect(captured('a: verb pull\n  out of (first)\n  out of (second)', 'Troops pulled')).toEqual([
      { first: 'Kherson', second: 'Izium' },
    ])
  })
  it('a missing part inside an optional one leaves that out', () => {
    expect(captured('a: verb capture\n  object (what)?\n    [nummod] (count)', 'Russian forces captured')).toEqual([{}])
  })
  it('a clause with its preposition is found like a noun', () => {
    expect(captured('a: verb launch\n  without (what): verb\n    object (hit)', 'Drones were launched')).toEqual([
      { what: 'hitting', hit: 'targets' },
    ])
  })
})

describe('confidence', () => {
  const { sentence, at } = tree('Russian forces captured')
  const doubted = {
    ...sentence,
    tokens: sentence.tokens.map(token => ({ ...token, confidence: token.index === at('village') ? 0.6 : 0.9 })),
  }
  it('is the product of the arcs a match rests on', () => {
    const [match] = compilePatterns('a: verb capture\n  subject (who)\n  object (what)').match(doubted)
    expect(match?.confidence).toBeCloseTo(0.54)
    expect(compilePatterns('a: verb capture').match(doubted)[0]?.confidence).toBe(1)
  })
  it('can be asked for, of a part and of the whole', () => {
    expect(compilePatterns('a: verb capture\n  object: word, sure 0.7').match(doubted)).toHaveLength(0)
    expect(compilePatterns('a: verb capture\n  subject: word, sure 0.7').match(doubted)).toHaveLength(1)
    expect(compilePatterns('a: verb capture, sure 0.55\n  subject\n  object').match(doubted)).toHaveLength(0)
  })
})

describe('a pattern that cannot be read is refused with its place', () => {
  it.each<[string, string, string]>([
    ['no name', ': verb seize', '1:1 the name of a pattern'],
    ['no colon', 'capture verb seize', '1:9 a colon after the name of the pattern'],
    ['no class', 'a: nuon town', '1:4 a word class'],
    ['no word after a bar', 'a: verb seize |', '1:16 a word'],
    ['an open quotation', 'a: verb "seize', '1:15 a closing quotation mark'],
    ['an empty quotation', 'a: verb ""', '1:10 a word between the quotation marks'],
    ['an unknown list', 'a: noun @places', '1:10 a word list that is known (none)'],
    ['a list without a name', 'a: noun @', '1:10 the name of a word list after @'],
    ['an unknown condition', 'a: verb seize, negatd', '1:16 a condition'],
    ['a confidence that is none', 'a: verb seize, sure 2', '1:21 a number from 0 to 1'],
    ['no confidence', 'a: verb seize, sure', '1:20 a number from 0 to 1'],
    ['words left over', 'a: verb seize (who)', '1:15 "or", a comma'],
    ['an unknown role', 'a: verb seize\n  subjct', '2:3 a role'],
    ['an unknown relation', 'a: verb seize\n  [nsub]', '2:4 a relation of Universal Dependencies'],
    ['an open relation', 'a: verb seize\n  [nsubj: noun', '2:9 a closing bracket'],
    ['an open capture', 'a: verb seize\n  object (what: noun', '2:15 a closing bracket'],
    ['a capture without a name', 'a: verb seize\n  object ()', '2:11 a name to capture under'],
    [
      'a capture twice',
      'a: verb seize\n  subject (x)\n  object (x)',
      '3:11 a name this pattern has not captured under',
    ],
    ['a capture of what must not be there', 'a: verb seize\n  no object (x)', '2:13 no name for a part'],
    ['a capture inside what must not be there', 'a: verb seize\n  no object\n    of (x)', '3:8 no name for a part'],
    ['an optional part that must not be there', 'a: verb seize\n  no object?', '2:12 a colon or the end of the line'],
    ['something after a part', 'a: verb seize\n  object = noun', '2:10 (name), ?, a colon'],
    ['a name twice', 'a: verb seize\na: verb take', '2:1 a name no other pattern has'],
    ['a tab', 'a: verb seize\n\tobject', '2:1 spaces'],
    ['lines out of line', 'a: verb seize\n    object\n  subject', '3:3 a line indented by 4'],
    ['a list without words', '@a =', '1:5 a word'],
    ['a list without =', '@a town', '1:4 = after the name'],
    ['a list with a comma', '@a = town, village', '1:10 | or the end of the line'],
    ['parts below a list', '@a = town\n  object', '2:3 no parts below a word list'],
  ])('%s', (_, source, place) => {
    let told: string | null = null
    try {
      compilePatterns(source)
    } catch (error) {
      expect(error).toBeInstanceOf(PatternError)
      expect(error).toBeInstanceOf(InputError)
      const { line, column, expected, found, remedy, message } = error as PatternError
      told = `${line}:${column} ${expected}`
      expect(message).toBe(`patterns, line ${line}, column ${column}: expected ${expected}, found ${found}; ${remedy}`)
    }
    expect(told?.slice(0, place.length)).toBe(place)
  })
})

describe('laws', () => {
  const marks = 'a b : | , ? = @list " # seize in subject object anywhere negated [nsubj] (x) (y)'.split(' ')
  const words = ['\n', '\n  ', '\n    ', ' verb ', ' noun ', ' not ', ' no ', ' or ', 'except ', 'sure 0.5', '\t']
  const pieces = fc.constantFrom(...marks, ...words)
  const anySource = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 30 }).map(parts => parts.join('')),
  )
  it('a source compiles or is refused with a PatternError, whatever it holds', () => {
    fc.assert(
      fc.property(anySource, source => {
        try {
          compilePatterns(source, { list: ['town'] })
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError)
          expect((error as Error).message).not.toContain('\n')
        }
      }),
      { numRuns: 2000 },
    )
  })

  const test = fc.constantFrom(
    'word',
    'verb',
    'noun',
    'name or pronoun',
    'word, not negated',
    'number',
    'verb seize | say | capture',
  )
  const role = fc.constantFrom(
    'subject',
    'object',
    'content',
    'in | of | on',
    '[nmod | obl]',
    'anywhere',
    'anywhere of',
    'modifier',
    'head',
    'conjunct',
    'recipient',
  )
  const part = fc.record({ role, test, mark: fc.constantFrom('', '?', 'no'), deep: fc.boolean() })
  const anyPatterns = fc
    .array(fc.tuple(test, fc.array(part, { maxLength: 4 })), { minLength: 1, maxLength: 3 })
    .map(patterns =>
      patterns
        .map(([head, parts], p) => {
          const lines = parts.map(({ role, test, mark, deep }, i) => {
            const indent = deep && i > 0 ? '    ' : '  '
            return mark === 'no'
              ? `  no ${role}: ${test}`
              : `${parts[i - 1]?.mark === 'no' ? '  ' : indent}${role} (c${i})${mark}: ${test}`
          })
          return [`p${p}: ${head}`, ...lines].join('\n')
        })
        .join('\n'),
    )
  it('the same patterns find the same twice, and every capture is a word of the sentence', () => {
    fc.assert(
      fc.property(anyPatterns, fc.constantFrom(...sentences), (source, sentence) => {
        const matches = compilePatterns(source).match(sentence)
        expect(compilePatterns(source).match(sentence)).toEqual(matches)
        for (const { head, captures, confidence } of matches) {
          for (const at of [head, ...Object.values(captures)]) expect(sentence.tokens[at]?.index).toBe(at)
          expect(new Set([head, ...Object.values(captures)]).size).toBe(1 + Object.keys(captures).length)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
        expect(new Set(matches.map(({ pattern, head }) => `${pattern} ${head}`)).size).toBe(matches.length)
      }),
      { numRuns: 500 },
    )
  })
})
