import { randomBytes } from 'node:crypto'
import type { Instant, Watch, WatchFilter } from '#domain'
import { InputError } from '#domain'
import { isWebhookSecret, newWebhookSecret } from './signature.ts'

/** A watch as somebody asks for it. */
export interface WatchGiven {
  readonly name: string
  readonly filter: WatchFilter
  readonly webhook?: string | undefined
  /** Absent: one is made. */
  readonly secret?: string | undefined
  readonly allowHosts?: readonly string[] | undefined
  readonly email?: readonly string[] | undefined
  readonly owner: string | null
}

const MOST_ADDRESSES = 20
/** One address and nothing that could end it or begin another: spaces, commas, angle brackets and line breaks are out. */
const ADDRESS = /^[^\s@,;:<>()"[\]\\\p{Cc}]{1,64}@[^\s@,;:<>()"[\]\\\p{Cc}]{1,255}$/u

/** A watch made of what somebody asks for. Throws `InputError` for an empty filter or an address that cannot be one. */
export function checkedWatch(given: WatchGiven, now: Instant): Watch {
  const { name, filter, webhook, secret, allowHosts = [], email = [], owner } = given
  if (name.trim() === '' || name.length > 200)
    throw new InputError(`name: expected 1 to 200 characters, found ${name.length}`)
  if (Object.values(filter).every(value => value === undefined))
    throw new InputError('filter: expected a place, holder, type, family, story or words, found none')
  const wrong = email.find(address => !ADDRESS.test(address))
  if (wrong !== undefined) throw new InputError(`email: expected an address such as desk@example.org, found "${wrong}"`)
  if (email.length > MOST_ADDRESSES)
    throw new InputError(`email: expected at most ${MOST_ADDRESSES} addresses, found ${email.length}`)
  if (secret !== undefined && !isWebhookSecret(secret))
    throw new InputError('secret: expected whsec_ and base64 of 24 to 64 bytes, found something else')
  return {
    id: `w_${randomBytes(8).toString('hex')}`,
    name: name.trim(),
    filter,
    webhook:
      webhook === undefined ? null : { url: checkedUrl(webhook), secret: secret ?? newWebhookSecret(), allowHosts },
    email,
    owner,
    created: now,
  }
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new InputError('webhook: expected an http or https address without a login in it, found something else')
  return url.href
}
