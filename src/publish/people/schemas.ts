import { z } from '@hono/zod-openapi'
import { type Instant, parseInstant } from '#domain'
import { ROLES, SCOPES } from '#ledger'

const moment = z.custom<Instant>(value => typeof value === 'string').openapi({ type: 'string', format: 'date-time' })

/** Who asks, and how far role and key reach. */
const callerSchema = z.object({ name: z.string(), role: z.enum(ROLES), scope: z.enum(SCOPES) }).openapi('Caller')

/** GET /session; `open`: whoever reaches the desk may read it. `signInElsewhere`: an identity provider is named. */
export const sessionSchema = z
  .object({ caller: callerSchema.nullable(), open: z.boolean(), signInElsewhere: z.boolean() })
  .openapi('Session')
export const loginSchema = z
  .strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(1000) })
  .openapi('Login')
export const signedInSchema = z.object({ caller: callerSchema }).openapi('SignedIn')
export const signedOutSchema = z.object({ caller: z.null() }).openapi('SignedOut')

/** A key without its hash. */
const tokenSchema = z
  .object({
    id: z.string(),
    account: z.string(),
    kind: z.enum(['session', 'token']),
    label: z.string(),
    scope: z.enum(SCOPES),
    created: moment,
    expires: moment,
    revoked: moment.nullable(),
  })
  .openapi('Token')
export const tokensSchema = z.object({ tokens: z.array(tokenSchema).readonly() }).openapi('Tokens')
export const tokenGivenSchema = z
  .strictObject({
    label: z.string().min(1).max(200),
    scope: z.enum(SCOPES).default('read'),
    days: z.number().int().min(1).max(3650).default(90),
  })
  .openapi('TokenGiven')
/** The secret is shown this once. */
export const tokenMadeSchema = z.object({ token: tokenSchema, secret: z.string() }).openapi('TokenMade')
export const revokedSchema = z.object({ revoked: z.string() }).openapi('Revoked')

export const auditQuery = z.strictObject({
  before: z
    .string()
    .transform((text, issues): Instant => {
      const given = parseInstant(text)
      if (given) return given
      issues.addIssue({ code: 'custom', message: `expected a moment such as 2024-11-26T18:00:00Z, found "${text}"` })
      return z.NEVER
    })
    .optional()
    .openapi({ type: 'string', description: 'Lines before this moment: the `before` of the page before.' }),
})
/** GET /audit, newest first; `before` null: these are the oldest lines. */
export const auditSchema = z
  .object({
    entries: z
      .array(
        z.object({
          at: moment,
          who: z.string().nullable(),
          what: z.string(),
          on: z.string().nullable(),
          outcome: z.enum(['done', 'refused']),
        }),
      )
      .readonly(),
    before: moment.nullable(),
  })
  .openapi('Audit')

export type Session = z.infer<typeof sessionSchema>
export type SignedIn = z.infer<typeof signedInSchema>
export type SignedOut = z.infer<typeof signedOutSchema>
export type Tokens = z.infer<typeof tokensSchema>
export type TokenGiven = z.input<typeof tokenGivenSchema>
export type TokenMade = z.infer<typeof tokenMadeSchema>
export type Revoked = z.infer<typeof revokedSchema>
export type Audit = z.infer<typeof auditSchema>
