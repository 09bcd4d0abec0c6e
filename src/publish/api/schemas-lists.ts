import { z } from '@hono/zod-openapi'
import { BANDS, CONFIDENCES } from '#domain'
import {
  articleHeadSchema,
  beliefSchema,
  claimSchema,
  daySchema,
  eventSchema,
  instantSchema,
  listOf,
} from './schemas.ts'

const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ asOf: instantSchema, rows: listOf(row), next: z.string().nullable() })

/** GET /events */
export const eventPageSchema = pageOf(eventSchema).openapi('EventPage')
/** GET /beliefs */
export const beliefPageSchema = pageOf(beliefSchema).openapi('BeliefPage')

/** GET /control: steps of every line, by place, claimant (null: Fogline's own) and day. */
export const controlStepsSchema = z
  .object({
    asOf: instantSchema,
    steps: listOf(
      z.object({
        id: z.string(),
        place: z.string(),
        claimant: z.string().nullable(),
        from: daySchema,
        holder: z.string(),
        likelihood: z.enum(BANDS),
        confidence: z.enum(CONFIDENCES),
        because: listOf(z.string()),
        against: listOf(z.string()),
        learned: instantSchema,
        replaces: z.string().nullable(),
      }),
    ),
  })
  .openapi('ControlSteps')

/** GET /search: claims and reports that have the words, the newest of each. */
export const searchSchema = z
  .object({
    asOf: instantSchema,
    words: z.string(),
    claims: listOf(claimSchema),
    articles: listOf(articleHeadSchema),
  })
  .openapi('SearchResult')

export type EventPage = z.infer<typeof eventPageSchema>
export type BeliefPage = z.infer<typeof beliefPageSchema>
export type ControlSteps = z.infer<typeof controlStepsSchema>
export type SearchResult = z.infer<typeof searchSchema>
