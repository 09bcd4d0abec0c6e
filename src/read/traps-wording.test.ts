import { describe, expect, test } from 'vitest'
import { type Claim, type Instant, parseInstant } from '#domain'
import { loadTheatre } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const theatre = loadTheatre('ukraine')
const read = (text: string, publishedAt = parseInstant('2023-05-12T16:00:00Z') as Instant): readonly Claim[] =>
  readArticle(
    { title: null, outlet: 'Northgate Wire', publishedAt, url: null, language: 'en', text },
    { theatre, gazetteer: null, grammar: openGrammar() },
  ).claims
const figures = (text: string) =>
  read(text).flatMap(claim =>
    claim.figures.map(({ measure, value, of }) => [measure, value, of].filter(each => each !== null).join(' ')),
  )
const holders = (text: string) => read(text).map(({ holder }) => holder.id ?? holder.name)
const stances = (text: string) =>
  read(text).map(({ type, stance, holder }) => `${type} ${stance} ${holder.id ?? holder.name}`)
const grounds = (text: string) =>
  read(text)
    .at(-1)
    ?.places.filter(({ role, carried }) => role === 'at' && !carried)
    .map(({ name }) => name)

describe('each number is of what became of those it counts', () => {
  test.each([
    ['Shells on Siversk injured seven and left three missing.', ['people.wounded 7', 'people.missing 3']],
    ['Shells on Siversk injured seven and left three badly wounded.', ['people.wounded 7', 'people.wounded 3']],
    ['A rocket on Siversk hurt seven, with three missing.', ['people.wounded 7', 'people.missing 3']],
    ['A rocket on Siversk hurt seven, with three soldiers among them.', ['people.wounded 7', 'personnel.wounded 3']],
    ['Seven people were hurt in Siversk and three remain trapped.', ['people.wounded 7', 'people.trapped 3']],
    ['Seven people were hurt in Siversk and three remain hopeful.', ['people.wounded 7']],
    [
      'The blast in Siversk killed two and left five more buried under bricks.',
      ['people.killed 2', 'people.trapped 5'],
    ],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })
  test.each([
    ['Of 30 drones sent overnight, 27 were shot down over Siversk.', ['munitions.shot-down 27 30']],
    [
      'Russia attacked Siversk with 30 drones, of which 27 were destroyed.',
      ['munitions.launched 30', 'munitions.shot-down 27 30'],
    ],
    [
      'Russia attacked Siversk with 30 drones, whose wreckage damaged 27 houses.',
      ['munitions.launched 30', 'count 27'],
    ],
    ['27 out of 30 Shahed drones were eliminated over Siversk.', ['munitions.shot-down 27 30']],
    ['Ukraine lost 27 of its 30 tanks at Siversk.', ['equipment.tanks 27 30']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })
})

describe('a ministry by a short name is that of the side spoken of', () => {
  test.each([
    ['Russian troops shelled Siversk, killing two civilians. The MFA said this was a war crime.', 'ukraine-mfa'],
    ['Ukrainian troops shelled Donetsk, killing two civilians. The MFA said this was a war crime.', 'russia-mfa'],
    ['The Polish MFA said Russia had shelled Siversk.', 'poland-mfa'],
    ['Ukraine’s foreign ministry protested. The MFA said Russia had shelled Siversk.', 'ukraine-mfa'],
  ])('%s', (text, expected) => {
    expect(holders(text).at(-1)).toBe(expected)
  })
  test.each([
    [
      'The Russian defence ministry said its forces took Siversk. The Russian ministry also reported strikes on Sumy.',
      'russia-mod',
    ],
    [
      'The Russian foreign ministry said talks would go on. The Russian ministry also said Ukraine had shelled Donetsk.',
      'russia-mfa',
    ],
    ['Moscow’s ministry said its forces had taken Siversk.', 'russia-mod'],
    ['Kyiv’s ministry said its forces had taken Siversk.', 'ukraine-mod'],
    ['Moscow’s ministry said the talks on Siversk had failed.', 'Moscow’s ministry'],
  ])('%s', (text, expected) => {
    expect(holders(text).at(-1)).toBe(expected)
  })
})

describe('a denial is one in whatever words it is put', () => {
  const taken = 'control.seized asserts russia-mod'
  test.each([
    [
      'Moscow’s ministry said its forces had taken Siversk. A spokesperson of the brigade answers: not true.',
      [taken, 'control.seized denies spokesperson of the brigade'],
    ],
    [
      'Moscow’s ministry said its forces had taken Siversk. A spokesperson of the brigade answers: the road is wet.',
      [taken],
    ],
    ['Asked whether Siversk had fallen, Voloshyn said that was false.', ['control.seized denies voloshyn']],
    ['Asked whether Siversk had fallen, Voloshyn said that was true.', []],
    ['Asked if Russian troops had taken Siversk, Voloshyn said no.', ['control.seized denies voloshyn']],
    ['Asked if Russian troops had taken Siversk, Voloshyn said no civilians were left.', []],
    ['Russian claims of capturing Siversk rejected by Kyiv', ['control.seized denies ukraine']],
    ['Russian claims of capturing Siversk were rejected by Kyiv.', ['control.seized denies ukraine']],
    ['Russian claims of capturing Siversk were repeated by Kyiv.', []],
    ['A plan for peace was rejected by Kyiv.', ['politics.position asserts Northgate Wire']],
    ['Claims that Siversk was captured rejected by Kyiv', ['control.seized denies ukraine']],
  ])('%s', (text, expected) => {
    expect(stances(text)).toEqual(expected)
  })
  test('a denial reaches the reader as what it denies does: through the paper it is credited to', () => {
    const text = 'Moscow’s ministry said its forces had taken Siversk.\n\nKyiv denied this.'
    expect(read(text).at(-1)?.chain).toEqual(['Ukraine', 'Northgate Wire'])
  })
})

describe('places that no gazetteer holds', () => {
  const before = 'The fight for Bakhmut goes on. '
  test.each([
    [`${before}Russian troops liberated Hrabky, Nova Lypa and Stara Osyka.`, ['Hrabky', 'Nova Lypa', 'Stara Osyka']],
    [
      `${before}Hrabky, Nova Lypa and Stara Osyka were liberated by Russian troops.`,
      ['Hrabky', 'Nova Lypa', 'Stara Osyka'],
    ],
    [`${before}Russian troops captured Siversk, Hrabky and Stara Osyka.`, ['Siversk', 'Hrabky', 'Stara Osyka']],
    [`${before}Ukrainian troops withdrew from Hrabky and Stara Osyka.`, ['Hrabky', 'Stara Osyka']],
    [`${before}Russian troops captured Ivan Petrenko and Oleh Bondar.`, []],
    [`${before}Russian troops shelled Hrabky and Stara Osyka.`, ['Hrabky', 'Stara Osyka']],
    [`${before}Russian troops shelled Hrabmash.`, []],
  ])('%s', (text, expected) => {
    expect(grounds(text)).toEqual(expected)
  })
  test('the region behind them tells where they lie, and alone it is where it was', () => {
    const roles = (text: string) => read(text)[0]?.places.map(({ name, role }) => `${name} ${role}`)
    expect(roles('Russian troops liberated Hrabky and Stara Osyka in the Donetsk region.')).toEqual([
      'Hrabky at',
      'Stara Osyka at',
      'Donetsk Oblast of',
    ])
    expect(roles('Russian troops advanced in the Donetsk region.')).toEqual(['Donetsk Oblast at'])
  })
  test('"forces control A and B" holds them; "forces’ control" of nothing named holds nothing', () => {
    expect(read('Russian forces control Hrabky and Nova Lypa.').map(({ type }) => type)).toEqual(['control.held'])
    expect(read('Air traffic control near Siversk was shut.').map(({ type }) => type)).not.toContain('control.held')
  })
})

describe('the hour an entry of a live page opens with is when it was said', () => {
  test.each([
    ['14:32 Two drones hit a depot in Siversk.', '2023-05-12T14:32:00.000Z'],
    ['[09:15 GMT] Two drones hit a depot in Siversk.', '2023-05-12T09:15:00.000Z'],
    ['(11:05 CET) Two drones hit a depot in Siversk.', '2023-05-12T10:05:00.000Z'],
    ['2.30pm: Two drones hit a depot in Siversk.', '2023-05-12T14:30:00.000Z'],
    ['12.05.2023, 08:10 – Two drones hit a depot in Siversk.', '2023-05-12T08:10:00.000Z'],
    ['At 14:32 two drones hit a depot in Siversk.', undefined],
    ['18:10 Two drones hit a depot in Siversk.', undefined],
  ])('%s', (text, expected) => {
    expect(read(text)[0]?.said).toBe(expected)
  })
  test('it holds until the next hour, and of two days the nearer is meant', () => {
    const text =
      '23:40 Two drones hit a depot in Siversk.\n\nA man was wounded in Siversk.\n\n00:20 Shells hit a school in Sumy.'
    expect(read(text, parseInstant('2023-05-13T00:30:00Z') as Instant).map(({ said }) => said)).toEqual([
      '2023-05-12T23:40:00.000Z',
      '2023-05-12T23:40:00.000Z',
      '2023-05-13T00:20:00.000Z',
    ])
  })
})

describe('a pronoun is nobody’s name', () => {
  test.each([
    ['A new count is out. It reported that 300 Russian soldiers were killed near Siversk.', 'Northgate Wire'],
    [
      'The air force published a count. It reported that 300 Russian soldiers were killed near Siversk.',
      'ukraine-air-force',
    ],
    ['They said Russian forces had left Kherson.', 'unnamed source'],
    ['Oleh Bondar runs the clinic. He said 20 people were wounded in Siversk.', 'Oleh Bondar'],
  ])('%s', (text, expected) => {
    expect(holders(text).at(-1)).toBe(expected)
  })
})

describe('who does a deed that a noun names, and who suffers it', () => {
  const slots = (text: string) => read(text).map(({ type, agent, target }) => `${type} ${agent} ${target}`)
  test.each([
    ['Russia’s invasion of Ukraine is under way.', ['combat.assault Russia Ukraine']],
    ['The attack on Ukraine began in February.', ['combat.assault null Ukraine']],
    ['Ukrainian attacks on Russian positions near Siversk continue.', ['combat.assault Ukraine Siversk']],
  ])('%s', (text, expected) => {
    expect(slots(text)).toEqual(expected)
  })
})

describe('what one asks of another is a request or a stand, what one wants to do an aim', () => {
  test.each([
    ['Ukraine asked Germany for tanks.', ['politics.aid']],
    ['Moscow has asked China to provide military equipment.', ['politics.aid']],
    ['Moscow was asked about tanks by reporters.', []],
    ['Zelensky said Ukraine wanted Russian troops to leave Siversk.', ['politics.position']],
    ['Russian troops want to leave Siversk.', ['assessment.intent']],
  ])('%s', (text, expected) => {
    expect(read(text).map(({ type }) => type)).toEqual(expected)
  })
})
