import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Briefing, CERTAINTIES, CLAIM_TYPES, type ClaimType, MEASURES, STANCES, type Theatre } from '#domain'
import { holdings, theatre, theClaims } from '../../../test/publish/made-up-day.ts'
import { at, claim, count, day, inPlace, report } from '../../../test/publish/makers.ts'
import { type Holdings, memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { renderHtml, renderMarkdown, renderText, writeBriefing } from './index.ts'

const DATE = day('2024-11-26')
const NEXT = at('2024-11-27')
const write = (held: Holdings = holdings, asOf = NEXT, war: Theatre = theatre) =>
  writeBriefing({ ledger: memoryLedger(held), theatre: war, date: DATE, asOf })
const items = (briefing: Briefing, heading?: string) =>
  briefing.sections.filter(section => !heading || section.heading === heading).flatMap(section => section.items)

describe('an edition of one day', () => {
  it('reads as agreed, in text, Markdown and HTML', async () => {
    const briefing = await write()
    await expect(renderText(briefing, { width: 88, color: false })).toMatchFileSnapshot('golden/day.txt')
    await expect(renderMarkdown(briefing)).toMatchFileSnapshot('golden/day.md')
    await expect(renderHtml(briefing)).toMatchFileSnapshot('golden/day.html')
  })

  it('sets the denial beside the claim in one line, with who says it', async () => {
    const [line] = items(await write(), 'Fighting')
    expect(line?.text).toBe(
      'Southland’s Ministry of Defence, via River Post, says Southland took Mill Ford; the General Staff of Northland, via Hill Wire, denies it.',
    )
    expect(line?.disputed).toBe(true)
    expect(line?.claims).toEqual([theClaims.taken.id, theClaims.denied.id])
  })

  it('gives no likelihood to a forecast and keeps its own word of doubt', async () => {
    const line = items(await write()).find(({ claims }) => claims.includes(theClaims.forecast.id))
    expect(line).toMatchObject({ likelihood: null, confidence: null })
    expect(line?.text).toContain('probably')
  })

  it('lets no forecast take a side, and calls a part and its whole no dispute', async () => {
    const text = 'Of eight rockets fired at Oak Hill seven fell short. Eight rockets were fired at Oak Hill.'
    const source = report('Dune Post', '2024-11-26T09:00:00Z', text)
    const fired = { type: 'combat.strike', places: [inPlace('oak-hill', 'Oak Hill')] } as const
    const part = count('munitions.launched', 7, { of: 8 })
    const seven = claim(source, 'Of eight rockets fired at Oak Hill seven fell short', { ...fired, figures: [part] })
    const whole = count('munitions.launched', 8)
    const eight = claim(source, 'Eight rockets were fired at Oak Hill', { ...fired, figures: [whole] })
    const dispute = holdings.disputes?.[0]
    const figure = holdings.figures?.[0]
    if (!dispute || !figure) throw new Error('the made-up day has changed')
    const sides = (...claims: readonly (typeof seven)[]) =>
      claims.map(({ id, text: says }) => ({ camp: id, stance: 'asserts' as const, says, claims: [id], origins: 1 }))
    const rocket = { ...figure, measure: 'munitions.launched' as const, series: null, change: null }
    const briefing = await write({
      ...holdings,
      reports: [...holdings.reports, source],
      claims: [...holdings.claims, seven, eight],
      figures: [
        { ...rocket, id: 'f_7', value: 7, of: 8, because: [seven.id] },
        { ...rocket, id: 'f_8', value: 8, because: [eight.id] },
      ],
      disputes: [
        { ...dispute, id: 'd_1', event: null, measure: 'munitions.launched', positions: sides(seven, eight) },
        {
          ...dispute,
          id: 'd_2',
          event: null,
          place: 'mill-ford',
          positions: sides(theClaims.taken, theClaims.forecast),
        },
      ],
    })
    expect(items(briefing, 'Disputed')).toEqual([])
  })

  it('knows only what was learned by then', async () => {
    const early = await write(holdings, at('2024-11-26T09:45:00Z'))
    expect(early.reports).toBe(1)
    expect(items(early).some(({ claims }) => claims.includes(theClaims.denied.id))).toBe(false)
    expect(items(early, 'Disputed')).toEqual([])
  })

  it('has the same id for the same knowledge, whenever it is written', async () => {
    const [first, again, early] = [
      await write(),
      await write(holdings, at('2024-11-28')),
      await write(holdings, at('2024-11-26T09:45:00Z')),
    ]
    expect(again.id).toBe(first.id)
    expect(early.id).not.toBe(first.id)
  })

  it('tells whose hold of a place is no longer what it was', async () => {
    const [line] = items(await write(), 'Changed since yesterday')
    expect(line?.text).toBe(
      'Mill Ford: contested (likely, low confidence); before the day held by Northland (likely, moderate confidence).',
    )
    expect(line?.changed).toEqual({ kind: 'changed', was: 'held by Northland (likely, moderate confidence)' })
  })

  it('names a source that has fallen silent, and no other', async () => {
    const { notes } = await write()
    expect(notes.map(({ reason }) => reason)).toEqual([
      'Nothing from Silent Bell since 25 November 2024, though it published on each of the 3 days before: unknown, not calm.',
    ])
  })

  it('counts behind a line only those who assert it: a denial is no support', async () => {
    const [line] = items(await write(), 'Fighting')
    expect(line).toMatchObject({ origins: 1, camps: ['south'] })
  })

  it('says when it was, where a report says so and it is not the day', async () => {
    const source = report('River Post', '2024-11-26T07:00:00Z', 'The bridge fell on Sunday.')
    const time = { start: day('2024-11-24'), end: day('2024-11-24'), words: 'on Sunday', tense: 'past' } as const
    const briefing = await write({
      reports: [source],
      claims: [claim(source, 'The bridge fell', { type: 'harm.damage', time })],
    })
    expect(items(briefing)[0]?.text).toBe('River Post reports: “The bridge fell” (24 November).')
  })

  it('counts a reprint as no further origin', async () => {
    const [original] = theClaims.hurt
    const source = holdings.reports.find(({ article }) => article.id === original?.article)
    if (!original || !source) throw new Error('the made-up day has changed')
    const copy = report('Copy Cat', '2024-11-26T15:00:00Z', source.article.text, { copyOf: source.article.id })
    const again = claim(copy, original.text, {
      ...original,
      id: 'c_copy',
      article: copy.article.id,
      copyOf: source.article.id,
    })
    const events =
      holdings.events?.map(event =>
        event.id === 'e_hurt' ? { ...event, claims: [...event.claims, again.id] } : event,
      ) ?? []
    const briefing = await write({
      ...holdings,
      reports: [...holdings.reports, copy],
      claims: [...holdings.claims, again],
      events,
    })
    const line = items(briefing, 'Harm')[0]
    expect(line?.claims).toContain('c_copy')
    expect(line?.origins).toBe(2)
  })

  it('says how many lines of a full section are left out', async () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      report(`Paper ${index}`, '2024-11-26T07:00:00Z', `Envoy ${index} arrived.`),
    )
    const claims = many.map((each, index) => claim(each, `Envoy ${index} arrived`, { type: 'politics.meeting' }))
    const briefing = await write({ reports: many, claims })
    expect(items(briefing)).toHaveLength(12)
    expect(briefing.notes).toContainEqual({
      rule: 'left-out',
      reason: 'Politics and diplomacy: 3 further lines of less stated importance (3 claims) are left out.',
      span: null,
    })
  })

  it('calls a day without reports unknown, not calm', async () => {
    const empty = await write({ reports: [], claims: [] })
    const said = 'No reports of this day are in the ledger (unknown, not calm).'
    expect(renderText(empty, { width: 80, color: false })).toContain(said)
    expect(renderMarkdown(empty)).toContain(said)
    expect(renderHtml(empty)).toContain(said)
    expect(empty.sections).toEqual([])
  })

  it('counts what is new by publication where an archive was loaded afterwards', async () => {
    const late = at('2026-01-01')
    const loaded = {
      ...holdings,
      reports: holdings.reports.map(each => ({ ...each, learned: late })),
      claims: holdings.claims.map(each => ({ ...each, learned: late })),
      beliefs: [],
      control: holdings.control?.map(each => ({ ...each, learned: late })) ?? [],
      figures: [],
    }
    const briefing = await write(loaded, at('2026-02-01'))
    expect(briefing.notes.map(({ rule }) => rule)).toContain('loaded-afterwards')
    expect(items(briefing, 'Changed since yesterday')[0]?.changed?.was).toBe(
      'held by Northland (likely, moderate confidence)',
    )
  })

  it('says which reports were not read and which bear no date', async () => {
    const notes = (rule: string) => [{ rule, reason: 'x', span: null }]
    const reports = [
      report('A', '2024-11-26T07:00:00Z', 'один', { language: 'ru', notes: notes('language-not-read') }),
      report('B', '2024-11-26T07:00:00Z', 'dva', { notes: notes('no-publication-date') }),
    ]
    expect((await write({ reports, claims: [] })).notes.map(({ reason }) => reason)).toEqual([
      '1 report not read: 1 in Russian.',
      '1 report without a publication date, filed by the time it was gathered.',
    ])
  })
})

describe('what a report says stays text', () => {
  it('never becomes markup or a terminal escape', async () => {
    const nasty = report(
      '<b>Evil</b>',
      '2024-11-26T07:00:00Z',
      '\u001b[31m<img src=x onerror=alert(1)> [x](javascript:alert(1)) `x`',
      {
        url: 'javascript:alert(1)',
      },
    )
    const briefing = await write({
      reports: [nasty],
      claims: [claim(nasty, nasty.article.text, { type: 'politics.meeting' })],
    })
    expect(renderHtml(briefing)).not.toMatch(/<img|<b>Evil|href="javascript/)
    expect(renderMarkdown(briefing)).not.toMatch(/<img|[^\\]\]\(<?javascript|[^\\]`x/)
    expect(renderText(briefing, { width: 80, color: false })).not.toContain('\u001b')
  })

  it('has every line where all are asked for, and so many as are asked for', async () => {
    const words = Array.from({ length: 15 }, (_, at) => `Envoy number ${at} met the mayor of town ${at}`)
    const paper = report('Coast Daily', '2024-11-26T09:00:00Z', `${words.join('. ')}.`)
    const claims = words.map(each => claim(paper, each, { type: 'politics.meeting' }))
    const held = { reports: [paper], claims }
    const look = (most: number | null) =>
      writeBriefing({ ledger: memoryLedger(held), theatre, date: DATE, asOf: NEXT, most })
    const leftOut = ({ notes }: Briefing) => notes.filter(({ rule }) => rule === 'left-out').length
    const [usual, all, three] = [await look(null), await look(Number.POSITIVE_INFINITY), await look(3)]
    expect([leftOut(usual), leftOut(all), leftOut(three)]).toEqual([1, 0, 1])
    expect(new Set(items(all).flatMap(item => item.claims)).size).toBe(claims.length)
    expect(items(three)).toHaveLength(3)
  })

  it('wraps to the width, without citations and ids on request', async () => {
    const briefing = await write()
    const text = renderText(briefing, { width: 60, color: false })
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(60)
    const [first] = briefing.sections[0]?.items ?? []
    const short = String(first?.claims[0]).slice(0, 10)
    expect(text).toContain(short)
    expect(renderText(briefing, { width: 60, color: false, brief: true })).not.toContain(short)
    expect(renderText(briefing, { width: 60, color: true })).toContain('\u001b[1m')
  })
})

describe('laws of an edition', () => {
  const anyClaim = fc.record({
    type: fc.constantFrom<ClaimType>(...CLAIM_TYPES),
    stance: fc.constantFrom(...STANCES),
    certainty: fc.constantFrom(...CERTAINTIES),
    certaintyWords: fc.constantFrom(null, 'probably', 'allegedly'),
    agent: fc.constantFrom(null, 'Southland', 'Northland'),
    target: fc.constantFrom(null, 'Mill Ford', 'drone', 'Southland'),
    places: fc.constantFrom(
      [],
      [inPlace('mill-ford', 'Mill Ford')],
      [inPlace('oak-hill', 'Oak Hill', { part: 'east' })],
    ),
    figures: fc.array(
      fc
        .record({ measure: fc.constantFrom(...MEASURES), value: fc.nat(5000) })
        .map(each => count(each.measure, each.value)),
      { maxLength: 3 },
    ),
    hour: fc.integer({ min: 0, max: 23 }),
    event: fc.integer({ min: 0, max: 4 }),
    words: fc.oneof(
      fc.string({ minLength: 1, maxLength: 300 }).filter(words => words.trim() !== ''),
      fc.constantFrom(
        'Southland took Mill Ford',
        'Shells hit the market of Oak Hill and two people were killed',
        'hit Oak Hill at noon',
        'The envoys will meet in Far Town, and that',
        'It is likely that the bridge will fall',
      ),
    ),
    confidence: fc.constantFrom(0.4, 0.7, 0.9),
  })

  function toHoldings(drawn: readonly (typeof anyClaim extends fc.Arbitrary<infer Value> ? Value : never)[]): Holdings {
    const pairs = drawn.map(({ hour, event, words, ...fields }, index) => {
      const source = report(
        `Paper ${index % 4}`,
        `2024-11-26T${String(hour).padStart(2, '0')}:00:00Z`,
        `${words} ${index}`,
      )
      return { event, source, claim: claim(source, words, fields) }
    })
    const events = [0, 1, 2, 3].map(number => ({
      id: `e_${number}`,
      type: pairs.find(({ event }) => event === number)?.claim.type ?? ('control.seized' as const),
      place: null,
      happened: { start: DATE, end: DATE },
      parties: [],
      claims: pairs.filter(({ event }) => event === number).map(each => each.claim.id),
    }))
    return { reports: pairs.map(({ source }) => source), claims: pairs.map(each => each.claim), events }
  }

  it('every line names claims and every claim its words; no claim of the day is lost but in lines left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyClaim, { maxLength: 12 }), async drawn => {
        const held = toHoldings(drawn)
        const words = new Map(held.claims.map(({ id, text }) => [id, text]))
        const briefing = await write(held)
        for (const item of items(briefing)) {
          expect(item.claims.length).toBeGreaterThan(0)
          for (const citation of item.citations) expect(citation.quote).toBe(words.get(citation.claim))
          expect(new Set(item.citations.map(citation => citation.claim))).toEqual(new Set(item.claims))
        }
        const shown = items(briefing).flatMap(({ claims }) => claims)
        const leftOut = briefing.notes
          .filter(({ rule }) => rule === 'left-out')
          .map(({ reason }) => Number(/\((\d+) claims?\)/.exec(reason)?.[1]))
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.length + leftOut.reduce((sum, count) => sum + count, 0)).toBe(held.claims.length)
        renderText(briefing, { width: 40, color: false })
        renderMarkdown(briefing)
        renderHtml(briefing)
      }),
      { numRuns: 60 },
    )
  })

  it('the order in which the ledger gives its rows changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyClaim, { maxLength: 10 }), async drawn => {
        const held = toHoldings(drawn)
        const turned = {
          reports: [...held.reports].reverse(),
          claims: [...held.claims].reverse(),
          events: [...(held.events ?? [])].reverse().map(event => ({ ...event, claims: [...event.claims].reverse() })),
        }
        expect((await write(turned)).sections).toEqual((await write(held)).sections)
      }),
      { numRuns: 40 },
    )
  })
})
