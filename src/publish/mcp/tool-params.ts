import { z } from 'zod'
import { addDays, parseDay, parseInstant, startOfDay } from '#domain'

const moment = (ofEnd: boolean, description: string) =>
  z
    .string()
    .max(40)
    .transform((text, issues) => {
      const day = parseDay(text)
      const found = day ? startOfDay(ofEnd ? addDays(day, 1) : day) : parseInstant(text)
      if (found) return found
      issues.addIssue({
        code: 'custom',
        message: `expected a day (2024-11-26) or a moment (2024-11-26T18:00:00Z), found "${text}"`,
      })
      return z.NEVER
    })
    .optional()
    .describe(description)

/** Moments as users and models write them. */
export const asOf = moment(true, 'As known then: a moment, or a day (its end). Absent: as known now')
export const saidFrom = moment(false, 'Published at or after: a moment, or a day (its beginning)')
export const saidTo = moment(true, 'Published before: a moment, or a day (its end)')
export const day = z
  .string()
  .max(10)
  .transform((text, issues) => {
    const found = parseDay(text)
    if (found) return found
    issues.addIssue({ code: 'custom', message: `expected a day such as 2024-11-26, found "${text}"` })
    return z.NEVER
  })
  .optional()

export const limit = z.number().int().min(1).max(100).default(20).describe('Lines at most, 1 to 100')
export const after = z.string().min(1).max(2000).optional().describe('The `more` of the answer before')
export const word = (description: string) => z.string().min(1).max(200).optional().describe(description)

/** Place of a list, in any spelling. */
export const place = word('Place, in any spelling or by id')
/** What every list takes beside its own filters: when it was said, as known when, and which page. */
export const listShape = { saidFrom, saidTo, asOf, limit, after }
