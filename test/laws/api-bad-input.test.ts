import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { createApi } from '#publish/api'
import { addOidcRoutes, addPeopleRoutes, makeGate, newKey } from '#publish/people'
import { holdings, theatre } from '../publish/made-up-day.ts'
import { at } from '../publish/makers.ts'
import { memoryLedger } from '../publish/memory-ledger.ts'

const reported: unknown[] = []
const ledger = memoryLedger(holdings)
const now = () => at('2024-12-01T00:00:00Z')
await ledger.people.saveAccount({
  name: 'Ann',
  role: 'analyst',
  password: null,
  subject: null,
  created: now(),
  disabled: false,
})
const { secret, key } = newKey({ account: 'Ann', kind: 'token', label: 'test', scope: 'judge', now: now(), days: 1 })
await ledger.people.addKey(key)
const gate = makeGate({ people: ledger.people, now, open: true, perMinute: 1e9, addressOf: () => '192.0.2.7' })
// Nobody answers there: what is asked of these routes must be refused all the same.
const oidc = {
  issuer: 'http://127.0.0.1:9',
  clientId: 'x',
  clientSecret: null,
  desk: 'http://127.0.0.1',
  roleClaim: null,
  defaultRole: null,
}
const addRoutes = (api: Parameters<typeof addPeopleRoutes>[0]) => {
  addPeopleRoutes(api, gate)
  addOidcRoutes(api, gate, oidc)
}
const judged: unknown[] = []
const app = createApi({
  ledger,
  theatre,
  now,
  deskDir: null,
  version: '0.0.0',
  people: { guard: gate.guard, callerOf: gate.askerOf, addRoutes },
  judge: async ruling => {
    judged.push(ruling)
    throw new InputError('claim: expected one the ledger holds')
  },
  report: error => reported.push(error),
})
const HOST = 'http://127.0.0.1'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: unknown
}
interface Route {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly takesBody: boolean
}
const document = (await (await app.request(`${HOST}/api/v1/openapi.json`)).json()) as {
  paths: Record<string, Record<string, Operation>>
}
const routes: readonly Route[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
    method: method.toUpperCase(),
    path,
    parameters,
    takesBody: requestBody !== undefined,
  })),
)

/** What somebody careless or hostile writes into a parameter. */
const HOSTILE = [
  "'; drop table claim; --",
  '" or 1=1 --',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '%00',
  '\u0000',
  '\uD800',
  '𝒳'.repeat(100),
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999',
  '2024-02-30',
  '9999-99-99T99:99:99Z',
  '{"$gt":""}',
  '[]',
  `${'['.repeat(2000)}`,
  'x'.repeat(5000),
  Buffer.from('["claims","2024-11-26T00:00:00.000Z","a","b","c"]').toString('base64url'),
  Buffer.from('["articles",{},[],null]').toString('base64url'),
  '${jndi:ldap://x}',
  '',
]
const value = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 300 }), fc.integer().map(String))

/** Halves of surrogate pairs cannot be written in an address. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD')

/** Fields of all bodies the API takes, with what might go through a careless check of each. */
const FIELDS = [
  'name',
  'password',
  'label',
  'scope',
  'days',
  'filter',
  'webhook',
  'email',
  'verdict',
  'on',
  'reason',
  'change',
  'analyst',
  '__proto__',
  'unknown',
]
const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
const field = fc.oneof(
  value,
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    [],
    {},
    { $ne: null },
    { place: { $gt: '' } },
    deep(2000),
    'accept',
    'admin',
  ),
)
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...FIELDS), field, { maxKeys: 6 }).map(given => JSON.stringify(given)),
  fc.constantFrom(
    '',
    'hello',
    'null',
    '[]',
    '"x"',
    '{',
    '[['.repeat(20_000),
    `{"a":${'['.repeat(9000)}${']'.repeat(9000)}}`,
    '\u0000',
    '{"name":"\\ud800","password":"x"}',
  ),
)

const asked = fc.constantFrom(...routes).chain(({ method, path, parameters, takesBody }) => {
  const query = parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name)
  return fc
    .tuple(
      fc.dictionary(fc.constantFrom(...query, 'unknown', '__proto__', 'constructor'), value, { maxKeys: 4 }),
      value,
      body,
      fc.constantFrom('Ann', 'forged', 'nobody'),
    )
    .map(([given, id, text, who]) => {
      const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(wellFormed(id) || 'x'))
      const pairs = Object.entries(given).map(
        ([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(text))}`,
      )
      const url = `${HOST}/api/v1${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
      const token = who === 'Ann' ? secret : `fl_${'x'.repeat(43)}`
      const headers = {
        ...(takesBody ? { 'content-type': 'application/json' } : {}),
        ...(who === 'nobody' ? {} : { authorization: `Bearer ${token}` }),
      }
      return { url, who, init: { method, headers, ...(takesBody ? { body: text } : {}) } }
    })
})

/** Words that only an answer out of our insides holds. */
const INSIDES = /node_modules|\bat .+\.ts:\d+|SELECT |select t\.|kysely|pglite|stack/i

describe('whatever is asked of whichever route, by whomever', () => {
  it('gets its answer or the one error shape, with nothing of our insides in it', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ url, who, init }) => {
        const response = await app.request(url, init)
        if (url.includes('/api/v1/live') && response.status === 200) return response.body?.cancel()
        const may = who === 'Ann' ? [200, 201, 400, 403, 404] : [200, 400, 401, 404]
        // Whoever guesses passwords all day is asked to wait.
        expect(
          [...may, ...(url.includes('/session') ? [401, 429] : [])],
          `${init.method} ${url} → ${response.status}`,
        ).toContain(response.status)
        if (init.method !== 'GET' && who !== 'Ann' && !url.includes('/session')) expect(response.status).toBe(401)
        if (response.status < 300) {
          await response.text()
          return
        }
        const body = (await response.json()) as { error: { status: number; code: string; message: string } }
        expect(Object.keys(body)).toEqual(['error'])
        expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'status'])
        expect(body.error.status).toBe(response.status)
        expect(body.error.message).not.toMatch(INSIDES)
        expect(response.headers.get('content-type')).toMatch(/^application\/json/)
      }),
      { numRuns: 500 },
    )
    expect(reported).toEqual([])
    expect(await ledger.people.accounts()).toHaveLength(1)
  })
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s with ten megabytes changes nothing and is refused',
    async method => {
      const before = [await ledger.watches.list(), await ledger.people.keys('Ann'), judged.length]
      const large = method === 'POST' ? 'x'.repeat(10_000_000) : 'x'
      const removable = new Set(routes.filter(route => route.method === 'DELETE').map(({ path }) => path))
      for (const { path } of routes) {
        if (method === 'DELETE' && removable.has(path)) continue
        const response = await app.request(`${HOST}/api/v1${path.replace(/\{\w+\}/g, 'x')}`, {
          method,
          body: method === 'OPTIONS' ? null : large,
          headers: {
            authorization: `Bearer ${secret}`,
            'content-type': 'application/json',
            'content-length': String(large.length),
          },
        })
        expect([405, 413], `${method} ${path}`).toContain(response.status)
      }
      expect([await ledger.watches.list(), await ledger.people.keys('Ann'), judged.length]).toEqual(before)
    },
  )
})
