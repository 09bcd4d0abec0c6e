import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { dayOf, PHIA, rangesOf } from '#domain'
import { allRows } from '#ledger'
import { found } from './cards.ts'
import { estimateFront } from './estimate-front.ts'
import { forecastBook } from './forecast-book.ts'
import type { Desk } from './knowledge.ts'
import { compareMap } from './map-agreement.ts'
import { mapShapes } from './map-shapes.ts'
import { asOfQuery, idParam, onQuery } from './params.ts'
import { cardRoute, jsonRoute } from './route.ts'
import * as schemas from './schemas-scores.ts'
import { livingStory } from './story-moves.ts'

/** Track records, forecasts, facts and lines of a story, and ranges of figures. */
export function addScoreRoutes(api: OpenAPIHono, desk: Desk): void {
  const { ledger } = desk
  api.openapi(TRACKS, async c => {
    const asOf = await desk.asOf(c.req.valid('query').asOf)
    return c.json({ asOf, tracks: await ledger.tracks({ asOf }) }, 200)
  })
  api.openapi(TRACK, async c => {
    const [{ id }, asOf] = [c.req.valid('param'), await desk.asOf(c.req.valid('query').asOf)]
    return c.json(found((await ledger.tracks({ origin: id, asOf }))[0] ?? null, 'track record', id), 200)
  })
  api.openapi(ACCOUNT, async c => {
    const [{ id }, asOf] = [c.req.valid('param'), await desk.asOf(c.req.valid('query').asOf)]
    const { story } = found(await livingStory(ledger, id, asOf), 'story', id)
    return c.json(found(await ledger.account(story.id, { asOf }), 'account of the story', story.id), 200)
  })
  api.openapi(FORECASTS, async c => {
    const asOf = await desk.asOf(c.req.valid('query').asOf)
    return c.json({ asOf, bands: BAND_RANGES, ...(await forecastBook(ledger, asOf, null)) }, 200)
  })
  api.openapi(FORECAST, async c => {
    const [{ id }, asOf] = [c.req.valid('param'), await desk.asOf(c.req.valid('query').asOf)]
    return c.json(found((await forecastBook(ledger, asOf, [id])).questions[0] ?? null, 'question', id), 200)
  })
  api.openapi(RANGES, async c => {
    const { event, ...query } = c.req.valid('query')
    const asOf = await desk.asOf(query.asOf)
    const figures = await allRows(page => ledger.figures({ event, asOf, ...page }))
    return c.json({ asOf, event, ranges: rangesOf(figures) }, 200)
  })
}

/** Imported maps and Fogline's estimate of the front. */
export function addMapRoutes(api: OpenAPIHono, desk: Desk): void {
  const { ledger } = desk
  api.openapi(MAPS, async c => {
    const asOf = await desk.asOf(c.req.valid('query').asOf)
    const maps = (await ledger.maps({ asOf })).map(({ areas, lines, id, claimant, date, file }) => ({
      id,
      claimant,
      date,
      file,
      areas: areas.length,
      lines: lines.length,
    }))
    return c.json({ asOf, maps }, 200)
  })
  api.openapi(MAP, async c => {
    const [{ id }, asOf] = [c.req.valid('param'), await desk.asOf(c.req.valid('query').asOf)]
    const map = found((await ledger.maps({ asOf })).find(each => each.id === id) ?? null, 'map', id)
    return c.json(await compareMap(ledger, desk.theatre, map, asOf), 200)
  })
  api.openapi(SHAPES, async c => {
    const [{ id }, asOf] = [c.req.valid('param'), await desk.asOf(c.req.valid('query').asOf)]
    return c.json(mapShapes(found((await ledger.maps({ asOf })).find(each => each.id === id) ?? null, 'map', id)), 200)
  })
  api.openapi(FRONT, async c => {
    const query = c.req.valid('query')
    const asOf = await desk.asOf(query.asOf)
    return c.json(await estimateFront(ledger, desk.theatre, query.on ?? dayOf(asOf), asOf), 200)
  })
}

const BAND_RANGES = PHIA.map(({ band, low, high }) => ({ band, low, high }))

const byId = { query: asOfQuery, params: idParam }
const TRACKS = jsonRoute({
  path: '/tracks',
  summary: 'How the claims of each origin came out so far, beside the reliability it was given',
  query: asOfQuery,
  answer: schemas.tracksSchema,
})
const TRACK = cardRoute({
  ...byId,
  path: '/tracks/{id}',
  summary: 'The track record of one origin, by its key',
  answer: schemas.trackSchema,
})
const ACCOUNT = cardRoute({
  ...byId,
  path: '/stories/{id}/account',
  summary: 'What a story tells: facts, what only each camp says, what is disputed, forecasts',
  answer: schemas.accountSchema,
})
const FORECASTS = jsonRoute({
  path: '/forecasts',
  summary: 'Questions about the future with their resolutions, and how each forecaster did',
  query: asOfQuery,
  answer: schemas.forecastBookSchema,
})
const FORECAST = cardRoute({
  ...byId,
  path: '/forecasts/{id}',
  summary: 'One question: what decides it, how it came out, every forecast of it',
  answer: schemas.questionCardSchema,
})
const RANGES = jsonRoute({
  path: '/figures/ranges',
  summary: "Claimants' numbers of one event side by side: lowest, highest, the most conservative, each camp's",
  query: asOfQuery.extend({ event: z.string().min(1).max(200).openapi({ description: 'Id of an event.' }) }),
  answer: schemas.rangesSchema,
})
const MAPS = jsonRoute({
  path: '/maps',
  summary: 'Maps of control drawn by others and imported, by date',
  query: asOfQuery,
  answer: schemas.mapsSchema,
})
const MAP = cardRoute({
  ...byId,
  path: '/maps/{id}',
  summary: "How one map and Fogline's own lines agree on the map's day",
  answer: schemas.agreementSchema,
})
const SHAPES = cardRoute({
  ...byId,
  path: '/maps/{id}/shapes',
  summary: 'The areas and lines of one imported map, as GeoJSON',
  answer: schemas.shapesSchema,
})
const FRONT = jsonRoute({
  path: '/front',
  summary: 'Front line and areas drawn from places: an estimate, as GeoJSON, with its method and uncertainty',
  query: onQuery,
  answer: schemas.frontSchema,
})
