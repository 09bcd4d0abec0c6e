import { describe, expect, test } from 'vitest'
import { type Claim, parseInstant, type Source, type Theatre } from '#domain'
import { loadTheatre } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const publishedAt = parseInstant('2023-05-12')
if (publishedAt === null) throw new Error('date')
const source = (name: string, kind: Source['kind'], camp: string): Source => ({
  id: name.toLowerCase().replace(/ /g, '-'),
  name,
  kind,
  camp,
  country: null,
  stance: 'unknown',
  reliability: 'C',
  family: null,
  url: null,
})
const shipped = loadTheatre('ukraine')
const theatre: Theatre = {
  ...shipped,
  sources: [
    ...shipped.sources,
    source('Quay Notes', 'channel', 'russia'),
    source('Staff Sheet', 'military', 'ukraine'),
  ],
}

const read = (text: string, outlet = 'Northgate Wire'): readonly Claim[] =>
  readArticle(
    { title: null, outlet, publishedAt, url: null, language: 'en', text },
    { theatre, gazetteer: null, grammar: openGrammar() },
  ).claims
const types = (text: string): string[] => read(text).map(claim => claim.type)

describe('who keeps silent claims nothing', () => {
  test.each([
    ['A spokesman for the brigade refused to comment on the shelling of Vuhledar.', []],
    ['The Russian Defence Ministry did not immediately respond to a request for comment.', []],
    ['A spokesman for the brigade commented on the shelling of Vuhledar: shells hit two houses.', ['combat.strike']],
    ['The Ukrainian air force said that two missiles had hit the airfield in Vuhledar.', ['combat.strike']],
  ] as const)('%s', (text, told) => {
    if (told.length === 0) expect(types(text)).toEqual([])
    else expect(types(text)).toEqual(expect.arrayContaining([...told]))
  })
  test('what somebody would not say is left open', () => {
    const kept = read('The Ukrainian air force declined to say how many missiles had hit the airfield in Vuhledar.')
    expect(kept.map(({ stance }) => stance)).not.toContain('asserts')
  })
  test('what neither side has done is no strike', () => {
    const stances = (text: string) => read(text).map(({ stance }) => stance)
    expect(stances('Neither side has used chemical weapons in Vuhledar.')).not.toContain('asserts')
    expect(stances('Both sides have used chemical weapons in Vuhledar.')).toContain('asserts')
  })
})

describe('whose losses a staff counts', () => {
  const holders = (text: string) => read(text).map(({ holder }) => holder.id)
  test.each([
    ['Russia', 'ukraine-general-staff'],
    ['Ukraine', 'russia-general-staff'],
  ])('a staff that is not named further and says %s lost men is the other side’s', (loser, staff) => {
    expect(holders(`The General Staff says that ${loser} lost about 900 soldiers in the past day.`)).toContain(staff)
  })
})

describe('an act that is meant, failed, feared or asked for has not happened', () => {
  test.each([
    ['Russian troops failed to capture Vuhledar.', 'combat.assault'],
    ['Russian troops managed to capture Vuhledar.', 'control.seized'],
    ['Ukrainian units tried to take Kreminna.', 'assessment.intent'],
    ['Ukrainian units began to take Kreminna.', 'control.seized'],
    ['Russian forces renewed their efforts to encircle Siversk.', 'assessment.intent'],
    ['Russian forces encircled Siversk.', 'control.threatened'],
    ['Russian forces have not abandoned their objective to encircle and capture Siversk.', 'assessment.intent'],
    ['Russian officers are trying to widen the buffer zone near Kreminna.', 'assessment.intent'],
    ['The odds that Russian forces capture Siversk by July stand at 30 %.', 'assessment.forecast'],
    ['That Russian forces capture Kupiansk by the same date: 14 %.', 'assessment.forecast'],
    ['Russia refuses to withdraw its troops from Kherson.', 'politics.position'],
    ['Russia withdrew its troops from Kherson.', 'control.left'],
  ])('%s', (text, type) => {
    expect(types(text)).toEqual([type])
  })
  test('"before they capture" is to come, "before they captured" is past', () => {
    expect(types('Civilians must leave before Russian forces capture Siversk.')).toContain('assessment.forecast')
    expect(types('Russian forces shelled Siversk before they captured it.')).not.toContain('assessment.forecast')
  })
  test('a question put over a forecast asserts nothing', () => {
    expect(types('Will Russia control Siversk on 1 July?')).toEqual([])
  })
})

describe('to hold and to take are not always about ground', () => {
  test.each([
    'The mayor is being held in custody in Kherson.',
    'Three prisoners are held in captivity by Russia.',
    'Two residents of Kherson have been taken to hospital.',
    'Izium was held by Russian troops until September.',
  ])('no claim of control: %s', text => {
    expect(types(text).filter(type => type.startsWith('control.'))).toEqual([])
  })
  test.each([
    ['Russian troops hold Izium.', 'control.held'],
    ['Russian troops have taken Soledar.', 'control.seized'],
    ['Ukraine and Poland held talks in Warsaw.', 'politics.meeting'],
  ])('%s', (text, type) => {
    expect(types(text)).toEqual([type])
  })
})

describe('the words of a claim are whole', () => {
  test.each([
    [
      'Kyiv said a Dutch worker whom Russian soldiers detained in Kherson was freed.',
      'a Dutch worker whom Russian soldiers detained in Kherson was freed',
    ],
    [
      'Two of the four missiles launched on Monday at a base near Sumy were intercepted.',
      'Two of the four missiles launched on Monday at a base near Sumy were intercepted',
    ],
    [
      'Ukraine said it had destroyed three of the tanks that Russia sent to Siversk.',
      'it had destroyed three of the tanks',
    ],
    ['Strike on Nikopol (10.05.23 11:35) « War in Ukraine | Quay News', 'Strike on Nikopol'],
    ['KHERSON, May 12 (Northgate Wire) – Russian troops shelled Nikopol.', 'Russian troops shelled Nikopol'],
    [
      'A rehabilitation centre for people with burns was damaged in Dnipro.',
      'A rehabilitation centre for people with burns was damaged in Dnipro',
    ],
  ])('%s', (text, words) => {
    expect(read(text).map(claim => claim.text)).toContain(words)
  })
})

describe('a plain negative tells a number, a rebuttal denies', () => {
  test.each([
    ['None of the missiles hit Kupiansk, the Ukrainian Air Force said.', 'asserts'],
    ['There were no casualties in Sumy.', 'asserts'],
    ['Russia is not only shelling Kherson.', 'asserts'],
    ['Russia is not shelling Kherson.', 'denies'],
    ['No Russian troops captured Tokmak.', 'denies'],
    ['Ukrainian troops did not capture Tokmak.', 'denies'],
  ])('%s', (text, stance) => {
    expect(read(text).map(claim => claim.stance)).toEqual([stance])
  })
})

describe('who speaks under a role alone', () => {
  test.each([
    [
      'The head of the Wagner force, Yevgeny Prigozhin, said that his fighters had taken Soledar.',
      'Yevgeny Prigozhin',
      'russia',
    ],
    ['The head of the Wagner force said that his fighters had taken Soledar.', 'head of the Wagner force', 'russia'],
    ['The ministry said that Ukrainian troops had left Soledar.', 'ministry', 'unknown'],
    [
      'Russia did not comment. Its defence ministry said that nine Ukrainian drones had been destroyed.',
      'Russian Ministry of Defence',
      'russia',
    ],
    ['Russia launched 45 drones, according to Kyiv.', 'Ukraine', 'ukraine'],
    ['There were no casualties in Sumy, according to first information.', 'Northgate Wire', 'third-party'],
  ])('%s', (text, name, camp) => {
    expect(read(text).at(-1)?.holder).toMatchObject({ name, camp })
  })
  test('a staff named in full is meant when it is named in short', () => {
    const [first, second] = read(
      'The Ukrainian General Staff said Russia was shelling Kherson. The General Staff added that Russian units had attacked Siversk.',
    )
    expect(second?.holder.name).toBe(first?.holder.name)
  })
  test.each([
    ['Quay Notes', 'channel', 'russia'],
    ['Staff Sheet', 'military', 'ukraine'],
    ['Northgate Wire', 'outlet', 'third-party'],
  ])('%s speaks as what it is listed as', (outlet, kind, camp) => {
    expect(read('Russian troops shelled Nikopol.', outlet)[0]?.holder).toMatchObject({ name: outlet, kind, camp })
  })
})

describe('a list of losses is one claim', () => {
  const list =
    'General Staff of the Armed Forces of Ukraine: combat losses of the enemy by 12 May\n\npersonnel – about 198,740 (+610),\n\ntanks – 3,739 (+8),\n\nartillery systems – 3,091 (+9).'
  test('with every count, its increment, who counts and who lost', () => {
    const claims = read(list)
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({ type: 'harm.losses', target: 'Russia' })
    expect(claims[0]?.holder.name).toBe('General Staff of the Armed Forces of Ukraine')
    expect(claims[0]?.figures.map(({ measure, value, change }) => [measure, value, change])).toEqual([
      ['personnel.losses', 198740, 610],
      ['equipment.tanks', 3739, 8],
      ['equipment.artillery', 3091, 9],
    ])
  })
  test('and one that names its loser only as the enemy is kept, with that word', () => {
    const lines = 'tanks – 4,102 (+6)\nartillery systems – 5,016 (+11)\npersonnel – about 301,220 (+740) persons'
    const [tally] = read(`The total combat losses of the enemy to 12.05.2023 are approximately:\n\n${lines}`)
    expect(tally).toMatchObject({ type: 'harm.losses', target: 'enemy' })
    expect(tally?.figures).toHaveLength(3)
    expect(read(`The museum shows these models:\n\n${lines}`)).toEqual([])
  })
  test("one side's losses are its own, whoever tells them", () => {
    expect(read('Ukrainian losses amounted to 400 soldiers.')[0]?.target).toBe('Ukraine')
    expect(read('Russian losses amounted to 400 soldiers.')[0]?.target).toBe('Russia')
  })
})

describe('background is not the day of the report', () => {
  test('"each autumn since" goes back, "on Thursday" is the day', () => {
    const [habit] = read('Russia has attacked the power system of Ukraine each autumn since.')
    expect(habit?.time.start).toBeNull()
    expect(read('Russia attacked the power system of Ukraine on Thursday.')[0]?.time.start).toBe('2023-05-11')
  })
})

describe('what nobody of the war says or does is no claim', () => {
  test.each([
    'Currency traders in Kyiv expect a calm week.',
    'The school timetable in Lviv will change in September.',
    'Kharkiv was short of dollars and settlements were late.',
  ])('%s', text => {
    expect(types(text)).toEqual([])
  })
  test('an expulsion is a sanction', () => {
    expect(types('Russia is expelling a Norwegian diplomat.')).toEqual(['politics.sanction'])
  })
})

describe('an act denied in a noun or a gerund is a denial of that act, by whoever denies it', () => {
  test.each([
    ['Russia denies shelling the market in Kupiansk.', 'combat.strike', 'Russia', 'kupiansk'],
    ['Russia denied responsibility for the strike on Kupiansk.', 'combat.strike', 'Russia', 'kupiansk'],
    ['Kyiv denied losing control of Kupiansk.', 'control.left', 'Ukraine', 'kupiansk'],
    ['Syniehubov refutes Russia’s fake report on seizing Kupiansk.', 'control.seized', 'Russia', 'kupiansk'],
    [
      'Officials said 20 people were killed in Kupiansk; Moscow denied the attack.',
      'combat.strike',
      'Russia',
      'kupiansk',
    ],
  ])('%s', (text, type, agent, place) => {
    const denial = read(text).find(({ stance }) => stance === 'denies')
    expect(denial).toMatchObject({ type, agent })
    expect(denial?.places.map(({ id }) => id)).toContain(place)
  })
  test('and leaves the words of others, on the same line, theirs', () => {
    const [said, denial] = read('Ukraine says Russia struck Kupiansk, Moscow denies the attack.')
    expect(said).toMatchObject({ stance: 'asserts', holder: { camp: 'ukraine' } })
    expect(denial).toMatchObject({ stance: 'denies', holder: { camp: 'russia' } })
  })
  test('a report disputed is denied, one questioned is doubted; a proposal rejected denies no act', () => {
    expect(read('The Netherlands disputed Moscow’s claims of a withdrawal from Kupiansk.')[0]?.stance).toBe('denies')
    expect(read('The Netherlands doubted Moscow’s claims of a withdrawal from Kupiansk.')[0]?.stance).toBe('questions')
    expect(read('Russia rejected the withdrawal from Kupiansk.').map(({ stance }) => stance)).not.toContain('denies')
  })
  test('"no evidence that" bears nothing out', () => {
    const [claim] = read('There is no evidence that Russian troops have left Kupiansk.')
    expect(claim).toMatchObject({ type: 'control.left', stance: 'denies' })
  })
})

describe('what is denied is never told as so, however it is denied', () => {
  const stances = (text: string): string[] =>
    read(text)
      .filter(({ type }) => /^(?:control|combat)\./.test(type))
      .map(({ stance, holder }) => `${stance} ${holder.name}`)
  test.each([
    [
      'Serhii Kuzmenko, the army’s spokesman, rejected reports that Kupiansk had been captured.',
      ['denies Serhii Kuzmenko'],
    ],
    [
      'Serhii Kuzmenko, the army’s spokesman, confirmed reports that Kupiansk had been captured.',
      ['asserts Serhii Kuzmenko'],
    ],
    ['Kyiv dismissed Russian reports that Kupiansk had fallen.', ['denies Ukraine', 'asserts Russia']],
    ['Kyiv said it was not true that Russian troops had captured Kupiansk.', ['denies Ukraine']],
    ['Kyiv said it was true that Russian troops had captured Kupiansk.', ['asserts Ukraine']],
    ['Kyiv says it is false that Russian troops captured Kupiansk.', ['denies Ukraine']],
    ['There is no truth in reports that Russia captured Kupiansk.', ['denies Northgate Wire']],
    ['Claims that Russian troops captured Kupiansk were dismissed by Kyiv.', ['denies Ukraine']],
    ['Reports that Russian troops had captured Kupiansk are false.', ['denies Northgate Wire']],
    ['Kyiv called reports that Russian troops had captured Kupiansk a lie.', ['denies Ukraine']],
    [
      'Contrary to Moscow’s claims that Kupiansk had been captured, Ukrainian troops hold the town.',
      ['denies Northgate Wire', 'asserts Russia', 'asserts Northgate Wire'],
    ],
    [
      'Moscow said that its troops had captured Kupiansk, which is not true.',
      ['asserts Russia', 'denies Northgate Wire'],
    ],
    ['Moscow said that its troops had captured Kupiansk, which is not far.', ['asserts Russia']],
    [
      'Moscow said its troops had captured Kupiansk. Kyiv said this was not true.',
      ['asserts Russia', 'denies Ukraine'],
    ],
    ['Moscow said its troops had captured Kupiansk. Kyiv said this was true.', ['asserts Russia']],
    ['Moscow said its troops had captured Kupiansk. “Not true,” Kyiv said.', ['asserts Russia', 'denies Ukraine']],
    ['Moscow said its troops had captured Kupiansk.\n\nKyiv denied this.', ['asserts Russia', 'denies Ukraine']],
    [
      'A Russian blogger claimed that Russian troops had entered Kupiansk, but another Russian blogger denied this claim.',
      ['asserts Russian blogger', 'denies another Russian blogger'],
    ],
  ])('%s', (text, expected) => {
    expect(stances(text)).toEqual(expected)
  })
  test('what is only reported is vouched for by nobody', () => {
    expect(read('Rumours that Russian troops captured Kupiansk spread.')[0]?.certainty).toBe('unverified')
    expect(read('Russian troops captured Kupiansk.')[0]?.certainty).toBe('stated')
  })
})

describe('a past tense that looks like an adjective', () => {
  test.each([
    ['Russian forces recently advanced near Siversk.', ['control.advanced']],
    [
      'The Russian army advanced north of Siversk and likely seized Serebrianka.',
      ['control.advanced', 'control.seized'],
    ],
    ['Northgate does not assess that Russian forces control Chasiv Yar.', ['control.held']],
    ['Russian forces with advanced weapons are short of shells.', ['assessment.momentum']],
  ])('%s', (text, expected) => {
    expect(types(text)).toEqual(expected)
  })
})
