import { z } from '@hono/zod-openapi'
import { CLAIM_TYPES, FAMILIES, WATCH_CHANGES } from '#domain'
import { WATCH_CHANNELS } from '#ledger'
import { claimSchema, instantSchema, listOf } from './schemas-records.ts'

const word = z.string().trim().min(1).max(200).optional()

/** Which claims a watch is of: all conditions hold together. */
export const watchFilterSchema = z
  .strictObject({
    place: word,
    holder: word,
    types: z.array(z.enum(CLAIM_TYPES)).min(1).max(50).readonly().optional(),
    family: z.enum(FAMILIES).optional(),
    story: word,
    words: word,
  })
  .openapi('WatchFilter')

/** The body of POST /watches. */
export const watchGivenSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    filter: watchFilterSchema,
    /** Where news is posted, signed; never into a private network. */
    webhook: z.string().max(2000).optional(),
    email: z.array(z.string().max(320)).max(20).optional(),
  })
  .openapi('WatchGiven')

/** A watch as others see it: where its news goes is said without what would open it. */
export const watchSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    filter: watchFilterSchema,
    owner: z.string().nullable(),
    created: instantSchema,
    /** Scheme and host of its webhook. */
    webhook: z.string().nullable(),
    /** How many addresses its letters go to. */
    email: z.number().int(),
    messages: listOf(
      z.object({
        channel: z.enum(WATCH_CHANNELS),
        sent: z.number().int(),
        waiting: z.number().int(),
        failed: z.number().int(),
        lastError: z.string().nullable(),
      }),
    ),
  })
  .openapi('Watch')

/** GET /watches */
export const watchesSchema = z.object({ watches: listOf(watchSchema) }).openapi('Watches')

/** GET /watches/{id}: what it found, newest first. */
export const watchCardSchema = z
  .object({
    watch: watchSchema,
    rows: listOf(
      z.object({ watch: z.string(), kind: z.enum(WATCH_CHANGES), learned: instantSchema, claim: claimSchema }),
    ),
    next: z.string().nullable(),
  })
  .openapi('WatchCard')

/** The answer to POST /watches: with the secret its messages are signed with, which is not shown again. */
export const watchMadeSchema = z.object({ watch: watchSchema, secret: z.string().nullable() }).openapi('WatchMade')

export type WatchSummary = z.infer<typeof watchSchema>
export type WatchCard = z.infer<typeof watchCardSchema>
export type WatchList = z.infer<typeof watchesSchema>
export type WatchGiven = z.input<typeof watchGivenSchema>
export type WatchMade = z.infer<typeof watchMadeSchema>
