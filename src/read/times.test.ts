import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, MADE_UP_INDEX } from './made-up-theatre.ts'
import { findTimes } from './times.ts'

/** Days of the expressions in words published on Friday 24 March 2023. */
const daysOf = (text: string, day?: string) =>
  findTimes(documentOf(text, day), MADE_UP_INDEX).map(({ end, start, text: words }) => [words, start, end])

describe('times', () => {
  it.each([
    ['They left on Thursday.', 'Thursday', '2023-03-23', '2023-03-23'],
    ['They left on Friday.', 'Friday', '2023-03-24', '2023-03-24'],
    ['They will leave on Monday.', 'Monday', '2023-03-27', '2023-03-27'],
    ['They left last Friday.', 'last Friday', '2023-03-17', '2023-03-17'],
    ['They left during the night on Wednesday.', 'the night on Wednesday', '2023-03-22', '2023-03-22'],
    ['Schools remain closed until Wednesday.', 'until Wednesday', '2023-03-24', '2023-03-29'],
    ['They left overnight.', 'overnight', '2023-03-23', '2023-03-24'],
    ['They left yesterday.', 'yesterday', '2023-03-23', '2023-03-23'],
    ['They left the previous day.', 'the previous day', '2023-03-23', '2023-03-23'],
    ['They met this week.', 'this week', '2023-03-20', '2023-03-26'],
    ['They met earlier this week.', 'earlier this week', '2023-03-20', '2023-03-24'],
    ['They met last week.', 'last week', '2023-03-13', '2023-03-19'],
    ['They met last month.', 'last month', '2023-02-01', '2023-02-28'],
    ['They left earlier this year.', 'earlier this year', '2023-01-01', '2023-03-24'],
    ['They took it in the past week.', 'the past week', '2023-03-17', '2023-03-24'],
    ['It is the second in the last three days.', 'the last three days', '2023-03-21', '2023-03-24'],
    ['They will come over the next couple of days.', 'the next couple of days', '2023-03-24', '2023-03-26'],
    ['They came two days ago.', 'two days ago', '2023-03-22', '2023-03-22'],
    ['They came 13 months ago.', '13 months ago', '2022-02-01', '2022-02-28'],
    ['They have stayed since Monday.', 'since Monday', '2023-03-20', '2023-03-24'],
    ['It will fall before June 1, 2023.', 'before June 1, 2023', '2023-03-24', '2023-05-31'],
    ['None will flow after 2025.', 'after 2025', '2026-01-01', null],
    ['It grew in 2025.', '2025', '2025-01-01', '2025-12-31'],
    ['It began on 24 February 2022.', '24 February 2022', '2022-02-24', '2022-02-24'],
    ['It began on Feb. 24.', 'Feb. 24', '2023-02-24', '2023-02-24'],
    ['It happened on December 30.', 'December 30', '2022-12-30', '2022-12-30'],
    ['It lasted from 5 to 7 March.', '5 to 7 March', '2023-03-05', '2023-03-07'],
    ['It lasted between March 5 and April 2.', 'March 5 and April 2', '2023-03-05', '2023-04-02'],
    ['It began on 24.02.2022.', '24.02.2022', '2022-02-24', '2022-02-24'],
    ['It began on 2022-02-24.', '2022-02-24', '2022-02-24', '2022-02-24'],
    ['It rose in the third quarter of 2022.', 'the third quarter of 2022', '2022-07-01', '2022-09-30'],
    ['It fell in the first half of 2022.', 'the first half of 2022', '2022-01-01', '2022-06-30'],
    ['On day 394 of the war it rained.', 'day 394 of the war', '2023-03-24', '2023-03-24'],
    ['On the 100th day of the invasion it rained.', 'the 100th day of the invasion', '2022-06-03', '2022-06-03'],
    ['It fell at 5 a.m. on Thursday.', '5 a.m. on Thursday', '2023-03-23', '2023-03-23'],
  ])('%s', (text, ...expected) => expect(daysOf(text)).toEqual([expected]))

  it('knows a length of time but gives it no day', () => {
    expect(daysOf('They stayed for two weeks.')).toEqual([['two weeks', null, null]])
  })

  it.each(['Troops may march on the town.', 'A 45-year-old man died.', 'They have 2000 tanks.', 'He quoted May.'])(
    'finds no time in: %s',
    text => expect(daysOf(text)).toEqual([]),
  )

  it('never ends before it starts, whatever the day of the report', () => {
    const expressions = [
      'last week',
      'overnight',
      'on Thursday',
      'next month',
      'in the last 24 hours',
      'since March',
      'by the end of May',
      'on 29 February',
      'in the past 3 months',
      'until Friday',
      'this quarter',
      'last winter',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...expressions),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (words, date) => {
          for (const [, start, end] of daysOf(`They came ${words}.`, date.toISOString().slice(0, 10)))
            if (start && end) expect(start <= end).toBe(true)
        },
      ),
    )
  })
})

describe('traps of times, each with its twin', () => {
  it.each([
    ['They may arrive as soon as Monday.', 'Monday', '2023-03-27'],
    ['They arrived on Monday.', 'Monday', '2023-03-20'],
    ['Under the terms announced Monday, the town would be handed over.', 'Monday', '2023-03-20'],
    ['The town would be handed over on Monday.', 'Monday', '2023-03-27'],
  ])('%s', (text, words, start) => expect(daysOf(text)[0]?.slice(0, 2)).toEqual([words, start]))

  it('counts "a year earlier" from the time spoken of, and "a year ago" from the report unless a quarter is compared', () => {
    expect(daysOf('In May 2020 ten towns were held, against four a year earlier.').at(-1)).toEqual([
      'a year earlier',
      '2019-05-01',
      '2019-05-31',
    ])
    expect(daysOf('In May 2020 ten towns were held. The road was shut a year ago.').at(-1)?.[1]).toMatch(/^2022/)
  })
})
