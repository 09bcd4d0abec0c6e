import { z } from '@hono/zod-openapi'
import {
  addDays,
  CERTAINTIES,
  CLAIM_TYPES,
  type ClaimType,
  type Day,
  DISPUTE_STATUSES,
  FAMILIES,
  type Instant,
  MEASURES,
  parseDay,
  parseInstant,
  startOfDay,
} from '#domain'

const MOMENT = 'expected a day (2024-11-26) or a moment (2024-11-26T18:00:00Z)'

/** A moment as a user writes it; a bare day stands for `ofDay` of it. */
const momentParam = (ofDay: (day: Day) => Instant, description: string) =>
  z
    .string()
    .transform((text, issues): Instant => {
      const day = parseDay(text)
      const moment = day ? ofDay(day) : parseInstant(text)
      if (moment) return moment
      issues.addIssue({ code: 'custom', message: `${MOMENT}, found "${text}"` })
      return z.NEVER
    })
    .optional()
    .openapi({ type: 'string', description, example: '2024-11-26T18:00:00Z' })

/** A calendar day as a user writes it. */
export const dayParam = (description: string) =>
  z
    .string()
    .transform((text, issues): Day => {
      const day = parseDay(text)
      if (day) return day
      issues.addIssue({ code: 'custom', message: `expected a day such as 2024-11-26, found "${text}"` })
      return z.NEVER
    })
    .optional()
    .openapi({ type: 'string', description, example: '2024-11-26' })

const asOf = momentParam(
  day => startOfDay(addDays(day, 1)),
  'As known then: a moment, or a day (its end). Absent: as known now.',
)

const wordParam = (description: string) => z.string().min(1).max(200).optional().openapi({ description })

/** Query of a route that takes nothing but the moment. */
export const asOfQuery = z.strictObject({ asOf })

const paging = {
  limit: z.coerce
    .number({ error: 'expected a whole number from 1 to 1000' })
    .int('expected a whole number from 1 to 1000')
    .min(1, 'expected a whole number from 1 to 1000')
    .max(1000, 'expected a whole number from 1 to 1000')
    .optional()
    .openapi({ type: 'integer', description: 'Rows of a page, 1 to 1000; 100 when absent.' }),
  after: z.string().min(1).max(2000).optional().openapi({ description: 'The `next` of the page before.' }),
}
const said = {
  saidFrom: momentParam(startOfDay, 'Published at or after: a moment, or a day (its beginning).'),
  saidTo: momentParam(day => startOfDay(addDays(day, 1)), 'Published before: a moment, or a day (its end).'),
}

const isClaimType = (text: string): text is ClaimType => (CLAIM_TYPES as readonly string[]).includes(text)

export const claimsQuery = z.strictObject({
  asOf,
  ...paging,
  ...said,
  types: z
    .string()
    .transform((text, issues): readonly ClaimType[] => {
      const types = text.split(',')
      const wrong = types.find(type => !isClaimType(type))
      if (wrong !== undefined)
        issues.addIssue({ code: 'custom', message: `expected types of the codebook, found "${wrong}"` })
      return types.filter(isClaimType)
    })
    .optional()
    .openapi({ type: 'string', description: 'Claim types, joined by commas.', example: 'control.seized,control.held' }),
  family: z.enum(FAMILIES).optional(),
  place: wordParam('Id of a place the claim names, or its name where it has no id.'),
  holder: wordParam('Id of the holder, or its name where it has none.'),
  camp: wordParam('Camp of the holder.'),
  certainty: z.enum(CERTAINTIES).optional(),
  story: wordParam('Id of a story.'),
  event: wordParam('Id of an event.'),
  article: wordParam('Id of a report.'),
  source: wordParam('Id of the publishing source.'),
  words: wordParam('Words of the claim: all of them, "a phrase", -without, or.'),
})

export const articlesQuery = z.strictObject({
  asOf,
  ...paging,
  ...said,
  source: wordParam('Id of the publishing source.'),
  story: wordParam('Id of a story.'),
  url: z.string().max(2000).optional().openapi({ description: 'Address of the report, exactly.' }),
  words: wordParam('Words of the text: all of them, "a phrase", -without, or.'),
})

export const storiesQuery = z.strictObject({ asOf, ...paging, ...said, article: wordParam('Id of a report.') })

export const disputesQuery = z.strictObject({
  asOf,
  ...paging,
  ...said,
  place: wordParam('Id of a place: disputes over it and over events at it.'),
  event: wordParam('Id of an event.'),
  status: z.enum(DISPUTE_STATUSES).optional(),
})

export const figuresQuery = z.strictObject({
  asOf,
  ...paging,
  ...said,
  measure: z.enum(MEASURES).optional(),
  claimant: wordParam('Name of whoever counts.'),
  subject: wordParam('Name of whose losses, drones or money it is.'),
  series: z.enum(['cumulative', 'daily']).optional(),
  event: wordParam('Id of an event.'),
})

export const correctionsQuery = z.strictObject({
  asOf,
  from: momentParam(startOfDay, 'Corrected at or after: a moment, or a day (its beginning).'),
  to: momentParam(day => startOfDay(addDays(day, 1)), 'Corrected before: a moment, or a day (its end).'),
})

export const onQuery = z.strictObject({ asOf, on: dayParam('The holder on that day. Absent: the day of `asOf`.') })

export const BRIEFING_FORMATS = ['json', 'md', 'html'] as const
export const briefingQuery = z.strictObject({
  asOf,
  date: dayParam('The day. Absent: the newest day that has reports.'),
  day: z.coerce
    .number({ error: 'expected the number of a day of the war, such as 1007' })
    .int('expected the number of a day of the war, such as 1007')
    .min(1, 'expected the number of a day of the war, 1 or more')
    .max(100_000, 'expected the number of a day of the war, such as 1007')
    .optional()
    .openapi({ type: 'integer', description: 'The day by its number in the war.', example: 1007 }),
  format: z.enum(BRIEFING_FORMATS).optional().openapi({ description: 'json when absent.' }),
})

/** Path parameter of every card. */
export const idParam = z.object({ id: z.string().min(1).max(200) })
