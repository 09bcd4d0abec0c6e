import { beforeEach, describe, expect, it } from 'vitest'
import { makeJudgement } from '#domain'
import type { Ledger, Role } from '#ledger'
import { createApi, type Judge } from '#publish/api'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { addPeopleRoutes, hashPassword, makeGate, newKey } from './index.ts'
import * as schemas from './schemas.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const PASSWORD = 'a long enough one'
let clock = Date.parse('2024-12-01T00:00:00Z')
const now = () => at(new Date(clock).toISOString())
let ledger: Ledger
let app: ReturnType<typeof createApi>
const kept = await hashPassword(PASSWORD)

function desk(open: boolean, perMinute = 1000, judge: Judge | null = null) {
  const gate = makeGate({ people: ledger.people, now, open, perMinute, addressOf: () => '192.0.2.7' })
  return createApi({
    ledger,
    theatre,
    now,
    deskDir: null,
    version: '0.0.0',
    people: {
      guard: gate.guard,
      addRoutes: given => addPeopleRoutes(given, gate),
      callerOf: gate.askerOf,
    },
    judge,
    mcp: async () => new Response('reached'),
  })
}
beforeEach(async () => {
  clock = Date.parse('2024-12-01T00:00:00Z')
  ledger = memoryLedger(holdings)
  for (const [name, role] of [
    ['Ada', 'admin'],
    ['Ann', 'analyst'],
    ['Rob', 'reader'],
  ] as [string, Role][])
    await ledger.people.saveAccount({ name, role, password: kept, subject: null, created: now(), disabled: false })
  app = desk(false)
})

const ask = (path: string, init: RequestInit = {}, from = app) => from.request(`http://desk.example${path}`, init)
const withToken = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } })
const signIn = (name: string, password = PASSWORD) =>
  ask('/api/v1/session', {
    method: 'POST',
    body: JSON.stringify({ name, password }),
    headers: { 'content-type': 'application/json' },
  })
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
async function token(account: string, scope: 'read' | 'judge' | 'admin', days = 1) {
  const { secret, key } = newKey({ account, kind: 'token', label: 'test', scope, now: now(), days })
  await ledger.people.addKey(key)
  return { secret, key }
}
async function refusal(response: Response | Promise<Response>, status: number) {
  const answered = await response
  const { error } = (await answered.json()) as { error: { status: number; code: string; message: string } }
  expect([answered.status, error.status]).toEqual([status, status])
  return error
}

describe('a judgement', () => {
  it('bears the name of who made it, whatever the body says', async () => {
    const names: string[] = []
    const from = desk(true, 1000, async ruling => {
      names.push(ruling.analyst)
      return makeJudgement({ ...ruling, at: now() })
    })
    const { secret } = await token('Ann', 'judge')
    const body = JSON.stringify({ analyst: 'Ada', on: 'c_1', verdict: 'reject', change: null, reason: 'a misreading' })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` }
    const answered = await from.request('http://127.0.0.1/api/v1/judgements', { method: 'POST', body, headers })
    expect([answered.status, names]).toEqual([201, ['Ann']])
    const nobody = { 'content-type': 'application/json' }
    await refusal(from.request('http://127.0.0.1/api/v1/judgements', { method: 'POST', body, headers: nobody }), 401)
    expect(names).toEqual(['Ann'])
  })
})

describe('a desk others can reach', () => {
  it.each([
    '/api/v1/claims',
    '/api/v1/status',
    '/api/v1/openapi.json',
    '/api/v1/export/jsonl',
    '/mcp',
    '/api/v1/audit',
    '/api/v1/live',
  ])('shows %s to nobody without a key', async path => {
    expect((await refusal(ask(path), 401)).code).toBe('unauthorised')
  })
  it('shows it to whoever signs in, under a cookie no script can read and no other site can send', async () => {
    const response = await signIn('Rob')
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(response.headers.get('set-cookie')).toMatch(/SameSite=Strict/)
    expect((await ask('/api/v1/claims', { headers: { cookie: cookieOf(response) } })).status).toBe(200)
  })
  it('forgets a session that was ended', async () => {
    const cookie = cookieOf(await signIn('Rob'))
    await ask('/api/v1/session', { method: 'DELETE', headers: { cookie } })
    await refusal(ask('/api/v1/claims', { headers: { cookie } }), 401)
  })
  it('takes a token, until it is over, revoked, or its account shut out', async () => {
    const { secret, key } = await token('Rob', 'read')
    expect((await ask('/api/v1/claims', withToken(secret))).status).toBe(200)
    clock += 2 * 86_400_000
    await refusal(ask('/api/v1/claims', withToken(secret)), 401)
    clock -= 2 * 86_400_000
    await ledger.people.revokeKey(key.id, now())
    await refusal(ask('/api/v1/claims', withToken(secret)), 401)
    const other = await token('Rob', 'read')
    const rob = (await ledger.people.accounts()).find(({ name }) => name === 'Rob')!
    await ledger.people.saveAccount({ ...rob, disabled: true })
    await refusal(ask('/api/v1/claims', withToken(other.secret)), 401)
  })
  it('keeps no secret: neither password nor token stands in what is kept', async () => {
    const { secret } = await token('Ada', 'admin')
    const all = JSON.stringify([await ledger.people.accounts(), await ledger.people.keys('Ada')])
    expect(all).not.toContain(secret)
    expect(all).not.toContain(PASSWORD)
  })
})

describe('roles and scopes', () => {
  it.each([
    ['Rob', 'admin'],
    ['Ann', 'admin'],
    ['Ada', 'judge'],
    ['Ada', 'read'],
  ] as const)('%s with a token for %s sees no audit log', async (name, scope) => {
    await refusal(ask('/api/v1/audit', withToken((await token(name, scope)).secret)), 403)
  })
  it('an admin sees it, with who and when, and with what was refused', async () => {
    await signIn('Rob', 'not the password')
    const response = await ask('/api/v1/audit', withToken((await token('Ada', 'admin')).secret))
    const { entries } = (await response.json()) as { entries: Record<string, unknown>[] }
    expect(entries[0]).toEqual({ at: now(), who: null, what: 'sign in', on: 'Rob', outcome: 'refused' })
  })
  it('a token makes no token that reaches further than itself', async () => {
    const { secret } = await token('Ada', 'read')
    const body = JSON.stringify({ label: 'more', scope: 'admin' })
    await refusal(
      ask('/api/v1/tokens', { method: 'POST', body, headers: { ...JSON_TYPE, ...withToken(secret).headers } }),
      403,
    )
  })
  it('nobody ends somebody else’s token', async () => {
    const { key } = await token('Ada', 'admin')
    await refusal(
      ask(`/api/v1/tokens/${key.id}`, { method: 'DELETE', ...withToken((await token('Rob', 'read')).secret) }),
      404,
    )
    expect((await ledger.people.keys('Ada')).find(({ id }) => id === key.id)?.revoked).toBeNull()
  })
})

describe('every route of people answers as its schema says', () => {
  const strictly = async (
    response: Response | Promise<Response>,
    schema: { strict(): { parse(body: unknown): unknown } },
  ) => {
    const answered = await response
    expect(answered.status).toBeLessThan(300)
    schema.strict().parse(await answered.json())
  }
  it('sessions, tokens and the audit log', async () => {
    const { secret } = await token('Ada', 'admin')
    const post = (body: unknown) => ({
      method: 'POST',
      body: JSON.stringify(body),
      headers: { ...JSON_TYPE, ...withToken(secret).headers },
    })
    await strictly(signIn('Rob'), schemas.signedInSchema)
    await strictly(ask('/api/v1/session', withToken(secret)), schemas.sessionSchema)
    await strictly(ask('/api/v1/tokens', withToken(secret)), schemas.tokensSchema)
    await strictly(ask('/api/v1/tokens', post({ label: 'x' })), schemas.tokenMadeSchema)
    await strictly(ask('/api/v1/tokens/none', { method: 'DELETE', ...withToken(secret) }), schemas.revokedSchema)
    await strictly(ask('/api/v1/audit', withToken(secret)), schemas.auditSchema)
    await strictly(ask('/api/v1/session', { method: 'DELETE', ...withToken(secret) }), schemas.signedOutSchema)
  })
  it('a watch is added by an analyst under their name, and removed by them or an admin alone', async () => {
    const add = async (secret: string) =>
      ask('/api/v1/watches', {
        method: 'POST',
        headers: { ...JSON_TYPE, ...withToken(secret).headers },
        body: JSON.stringify({ name: 'Ford', filter: { place: 'Mill Ford' }, webhook: 'https://hooks.example/x' }),
      })
    await refusal(add((await token('Rob', 'judge')).secret), 403)
    const made = await add((await token('Ann', 'judge')).secret)
    expect(made.status).toBe(201)
    const { watch, secret } = (await made.json()) as {
      watch: { id: string; owner: string; filter: unknown }
      secret: string
    }
    expect([watch.owner, watch.filter, secret.slice(0, 6)]).toEqual(['Ann', { place: 'mill-ford' }, 'whsec_'])
    await ledger.people.saveAccount({
      name: 'Eve',
      role: 'analyst',
      password: null,
      subject: null,
      created: now(),
      disabled: false,
    })
    const remove = (key: string) => ask(`/api/v1/watches/${watch.id}`, { method: 'DELETE', ...withToken(key) })
    await refusal(remove((await token('Eve', 'judge')).secret), 403)
    expect((await remove((await token('Ada', 'admin')).secret)).status).toBe(200)
  })
  it('a judgement is taken from an analyst wherever the desk listens, from nobody else and from no page of another site', async () => {
    const judged: string[] = []
    const from = desk(false, 1000, async ruling => {
      judged.push(ruling.analyst)
      return makeJudgement({ ...ruling, at: now() })
    })
    const cookie = cookieOf(await signIn('Ann'))
    const judge = (headers: Record<string, string>, type = 'application/json') =>
      ask(
        '/api/v1/judgements',
        {
          method: 'POST',
          headers: { 'content-type': type, ...headers },
          body: JSON.stringify({ analyst: 'x', on: 'c_1', verdict: 'reject', change: null, reason: 'a misreading' }),
        },
        from,
      )
    await refusal(judge({}), 401)
    await refusal(judge({ cookie: cookieOf(await signIn('Rob')) }), 403)
    await refusal(judge({ cookie, origin: 'https://evil.example' }), 403)
    await refusal(judge({ cookie, 'sec-fetch-site': 'cross-site' }), 403)
    await refusal(judge({ cookie }, 'text/plain'), 400)
    expect((await judge({ cookie, origin: 'http://desk.example' })).status).toBe(201)
    expect(judged).toEqual(['Ann'])
  })
})

describe('against guessing and flooding', () => {
  it('refuses further passwords after five wrong ones, the right one too, for a quarter of an hour', async () => {
    for (let i = 0; i < 5; i++) await refusal(signIn('Ann', 'wrong'), 401)
    const error = await refusal(signIn('Ann'), 429)
    expect(error.code).toBe('too-many')
    clock += 16 * 60_000
    expect((await signIn('Ann')).status).toBe(200)
  })
  it('says the same of a wrong password and of a name that is none', async () => {
    expect((await refusal(signIn('Nobody', 'wrong'), 401)).message).toBe(
      (await refusal(signIn('Ann', 'wrong'), 401)).message,
    )
  })
  it('lets a key ask so often in a minute and no more', async () => {
    const { secret } = await token('Rob', 'read')
    const narrow = desk(false, 3)
    for (let i = 0; i < 3; i++) expect((await ask('/api/v1/days', withToken(secret), narrow)).status).toBe(200)
    const response = await ask('/api/v1/days', withToken(secret), narrow)
    expect(response.headers.get('retry-after')).toBe('60')
    await refusal(response, 429)
    clock += 61_000
    expect((await ask('/api/v1/days', withToken(secret), narrow)).status).toBe(200)
  })
  it('changes nothing for a page of another site, whatever cookie comes with it', async () => {
    const cookie = cookieOf(await signIn('Ada'))
    const body = JSON.stringify({ label: 'theirs' })
    await refusal(
      ask('/api/v1/tokens', { method: 'POST', body, headers: { cookie, origin: 'https://evil.example' } }),
      403,
    )
    await refusal(
      ask('/api/v1/tokens', { method: 'POST', body, headers: { cookie, 'sec-fetch-site': 'cross-site' } }),
      403,
    )
    expect(
      (
        await ask('/api/v1/tokens', {
          method: 'POST',
          body,
          headers: { ...JSON_TYPE, cookie, origin: 'http://desk.example' },
        })
      ).status,
    ).toBe(201)
  })
})

describe('bad bodies', () => {
  it.each([
    ['not JSON', 'hello'],
    ['another type', '[]'],
    ['an unknown field', '{"name":"Rob","password":"x","role":"admin"}'],
    ['a wrong type', '{"name":{"$ne":null},"password":"x"}'],
    ['deep nesting', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['nothing', ''],
  ])('%s is refused with what was expected', async (_, body) => {
    await refusal(ask('/api/v1/session', { method: 'POST', body }), 400)
  })
  it('of ten megabytes is refused as too large', async () => {
    await refusal(
      ask('/api/v1/session', {
        method: 'POST',
        body: 'x'.repeat(10_000_000),
        headers: { 'content-length': '10000000' },
      }),
      413,
    )
  })
})

describe('a desk on one’s own machine', () => {
  it('is open for reading, changes nothing without a key, and answers to no other name', async () => {
    const own = desk(true)
    expect((await own.request('http://127.0.0.1:8420/api/v1/claims')).status).toBe(200)
    await refusal(own.request('http://localhost/api/v1/tokens', { method: 'POST', body: '{"label":"x"}' }), 401)
    await refusal(own.request('http://rebound.example/api/v1/claims'), 403)
  })
})
