import { describe, expect, it } from 'vitest'
import type { RecordedClaim } from '#domain'
import { at, claim, day, figure, noSources, onDay, SOUTH, theatre } from '../../test/laws/reconcile-fixtures.ts'
import { reconcile } from './reconcile.ts'

const countAll = (claims: readonly RecordedClaim[]) =>
  [...reconcile({ articles: [], claims, judgements: [], theatre, sources: noSources }).figures].sort((a, b) =>
    a.happened + a.said < b.happened + b.said ? -1 : 1,
  )
/** Those that somebody gave. */
const count = (claims: readonly RecordedClaim[]) =>
  countAll(claims).filter(({ derivedFrom }) => derivedFrom === undefined)
/** A staff's running total of the other side's losses, as of a day. */
const total = (number: number, value: number, more: Partial<RecordedClaim> = {}) =>
  claim('harm.losses', `North has lost ${value} soldiers since the start of the war`, {
    holder: SOUTH,
    said: number,
    target: 'North',
    figures: [figure('personnel.losses', value)],
    ...more,
  })
const flags = (claims: readonly RecordedClaim[]) =>
  count(claims).map(({ value, flags: odd }) => [value, odd.map(({ rule }) => rule)])

describe('FigureBook', () => {
  it('tells a running total from the toll of one attack', () => {
    const toll = claim('harm.casualties', 'a strike killed a total of 4 people', {
      places: [at('arden')],
      figures: [figure('people.killed', 4)],
    })
    const [attack, series] = [count([toll])[0], count([total(10, 5200)])[0]]
    expect(attack).toMatchObject({ series: null, value: 4 })
    expect(attack?.event).not.toBeNull()
    expect(series).toMatchObject({ series: 'cumulative', event: null, subject: 'North' })
  })
  it('counts one number of one claimant once, however many reports carry it', () => {
    const figures = count([total(10, 5200), total(10, 5200, { outlet: 'Evening Star' })])
    expect(figures).toHaveLength(1)
    expect(figures[0]?.because).toHaveLength(2)
  })
  it('leaves out what is denied, doubted or only expected', () => {
    const soon = { start: day(20), end: day(20), words: 'soon', tense: 'future' as const }
    expect(
      count([total(10, 1, { stance: 'denies' }), total(11, 2, { stance: 'questions' }), total(12, 3, { time: soon })]),
    ).toEqual([])
  })
  it('reads a number that fits the totals around it as one of them, though it does not say since when', () => {
    const bare = total(11, 5260, { text: 'North has lost 5,260 soldiers' })
    const unit = total(11, 40, { text: 'North has lost 40 soldiers' })
    const figures = count([total(10, 5200), bare, unit, total(12, 5300)])
    expect(figures.map(({ value, series }) => [value, series])).toEqual([
      [5200, 'cumulative'],
      [40, null],
      [5260, 'cumulative'],
      [5300, 'cumulative'],
    ])
  })
  it('keeps the count of one regiment out of the army’s', () => {
    const regiment = total(11, 300, { text: 'a regiment has killed 300 soldiers of the North since the war began' })
    const figures = count([total(10, 5200), regiment, total(12, 5300)])
    expect(figures.map(({ series, flags: odd }) => [series, odd.length])).toEqual([
      ['cumulative', 0],
      [null, 0],
      ['cumulative', 0],
    ])
  })
  it('takes the loser from the words where the reading names another', () => {
    const misread = total(10, 5200, { text: 'Losses of the North in the South reach 5,200 soldiers', target: 'South' })
    expect(count([misread])[0]?.subject).toBe('North')
  })
  it('flags a total that falls', () => {
    expect(flags([total(10, 5200), total(11, 5100)])).toEqual([
      [5200, []],
      [5100, ['fall']],
    ])
  })
  it('flags exchanged digits, and the number that would fit', () => {
    const series = [total(8, 17_100), total(9, 17_200), total(10, 17_300), total(11, 17_400)]
    expect(flags([...series, total(12, 15_700)]).at(-1)).toEqual([15_700, ['fall', 'transposed']])
    expect(flags([...series, total(12, 16_000)]).at(-1)).toEqual([16_000, ['fall']])
    expect(flags([...series, total(12, 71_500)]).at(-1)).toEqual([71_500, ['jump', 'transposed']])
  })
  it('flags a series that goes on from a new level as re-based', () => {
    const values = [1000, 1010, 1020, 1030, 1500, 1510, 1520]
    const marked = flags(values.map((value, index) => total(5 + index, value)))
    expect(marked[4]).toEqual([1500, ['jump', 're-based']])
    expect(marked[5]).toEqual([1510, []])
  })
  it('ties a correction to the figure it corrects, and measures the next day against the corrected one', () => {
    const wrong = total(10, 9900, { said: onDay(10, 8) })
    const right = total(10, 5220, { said: onDay(10, 18) })
    const figures = count([total(9, 5200), wrong, right, total(11, 5240)])
    expect(figures.map(({ value, flags: odd }) => [value, odd.map(({ rule }) => rule)])).toEqual([
      [5200, []],
      [9900, []],
      [5220, ['correction']],
      [5240, []],
    ])
    expect(figures[2]?.replaces).toBe(figures[1]?.id)
  })
  it('takes a night’s count of drones as daily, with whose air defence it was', () => {
    const shot = claim('combat.interception', 'air defence shot down 16 of 21 drones', {
      holder: SOUTH,
      agent: 'South',
      target: 'drones',
      figures: [figure('munitions.shot-down', 16, { of: 21 })],
    })
    expect(count([shot])[0]).toMatchObject({ series: 'daily', subject: 'South', value: 16, of: 21 })
  })
})

describe('daily figures worked out of totals', () => {
  const daily = (claims: readonly RecordedClaim[]) =>
    countAll(claims)
      .filter(({ series }) => series === 'daily')
      .map(({ happened, value, derivedFrom }) => [happened, value, derivedFrom !== undefined])
  it('takes the difference of two days running and says that it did', () => {
    expect(daily([total(10, 5200), total(11, 5260)])).toEqual([[day(11), 60, true]])
  })
  it('spreads nothing over a gap', () => {
    expect(daily([total(10, 5200), total(12, 5320)])).toEqual([])
  })
  it("leaves the day's number to a claimant who gives it with the total", () => {
    const given = total(11, 5260, { figures: [figure('personnel.losses', 5260, { change: 60 })] })
    expect(daily([total(10, 5200), given])).toEqual([])
  })
  it('trusts no total that falls', () => {
    expect(daily([total(10, 5200), total(11, 5100)])).toEqual([])
  })
})

describe('a correction told in prose', () => {
  it('puts the named number right, also of another day, and counts it once', () => {
    const slip = total(10, 792_290)
    const mended = claim('harm.losses', 'North has lost 729,290 soldiers since the start of the war, not 792,290', {
      holder: SOUTH,
      said: 11,
      target: 'North',
      figures: [figure('personnel.losses', 729_290), figure('personnel.losses', 792_290)],
    })
    const figures = count([slip, mended])
    expect(figures.map(({ value, flags: odd }) => [value, odd.map(({ rule }) => rule)])).toEqual([
      [792_290, []],
      [729_290, ['correction']],
    ])
    expect(figures[1]?.replaces).toBe(figures[0]?.id)
  })
  it('takes no other "not" for one', () => {
    const plain = claim(
      'harm.losses',
      'North has lost 5,300 soldiers since the start of the war, not all of them killed',
      {
        holder: SOUTH,
        said: 11,
        target: 'North',
        figures: [figure('personnel.losses', 5300)],
      },
    )
    expect(flags([total(10, 5200), plain]).filter(([, odd]) => (odd as string[]).includes('correction'))).toEqual([])
  })
})
