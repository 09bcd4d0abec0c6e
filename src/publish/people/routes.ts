import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { type Instant, parseInstant } from '#domain'
import { type AccessKey, SCOPES } from '#ledger'
import { type Caller, type Gate, may, SESSION_COOKIE } from './gate.ts'
import { isPassword, newKey } from './keys.ts'
import { refused } from './refused.ts'

const SESSION_DAYS = 7
const MOST_BODY = 16_384
const LOGIN = z.strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(1000) })
const TOKEN = z.strictObject({
  label: z.string().min(1).max(200),
  scope: z.enum(SCOPES).default('read'),
  days: z.number().int().min(1).max(3650).default(90),
})

/** Signing in and out, one's own tokens, and the audit log, under `/api/v1`. Mount them behind the gate's guard. */
export function addPeopleRoutes(app: OpenAPIHono, gate: Gate): void {
  const limit = bodyLimit({
    maxSize: MOST_BODY,
    onError: c => refused(c, 413, `body: expected at most ${MOST_BODY} bytes, found more`),
  })
  app.get('/api/v1/session', async c => c.json({ caller: shownCaller(await gate.callerOf(c)), open: gate.input.open }))
  app.post('/api/v1/session', limit, c => signIn(c, gate))
  app.delete('/api/v1/session', c => signOut(c, gate))
  app.get('/api/v1/tokens', c =>
    withCaller(c, gate, async caller => c.json({ tokens: (await gate.input.people.keys(caller.name)).map(shownKey) })),
  )
  app.post('/api/v1/tokens', limit, c => withCaller(c, gate, caller => addToken(c, gate, caller)))
  app.delete('/api/v1/tokens/:id', c => withCaller(c, gate, caller => endToken(c, gate, caller)))
  app.get('/api/v1/audit', c => withCaller(c, gate, caller => showAudit(c, gate, caller)))
}

const shownCaller = (caller: Caller | null) => caller && { name: caller.name, role: caller.role, scope: caller.scope }
const shownKey = ({ hash: _hash, ...key }: AccessKey) => key

async function withCaller(c: Context, gate: Gate, use: (caller: Caller) => Promise<Response>): Promise<Response> {
  const caller = await gate.callerOf(c)
  return caller ? use(caller) : refused(c, 401, 'expected a session or an API token, found none that is valid')
}

/** The body as JSON of the shape; a refusal where it is none. Deep nesting is refused by the shape, which has none. */
async function bodyOf<Shape extends z.ZodType>(c: Context, shape: Shape): Promise<z.output<Shape> | Response> {
  let given: unknown
  try {
    given = await c.req.json()
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error
    return refused(c, 400, 'body: expected JSON, found something else')
  }
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return refused(c, 400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not as expected'}`)
}

async function signIn(c: Context, gate: Gate): Promise<Response> {
  const { people, now, addressOf } = gate.input
  const body = await bodyOf(c, LOGIN)
  if (body instanceof Response) return body
  const names = [`name ${body.name}`, `address ${addressOf(c) ?? 'unknown'}`]
  if (!names.every(name => gate.logins.isOpen(name))) {
    c.header('retry-after', '900')
    return refused(c, 429, 'too many wrong passwords: try again in a quarter of an hour')
  }
  const account = (await people.accounts()).find(({ name }) => name === body.name)
  const right = await isPassword(body.password, account?.password ?? null)
  if (!account || !right || account.disabled) {
    for (const name of names) gate.logins.take(name)
    await people.note({ at: now(), who: null, what: 'sign in', on: body.name, outcome: 'refused' })
    return refused(c, 401, 'name and password do not belong together')
  }
  for (const name of names) gate.logins.forget(name)
  const scope = account.role === 'admin' ? 'admin' : account.role === 'analyst' ? 'judge' : 'read'
  const { secret, key } = newKey({
    account: account.name,
    kind: 'session',
    label: 'browser',
    scope,
    now: now(),
    days: SESSION_DAYS,
  })
  await people.addKey(key)
  await people.note({ at: now(), who: account.name, what: 'sign in', on: null, outcome: 'done' })
  setCookie(c, SESSION_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https',
    maxAge: SESSION_DAYS * 86_400,
  })
  return c.json({ caller: { name: account.name, role: account.role, scope } })
}

async function signOut(c: Context, gate: Gate): Promise<Response> {
  const caller = await gate.callerOf(c)
  if (caller?.key) await gate.input.people.revokeKey(caller.key.id, gate.input.now())
  deleteCookie(c, SESSION_COOKIE, { path: '/' })
  return c.json({ caller: null })
}

async function addToken(c: Context, { input: { people, now } }: Gate, caller: Caller): Promise<Response> {
  const body = await bodyOf(c, TOKEN)
  if (body instanceof Response) return body
  if (!may(caller, body.scope))
    return refused(c, 403, `scope: expected one your own key reaches, found "${body.scope}"`)
  const { secret, key } = newKey({
    account: caller.name,
    kind: 'token',
    label: body.label,
    scope: body.scope,
    now: now(),
    days: body.days,
  })
  await people.addKey(key)
  await people.note({ at: now(), who: caller.name, what: 'add token', on: key.id, outcome: 'done' })
  return c.json({ token: shownKey(key), secret }, 201)
}

async function endToken(c: Context, { input: { people, now } }: Gate, caller: Caller): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const own = (await people.keys(caller.name)).some(key => key.id === id)
  if (!own && !may(caller, 'admin')) return refused(c, 404, 'token: none of yours has that id')
  await people.revokeKey(id, now())
  await people.note({ at: now(), who: caller.name, what: 'revoke token', on: id, outcome: 'done' })
  return c.json({ revoked: id })
}

const AUDIT_PAGE = 200

async function showAudit(c: Context, { input: { people } }: Gate, caller: Caller): Promise<Response> {
  if (!may(caller, 'admin')) return refused(c, 403, 'expected the scope "admin", found a key or role that reaches less')
  const given = c.req.query('before')
  const before: Instant | null | undefined = given === undefined ? undefined : parseInstant(given)
  if (before === null)
    return refused(c, 400, `before: expected a moment such as 2024-11-26T18:00:00Z, found "${given}"`)
  const entries = await people.audit({ limit: AUDIT_PAGE, before })
  return c.json({ entries, before: entries.length < AUDIT_PAGE ? null : (entries.at(-1)?.at ?? null) })
}
