import { describe, expect, it } from 'vitest'
import { holdings, theatre, theClaims } from '../../../test/publish/made-up-day.ts'
import { at, claim, report } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { scored } from '../../../test/publish/scored-ledger.ts'
import { createApi } from './create-api.ts'
import * as schemas from './schemas.ts'
import * as lists from './schemas-lists.ts'
import * as scores from './schemas-scores.ts'
import * as watches from './schemas-watches.ts'

const NOW = at('2024-12-01T00:00:00Z')
const api = (more: Partial<Parameters<typeof createApi>[0]> = {}) =>
  createApi({
    ledger: scored(memoryLedger(holdings)),
    theatre,
    now: () => NOW,
    deskDir: null,
    version: '0.0.0',
    ...more,
  })
const app = api()

interface Strict<Answer> {
  strict(): { parse(body: unknown): Answer }
}

/** Asks, and holds the answer to the schema the OpenAPI document promises. Strict: no field may be there unpromised. */
async function ask<Answer>(path: string, schema: Strict<Answer>): Promise<Answer> {
  const response = await app.request(`/api/v1${path}`)
  const body: unknown = await response.json()
  expect(response.status, `${path}: ${JSON.stringify(body).slice(0, 300)}`).toBe(200)
  return schema.strict().parse(body)
}

async function refused(path: string, init?: RequestInit, from = app) {
  const response = await from.request(path, init)
  const { error } = schemas.errorSchema.strict().parse(await response.json())
  expect(error.status).toBe(response.status)
  return error
}

describe('every route answers as its schema says', () => {
  const CARDS: readonly (readonly [string, Strict<unknown>])[] = [
    ['/status', schemas.statusSchema],
    ['/days', schemas.daysSchema],
    ['/briefing?date=2024-11-26', schemas.briefingSchema],
    ['/briefing?day=1007', schemas.briefingSchema],
    ['/briefing', schemas.briefingSchema],
    ['/places', schemas.placesSchema],
    ['/places/mill-ford', schemas.placeCardSchema],
    ['/claims', schemas.claimPageSchema],
    [`/claims/${theClaims.taken.id}`, schemas.claimCardSchema],
    ['/articles', schemas.articlePageSchema],
    [`/articles/${theClaims.taken.article}`, schemas.articleCardSchema],
    [`/articles/${theClaims.taken.article}/changes?with=${theClaims.taken.article}`, schemas.articleChangesSchema],
    ['/stories', schemas.storyPageSchema],
    ['/stories/s_ford', schemas.storyCardSchema],
    ['/events/e_ford', schemas.eventCardSchema],
    ['/disputes', schemas.disputePageSchema],
    ['/disputes/d_ford', schemas.disputeCardSchema],
    ['/events', lists.eventPageSchema],
    ['/beliefs', lists.beliefPageSchema],
    ['/control', lists.controlStepsSchema],
    ['/search?words=ford', lists.searchSchema],
    ['/figures', schemas.figurePageSchema],
    ['/figures/measures', schemas.measuresSchema],
    ['/figures/ranges?event=e_ford', scores.rangesSchema],
    ['/stories/s_ford/account', scores.accountSchema],
    ['/forecasts', scores.forecastBookSchema],
    ['/forecasts/q_ford', scores.questionCardSchema],
    ['/tracks', scores.tracksSchema],
    ['/tracks/river-daily', scores.trackSchema],
    ['/maps', scores.mapsSchema],
    ['/maps/m_ford', scores.agreementSchema],
    ['/maps/m_ford/shapes', scores.shapesSchema],
    ['/front?on=2024-11-26', scores.frontSchema],
    ['/judgements', schemas.judgementsSchema],
    ['/watches', watches.watchesSchema],
    ['/watches/w_ford', watches.watchCardSchema],
    ['/corrections', schemas.correctionsSchema],
    ['/sources', schemas.sourcesSchema],
    ['/sources/health', schemas.sourcesHealthSchema],
    ['/map', schemas.mapSchema],
    ['/review', schemas.reviewSchema],
    [`/sources/${theClaims.taken.source}`, schemas.sourceCardSchema],
  ]

  it.each(CARDS)('%s', async (path, schema) => {
    await ask(path, schema)
  })

  it('and no route is left out of this test', async () => {
    const document = (await (await app.request('/api/v1/openapi.json')).json()) as { openapi: string; paths: object }
    const tested = new Set(
      CARDS.map(([path]) => path.replace(/\?.*/, '').replace(/^\/(\w+)\/(?!measures|health|ranges)[^/]+/, '/$1/{id}')),
    )
    expect(document.openapi).toBe('3.1.0')
    // Answers that are not JSON of one piece have tests of their own.
    const streams = ['/export/{format}', '/feeds/{feed}', '/live', '/watches/{id}/{feed}']
    expect(new Set(Object.keys(document.paths))).toEqual(new Set([...tested, ...streams]))
  })
})

describe('what the answers say', () => {
  it('opens a claim on its words, its report, its event and the other side', async () => {
    const card = await ask(`/claims/${theClaims.taken.id}`, schemas.claimCardSchema)
    expect(card.article.text.slice(...card.claim.span)).toBe(card.claim.text)
    expect(card.event?.id).toBe('e_ford')
    expect(card.belief).toMatchObject({ likelihood: 'realistic-possibility', confidence: 'low' })
    expect(card.others.map(({ id }) => id)).toEqual([theClaims.denied.id])
    expect(card.disputes.map(({ id }) => id)).toEqual(['d_ford'])
    expect(card.origins.map(({ name }) => name).sort()).toEqual([
      'General Staff of Northland',
      'Southland’s Ministry of Defence',
    ])
  })

  it('shows who holds a place, by Fogline’s line and by each camp’s own, and its neighbours’ holders', async () => {
    const { control, neighbours } = await ask('/places/mill-ford', schemas.placeCardSchema)
    expect(control).toMatchObject({ place: 'mill-ford', name: 'Mill Ford', holder: 'contested', since: '2024-11-26' })
    expect(control.line.map(({ from, holder }) => [from, holder])).toEqual([
      ['2024-11-25', 'northland'],
      ['2024-11-26', 'contested'],
    ])
    expect(control.claimants['south']?.map(({ holder }) => holder)).toEqual(['southland'])
    expect(control.claimants['north']?.map(({ holder }) => holder)).toEqual(['northland'])
    expect(neighbours.map(({ id, holder, said }) => [id, holder, said])).toEqual([
      ['oak-hill', 'unknown', false],
      ['far-town', 'northland', false],
    ])
    expect(control.said).toBe(true)
    expect(neighbours[0]?.km).toBeCloseTo(13.3, 0)
  })

  it('tells a place somebody spoke of from one that only stands as it did before the war', async () => {
    const { control } = await ask('/map', schemas.mapSchema)
    const said = Object.fromEntries(control.map(step => [`${step.place} ${step.from}`, step.said]))
    expect(said).toMatchObject({ 'far-town 2024-11-01': false, 'mill-ford 2024-11-25': true })
  })

  it('finds a place by another spelling', async () => {
    expect((await ask('/places/OLD%20mill-ford', schemas.placeCardSchema)).place.id).toBe('mill-ford')
  })

  it('looks back: the holder on an earlier day, and what was known at an earlier moment', async () => {
    expect((await ask('/places/mill-ford?on=2024-11-25', schemas.placeCardSchema)).control.holder).toBe('northland')
    const early = await ask('/places/mill-ford?asOf=2024-11-26T09:00:00Z', schemas.placeCardSchema)
    expect(early.control.holder).toBe('northland')
    expect(early.claims.rows.map(({ id }) => id)).toEqual([theClaims.held.id])
  })

  it('takes a bare day in asOf as the end of that day', async () => {
    const { asOf, rows } = await ask('/claims?asOf=2024-11-25', schemas.claimPageSchema)
    expect(asOf).toBe('2024-11-26T00:00:00.000Z')
    expect(rows.map(({ id }) => id)).toEqual([theClaims.held.id])
  })

  it('pages through all claims without losing or repeating one', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: schemas.ClaimPage = await ask(
        `/claims?limit=3${after && `&after=${encodeURIComponent(after)}`}`,
        schemas.claimPageSchema,
      )
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    }
    expect(seen.sort()).toEqual(holdings.claims.map(({ id }) => id).sort())
  })

  it.each([
    ['types=control.held,control.seized', 3],
    ['family=harm', 3],
    ['place=oak-hill', 2],
    ['holder=north-staff', 3],
    ['camp=south', 1],
    ['certainty=likely', 1],
    ['event=e_ford', 2],
    ['story=s_ford', 2],
    ['source=coast-daily', 2],
    ['saidFrom=2024-11-26&saidTo=2024-11-26', 7],
    ['saidTo=2024-11-25', 1],
  ])('filters claims by %s', async (filter, count) => {
    expect((await ask(`/claims?${filter}`, schemas.claimPageSchema)).rows).toHaveLength(count)
  })

  it('counts the claims and names the holder of every place', async () => {
    const { places } = await ask('/places', schemas.placesSchema)
    expect(places.map(({ id, claims, holder }) => [id, claims, holder])).toEqual([
      ['far-town', 0, 'northland'],
      ['mill-ford', 3, 'contested'],
      ['oak-hill', 2, 'unknown'],
    ])
  })

  it('writes the briefing of the newest day with reports when no day is asked for', async () => {
    expect((await ask('/briefing', schemas.briefingSchema)).date).toBe('2024-11-26')
  })

  it('says which measures there are, by whom and of whom', async () => {
    const { measures } = await ask('/figures/measures', schemas.measuresSchema)
    expect(measures).toEqual([
      {
        measure: 'personnel.losses',
        figures: 1,
        cumulative: 1,
        daily: 0,
        claimants: ['General Staff of Northland'],
        subjects: ['Southland'],
      },
    ])
  })

  it('gives the briefing as Markdown and as a page too', async () => {
    const markdown = await app.request('/api/v1/briefing?format=md')
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(await markdown.text()).toMatch(/^# Day 1,007 · Tuesday 26 November 2024/)
    const html = await app.request('/api/v1/briefing?format=html')
    expect(html.headers.get('content-type')).toMatch(/^text\/html/)
    expect(html.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-/)
  })
})

describe('one shape for every error', () => {
  it.each([
    ['/api/v1/claims?asOf=yesterday', 400, 'asOf: expected a day (2024-11-26) or a moment'],
    ['/api/v1/claims?asOf=2023-02-30', 400, 'asOf: expected'],
    ['/api/v1/claims?limit=0', 400, 'limit: expected a whole number from 1 to 1000'],
    ['/api/v1/claims?limit=many', 400, 'limit: expected a whole number'],
    ['/api/v1/claims?types=control.taken', 400, 'types: expected types of the codebook, found "control.taken"'],
    ['/api/v1/claims?famly=harm', 400, 'famly: no such parameter here'],
    ['/api/v1/briefing?date=2024-11-26&day=1007', 400, 'date and day: expected one of the two'],
    ['/api/v1/briefing?day=0', 400, 'day: expected the number of a day'],
    ['/api/v1/claims/c_none', 404, 'claim: none of the id "c_none"'],
    ['/api/v1/articles/a_none', 404, 'article: none'],
    [`/api/v1/articles/${theClaims.taken.article}/changes`, 400, 'neither a later edition nor a copy'],
    ['/api/v1/stories/s_none', 404, 'story: none'],
    ['/api/v1/events/e_none', 404, 'event: none'],
    ['/api/v1/disputes/d_none', 404, 'dispute: none'],
    ['/api/v1/places/atlantis', 404, 'place: none'],
    ['/api/v1/nothing', 404, '/api/v1/nothing: no such page'],
    ['/nowhere', 404, '/nowhere: no such page'],
  ])('%s', async (path, status, message) => {
    const error = await refused(path)
    expect(error.status).toBe(status)
    expect(error.message).toContain(message)
  })

  it.each([
    ['day=99999', /^day: expected a day until now \(2024-12-02, day \d+\), found \S+, which is to come$/],
    ['date=2024-12-03', /^date: expected a day until now \(2024-12-02, day \d+\), found 2024-12-03/],
  ])('an edition of a day to come: %s', async (query, message) => {
    expect(await refused(`/api/v1/briefing?${query}`)).toMatchObject({
      status: 400,
      code: 'bad-parameter',
      message: expect.stringMatching(message) as string,
    })
    expect((await app.request('/api/v1/briefing?date=2024-12-02')).status).toBe(200)
  })
  it('refuses to be written to', async () => {
    expect(await refused('/api/v1/claims', { method: 'POST', body: '{}' })).toMatchObject({
      code: 'method-not-allowed',
    })
  })

  it('shows of a watch neither its address, its secret nor whom it writes to', async () => {
    const [list, card] = await Promise.all(['/watches', '/watches/w_ford'].map(path => app.request(`/api/v1${path}`)))
    for (const text of [await list?.text(), await card?.text()]) {
      expect(text).toContain('"webhook":"https://hooks.example"')
      expect(text).not.toMatch(/whsec|secret-path|ann@/)
    }
  })

  it('does not show what went wrong inside', async () => {
    const seen: unknown[] = []
    const broken = { ...memoryLedger(holdings), claims: async () => Promise.reject(new Error('password=hunter2')) }
    const error = await refused('/api/v1/claims', {}, api({ ledger: broken, report: each => seen.push(each) }))
    expect(error).toMatchObject({ status: 500, code: 'internal' })
    expect(error.message).not.toContain('hunter2')
    expect(seen).toHaveLength(1)
  })
})

describe('how answers travel', () => {
  it('saves a second sending by the entity tag', async () => {
    const first = await app.request('/api/v1/claims')
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect((await app.request('/api/v1/claims', { headers: { 'if-none-match': tag } })).status).toBe(304)
    const early = await app.request('/api/v1/claims?asOf=2024-11-25', { headers: { 'if-none-match': tag } })
    expect(early.status).toBe(200)
  })

  it('is as of the newest moment at which anything was learned', async () => {
    const late = report('River Post', '2024-11-27T08:00:00Z', 'Mill Ford is quiet.')
    const more = {
      ...holdings,
      reports: [...holdings.reports, late],
      claims: [...holdings.claims, claim(late, 'Mill Ford is quiet', { type: 'assessment.momentum' })],
    }
    const body = (await (await api({ ledger: memoryLedger(more) }).request('/api/v1/status')).json()) as {
      lastDay: string
    }
    expect(body.lastDay).toBe('2024-11-27')
  })

  it('answers HEAD without a body', async () => {
    const response = await app.request('/api/v1/status', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  it('sends the headers that keep a page from being framed, sniffed or scripted', async () => {
    const { headers } = await app.request('/api/v1/status')
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'self'; script-src 'self';.*frame-ancestors 'none'/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })
})
