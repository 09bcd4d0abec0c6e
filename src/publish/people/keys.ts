import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Instant } from '#domain'
import { InputError } from '#domain'
import type { AccessKey, Scope } from '#ledger'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
/** OWASP's scrypt parameters: N = 2^15, r = 8, p = 3; some 32 MB and a tenth of a second a try. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const LENGTH = 32
const SHORTEST = 10

/** A password as it is kept: parameters, salt and hash. Throws `InputError` for one of fewer than ten characters. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > 1000)
    throw new InputError(`password: expected ${SHORTEST} to 1000 characters, found ${password.length}`)
  const salt = randomBytes(16)
  const hash = await derive(password, salt, LENGTH, COST)
  return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** True when the password is the kept one; takes as long where nothing is kept, so that names cannot be found out by time. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, salt = 'AAAAAAAAAAAAAAAAAAAAAA', hash = ''] = (kept ?? '').split('$')
  const made = await derive(password.slice(0, 1000), Buffer.from(salt, 'base64url'), LENGTH, COST)
  const known = Buffer.from(hash, 'base64url')
  return known.length === made.length && timingSafeEqual(known, made)
}

/** How a secret is looked up; it has 256 bits of chance, so a plain hash of it tells nothing. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A new session or token: the secret, to be shown once, and the key to be kept. */
export function newKey(given: {
  readonly account: string
  readonly kind: AccessKey['kind']
  readonly label: string
  readonly scope: Scope
  readonly now: Instant
  readonly days: number
}): { readonly secret: string; readonly key: AccessKey } {
  const secret = `fl_${randomBytes(32).toString('base64url')}`
  const { account, kind, label, scope, now, days } = given
  const expires = new Date(Date.parse(now) + days * 86_400_000).toISOString() as Instant
  const key = {
    id: `key_${randomBytes(8).toString('hex')}`,
    hash: hashOf(secret),
    account,
    kind,
    label,
    scope,
    created: now,
    expires,
    revoked: null,
  }
  return { secret, key }
}
