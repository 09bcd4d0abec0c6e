import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createApi } from '#publish/api'
import { holdings, theatre } from '../publish/made-up-day.ts'
import { at } from '../publish/makers.ts'
import { memoryLedger } from '../publish/memory-ledger.ts'

const reported: unknown[] = []
const app = createApi({
  ledger: memoryLedger(holdings),
  theatre,
  now: () => at('2024-12-01T00:00:00Z'),
  deskDir: null,
  version: '0.0.0',
  report: error => reported.push(error),
})

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
}
interface Route {
  readonly path: string
  readonly parameters: readonly Parameter[]
}
const document = (await (await app.request('/api/v1/openapi.json')).json()) as {
  paths: Record<string, { get?: { parameters?: Parameter[] } }>
}
const routes: readonly Route[] = Object.entries(document.paths).map(([path, { get }]) => ({
  path,
  parameters: get?.parameters ?? [],
}))

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

const asked = fc.constantFrom(...routes).chain(({ path, parameters }) => {
  const query = parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name)
  return fc
    .tuple(
      fc.dictionary(fc.constantFrom(...query, 'unknown', '__proto__', 'constructor'), value, { maxKeys: 4 }),
      value,
    )
    .map(([given, id]) => {
      const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(wellFormed(id) || 'x'))
      const pairs = Object.entries(given).map(
        ([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(text))}`,
      )
      return `/api/v1${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
    })
})

/** Words that only an answer out of our insides holds. */
const INSIDES = /node_modules|\bat .+\.ts:\d+|SELECT |select t\.|kysely|pglite|stack/i

describe('whatever is asked of whichever route', () => {
  it('gets its answer or the one error shape, with nothing of our insides in it', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async url => {
        const response = await app.request(url)
        if (url.startsWith('/api/v1/live') && response.status === 200) return response.body?.cancel()
        expect([200, 400, 404], `${url} → ${response.status}`).toContain(response.status)
        if (response.status === 200) {
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
      { numRuns: 400 },
    )
    expect(reported).toEqual([])
  })
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s with ten megabytes changes nothing and is refused',
    async method => {
      for (const { path } of routes) {
        const body = method === 'OPTIONS' ? null : 'x'.repeat(method === 'POST' ? 10_000_000 : 10)
        const response = await app.request(`/api/v1${path.replace(/\{\w+\}/g, 'x')}`, { method, body })
        expect(response.status, path).toBe(405)
      }
    },
  )
})
