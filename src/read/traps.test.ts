import { describe, expect, test } from 'vitest'
import { type Claim, parseInstant } from '#domain'
import { loadTheatre } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')
const theatre = loadTheatre('ukraine')

const read = (text: string): readonly Claim[] =>
  readArticle(
    { title: null, outlet: 'Northgate Wire', publishedAt, url: null, language: 'en', text },
    { theatre, gazetteer: null, grammar: openGrammar() },
  ).claims

/** "type stance holder" of every claim. */
const said = (text: string): string[] =>
  read(text).map(({ type, stance, holder }) => `${type} ${stance} ${holder.name}`)
const figures = (text: string): (number | null)[][] =>
  read(text).flatMap(claim => claim.figures.map(({ value, low, of }) => [value ?? low, of]))
const WIRE = 'Northgate Wire'

describe('a denial is its speaker’s, and only his', () => {
  test.each([
    // denied by whoever is named
    ['Kyiv denied that Russian troops had captured Soledar.', 'control.seized denies Ukraine'],
    [
      'Ukraine’s General Staff rejected claims that Russian forces had taken Siversk.',
      'control.seized denies General Staff of the Armed Forces of Ukraine',
    ],
    // its twin, asserted
    ['Kyiv confirmed that Russian troops had captured Soledar.', 'control.seized asserts Ukraine'],
    [
      'Ukraine’s General Staff said that Russian forces had taken Siversk.',
      'control.seized asserts General Staff of the Armed Forces of Ukraine',
    ],
  ])('%s', (text, claim) => {
    expect(said(text)).toContain(claim)
  })
  test('a denial within the words of somebody else leaves its speaker and its stance', () => {
    const claims = read('Dmitry Peskov said on Friday that Kyiv had denied that its drones struck Belgorod.')
    expect(claims.find(({ type }) => type === 'combat.strike')).toMatchObject({ stance: 'denies' })
    const twin = read('Dmitry Peskov said on Friday that Kyiv had admitted that its drones struck Belgorod.')
    expect(twin.find(({ type }) => type === 'combat.strike')).toMatchObject({ stance: 'asserts' })
  })
})

describe('neither confirmed nor denied is neither', () => {
  test.each([
    'The Kremlin could neither confirm nor deny that Ukrainian drones had struck Engels.',
    'The Ukrainian air force would neither confirm nor deny that its planes had bombed Tokmak.',
  ])('%s', text => {
    expect(read(text).map(({ stance }) => stance)).not.toContain('denies')
  })
  test.each([
    'The Kremlin denied that Ukrainian drones had struck Engels.',
    'The Ukrainian air force denied that its planes had bombed Tokmak.',
  ])('twin: %s', text => {
    expect(read(text).map(({ stance }) => stance)).toContain('denies')
  })
})

describe('who is told is not who tells', () => {
  test.each([
    [
      'Volodymyr Zelenskyy told Rishi Sunak that Russian forces had shelled Nikopol.',
      'combat.strike asserts Volodymyr Zelenskyy',
    ],
    [
      'Rishi Sunak told Volodymyr Zelenskyy that Russian forces had shelled Nikopol.',
      'combat.strike asserts Rishi Sunak',
    ],
    [
      'Sergei Shoigu informed Vladimir Putin that Russian troops had captured Vuhledar.',
      'control.seized asserts Sergei Shoigu',
    ],
    [
      'Vladimir Putin informed Sergei Shoigu that Russian troops had captured Vuhledar.',
      'control.seized asserts Vladimir Putin',
    ],
  ])('%s', (text, claim) => {
    expect(said(text)).toContain(claim)
  })
})

describe('a chain ends where the words began', () => {
  test.each([
    ['Russian forces captured Kopanky, Agentstvo reported, according to Reuters.', 'Agentstvo'],
    ['According to Reuters, Agentstvo reported that Russian forces had captured Kopanky.', 'Agentstvo'],
    ['Reuters reported that Russian forces had captured Kopanky.', 'Reuters'],
    ['Russian forces captured Kopanky, according to Reuters.', 'Reuters'],
  ])('%s', (text, first) => {
    const claim = read(text).find(({ type }) => type === 'control.seized')
    expect(claim?.holder.name).toBe(first)
    expect(claim?.chain.at(-1)).toBe(WIRE)
  })
})

describe('one who was in office speaks for himself', () => {
  test.each([
    ['Former Russian president Dmitry Medvedev said that Russia would strike Kyiv.', 'Dmitry Medvedev'],
    ['Former prime minister Boris Johnson said that Ukrainian forces had liberated Robotyne.', 'Boris Johnson'],
  ])('%s', (text, holder) => {
    expect(read(text).map(claim => claim.holder.name)).toContain(holder)
  })
  test.each([
    ['Russian President Vladimir Putin said that Russia would strike Kyiv.', 'Vladimir Putin'],
    ['Prime Minister Rishi Sunak said that Ukrainian forces had liberated Robotyne.', 'Rishi Sunak'],
  ])('twin: %s', (text, holder) => {
    expect(read(text).map(claim => claim.holder.name)).toContain(holder)
  })
})

describe('“so-called” quotes nobody', () => {
  test.each([
    'Russian forces shelled the so-called “grey zone” near Kupiansk.',
    'Ukrainian troops crossed the so-called “line of heroes” near Kreminna.',
  ])('%s', text => {
    expect(new Set(read(text).map(claim => claim.holder.name))).toEqual(new Set([WIRE]))
  })
  test.each([
    ['“Russian forces shelled Kupiansk,” Oleh Syniehubov said.', 'Oleh Syniehubov'],
    ['“Our troops crossed the river near Kreminna,” Serhiy Haidai said.', 'Serhiy Haidai'],
  ])('twin: %s', (text, holder) => {
    expect(read(text).map(claim => claim.holder.name)).toEqual([holder])
  })
})

describe('he goes on in his own name', () => {
  test.each([
    [
      'Serhiy Haidai said that Russian troops had attacked Bilohorivka. He added that Ukrainian forces had repelled the assault.',
      'Serhiy Haidai',
    ],
    [
      'The Russian defence ministry said that Ukrainian drones had struck Belgorod. It added that air defence had shot down nine drones.',
      'Russian Ministry of Defence',
    ],
  ])('%s', (text, holder) => {
    expect(read(text).map(claim => claim.holder.name)).toEqual([holder, holder])
  })
  test('a sentence without a cue behind an attributed one is the report’s own', () => {
    const claims = read(
      'Serhiy Haidai said that Russian troops had attacked Bilohorivka. Two civilians were killed in Sumy.',
    )
    expect(claims.map(claim => claim.holder.name)).toEqual(['Serhiy Haidai', WIRE])
  })
})

describe('whose losses, and whose count', () => {
  test.each([
    ['The Ukrainian General Staff said that Russia had lost 600 soldiers.', 'Russia', 'ukraine', false],
    ['The Ukrainian General Staff said that Ukraine had lost 40 soldiers.', 'Ukraine', 'ukraine', true],
    ['The Russian defence ministry said that Ukraine had lost 300 soldiers.', 'Ukraine', 'russia', false],
    ['The Russian defence ministry said that Russia had lost 60 soldiers.', 'Russia', 'russia', true],
  ])('%s', (text, target, camp, against) => {
    const claim = read(text).find(({ type }) => type === 'harm.losses')
    expect(claim).toMatchObject({ target, againstInterest: against })
    expect(claim?.holder.camp).toBe(camp)
  })
})

describe('a part of a whole', () => {
  test.each([
    ['Ukrainian air defence shot down 16 of 21 drones.', [[16, 21]]],
    ['Ukrainian air defence shot down 61 of 71 drones.', [[61, 71]]],
    ['Ukrainian air defence shot down 16 drones.', [[16, null]]],
    [
      'Shelling killed three people and wounded seven in Kherson.',
      [
        [3, null],
        [7, null],
      ],
    ],
    [
      'Shelling wounded three people and killed seven in Kherson.',
      [
        [3, null],
        [7, null],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })
  test('the killed are not the wounded', () => {
    const measures = (text: string): string[] =>
      read(text).flatMap(claim => claim.figures.map(({ measure }) => measure))
    expect(measures('Shelling killed three people and wounded seven in Kherson.')).toEqual([
      'people.killed',
      'people.wounded',
    ])
    expect(measures('Shelling wounded three people and killed seven in Kherson.')).toEqual([
      'people.wounded',
      'people.killed',
    ])
  })
  test('“no casualties were reported” is a zero that is asserted', () => {
    expect(read('No casualties were reported in Sumy.')[0]).toMatchObject({
      type: 'harm.casualties',
      stance: 'asserts',
    })
    expect(read('Two casualties were reported in Sumy.')[0]).toMatchObject({
      type: 'harm.casualties',
      stance: 'asserts',
    })
    expect(figures('No casualties were reported in Sumy.')).toEqual([[0, null]])
  })
})

describe('a word within a word', () => {
  test.each([
    'Moscow and Kyiv discussed a de-escalation in the Black Sea.',
    'The ambassador of Poland gave a concert in Kyiv.',
  ])('no fighting in: %s', text => {
    expect(read(text).filter(({ type }) => /^(?:combat|control)\./.test(type))).toEqual([])
  })
  test.each([
    ['The fighting escalated near Kreminna.', /^(?:assessment|combat)\./],
    ['Russia transports troops to Crimea by rail.', /^combat\.deployment/],
    ['Russian missiles hit the port of Odesa.', /^combat\.strike/],
  ])('twin: %s', (text, type) => {
    expect(
      read(text)
        .map(claim => claim.type)
        .join(),
    ).toMatch(type)
  })
})

describe('a capital speaks, or is hit', () => {
  test.each([
    ['Kyiv said that Russia had fired 20 missiles.', 'Ukraine', []],
    ['Moscow warned that it would answer.', 'Russia', []],
  ])('%s', (text, name, places) => {
    const claims = read(text)
    expect(claims.map(claim => claim.holder.name)).toContain(name)
    expect(claims.flatMap(claim => claim.places.map(place => place.name))).toEqual(places)
  })
  test.each([
    ['Russia fired 20 missiles at Kyiv.', 'Kyiv'],
    ['Drones struck Moscow on Thursday.', 'Moscow'],
  ])('twin: %s', (text, place) => {
    expect(read(text)[0]?.places.map(({ name }) => name)).toEqual([place])
    expect(read(text)[0]?.holder.name).toBe(WIRE)
  })
})

describe('planned or feared, and done', () => {
  test.each([
    ['Russia plans to strike the power grid of Kharkiv.', 'assessment.intent'],
    ['Russia struck the power grid of Kharkiv.', 'combat.strike'],
    ['Russian forces may attack Siversk in the coming days.', 'assessment.forecast'],
    ['Russian forces attacked Siversk in the past days.', 'combat.assault'],
    ['Ukrainian forces failed to capture Tokmak.', 'combat.assault'],
    ['Ukrainian forces captured Tokmak.', 'control.seized'],
    ['Russia must withdraw its troops from Kherson, Volodymyr Zelenskyy said.', 'politics.position'],
    ['Russia withdrew its troops from Kherson, Volodymyr Zelenskyy said.', 'control.left'],
  ])('%s', (text, type) => {
    expect(read(text).map(claim => claim.type)).toEqual([type])
  })
})

describe('then and now', () => {
  test.each([
    ['Since Russia launched its invasion, drones have struck Odesa.', ['combat.strike']],
    ['Russia launched an invasion of Ukraine in February 2022.', ['combat.assault']],
  ])('%s', (text, types) => {
    expect(read(text).map(claim => claim.type)).toEqual(types)
  })
  test('an anniversary is not today', () => {
    expect(read('Russian troops seized Mariupol in May 2022.')[0]?.time.start).toBe('2022-05-01')
    expect(read('Russian troops seized Mariupol on Thursday.')[0]?.time.start).toBe('2023-05-11')
  })
})

describe('a war elsewhere', () => {
  test('a bombing in another country says nothing of Ukraine', () => {
    const claims = read('Ukraine thanked Poland for its support. A bomb killed 12 people in Lahore.')
    const lahore = claims.find(({ type }) => type === 'harm.casualties')
    expect(lahore?.places.map(({ country }) => country)).not.toContain('UA')
    const kherson = read('Ukraine thanked Poland for its support. A bomb killed 12 people in Kherson.')
    expect(kherson.find(({ type }) => type === 'harm.casualties')?.places[0]).toMatchObject({
      name: 'Kherson',
      country: 'UA',
    })
  })
})

describe('an old name and a new one, and “the city” two sentences on', () => {
  test('Artemivsk is Bakhmut, Artemove is not', () => {
    expect(read('Russian troops shelled Artemivsk.')[0]?.places[0]?.id).toBe('bakhmut')
    expect(read('Russian troops shelled Kupiansk.')[0]?.places[0]?.id).not.toBe('bakhmut')
  })
  test('“the city” is the one told of', () => {
    const text = (city: string): string =>
      `Russian troops shelled ${city}. Two people were killed. The city has no power.`
    expect(read(text('Kherson')).at(-1)?.places[0]?.name).toBe('Kherson')
    expect(read(text('Nikopol')).at(-1)?.places[0]?.name).toBe('Nikopol')
  })
})
