import { describe, expect, test } from 'vitest'
import { type Claim, parseInstant, type ReadReport } from '#domain'
import { loadTheatre } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const theatre = loadTheatre('ukraine')
const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')

const read = (text: string, outlet: string | null = 'Northgate Wire'): readonly Claim[] =>
  readArticle({ title: null, outlet, publishedAt, url: null, language: 'en', text } satisfies ReadReport, {
    theatre,
    gazetteer: null,
    grammar: openGrammar(),
  }).claims

/** What a news reader would say of the one claim of a type: the fields named in the row. */
const only = (text: string, type: string): Claim => {
  const found = read(text).filter(claim => claim.type === type)
  expect(
    found.map(claim => claim.text),
    `${type} in: ${text}`,
  ).toHaveLength(1)
  return found[0] as Claim
}

describe('a denial is never an assertion', () => {
  test.each([
    ['The Russian Defence Ministry denied that its troops had left Kupiansk.', 'control.left', 'denies'],
    ['The Russian Defence Ministry confirmed that its troops had left Kupiansk.', 'control.left', 'asserts'],
    ['Ukrainian forces did not capture Tokmak, the governor said.', 'control.seized', 'denies'],
    ['Ukrainian forces did capture Tokmak, the governor said.', 'control.seized', 'asserts'],
    ['Moscow rejected claims that Russian forces had abandoned Lyman.', 'control.left', 'denies'],
    [
      'The army could neither confirm nor deny that Russian troops had captured Vuhledar.',
      'control.seized',
      'questions',
    ],
  ])('%s', (text, type, stance) => {
    expect(only(text, type).stance).toBe(stance)
  })

  test("a denial inside a quote is the speaker's, not the report's", () => {
    const claim = only('"Our troops have not abandoned Siversk," General Oleksandr Syrskyi said.', 'control.left')
    expect(claim.stance).toBe('denies')
    expect(claim.holder.name).toBe('Oleksandr Syrskyi')
  })
})

describe('what is planned or feared is not what happened', () => {
  test.each([
    ['Russia plans to attack Odesa next month.', 'assessment.intent', 'combat.assault'],
    ['Russian forces will capture Siversk, analysts said.', 'assessment.forecast', 'control.seized'],
    ['Russian forces may storm Siversk within days.', 'assessment.forecast', 'combat.assault'],
  ])('%s', (text, is, isNot) => {
    const types = read(text).map(claim => claim.type)
    expect(types).toContain(is)
    expect(types).not.toContain(isNot)
  })

  test('what happened is told as it happened', () => {
    expect(read('Russian forces stormed Siversk at dawn.').map(claim => claim.type)).not.toContain(
      'assessment.forecast',
    )
    expect(read('Russian forces captured Siversk.').map(claim => claim.type)).toEqual(['control.seized'])
  })
})

describe('who lost, who attacked, who counts', () => {
  test('the agent of a repelled attack is the attacker', () => {
    expect(only('Ukrainian troops repelled nine Russian attacks near Avdiivka.', 'combat.assault')).toMatchObject({
      agent: 'Russia',
      target: 'Ukraine',
    })
    expect(only('Russian troops attacked near Avdiivka.', 'combat.assault').agent).toBe('Russia')
  })

  test("one side's losses counted by the other are the side's that lost", () => {
    const claim = only('"Ukraine lost 45 tanks," the Russian Defence Ministry claimed.', 'harm.losses')
    expect(claim).toMatchObject({ target: 'Ukraine', certainty: 'unverified', againstInterest: false })
    expect(claim.holder.camp).toBe('russia')
  })

  test('a side that admits its own loss speaks against its interest', () => {
    expect(only('"Ukraine lost 45 tanks," the Ukrainian General Staff said.', 'harm.losses').againstInterest).toBe(true)
  })

  test('soldiers of the enemy are the other party than the speaker', () => {
    expect(only('"The enemy shelled Nikopol," the Ukrainian General Staff said.', 'combat.strike').agent).toBe('Russia')
    expect(only('"The enemy shelled Tokmak," the Russian Defence Ministry said.', 'combat.strike').agent).toBe(
      'Ukraine',
    )
  })
})

describe('figures are counted for what they count', () => {
  const figures = (text: string): string[] =>
    read(text).flatMap(claim =>
      claim.figures.map(
        figure =>
          `${figure.measure} ${figure.value ?? `${figure.low}..${figure.high}`}${figure.of === null ? '' : ` of ${figure.of}`}`,
      ),
    )

  test.each([
    [
      'Air defence shot down 16 of 21 drones overnight, the Ukrainian Air Force said.',
      ['munitions.shot-down 16 of 21'],
    ],
    [
      'Air defence shot down 61 of 71 missiles overnight, the Ukrainian Air Force said.',
      ['munitions.shot-down 61 of 71'],
    ],
    ['Two people were killed and five wounded in Kherson.', ['people.killed 2', 'people.wounded 5']],
    ['Five people were killed and two wounded in Kherson.', ['people.killed 5', 'people.wounded 2']],
    ['No civilians were killed in Kherson.', ['people.killed 0']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })

  test('the killed and the wounded of one event are one claim', () => {
    expect(read('Two people were killed and five wounded in Kherson.')).toHaveLength(1)
    expect(read('Two people were killed in Kherson and five wounded in Sumy.').length).toBeGreaterThan(1)
  })
})

describe('who says it', () => {
  test.each([
    ['Ukrainian forces have captured Robotyne.', 'Northgate Wire', ['Northgate Wire']],
    [
      'Ukrainian forces have captured Robotyne, the Ukrainian General Staff said.',
      'General Staff of the Armed Forces of Ukraine',
      ['General Staff of the Armed Forces of Ukraine', 'Northgate Wire'],
    ],
    [
      'According to the Institute for the Study of War, Ukrainian forces have captured Robotyne.',
      'Institute for the Study of War',
      ['Institute for the Study of War', 'Northgate Wire'],
    ],
    [
      'Rybar reported that Vyacheslav Gladkov said that a drone hit an oil depot in Belgorod.',
      'Vyacheslav Gladkov',
      ['Vyacheslav Gladkov', 'Rybar', 'Northgate Wire'],
    ],
  ])('%s', (text, holder, chain) => {
    const claim = read(text)[0]
    expect(claim?.holder.name).toBe(holder)
    expect(claim?.chain).toEqual(chain)
  })

  test('to condemn is said by whoever condemns, to capture is told by the report', () => {
    expect(only('Germany condemned the shelling of Kherson.', 'politics.position').holder.name).toBe('Germany')
    expect(only('Russia captured Soledar.', 'control.seized').holder.name).toBe('Northgate Wire')
  })
})

describe('certainty is how sure the speaker says to be', () => {
  test.each([
    ['Russian forces have highly likely captured Krasna Hora.', 'highly-likely', 'phia'],
    ['Russian forces have captured Krasna Hora.', 'stated', null],
    ['Russian forces have reportedly captured Krasna Hora.', 'unverified', null],
    ['Russian forces have very likely captured Krasna Hora.', 'highly-likely', 'icd203'],
  ])('%s', (text, certainty, scale) => {
    const claim = only(text, 'control.seized')
    expect([claim.certainty, claim.certaintyScale]).toEqual([certainty, scale])
  })

  test('a hedge ends where a new auxiliary begins', () => {
    const [first, second] = read('Russian forces have likely captured Krasna Hora and are shelling Siversk.')
    expect([first?.certainty, second?.certainty]).toEqual(['likely', 'stated'])
  })
})

describe('no claim where there is none', () => {
  test.each([
    'Thousands of concerted visitors transported flowers to the residence.',
    'The bakery opened a second shop and sold 300 loaves on its first day.',
    'Sign up to our newsletter!',
    'The striker shot twice and his team captured the cup.',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })

  test('a capital that speaks is nobody struck', () => {
    expect(read('Moscow said it would answer.').every(claim => claim.type !== 'combat.strike')).toBe(true)
    expect(only('A drone struck a building in Moscow.', 'combat.strike').places.map(place => place.name)).toContain(
      'Moscow',
    )
  })
})

describe('a denial of what was said before', () => {
  test('"denied this" denies the claim before it, and not the words quoted after it', () => {
    const claims = read(
      'The British Ministry of Defence said that Russian forces had captured Soledar. The Ukrainian General Staff denied this: "Our troops hold the town."',
    )
    expect(claims.map(claim => [claim.type, claim.stance, claim.holder.camp])).toEqual([
      ['control.seized', 'asserts', 'ukraine-ally'],
      ['control.seized', 'denies', 'ukraine'],
      ['control.held', 'asserts', expect.any(String)],
    ])
  })
})
