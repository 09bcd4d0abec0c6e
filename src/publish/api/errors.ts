import type { Hook } from '@hono/zod-openapi'
import type { Context, Env, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { InputError } from '#domain'
import type { ApiError } from './schemas.ts'

/** Something asked for by id that the ledger does not hold as of then; answered with 404. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
}

/** Something that is asked for rightly and refused all the same; answered with its status and message. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: 401 | 403 | 404 | 429
  constructor(status: RefusedError['status'], message: string) {
    super(message)
    this.status = status
  }
}

type Refusal = ApiError['error']

const CODES = {
  400: 'bad-parameter',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  429: 'too-many',
  500: 'internal',
} as const

/** A refusal in the one shape every error has. */
export function refuse(c: Context, status: keyof typeof CODES, message: string): Response {
  const error: Refusal = { status, code: CODES[status], message }
  return c.json({ error } satisfies ApiError, status)
}

/** What is thrown becomes an answer: a user's mistake with its line, anything else as `internal` with nothing of its text. */
export const answerError =
  (report: (error: unknown) => void): ErrorHandler =>
  (error, c) => {
    if (error instanceof RefusedError) return refuse(c, error.status, error.message)
    if (error instanceof NotFoundError) return refuse(c, 404, error.message)
    if (error instanceof InputError) return refuse(c, 400, error.message)
    if (error instanceof HTTPException && error.status < 500) return refuse(c, 400, error.message)
    report(error)
    return refuse(c, 500, 'something went wrong on our side; the server says more in its own output')
  }

/** Says which parameter is wrong and what was expected of it. */
export const answerInvalid: Hook<unknown, Env, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined
  const [issue] = result.error.issues
  if (!issue) return refuse(c, 400, 'the parameters could not be read')
  if (issue.code === 'unrecognized_keys') {
    return refuse(c, 400, `${issue.keys.join(', ')}: no such parameter here; see /api/v1/openapi.json`)
  }
  return refuse(c, 400, `${issue.path.join('.') || 'parameters'}: ${issue.message}`)
}
