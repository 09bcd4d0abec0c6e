import { z } from '@hono/zod-openapi'
import { BANDS, CERTAINTIES, CONFIDENCES, FAMILIES, SOURCE_FORMS, SOURCE_STATES, THEATRE_PLACE_KINDS } from '#domain'
import { claimSchema, daySchema, instantSchema, listOf, sourceSchema } from './schemas-records.ts'

/** GET /map */
export const mapSchema = z
  .object({
    asOf: instantSchema,
    /** First and last day that has reports; null in an empty ledger. */
    first: daySchema.nullable(),
    last: daySchema.nullable(),
    places: listOf(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(THEATRE_PLACE_KINDS).nullable(),
        lat: z.number(),
        lon: z.number(),
        admin: z.string().nullable(),
        country: z.string().nullable(),
        /** True for a settlement near the line of contact at some time in the war. */
        front: z.boolean(),
      }),
    ),
    /** From which day who holds a place: Fogline's line. */
    control: listOf(
      z.object({
        place: z.string(),
        from: daySchema,
        holder: z.string(),
        likelihood: z.enum(BANDS),
        confidence: z.enum(CONFIDENCES),
        /** False where no claim stands behind the step: it is the state before the war, of which no report has spoken since. */
        said: z.boolean(),
      }),
    ),
    /** How many claims were published about a place on a day, oldest first. */
    claims: listOf(
      z.object({
        place: z.string(),
        day: daySchema,
        family: z.enum(FAMILIES),
        camp: z.string(),
        certainty: z.enum(CERTAINTIES),
        source: z.string(),
        claims: z.number().int(),
      }),
    ),
  })
  .openapi('Map')

/** GET /review */
export const reviewSchema = z
  .object({
    asOf: instantSchema,
    waiting: z.object({ disputed: z.number().int(), doubtful: z.number().int() }),
    rows: listOf(
      z.object({
        claim: claimSchema,
        why: z.enum(['disputed', 'doubtful']),
        /** The open dispute it stands in, or null. */
        dispute: z.string().nullable(),
      }),
    ),
  })
  .openapi('Review')

/** How one subscription answers. */
export const subscriptionHealthSchema = z.object({
  subscription: z.string(),
  source: z.string(),
  name: z.string(),
  camp: z.string(),
  form: z.enum(SOURCE_FORMS),
  address: z.string(),
  state: z.enum(SOURCE_STATES),
  lastTried: instantSchema.nullable(),
  lastGood: instantSchema.nullable(),
  lastNew: instantSchema.nullable(),
  failingSince: instantSchema.nullable(),
  failures: z.number().int(),
  lastError: z.string().nullable(),
  due: instantSchema.nullable(),
})

const tallySchema = listOf(z.object({ name: z.string(), claims: z.number().int() }))

/** GET /sources/{id} */
export const sourceCardSchema = z
  .object({
    asOf: instantSchema,
    source: sourceSchema,
    counts: z.object({
      claims: z.number().int(),
      /** Claims of reports that repeat another outlet's. */
      copied: z.number().int(),
      /** Claims it makes itself, quoting nobody. */
      ownVoice: z.number().int(),
    }),
    families: tallySchema,
    /** Whom it quotes most. */
    quotes: tallySchema,
    /** Camps of those whose claims it carries. */
    camps: tallySchema,
    /** Claims by day of publication, oldest first. */
    days: tallySchema,
    recent: listOf(claimSchema),
    subscriptions: listOf(subscriptionHealthSchema),
  })
  .openapi('SourceCard')

export type MapAnswer = z.infer<typeof mapSchema>
export type ReviewAnswer = z.infer<typeof reviewSchema>
export type SourceCard = z.infer<typeof sourceCardSchema>
