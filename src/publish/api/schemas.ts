/**
 * What every route answers with: the zod schema (checked in tests, described in OpenAPI) and the TypeScript type of each.
 * The desk imports the types alone. `asOf` in an answer is the moment whose knowledge it shows.
 */
import { z } from '@hono/zod-openapi'
import { MEASURES } from '#domain'
import { articleHeadSchema, articleSchema } from './schemas-articles.ts'
import { subscriptionHealthSchema } from './schemas-desk.ts'
import { controlSchema, holdingShape, placeHeadSchema } from './schemas-places.ts'
import {
  admiraltySchema,
  beliefSchema,
  claimSchema,
  daySchema,
  disputeSchema,
  eventSchema,
  figureSchema,
  instantSchema,
  listOf,
  originSchema,
  sourceSchema,
  storySchema,
} from './schemas-records.ts'
import { accountSchema } from './schemas-scores.ts'

export * from './schemas-articles.ts'
export * from './schemas-briefing.ts'
export * from './schemas-corrections.ts'
export * from './schemas-desk.ts'
export * from './schemas-judgements.ts'
export * from './schemas-places.ts'
export * from './schemas-records.ts'
export * from './schemas-scores.ts'

/** The one shape of every error, whatever went wrong. `code` is stable, `message` is for people. */
export const errorSchema = z
  .object({
    error: z.object({
      status: z.number().int(),
      code: z.enum([
        'bad-parameter',
        'unauthorised',
        'forbidden',
        'not-found',
        'method-not-allowed',
        'too-large',
        'too-many',
        'internal',
      ]),
      message: z.string(),
    }),
  })
  .openapi('Error')

const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    asOf: instantSchema,
    rows: listOf(row),
    /** Give it as `after` for the next page; null on the last. */
    next: z.string().nullable(),
  })

/** GET /status */
export const statusSchema = z
  .object({
    version: z.string(),
    asOf: instantSchema,
    theatre: z.object({
      id: z.string(),
      name: z.string(),
      dayOne: daySchema,
      camps: listOf(z.object({ id: z.string(), name: z.string(), party: z.string().nullable(), ally: z.boolean() })),
      parties: listOf(z.object({ id: z.string(), name: z.string(), camp: z.string() })),
    }),
    ledger: z.object({
      kind: z.enum(['embedded', 'postgres']),
      schema: z.number().int(),
      bytes: z.number(),
      rows: z.record(z.string(), z.number().int()),
    }),
    /** First and last day that has a report, by publication; null in an empty ledger. */
    firstDay: daySchema.nullable(),
    lastDay: daySchema.nullable(),
    /** Address of map tiles (`https://…/{z}/{x}/{y}.png`) the desk may load; null: its own map alone. */
    tiles: z.string().nullable(),
  })
  .openapi('Status')

/** GET /days: days that have reports, oldest first; `day` is the number of the day of the war. */
export const daysSchema = z
  .object({
    asOf: instantSchema,
    days: listOf(
      z.object({ date: daySchema, day: z.number().int(), reports: z.number().int(), claims: z.number().int() }),
    ),
  })
  .openapi('Days')

/** GET /claims */
export const claimPageSchema = pageOf(claimSchema).openapi('ClaimPage')

/** GET /places/{id} */
export const placeCardSchema = z
  .object({
    place: placeHeadSchema,
    control: controlSchema,
    claims: claimPageSchema,
    disputes: listOf(disputeSchema),
    figures: listOf(figureSchema),
    /** The nearest places of the theatre that have a point, nearest first. */
    neighbours: listOf(placeHeadSchema.extend({ ...holdingShape, km: z.number() }).openapi('Neighbour')),
  })
  .openapi('PlaceCard')

/** GET /claims/{id}: the claim, the report whose text its span points into, and all that rests on it. */
export const claimCardSchema = z
  .object({
    asOf: instantSchema,
    claim: claimSchema,
    article: articleSchema,
    event: eventSchema.nullable(),
    belief: beliefSchema.nullable(),
    /** Null where nothing is believed or not: an opinion, a plan, an estimate. */
    admiralty: admiraltySchema.nullable(),
    disputes: listOf(disputeSchema),
    /** The other claims of its event. */
    others: listOf(claimSchema),
    /** The independent origins of its event, this claim's among them. */
    origins: listOf(originSchema),
    stories: listOf(storySchema),
  })
  .openapi('ClaimCard')

/** GET /articles */
export const articlePageSchema = pageOf(articleHeadSchema).openapi('ArticlePage')
/** GET /articles/{id}/changes: the runs of words, in order, that both editions share or that one alone has. */
export const articleChangesSchema = z
  .object({
    asOf: instantSchema,
    earlier: articleHeadSchema,
    later: articleHeadSchema,
    changes: listOf(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  })
  .openapi('ArticleChanges')
/** GET /articles/{id} */
export const articleCardSchema = z
  .object({ asOf: instantSchema, article: articleSchema, claims: listOf(claimSchema), stories: listOf(storySchema) })
  .openapi('ArticleCard')

/** GET /stories */
export const storyPageSchema = pageOf(storySchema).openapi('StoryPage')
/** GET /stories/{id} */
export const storyCardSchema = z
  .object({
    asOf: instantSchema,
    story: storySchema,
    /** Where the id asked for stood for a story of its own once: since when and why its reports are told by this one. Null: it is this story's id. */
    moved: z
      .object({
        from: z.string(),
        at: instantSchema,
        reason: z.enum(['judged', 'earlier-report', 'merged']),
        /** The judgement, or the report this story begins with. */
        because: z.string(),
      })
      .nullable(),
    articles: listOf(articleHeadSchema),
    claims: listOf(claimSchema),
    /** What it tells, parted by who accepts it; null where none of it could be weighed. */
    account: accountSchema.nullable(),
  })
  .openapi('StoryCard')

/** GET /events/{id} */
export const eventCardSchema = z
  .object({
    asOf: instantSchema,
    event: eventSchema,
    belief: beliefSchema.nullable(),
    claims: listOf(claimSchema),
    origins: listOf(originSchema),
    disputes: listOf(disputeSchema),
    figures: listOf(figureSchema),
  })
  .openapi('EventCard')

/** GET /disputes */
export const disputePageSchema = pageOf(disputeSchema).openapi('DisputePage')
/** GET /disputes/{id} */
export const disputeCardSchema = z
  .object({
    asOf: instantSchema,
    dispute: disputeSchema,
    event: eventSchema.nullable(),
    belief: beliefSchema.nullable(),
    /** The claims of its positions, and those that ended it. */
    claims: listOf(claimSchema),
  })
  .openapi('DisputeCard')

/** GET /figures */
export const figurePageSchema = pageOf(figureSchema).openapi('FigurePage')
/** GET /figures/measures: which measures the ledger has figures of. */
export const measuresSchema = z
  .object({
    asOf: instantSchema,
    measures: listOf(
      z.object({
        measure: z.enum(MEASURES),
        figures: z.number().int(),
        cumulative: z.number().int(),
        daily: z.number().int(),
        claimants: listOf(z.string()),
        subjects: listOf(z.string()),
      }),
    ),
  })
  .openapi('Measures')

/** GET /sources */
export const sourcesSchema = z.object({ asOf: instantSchema, sources: listOf(sourceSchema) }).openapi('Sources')

/** GET /sources/health */
export const sourcesHealthSchema = z
  .object({
    at: instantSchema,
    sources: listOf(subscriptionHealthSchema),
    outages: listOf(
      z.object({
        subscription: z.string(),
        source: z.string(),
        from: instantSchema,
        to: instantSchema.nullable(),
        reason: z.string(),
      }),
    ),
  })
  .openapi('SourcesHealth')

export type ApiError = z.infer<typeof errorSchema>
export type Status = z.infer<typeof statusSchema>
export type Days = z.infer<typeof daysSchema>
export type PlaceCard = z.infer<typeof placeCardSchema>
export type Neighbour = PlaceCard['neighbours'][number]
export type ArticleHead = z.infer<typeof articleHeadSchema>
export type ClaimPage = z.infer<typeof claimPageSchema>
export type ClaimCard = z.infer<typeof claimCardSchema>
export type ArticlePage = z.infer<typeof articlePageSchema>
export type ArticleCard = z.infer<typeof articleCardSchema>
export type ArticleChanges = z.infer<typeof articleChangesSchema>
export type StoryPage = z.infer<typeof storyPageSchema>
export type StoryCard = z.infer<typeof storyCardSchema>
export type EventCard = z.infer<typeof eventCardSchema>
export type DisputePage = z.infer<typeof disputePageSchema>
export type DisputeCard = z.infer<typeof disputeCardSchema>
export type FigurePage = z.infer<typeof figurePageSchema>
export type Measures = z.infer<typeof measuresSchema>
export type Sources = z.infer<typeof sourcesSchema>
export type SourcesHealth = z.infer<typeof sourcesHealthSchema>
