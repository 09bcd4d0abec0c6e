import { z } from '@hono/zod-openapi'
import { CLAIM_TYPES, JUDGEMENT_STATES, RELIABILITIES, SOURCE_STANCES, VERDICTS } from '#domain'
import { amendmentSchema, instantSchema, listOf, spanSchema } from './schemas-records.ts'

/** What an analyst sets of a source. */
export const sourceChangeSchema = z
  .strictObject({
    reliability: z.enum(RELIABILITIES),
    camp: z.string().min(1).max(100),
    family: z.string().min(1).max(100).nullable(),
    stance: z.enum(SOURCE_STANCES),
  })
  .partial()

const ID = z.string().min(1).max(200)
const decisions = [
  z.object({ verdict: z.enum(['accept', 'reject', 'publish', 'undo']), change: z.null() }),
  z.object({ verdict: z.literal('amend'), change: amendmentSchema }),
  z.object({ verdict: z.literal('merge'), change: z.strictObject({ with: ID }) }),
  z.object({ verdict: z.literal('split'), change: z.strictObject({ parts: listOf(ID) }) }),
  z.object({ verdict: z.literal('source'), change: sourceChangeSchema }),
] as const

/** The body of POST /judgements: who decides what, on what, and why. */
export const rulingSchema = z
  .union(
    decisions.map(decision =>
      decision
        .extend({ analyst: z.string().trim().min(1).max(200), on: ID, reason: z.string().trim().min(1).max(2000) })
        .strict(),
    ),
  )
  .openapi('Ruling')

const judgedClaimSchema = z.object({
  id: z.string(),
  type: z.enum(CLAIM_TYPES),
  span: spanSchema,
  text: z.string(),
  article: z.string(),
  holder: z.string(),
})

/** A judgement and how it stands. */
export const judgementSchema = z
  .object({
    id: z.string(),
    analyst: z.string(),
    at: instantSchema,
    on: z.string(),
    verdict: z.enum(VERDICTS),
    /** What the verdict takes: null, the fields amended, `{ with }`, `{ parts }`, or the fields set of a source. */
    change: z.unknown(),
    reason: z.string(),
    claims: listOf(judgedClaimSchema).optional(),
    state: z.enum(JUDGEMENT_STATES),
  })
  .openapi('Judgement')

export type Ruling = z.infer<typeof rulingSchema>

/** GET /judgements */
export const judgementsSchema = z.object({ asOf: instantSchema, judgements: listOf(judgementSchema) })
export type JudgementCard = z.infer<typeof judgementSchema>
export type Judgements = z.infer<typeof judgementsSchema>
