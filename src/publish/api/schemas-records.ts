/**
 * The ledger's records as zod schemas: what the API answers with is checked against them in tests and described by them
 * in the OpenAPI document. They mirror `src/domain` field for field; `schemas.test.ts` holds the two together.
 */
import { z } from '@hono/zod-openapi'
import {
  BANDS,
  CERTAINTIES,
  CERTAINTY_SCALES,
  CLAIM_TYPES,
  CONFIDENCES,
  type Day,
  DISPUTE_STATUSES,
  HOLDER_KINDS,
  type Instant,
  MEASURES,
  OWNER_KINDS,
  PLACE_PRECISIONS,
  PLACE_ROLES,
  RELIABILITIES,
  SOURCE_KINDS,
  SOURCE_STANCES,
  STANCES,
  TENSES,
} from '#domain'

/** A list that answers keep as it is: read-only in TypeScript, an array in JSON. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()

/** RFC 3339 in UTC with milliseconds. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .openapi({ example: '2024-11-26T08:30:00.000Z' }) as unknown as z.ZodType<Instant, Instant>

/** A calendar day in UTC. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ example: '2024-11-26' }) as unknown as z.ZodType<Day, Day>

/** `[start, end)` in UTF-16 code units of the report's text. */
export const spanSchema = z.tuple([z.number().int().min(0), z.number().int().min(0)]).readonly()

/** What a step could not settle. */
export const noteSchema = z
  .object({ rule: z.string(), reason: z.string(), span: spanSchema.nullable() })
  .openapi('Note')

/** Somebody who publishes reports. */
export const sourceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(SOURCE_KINDS),
    camp: z.string(),
    country: z.string().nullable(),
    stance: z.enum(SOURCE_STANCES),
    reliability: z.enum(RELIABILITIES),
    family: z.string().nullable(),
    url: z.string().nullable(),
    since: z.string().optional(),
    owner: z.enum(OWNER_KINDS).optional(),
    feeds: z.array(z.string()).readonly().nullable().optional(),
  })
  .openapi('Source')

/** Whoever asserts a proposition first. */
export const holderSchema = z
  .object({
    id: z.string().nullable(),
    name: z.string(),
    kind: z.enum(HOLDER_KINDS),
    camp: z.string(),
    span: spanSchema.nullable(),
  })
  .openapi('Holder')

/** A place a claim is about. */
export const claimPlaceSchema = z
  .object({
    id: z.string().nullable(),
    name: z.string(),
    span: spanSchema,
    role: z.enum(PLACE_ROLES),
    precision: z.enum(PLACE_PRECISIONS),
    part: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    admin: z.string().nullable(),
    country: z.string().nullable(),
    carried: z.boolean(),
  })
  .openapi('ClaimPlace')

/** A number of a claim. */
export const claimFigureSchema = z
  .object({
    measure: z.enum(MEASURES),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.string().nullable(),
    approx: z.boolean(),
    of: z.number().nullable(),
    change: z.number().nullable(),
    span: spanSchema,
  })
  .openapi('ClaimFigure')

/** When it happened or will. */
export const claimTimeSchema = z.object({
  start: daySchema.nullable(),
  end: daySchema.nullable(),
  words: z.string().nullable(),
  tense: z.enum(TENSES),
})

/** The fields of a claim that an analyst may read otherwise. */
const amendable = {
  type: z.enum(CLAIM_TYPES),
  holder: holderSchema,
  stance: z.enum(STANCES),
  certainty: z.enum(CERTAINTIES),
  agent: z.string().nullable(),
  target: z.string().nullable(),
  places: listOf(claimPlaceSchema),
  time: claimTimeSchema,
  figures: listOf(claimFigureSchema),
  againstInterest: z.boolean(),
}
const published = { family: z.string(), reliability: z.enum(RELIABILITIES) }

/** What `amend` changes: each field given takes the place of the one read. */
export const amendmentSchema = z.strictObject(amendable).partial().openapi('Amendment')

/** A claim as the ledger holds it. */
export const claimSchema = z
  .object({
    id: z.string(),
    ...amendable,
    span: spanSchema,
    text: z.string(),
    chain: z.tuple([z.string()], z.string()).readonly(),
    certaintyWords: z.string().nullable(),
    certaintyScale: z.enum(CERTAINTY_SCALES).nullable(),
    confidence: z.number().min(0).max(1),
    notes: listOf(noteSchema),
    article: z.string(),
    source: z.string(),
    outlet: z.string().nullable(),
    ...published,
    said: instantSchema,
    learned: instantSchema,
    copyOf: z.string().nullable(),
    revisionOf: z.string().nullable(),
    amended: z
      .object({ by: listOf(z.string()), original: z.object({ ...amendable, ...published }).partial() })
      .optional(),
  })
  .openapi('Claim')

/** What is being told: reports that tell one thing. */
export const storySchema = z
  .object({
    id: z.string(),
    headline: z.string(),
    lead: z.object({ article: z.string(), text: z.string() }).nullable(),
    articles: listOf(z.string()),
    claims: listOf(z.string()),
    firstSaid: instantSchema,
    lastSaid: instantSchema,
  })
  .openapi('Story')

/** A place as events refer to it. */
export const placeRefSchema = z
  .object({ id: z.string().nullable(), name: z.string(), lat: z.number().nullable(), lon: z.number().nullable() })
  .openapi('PlaceRef')

const daysSchema = z.object({ start: daySchema, end: daySchema })

/** One happening and the claims that speak of it. */
export const eventSchema = z
  .object({
    id: z.string(),
    type: z.enum(CLAIM_TYPES),
    place: placeRefSchema.nullable(),
    happened: daysSchema,
    parties: listOf(z.string()),
    claims: listOf(z.string()),
  })
  .openapi('Event')

/** The far end of a chain of quotation. */
export const originSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    camp: z.string(),
    claims: listOf(z.string()),
    chains: listOf(listOf(z.string())),
  })
  .openapi('Origin')

/** Opposing claims, rival figures, rival holders. */
export const disputeSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    event: z.string().nullable(),
    place: z.string().nullable(),
    measure: z.enum(MEASURES).nullable(),
    positions: listOf(
      z.object({
        camp: z.string(),
        stance: z.enum(STANCES),
        says: z.string(),
        claims: listOf(z.string()),
        origins: z.number().int(),
      }),
    ),
    since: instantSchema,
    status: z.enum(DISPUTE_STATUSES),
    /** The claims that ended it, and when the last of them was said; null while it is open. */
    ended: z.object({ at: instantSchema, claims: listOf(z.string()) }).nullable(),
  })
  .openapi('Dispute')

/** A number by whose count. */
export const figureSchema = z
  .object({
    id: z.string(),
    event: z.string().nullable(),
    series: z.enum(['cumulative', 'daily']).nullable(),
    measure: z.enum(MEASURES),
    subject: z.string().nullable(),
    claimant: z.string(),
    camp: z.string(),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.string().nullable(),
    of: z.number().nullable(),
    change: z.number().nullable(),
    happened: daySchema,
    said: instantSchema,
    learned: instantSchema,
    because: listOf(z.string()),
    flags: listOf(noteSchema),
    /** The two totals a daily figure was worked out from; absent or null where somebody gave it. */
    derivedFrom: z.tuple([z.string(), z.string()]).readonly().nullable().optional(),
    replaces: z.string().nullable(),
  })
  .openapi('Figure')

const credibilitySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
/** How reliable a claim's origin is (A–F), and how credible what it says (1–6). */
export const admiraltySchema = z
  .object({ reliability: z.enum(RELIABILITIES), credibility: credibilitySchema })
  .openapi('AdmiraltyPair')

/** What Fogline makes of the claims on one event, and why. */
export const beliefSchema = z
  .object({
    id: z.string(),
    about: z.string(),
    says: z.string(),
    likelihood: z.enum(BANDS),
    confidence: z.enum(CONFIDENCES),
    origins: z.number().int(),
    camps: listOf(z.string()),
    because: listOf(z.string()),
    against: listOf(z.string()),
    reasons: listOf(z.object({ claim: z.string(), weight: z.number(), why: z.string(), admiralty: admiraltySchema })),
    credibility: credibilitySchema,
    rule: z.string(),
    happened: daysSchema,
    learned: instantSchema,
    replaces: z.string().nullable(),
  })
  .openapi('Belief')
