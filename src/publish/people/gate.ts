import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Instant } from '#domain'
import type { AccessKey, Account, People, Role, Scope } from '#ledger'
import { refuse } from '#publish/api'
import { hashOf } from './keys.ts'
import { type Limit, makeLimit } from './limits.ts'

/** What the gate stands on. */
export interface GateInput {
  readonly people: People
  readonly now: () => Instant
  /** True: whoever reaches the desk may read, as on one's own machine; false: everybody must show a key. */
  readonly open: boolean
  /** Requests of one key, or of one address without a key, in a minute. */
  readonly perMinute?: number
  /** An identity provider is named, where one can sign in. Absent: none. */
  readonly signInElsewhere?: boolean
  /** The address a request comes from, as the server saw it; null where it cannot be told. */
  readonly addressOf: (c: Context) => string | null
}

/** Who asks. `key` null: somebody at an open desk. */
export interface Caller {
  readonly name: string
  readonly role: Role
  readonly scope: Scope
  readonly key: AccessKey | null
}

/** The gate and what the routes of people need of it. */
export interface Gate {
  readonly input: GateInput
  readonly guard: MiddlewareHandler
  readonly logins: Limit
  callerOf(c: Context): Promise<Caller | null>
  /** The same, as the API needs it. */
  askerOf(c: Context): Promise<{ readonly name: string; readonly isAdmin: boolean } | null>
}

export const SESSION_COOKIE = 'fogline_session'
const PER_MINUTE = 600
const MINUTE_MS = 60_000
const LOGINS = 5
const LOGIN_MS = 15 * MINUTE_MS

/** How much each scope opens, and each role at most. */
const REACH: Readonly<Record<Scope | Role, number>> = { read: 0, judge: 1, admin: 2, reader: 0, analyst: 1 }

/** True when a caller may do what needs a scope: both the role and the key must reach so far. */
export const may = (caller: Caller, scope: Scope): boolean =>
  Math.min(REACH[caller.role], REACH[caller.scope]) >= REACH[scope]

/** Makes the gate. Put `guard` before every route that shows or changes anything. */
export function makeGate(input: GateInput): Gate {
  const clock = () => Date.parse(input.now())
  const rate = makeLimit(input.perMinute ?? PER_MINUTE, MINUTE_MS, clock)
  const callerOf = (c: Context) => findCaller(c, input)
  return {
    input,
    callerOf,
    askerOf: async c => {
      const caller = await callerOf(c)
      return caller && { name: caller.name, isAdmin: may(caller, 'admin') }
    },
    logins: makeLimit(LOGINS, LOGIN_MS, clock),
    guard: async (c, next) => {
      const fault = await faultOf(c, input, rate, callerOf)
      return fault ?? next()
    },
  }
}

async function faultOf(
  c: Context,
  { open, people, now, addressOf }: GateInput,
  rate: Limit,
  callerOf: Gate['callerOf'],
): Promise<Response | null> {
  // A page of another site can make a browser's name server lead its own name to this machine; its Host then is not ours.
  if (open && !isLoopback(c)) return refuse(c, 403, 'Host: expected the name of this machine (127.0.0.1 or localhost)')
  const caller = await callerOf(c)
  if (!rate.take(caller?.key?.id ?? addressOf(c) ?? 'unknown')) {
    c.header('retry-after', '60')
    return refuse(c, 429, 'too many requests: expected fewer in a minute, try again then')
  }
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.path === '/mcp'
  if (!reads && isForeign(c))
    return refuse(c, 403, 'Origin: expected the desk’s own; a page of another site may not change anything')
  if (isFree(c) || (open && reads && c.req.header('authorization') === undefined)) return null
  return keyFault(c, people, now(), caller, reads)
}

/** What is wrong with the key somebody shows; a change, and a refusal for want of reach, go into the audit log. */
async function keyFault(
  c: Context,
  people: People,
  at: Instant,
  caller: Caller | null,
  reads: boolean,
): Promise<Response | null> {
  if (caller === null)
    return refuse(c, 401, 'expected a session or an API token ("Authorization: Bearer fl_…"), found none that is valid')
  const scope: Scope = reads ? 'read' : isOwnBusiness(c) ? 'read' : 'judge'
  if (may(caller, scope)) {
    if (!reads)
      await people.note({
        at,
        who: caller.name,
        what: `${c.req.method} ${c.req.path}`,
        on: null,
        outcome: 'done',
      })
    return null
  }
  await people.note({
    at,
    who: caller.name,
    what: `${c.req.method} ${c.req.path}`,
    on: null,
    outcome: 'refused',
  })
  return refuse(c, 403, `expected the scope "${scope}", found a key or role that reaches less`)
}

const isLoopback = (c: Context): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(c.req.header('host') ?? new URL(c.req.url).host)

/** A change asked for by a browser must come from a page of our own; programs send no Origin and carry a token. */
function isForeign(c: Context): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined) return c.req.header('sec-fetch-site') === 'cross-site'
  return !URL.canParse(origin) || new URL(origin).host !== (c.req.header('host') ?? new URL(c.req.url).host)
}

/** What must be open for somebody to get in at all; nothing of the ledger is told there. */
const isFree = (c: Context): boolean => /^\/api\/v1\/session(\/|$)/.test(c.req.path)
/** One's own tokens: whoever may read may have one for reading. */
const isOwnBusiness = (c: Context): boolean => c.req.path.startsWith('/api/v1/tokens')

async function findCaller(c: Context, { people, now }: GateInput): Promise<Caller | null> {
  const secret =
    /^Bearer (fl_[\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? getCookie(c, SESSION_COOKIE)
  if (secret === undefined || secret.length > 200) return null
  const found = await people.findKey(hashOf(secret))
  return found && isValid(found, now())
    ? { name: found.account.name, role: found.account.role, scope: found.key.scope, key: found.key }
    : null
}

const isValid = ({ key, account }: { readonly key: AccessKey; readonly account: Account }, now: Instant): boolean =>
  key.revoked === null && key.expires > now && !account.disabled
