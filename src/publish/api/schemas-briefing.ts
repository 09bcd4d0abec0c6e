import { z } from '@hono/zod-openapi'
import { BANDS, CONFIDENCES } from '#domain'
import { daySchema, instantSchema, listOf, noteSchema, placeRefSchema } from './schemas-records.ts'

/** The words a briefing line stands on. */
export const citationSchema = z
  .object({
    claim: z.string(),
    article: z.string(),
    outlet: z.string(),
    url: z.string().nullable(),
    publishedAt: instantSchema,
    quote: z.string(),
    chain: listOf(z.string()),
  })
  .openapi('Citation')

/** One line of a briefing. */
export const briefingItemSchema = z
  .object({
    text: z.string(),
    likelihood: z.enum(BANDS).nullable(),
    confidence: z.enum(CONFIDENCES).nullable(),
    origins: z.number().int(),
    camps: listOf(z.string()),
    disputed: z.boolean(),
    place: placeRefSchema.nullable(),
    beliefs: listOf(z.string()),
    disputes: listOf(z.string()),
    figures: listOf(z.string()),
    claims: z.tuple([z.string()], z.string()).readonly(),
    citations: z.tuple([citationSchema], citationSchema).readonly(),
    changed: z.object({ kind: z.enum(['new', 'changed']), was: z.string().nullable() }).nullable(),
  })
  .openapi('BriefingItem')

/** One edition. */
export const briefingSchema = z
  .object({
    id: z.string(),
    theatre: z.string(),
    day: z.number().int(),
    date: daySchema,
    asOf: instantSchema,
    window: z.tuple([instantSchema, instantSchema]).readonly(),
    since: z.string().nullable(),
    reports: z.number().int(),
    outlets: listOf(z.string()),
    origins: z.number().int(),
    sections: listOf(z.object({ heading: z.string(), items: listOf(briefingItemSchema) })),
    notes: listOf(noteSchema),
  })
  .openapi('Briefing')
