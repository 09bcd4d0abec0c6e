/** What the routes of track records, forecasts, accounts, ranges and maps answer with. */
import { z } from '@hono/zod-openapi'
import { BANDS, CLAIM_TYPES, MEASURES, QUESTION_ORIGINS, RELIABILITIES } from '#domain'
import { daySchema, instantSchema, listOf } from './schemas-records.ts'

const counts = {
  confirmed: z.number().int(),
  contradicted: z.number().int(),
  withdrawn: z.number().int(),
  unsettled: z.number().int(),
}

/** How an origin's claims came out so far, beside the letter it was given. */
export const trackSchema = z
  .object({
    /** Key of the origin. */
    id: z.string(),
    name: z.string(),
    camp: z.string(),
    total: z.object(counts),
    types: listOf(z.object({ type: z.enum(CLAIM_TYPES), ...counts })),
    posterior: z.object({
      alpha: z.number(),
      beta: z.number(),
      mean: z.number(),
      low: z.number(),
      high: z.number(),
    }),
    given: z.enum(RELIABILITIES).nullable(),
    suggested: z.enum(RELIABILITIES).nullable(),
    learned: instantSchema,
  })
  .openapi('TrackRecord')

/** GET /tracks */
export const tracksSchema = z.object({ asOf: instantSchema, tracks: listOf(trackSchema) }).openapi('TrackRecords')

const accountItem = z.object({
  event: z.string().nullable(),
  says: z.string(),
  claims: listOf(z.string()),
  origins: z.number().int(),
  camps: listOf(z.string()),
})

/** GET /stories/{id}/account: what the story tells, parted by who accepts it. */
export const accountSchema = z
  .object({
    /** The story's. */
    id: z.string(),
    facts: listOf(accountItem),
    lines: listOf(z.object({ camp: z.string(), items: listOf(accountItem) })),
    disputed: listOf(accountItem),
    forecasts: listOf(accountItem),
    outlets: z.object({ establishment: z.number().int(), critical: z.number().int(), unknown: z.number().int() }),
    learned: instantSchema,
  })
  .openapi('Account')

const criteria = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('control'),
    place: z.string(),
    holder: z.string(),
    mode: z.enum(['taken', 'held']),
    by: daySchema,
  }),
  z.object({
    kind: z.literal('figure'),
    measure: z.enum(MEASURES),
    subject: z.string().nullable(),
    claimant: z.string().nullable(),
    atLeast: z.number(),
    by: daySchema,
  }),
  z.object({ kind: z.literal('analyst'), by: daySchema.nullable() }),
])

const forecast = z.object({
  id: z.string(),
  question: z.string(),
  forecaster: z.string(),
  camp: z.string(),
  low: z.number(),
  high: z.number(),
  band: z.enum(BANDS),
  words: z.string().nullable(),
  at: instantSchema,
  claim: z.string().nullable(),
})

/** GET /forecasts/{id}: a question, how it came out, what was said of it. */
export const questionCardSchema = z
  .object({
    question: z.object({
      id: z.string(),
      text: z.string(),
      origin: z.enum(QUESTION_ORIGINS),
      url: z.string().nullable(),
      opened: daySchema,
      criteria,
      rules: z.string().nullable(),
      given: z.enum(['yes', 'no']).nullable(),
      claim: z.string().nullable(),
    }),
    resolution: z.object({
      outcome: z.enum(['yes', 'no', 'void', 'open']),
      on: daySchema.nullable(),
      by: z.enum(['ledger', 'analyst']).nullable(),
      why: z.string(),
      because: listOf(z.string()),
    }),
    forecasts: listOf(forecast),
  })
  .openapi('QuestionCard')

const scoreRange = z.object({ low: z.number(), high: z.number() }).nullable()

/** GET /forecasts */
export const forecastBookSchema = z
  .object({
    asOf: instantSchema,
    /** The probabilities (0–1) the words of a forecast stand for, lowest band first. */
    bands: listOf(z.object({ band: z.enum(BANDS), low: z.number(), high: z.number() })),
    questions: listOf(questionCardSchema),
    scores: listOf(
      z.object({
        forecaster: z.string(),
        camp: z.string(),
        forecasts: z.number().int(),
        resolved: z.number().int(),
        brier: scoreRange,
        log: scoreRange,
        calibration: listOf(z.object({ band: z.enum(BANDS), forecasts: z.number().int(), yes: z.number().int() })),
      }),
    ),
  })
  .openapi('ForecastBook')

/** GET /figures/ranges: what claimants' numbers of one event come to side by side. */
export const rangesSchema = z
  .object({
    asOf: instantSchema,
    event: z.string(),
    ranges: listOf(
      z.object({
        measure: z.enum(MEASURES),
        subject: z.string().nullable(),
        unit: z.string().nullable(),
        low: z.number(),
        high: z.number(),
        conservative: z.object({ figure: z.string(), claimant: z.string(), value: z.number() }),
        camps: listOf(z.object({ camp: z.string(), low: z.number(), high: z.number(), claimants: z.number().int() })),
        ratio: z.object({ figure: z.string(), part: z.number(), whole: z.number() }).nullable(),
      }),
    ),
  })
  .openapi('FigureRanges')

/** GET /maps: maps imported, without their shapes. */
export const mapsSchema = z
  .object({
    asOf: instantSchema,
    maps: listOf(
      z.object({
        id: z.string(),
        claimant: z.string(),
        date: daySchema,
        file: z.string(),
        areas: z.number().int(),
        lines: z.number().int(),
      }),
    ),
  })
  .openapi('ControlMaps')

/** GET /maps/{id}: how a map and Fogline's own line agree, place by place, on the map's day. */
export const agreementSchema = z
  .object({
    map: z.string(),
    claimant: z.string(),
    date: daySchema,
    agree: z.number().int(),
    differ: z.number().int(),
    /** Places where one of the two says nothing. */
    untold: z.number().int(),
    differences: listOf(z.object({ place: z.string(), name: z.string(), fogline: z.string(), map: z.string() })),
    counts: listOf(z.object({ fogline: z.string(), map: z.string(), places: z.number().int() })),
  })
  .openapi('MapAgreement')

/** GET /maps/{id}/shapes: GeoJSON (RFC 7946). */
export const shapesSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    features: listOf(
      z.object({
        type: z.literal('Feature'),
        geometry: z.unknown(),
        properties: z.object({
          kind: z.enum(['area', 'line']),
          /** A party, or `contested`; null for a line. */
          holder: z.string().nullable(),
          claimant: z.string(),
          date: daySchema,
        }),
      }),
    ),
  })
  .openapi('MapShapes')
export type MapShapes = z.infer<typeof shapesSchema>
export type ControlMaps = z.infer<typeof mapsSchema>
export type FrontEstimate = z.infer<typeof frontSchema>
export type ForecastBook = z.infer<typeof forecastBookSchema>
export type Account = z.infer<typeof accountSchema>
export type TrackRecord = z.infer<typeof trackSchema>
export type TrackRecords = z.infer<typeof tracksSchema>

/** GET /front: GeoJSON (RFC 7946). */
export const frontSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    on: daySchema,
    asOf: instantSchema,
    label: z.string(),
    method: z.string(),
    features: listOf(z.object({ type: z.literal('Feature'), geometry: z.unknown(), properties: z.unknown() })),
  })
  .openapi('FrontEstimate')

export type ForecastBookAnswer = z.infer<typeof forecastBookSchema>
export type Tracks = z.infer<typeof tracksSchema>
export type MapAgreement = z.infer<typeof agreementSchema>
export type FigureRanges = z.infer<typeof rangesSchema>
export type QuestionCard = z.infer<typeof questionCardSchema>
