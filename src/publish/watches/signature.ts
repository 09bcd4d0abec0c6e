import { createHmac, randomBytes } from 'node:crypto'

/** A new secret for a webhook, as Standard Webhooks writes them. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/** True for a secret of that form, of 24 to 64 bytes. */
export function isWebhookSecret(secret: string): boolean {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  if (text === undefined) return false
  const bytes = Buffer.from(text, 'base64').length
  return bytes >= 24 && bytes <= 64
}

/**
 * Headers that say which message it is, when it was sent (in seconds), and sign both with the body: HMAC-SHA256 by Standard
 * Webhooks 1.0, for which there are verifiers in most languages.
 */
export function signedHeaders(given: {
  readonly id: string
  readonly seconds: number
  readonly body: string
  readonly secret: string
}): Readonly<Record<string, string>> {
  const { id, seconds, body, secret } = given
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}
