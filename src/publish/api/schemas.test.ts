import type { z } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import type {
  Article,
  Belief,
  Briefing,
  Dispute,
  Event,
  Figure,
  Note,
  Origin,
  RecordedClaim,
  Source,
  Story,
} from '#domain'
import {
  articleSchema,
  beliefSchema,
  briefingSchema,
  claimSchema,
  disputeSchema,
  eventSchema,
  figureSchema,
  noteSchema,
  originSchema,
  sourceSchema,
  storySchema,
} from './schemas.ts'

/** True only when each type can stand for the other: a field added on one side alone fails to compile. */
type Agree<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type Keys<A, B> = [keyof A] extends [keyof B] ? ([keyof B] extends [keyof A] ? true : false) : false
const agrees = <_A, _B>(_types: Agree<_A, _B>, _keys: Keys<_A, _B>) => true

describe('the schemas mirror the domain', () => {
  it('agrees in types, both ways, with no field more or fewer', () => {
    expect([
      agrees<z.infer<typeof noteSchema>, Note>(true, true),
      agrees<z.infer<typeof sourceSchema>, Source>(true, true),
      agrees<z.infer<typeof articleSchema>, Article>(true, true),
      agrees<z.infer<typeof claimSchema>, RecordedClaim>(true, true),
      agrees<z.infer<typeof storySchema>, Story>(true, true),
      agrees<z.infer<typeof eventSchema>, Event>(true, true),
      agrees<z.infer<typeof originSchema>, Origin>(true, true),
      agrees<z.infer<typeof disputeSchema>, Dispute>(true, true),
      agrees<z.infer<typeof figureSchema>, Figure>(true, true),
      agrees<z.infer<typeof beliefSchema>, Belief>(true, true),
      agrees<z.infer<typeof briefingSchema>, Briefing>(true, true),
    ]).not.toContain(false)
  })
})
