import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, MADE_UP_INDEX } from './made-up-theatre.ts'
import { readNumber } from './number-words.ts'
import { findQuantities } from './quantities.ts'

const read = (text: string) => findQuantities(documentOf(text), MADE_UP_INDEX)
/** Measure and numbers of every quantity: value, else `low..high`. */
const figures = (text: string) =>
  read(text).map(({ change, high, low, measure, of, value }) => {
    const amount = value ?? `${low ?? ''}..${high ?? ''}`
    return [measure, amount, ...(of === null ? [] : ['of', of]), ...(change === null ? [] : ['change', change])].join(
      ' ',
    )
  })

describe('quantities', () => {
  it.each([
    ['Two civilians were killed and nine wounded.', ['people.killed 2', 'people.wounded 9']],
    ['At least one person was killed and 33 others injured.', ['people.killed 1..', 'people.wounded 33']],
    ['Shelling killed three people and wounded twenty-one.', ['people.killed 3', 'people.wounded 21']],
    ['None were wounded.', ['people.wounded 0']],
    ['The army shot down 16 of 21 drones.', ['munitions.shot-down 16 of 21']],
    ['Air defence shot down 76 of the 188 Kite-3 drones launched overnight.', ['munitions.shot-down 76 of 188']],
    ['Veskia launched 40 missiles.', ['munitions.launched 40']],
    ['Some 200 Veskian soldiers were killed.', ['personnel.killed 200']],
    ['About 600 soldiers were eliminated.', ['personnel.losses 600']],
    [
      '660 soldiers, 13 tanks, one air defence system and 11 armoured personnel carriers were destroyed.',
      ['personnel.losses 660', 'equipment.tanks 13', 'equipment.air-defence 1', 'equipment.armoured-vehicles 11'],
    ],
    ['They took over 235 square kilometres of land.', ['area 235..']],
    ['They moved 5 km north and 300 hectares burned.', ['distance 5000', 'area 3']],
    ['Power was cut to 70 percent of the region.', ['share 0.7']],
    ['It holds nearly one-fifth of the land.', ['share ..0.2']],
    ['There is a 10% chance of rain.', ['probability 0.1']],
    ['It will cost $411 billion, 2.6 times the GDP.', ['money 411000000000', 'ratio 2.6']],
    ['A loan of €1.4bn and 50 million dollars.', ['money 1400000000', 'money 50000000']],
    ['Between 30 and 35 drones were launched.', ['munitions.launched 30..35']],
    ['30-35 drones were launched.', ['munitions.launched 30..35']],
    [
      'Dozens of civilians died and hundreds of soldiers were killed.',
      ['people.killed 24..', 'personnel.killed 200..'],
    ],
    ['A two-day visit.', ['duration 2']],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected))

  it.each([
    ['A woman of 71 was killed and two people are wounded.', ['people.wounded 2']],
    ['A man of 59 and a 64-year-old man were wounded.', []],
    ['A boy, aged 12, died; the 33-year-old survived.', []],
    ['Two men aged 45 and 52 were killed.', ['people.killed 2']],
    ['A woman, 63, was hurt; two men (34 and 36) were killed.', ['people.killed 2']],
    ['Women aged between 30 and 40 were wounded.', []],
    ['Shelling wounded a girl of twelve and three others.', ['people.wounded 3']],
    ['A family of 4 was killed.', ['people.killed 4']],
    ['They met between five and seven o’clock.', []],
    ['Rovers won 3-1 and lost 2-0.', []],
    ['A fire burned in a 9-storey building.', []],
  ])('an age, an hour or a score is no count: %s', (text, expected) => expect(figures(text)).toEqual(expected))

  it.each([
    ['Three of the five missiles fired at the port were intercepted.', ['munitions.shot-down 3 of 5']],
    ['Of the 20 drones, 15 were shot down.', ['munitions.shot-down 15 of 20']],
    ['Gunners shot down 15 drones out of 20.', ['munitions.shot-down 15 of 20']],
    [
      'Veskia launched 30 drones, 20 of which were shot down.',
      ['munitions.launched 30', 'munitions.shot-down 20 of 30'],
    ],
    ['Veskia lost up to 150 servicemen and two tanks.', ['personnel.losses ..150', 'equipment.tanks 2']],
    ['Veskia lost 150 men.', ['personnel.losses 150']],
    ['A strike destroyed a substation, leaving 3,000 people in the dark.', [' 3000']],
    ['The town lost power and 20 people left.', [' 20']],
    [
      'Five people were killed, including two children, and 10 were hurt.',
      ['people.killed 5', 'people.killed 2', 'people.wounded 10'],
    ],
    ['The military death toll reached 300.', ['personnel.killed 300']],
    ['A total of 1,035 civilians have been killed.', ['people.killed 1035']],
    ['Fire destroyed two oil tanks.', [' 2']],
    [
      'Gunners destroyed eight missiles and 367 unmanned aerial vehicles.',
      ['munitions.shot-down 8', 'munitions.shot-down 367'],
    ],
    [
      'Losses: 3,400 tanks (+3) and 24 units of special equipment.',
      ['equipment.tanks 3400 change 3', 'equipment.other 24'],
    ],
    ['anti-aircraft warfare systems 250 (+1)', ['equipment.air-defence 250 change 1']],
    [
      'tanks (3,400), aircraft (303), helicopters (288)',
      ['equipment.tanks 3400', 'equipment.aircraft 303', 'equipment.helicopters 288'],
    ],
    ['Drones were shot down over 17 regions.', [' 17']],
  ])('a part, its whole and what befell it: %s', (text, expected) => expect(figures(text)).toEqual(expected))

  it('reads running totals with their increments over many lines', () => {
    const text =
      'Losses:\npersonnel – about 733,830 (+1,610)\ntanks – 9,422 (+11)\nartillery systems ‒ 20,767 (+29)\nhelicopters: 329'
    expect(figures(text)).toEqual([
      'personnel.losses 733830 change 1610',
      'equipment.tanks 9422 change 11',
      'equipment.artillery 20767 change 29',
      'equipment.helicopters 329',
    ])
  })

  it.each([
    'He turned 45-year-old on 5 March 2022 at 10:30.',
    'The 47th Brigade lost a T-88 and a Kite-3.',
    'One of the bridges fell.',
    'Resolution 2202 names Article 5.',
    'No one came; several left.',
    'Tomas Brandt, 52, lives at 14 Harbour Street.',
  ])('finds no figure in: %s', text => expect(figures(text)).toEqual([]))

  it('keeps the words of a rough or bounded number in the span', () => {
    const text = 'They have up to 60 tanks.'
    expect(
      read(text).map(({ approx, high, noun, span }) => [
        text.slice(...span),
        high,
        approx,
        noun && text.slice(...noun),
      ]),
    ).toEqual([['up to 60', 60, false, 'tanks']])
  })

  it('reads any whole number below a million from its words', () => {
    const ones =
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
        ' ',
      )
    const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
    const below = (n: number): string =>
      n < 20
        ? (ones[n] as string)
        : n < 100
          ? `${tens[Math.floor(n / 10) - 2]}${n % 10 ? `-${ones[n % 10]}` : ''}`
          : `${ones[Math.floor(n / 100)]} hundred${n % 100 ? ` and ${below(n % 100)}` : ''}`
    const words = (n: number): string =>
      n < 1000
        ? below(n)
        : `${below(Math.floor(n / 1000))} thousand${n % 1000 ? `${n % 1000 < 100 ? ' and' : ''} ${below(n % 1000)}` : ''}`
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), number => {
        const { tokens } = documentOf(words(number))
        expect(readNumber(tokens, 0, tokens.length)).toEqual({ value: number, to: tokens.length })
      }),
    )
  })

  it('gives a value or a bound, never both, on any mix of number words', () => {
    const parts =
      'at least 5 of 21 drones tanks – 9,422 (+11) about two dozen killed percent km $ and to nearly one-fifth soldiers were hundreds , .'.split(
        ' ',
      )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 20 }), words => {
        for (const { high, low, value } of read(words.join(' ')))
          expect(value === null ? low !== null || high !== null : low === null && high === null).toBe(true)
      }),
    )
  })
})

describe('traps of figures, each with its twin', () => {
  it.each([
    ['Two men were charged with killing a guard.', []],
    ['Two men were killed at the gate.', ['people.killed 2']],
    ['None of the injuries is grave.', []],
    ['None were injured.', ['people.wounded 0']],
    ['Air defence shot down 61 of 71 drones.', ['munitions.shot-down 61 of 71']],
    ['Air defence shot down 16 of 21 drones.', ['munitions.shot-down 16 of 21']],
    ['Four people were killed and 11 wounded.', ['people.killed 4', 'people.wounded 11']],
    ['Four people were wounded and 11 killed.', ['people.wounded 4', 'people.killed 11']],
    ['No casualties were reported, but three people died on the road.', ['people.killed 3']],
  ])('%s', (text, expected) => expect(figures(text).filter(figure => !figure.startsWith(' '))).toEqual(expected))
})
