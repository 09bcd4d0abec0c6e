import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { treeFinder } from '../fixtures/find-tree.ts'
import {
  antecedent,
  arcsConfidence,
  children,
  complements,
  conjuncts,
  deepObject,
  deepSubject,
  isNegated,
  isPassive,
  modifiers,
  negations,
  object,
  obliques,
  passiveAgent,
  passiveSubject,
  pathConfidence,
  phraseSpan,
  phraseTokens,
  recipient,
  subject,
  subtree,
  surfaceSubject,
  tokenAt,
  verbGroup,
} from './index.ts'

const tree = treeFinder(readFileSync(new URL('../fixtures/war-news.conllu', import.meta.url), 'utf8'))

describe('who does what to whom', () => {
  it.each<[string, string, string | null, string | null]>([
    ['Russian forces captured', 'captured', 'forces', 'village'],
    ['Kopanky was captured', 'captured', 'forces', 'Kopanky'],
    ['Two people were killed', 'killed', null, 'people'],
    ['The army did not manage', 'take', 'army', 'town'],
    ['The general ordered', 'retreat', 'troops', null],
    ['Troops defending', 'defending', 'Troops', 'town'],
    ['The village Russia seized', 'seized', 'Russia', 'village'],
    ['Ukraine may have struck', 'uses', 'Russia', 'bridge'],
    ['He told reporters', 'fell', 'city', null],
    ['Forces attacked', 'seized', 'Forces', 'Kopanky'],
    ['Fighters retreated', 'leaving', 'Fighters', 'weapons'],
    ['Russia and Belarus said', 'destroyed', null, 'bridge'],
    ['The bridge, destroyed', 'destroyed', 'floods', 'bridge'],
    ['The bridge, destroyed', 'rebuilt', null, 'bridge'],
    ['A missile strike', 'wounded', 'strike', 'seven'],
  ])('%s: %s', (beginning, verb, who, whom) => {
    const { sentence, at, word } = tree(beginning)
    expect(word(deepSubject(sentence, at(verb))?.token)).toBe(who)
    expect(word(deepObject(sentence, at(verb))?.token)).toBe(whom)
  })

  it('tells a passive subject from an active one', () => {
    const { sentence, at, word } = tree('Kopanky was captured')
    expect(subject(sentence, at('captured'))).toBeNull()
    expect(word(passiveSubject(sentence, at('captured'))?.token)).toBe('Kopanky')
    expect(word(passiveAgent(sentence, at('captured'))?.token)).toBe('forces')
    expect(object(sentence, at('captured'))).toBeNull()
  })
  it('takes no day for an agent: "rebuilt by Friday"', () => {
    const { sentence, at } = tree('The bridge, destroyed')
    expect(passiveAgent(sentence, at('rebuilt'))).toBeNull()
  })
  it('names the arcs an answer rests on', () => {
    const { sentence, at } = tree('The army did not manage')
    expect(surfaceSubject(sentence, at('take'))?.arcs).toEqual([at('army'), at('take')])
  })
  it('finds the one spoken to', () => {
    const { sentence, at, word } = tree('He told reporters')
    expect(word(recipient(sentence, at('told'))?.token)).toBe('reporters')
  })
})

describe('what is said', () => {
  it.each<[string, string, string]>([
    ['Kyiv denied', 'denied', 'withdrawn'],
    ['Kopanky was captured', 'said', 'captured'],
    ['“We hold', 'said', 'hold'],
    ['The claim that', 'claim', 'fell'],
    ['The general ordered', 'ordered', 'retreat'],
  ])('%s: %s tells %s', (beginning, teller, told) => {
    const { sentence, at, word } = tree(beginning)
    expect(complements(sentence, at(teller)).map(({ token }) => word(token))).toEqual([told])
  })
  it('what follows a semicolon is not what is said', () => {
    const { sentence, at, word } = tree('The port was hit')
    expect(complements(sentence, at('said')).map(({ token }) => word(token))).toEqual(['hit'])
  })
  it('finds nothing said where nothing is', () => {
    const { sentence, at } = tree('Russian forces captured')
    expect(complements(sentence, at('captured'))).toEqual([])
  })
})

describe('phrases with their prepositions', () => {
  it.each<[string, string, [string, string][]]>([
    ['Russian forces captured', 'captured', [['on', 'Tuesday']]],
    ['Troops defending', 'withdrew', [['because of', 'shelling']]],
    ['According to', 'launched', [['according to', 'force']]],
    ['The village Russia seized', 'lies', [['west of', 'Bakhmut']]],
    [
      'Troops pulled out',
      'pulled',
      [
        ['of', 'Kherson'],
        ['of', 'Izium'],
      ],
    ],
    [
      'The capture of Kopanky',
      'capture',
      [
        ['of', 'Kopanky'],
        ['by', 'troops'],
      ],
    ],
  ])('%s: %s', (beginning, head, found) => {
    const { sentence, at, word } = tree(beginning)
    expect(obliques(sentence, at(head)).map(({ preposition, token }) => [preposition, word(token)])).toEqual(found)
  })
  it('knows the particle before the preposition: "pulled out of"', () => {
    const { sentence, at } = tree('Troops pulled out')
    expect(obliques(sentence, at('pulled')).map(({ particle }) => particle)).toEqual(['out', 'out'])
  })
  it('tells what describes a noun', () => {
    const { sentence, at, word } = tree('Russian forces captured')
    expect(modifiers(sentence, at('forces')).map(word)).toEqual(['Russian'])
  })
})

describe('lists, antecedents', () => {
  it('gives all members from any of them', () => {
    const { sentence, at, word } = tree('Forces attacked')
    for (const member of ['Kopanky', 'Verbove'])
      expect(conjuncts(sentence, at(member)).map(word)).toEqual(['Kopanky', 'Verbove'])
  })
  it('leads from a relative clause to its noun', () => {
    const { sentence, at, word } = tree('He told reporters')
    expect(word(antecedent(sentence, at('fell'))?.token)).toBe('city')
    expect(antecedent(sentence, at('told'))).toBeNull()
  })
})

describe('negation', () => {
  it.each<[string, string, string[]]>([
    ['The capture of Kopanky', 'confirmed', ['not']],
    ['No one was hurt', 'hurt', ['No']],
    ['The army did not manage', 'take', ['not']],
    ['Drones were launched', 'hitting', ['without']],
    ['Drones were launched', 'launched', []],
    ['Troops did not advance', 'dig', ['not']],
    ['Troops did not advance', 'held', []],
    ['Kyiv denied', 'withdrawn', []],
  ])('%s: %s', (beginning, verb, cues) => {
    const { sentence, at, word } = tree(beginning)
    expect(negations(sentence, at(verb)).map(word)).toEqual(cues)
    expect(isNegated(sentence, at(verb))).toBe(cues.length > 0)
  })
})

describe('tense, voice and modality', () => {
  it.each<[string, string, Partial<ReturnType<typeof verbGroup>>]>([
    ['Russian forces captured', 'captured', { tense: 'past', voice: 'active', perfect: false, finite: true }],
    ['Kopanky was captured', 'captured', { tense: 'past', voice: 'passive', perfect: false }],
    ['Kyiv denied', 'withdrawn', { tense: 'past', voice: 'active', perfect: true }],
    ['Ukraine may have struck', 'struck', { tense: null, modal: 'may', perfect: true, voice: 'active' }],
    ['The army will attack', 'attack', { tense: 'future', modal: null }],
    ['The army will attack', 'shelling', { tense: 'present', progressive: true, perfect: true }],
    ['The army did not manage', 'take', { tense: null, finite: false }],
    ['Russia and Belarus said', 'destroyed', { tense: 'past', voice: 'passive' }],
    ['The claim that', 'false', { tense: 'past', perfect: false, progressive: false }],
  ])('%s: %s', (beginning, verb, expected) => {
    const { sentence, at } = tree(beginning)
    expect(verbGroup(sentence, at(verb))).toMatchObject(expected)
  })
  it('sees a passive in a participle that describes a noun', () => {
    const { sentence, at } = tree('The bridge, destroyed')
    expect(isPassive(sentence, at('destroyed'))).toBe(true)
  })
})

describe('the span of a phrase', () => {
  it.each<[string, string, Parameters<typeof phraseSpan>[2], string]>([
    ['Russian forces captured', 'village', {}, 'the village of Kopanky'],
    ['Russian forces captured', 'Tuesday', {}, 'Tuesday'],
    ['Forces attacked', 'Kopanky', {}, 'Kopanky, the largest village in the district, and Verbove'],
    ['Forces attacked', 'Kopanky', { appositions: false, conjuncts: false }, 'Kopanky'],
    ['Forces attacked', 'village', {}, 'the largest village in the district'],
    ['Ukraine may have struck', 'bridge', {}, 'a bridge that Russia uses'],
    ['Ukraine may have struck', 'bridge', { relatives: false }, 'a bridge'],
    ['He told reporters', 'city', { relatives: false }, 'the city'],
    ['Troops defending', 'Troops', {}, 'Troops defending the town'],
    ['“We hold', 'hold', {}, 'We hold the town'],
    ['Kyiv denied', 'withdrawn', {}, 'its troops had withdrawn from Kopanky'],
    ['The claim that', 'false', {}, 'false'],
    ['The claim that', 'false', { clause: true, relatives: false }, 'The claim that the town fell was false'],
  ])('%s: %s %o', (beginning, head, options, span) => {
    const { sentence, at, text } = tree(beginning)
    expect(text.slice(...phraseSpan(sentence, at(head), options))).toBe(span)
  })

  it('every phrase holds its head, has no gap and stays in its sentence', () => {
    for (const beginning of ['Forces attacked', '“We hold', 'He told reporters', 'The bridge, destroyed']) {
      const { sentence } = tree(beginning)
      for (const { index } of sentence.tokens) {
        const run = phraseTokens(sentence, index)
        expect(run).toContain(index)
        expect(run.at(-1)! - run[0]!).toBe(run.length - 1)
        expect(subtree(sentence, index)).toEqual(
          expect.arrayContaining(run.filter(at => tokenAt(sentence, at).upos !== 'PUNCT')),
        )
      }
    }
  })
})

describe('confidence', () => {
  const { sentence, at } = tree('Russian forces captured')
  const doubted = {
    ...sentence,
    tokens: sentence.tokens.map(token =>
      token.form === 'Kopanky' || token.form === 'village' ? { ...token, confidence: 0.5 } : token,
    ),
  }
  it('of a way is the product of its arcs, each counted once', () => {
    expect(pathConfidence(doubted, at('Kopanky'), at('captured'))).toBe(0.25)
    expect(arcsConfidence(doubted, [at('Kopanky'), at('Kopanky')])).toBe(0.5)
  })
  it('is 0 where there is no way, 1 for no way at all', () => {
    expect(pathConfidence(doubted, at('captured'), at('Kopanky'))).toBe(0)
    expect(pathConfidence(doubted, at('captured'), at('captured'))).toBe(1)
  })
})

it('asking for a word that is not there is a mistake that is told', () => {
  const { sentence } = tree('No one')
  expect(() => tokenAt(sentence, 99)).toThrow('expected a word from 0 to 4, found 99')
  expect(children(sentence, 99)).toEqual([])
})
