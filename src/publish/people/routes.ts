import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { AccessKey, Account } from '#ledger'
import { answerOf, CHANGE_REFUSALS, jsonBody, RefusedError } from '#publish/api'
import { type Caller, type Gate, may, SESSION_COOKIE } from './gate.ts'
import { isPassword, newKey } from './keys.ts'
import {
  auditQuery,
  auditSchema,
  loginSchema,
  revokedSchema,
  sessionSchema,
  signedInSchema,
  signedOutSchema,
  tokenGivenSchema,
  tokenMadeSchema,
  tokensSchema,
} from './schemas.ts'

const SESSION_DAYS = 7
const AUDIT_PAGE = 200
const nothing = z.strictObject({})

const SESSION = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who one is here',
  request: { query: nothing },
  responses: { 200: answerOf('The caller, or nobody', sessionSchema), 400: CHANGE_REFUSALS[400] },
})
const SIGN_IN = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Sign in by name and password; the session is a cookie',
  ...jsonBody(loginSchema),
  responses: { 200: answerOf('Who signed in', signedInSchema), ...CHANGE_REFUSALS },
})
const SIGN_OUT = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'End the session',
  request: { query: nothing },
  responses: { 200: answerOf('Nobody is signed in', signedOutSchema), ...CHANGE_REFUSALS },
})
const TOKENS = createRoute({
  method: 'get',
  path: '/tokens',
  summary: 'One’s own sessions and tokens',
  request: { query: nothing },
  responses: { 200: answerOf('The keys, without what opens', tokensSchema), ...CHANGE_REFUSALS },
})
const ADD_TOKEN = createRoute({
  method: 'post',
  path: '/tokens',
  summary: 'Make an API token, which reaches no further than the key that makes it',
  ...jsonBody(tokenGivenSchema),
  responses: { 201: answerOf('The token and its secret, shown once', tokenMadeSchema), ...CHANGE_REFUSALS },
})
const END_TOKEN = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  summary: 'End a token of one’s own; an admin ends anybody’s',
  request: { params: z.object({ id: z.string().min(1).max(200) }), query: nothing },
  responses: { 200: answerOf('What was ended', revokedSchema), ...CHANGE_REFUSALS },
})
const AUDIT = createRoute({
  method: 'get',
  path: '/audit',
  summary: 'Who did what, when, on what, and what was refused, newest first; for admins',
  request: { query: auditQuery },
  responses: { 200: answerOf('A page of the log', auditSchema), ...CHANGE_REFUSALS },
})

/** Signing in and out, one's own tokens, and the audit log. Mount them behind the gate's guard. */
export function addPeopleRoutes(api: OpenAPIHono, gate: Gate): void {
  const { people, now, open, signInElsewhere = false } = gate.input
  api.openapi(SESSION, async c => c.json({ caller: shownCaller(await gate.callerOf(c)), open, signInElsewhere }, 200))
  api.openapi(SIGN_IN, async c => c.json({ caller: await signIn(c, gate, c.req.valid('json')) }, 200))
  api.openapi(SIGN_OUT, async c => {
    const caller = await gate.callerOf(c)
    // A program that signs out by its token has no session, and keeps the token.
    if (caller?.key?.kind === 'session') await people.revokeKey(caller.key.id, now())
    deleteCookie(c, SESSION_COOKIE, { path: '/' })
    return c.json({ caller: null }, 200)
  })
  api.openapi(TOKENS, async c => {
    const caller = await knownCaller(c, gate)
    return c.json({ tokens: (await people.keys(caller.name)).map(shownKey) }, 200)
  })
  api.openapi(ADD_TOKEN, async c => {
    const caller = await knownCaller(c, gate)
    const { label, scope, days } = c.req.valid('json')
    if (!may(caller, scope)) throw new RefusedError(403, `scope: expected one your own key reaches, found "${scope}"`)
    const { secret, key } = newKey({ account: caller.name, kind: 'token', label, scope, now: now(), days })
    await people.addKey(key)
    await people.note({ at: now(), who: caller.name, what: 'add token', on: key.id, outcome: 'done' })
    return c.json({ token: shownKey(key), secret }, 201)
  })
  api.openapi(END_TOKEN, async c => {
    const caller = await knownCaller(c, gate)
    const { id } = c.req.valid('param')
    const own = (await people.keys(caller.name)).some(key => key.id === id)
    if (!own && !may(caller, 'admin')) throw new RefusedError(404, 'token: none of yours has that id')
    await people.revokeKey(id, now())
    await people.note({ at: now(), who: caller.name, what: 'revoke token', on: id, outcome: 'done' })
    return c.json({ revoked: id }, 200)
  })
  api.openapi(AUDIT, async c => {
    const caller = await knownCaller(c, gate)
    if (!may(caller, 'admin'))
      throw new RefusedError(403, 'expected the scope "admin", found a key or role that reaches less')
    const entries = await people.audit({ limit: AUDIT_PAGE, before: c.req.valid('query').before })
    return c.json({ entries, before: entries.length < AUDIT_PAGE ? null : (entries.at(-1)?.at ?? null) }, 200)
  })
}

async function knownCaller(c: Context, gate: Gate): Promise<Caller> {
  const caller = await gate.callerOf(c)
  if (caller === null) throw new RefusedError(401, 'expected a session or an API token, found none that is valid')
  return caller
}

const shownCaller = (caller: Caller | null) => caller && { name: caller.name, role: caller.role, scope: caller.scope }
const shownKey = ({ hash: _hash, ...key }: AccessKey) => key

async function signIn(c: Context, gate: Gate, given: z.infer<typeof loginSchema>) {
  const { people, now, addressOf } = gate.input
  const names = [`name ${given.name}`, `address ${addressOf(c) ?? 'unknown'}`]
  if (!names.every(name => gate.logins.isOpen(name))) {
    c.header('retry-after', '900')
    throw new RefusedError(429, 'too many wrong passwords: try again in a quarter of an hour')
  }
  const account = (await people.accounts()).find(({ name }) => name === given.name)
  const right = await isPassword(given.password, account?.password ?? null)
  if (!account || !right || account.disabled) {
    for (const name of names) gate.logins.take(name)
    await people.note({ at: now(), who: null, what: 'sign in', on: given.name, outcome: 'refused' })
    throw new RefusedError(401, 'name and password do not belong together')
  }
  for (const name of names) gate.logins.forget(name)
  return openSession(c, gate, account)
}

/** Opens a session for an account and sets its cookie. */
export async function openSession(c: Context, gate: Gate, { name, role }: Account) {
  const { people, now } = gate.input
  const scope = role === 'admin' ? 'admin' : role === 'analyst' ? 'judge' : 'read'
  const { secret, key } = newKey({
    account: name,
    kind: 'session',
    label: 'browser',
    scope,
    now: now(),
    days: SESSION_DAYS,
  })
  await people.addKey(key)
  await people.note({ at: now(), who: name, what: 'sign in', on: null, outcome: 'done' })
  setCookie(c, SESSION_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: isHttps(c),
    maxAge: SESSION_DAYS * 86_400,
  })
  return { name, role, scope } as const
}

/** True where the browser came over TLS, by our own connection or by what a proxy says of its. */
export const isHttps = (c: Context): boolean =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
