import type { Context } from 'hono'

const CODES = {
  400: 'bad-parameter',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many',
} as const

/** A refusal in the one shape every error of the API has. */
export const refused = (c: Context, status: keyof typeof CODES, message: string): Response =>
  c.json({ error: { status, code: CODES[status], message } }, status)
