import { z } from '@hono/zod-openapi'
import { CORRECTION_KINDS } from '#domain'
import { instantSchema, listOf } from './schemas-records.ts'

/** One entry of the public log of corrections. */
export const correctionSchema = z
  .object({
    at: instantSchema,
    kind: z.enum(CORRECTION_KINDS),
    about: z.string(),
    text: z.string(),
    said: z.string(),
    saidAt: instantSchema,
    says: z.string().nullable(),
    because: listOf(z.string()),
    judgements: listOf(z.string()),
  })
  .openapi('Correction')

/** GET /corrections */
export const correctionsSchema = z.object({ asOf: instantSchema, corrections: listOf(correctionSchema) })

export type Corrections = z.infer<typeof correctionsSchema>
