import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import data from '../data/lemma-exceptions.json' with { type: 'json' }
import { lemmatise } from './lemmatise.ts'
import { ruleLemma } from './rule-lemma.ts'

describe('dictionary forms', () => {
  it.each<[upos: string, xpos: string, words: string]>([
    [
      'VERB',
      'VBD',
      'seized=seize shelled=shell struck=strike withdrew=withdraw overran=overrun retook=retake fled=flee denied=deny',
    ],
    [
      'VERB',
      'VBN',
      'downed=down repelled=repel besieged=besiege strafed=strafe jammed=jam freed=free mobilised=mobilise ceded=cede',
    ],
    [
      'VERB',
      'VBG',
      'shelling=shell encircling=encircle digging=dig fleeing=flee dying=die fortifying=fortify firing=fire',
    ],
    ['VERB', 'VBZ', 'says=say goes=go pushes=push denies=deny seizes=seize focuses=focus'],
    [
      'NOUN',
      'NNS',
      'forces=force casualties=casualty servicemen=serviceman aircraft=aircraft crises=crisis bases=base UAVs=UAV batteries=battery',
    ],
    ['NOUN', 'NN', 'Drone=drone shelling=shelling TV=TV DRONES=drones'],
    ['PROPN', 'NNP', 'Ukraine=Ukraine NATO=NATO Houthi=Houthi'],
    ['PROPN', 'NNPS', 'Nations=Nation Philippines=Philippines Emirates=Emirate'],
    ['ADJ', 'JJ', 'Russian=Russian pro-Kremlin=pro-Kremlin Heavy=heavy'],
    ['ADJ', 'JJR', 'heavier=heavy worse=bad larger=large bigger=big'],
    ['ADJ', 'JJS', 'fiercest=fierce deadliest=deadly largest=large'],
    ['PRON', 'PRP', 'them=they I=I It=it us=we'],
    ['AUX', 'VBD', 'was=be had=have were=be did=do'],
    ['AUX', 'VBZ', "'s=be has=have is=be ’s=be"],
    ['AUX', 'MD', "'ll=will wo=will ca=can might=might"],
    ['PART', 'RB', "n't=not n’t=not not=not"],
    ['DET', 'DT', 'an=a those=that The=the'],
    ['NUM', 'CD', '200,000=200000 Two=two 16=16 3.5=3.5'],
    ['PUNCT', '``', '“="'],
  ])('%s %s: %s', (upos, xpos, words) => {
    for (const pair of words.split(' ')) {
      const [form = '', lemma] = pair.split('=')
      expect(`${form}=${lemmatise(form, upos, xpos)}`).toBe(`${form}=${lemma}`)
    }
  })

  it('the lists of exceptions come before the rules, by tag', () => {
    expect(ruleLemma('Oct.', 'PROPN', 'NNP')).toBe('Oct.')
    expect(lemmatise('Oct.', 'PROPN', 'NNP')).toBe('October')
    expect(lemmatise('left', 'ADJ', 'JJ')).toBe('left')
    expect(lemmatise('left', 'VERB', 'VBD')).toBe('leave')
  })
  it('the list says where it comes from and under which licence', () => {
    expect(data.licence).toContain('CC BY-SA 4.0')
    expect(data.attribution).toMatch(/EWT.*GUM/)
  })
  it('no word is without a lemma, and a base form is its own', () => {
    const tags = fc.constantFrom(
      'VB',
      'VBD',
      'VBG',
      'VBN',
      'VBZ',
      'NN',
      'NNS',
      'NNP',
      'NNPS',
      'JJ',
      'JJR',
      'JJS',
      'RB',
      'CD',
      'UH',
    )
    fc.assert(
      fc.property(fc.stringMatching(/^\S{1,12}$/u), tags, (form, xpos) => {
        expect(lemmatise(form, 'X', xpos)).not.toBe('')
      }),
    )
    for (const verb of ['seize', 'shell', 'advance', 'hold', 'strike', 'deny'])
      expect(lemmatise(verb, 'VERB', 'VB')).toBe(verb)
  })
})
