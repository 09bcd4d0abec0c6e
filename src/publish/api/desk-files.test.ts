import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { createApi } from './create-api.ts'

describe('the desk’s files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fogline-desk-'))
  const desk = createApi({
    ledger: memoryLedger(holdings),
    theatre,
    now: () => at('2024-12-01'),
    deskDir: join(folder, 'desk'),
    version: '0.0.0',
  })
  beforeAll(() => {
    mkdirSync(join(folder, 'desk/assets'), { recursive: true })
    writeFileSync(join(folder, 'secret.txt'), 'launch codes')
    writeFileSync(join(folder, 'desk/index.html'), '<!doctype html><title>desk</title>')
    writeFileSync(join(folder, 'desk/assets/main-a1B2c3D4.js'), 'export {}')
    writeFileSync(join(folder, 'desk/assets/style.css'), 'body{}')
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'desk/link.txt'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['/', 'text/html', 'no-cache'],
    ['/day/2024-11-26', 'text/html', 'no-cache'],
    ['/claim/c_1', 'text/html', 'no-cache'],
    ['/place/mill-ford?asOf=2024-11-26', 'text/html', 'no-cache'],
    ['/assets/main-a1B2c3D4.js', 'text/javascript', 'public, max-age=31536000, immutable'],
    ['/assets/style.css', 'text/css', 'no-cache'],
  ])('%s', async (path, type, cache) => {
    const response = await desk.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('cache-control')).toBe(cache)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/%00.txt',
    '/assets/gone.js',
    '/%E0%A4%A.js',
  ])('%s gives nothing away', async path => {
    const response = await desk.request(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('launch codes')
  })

  it('does not stand in for an API route that is not there', async () => {
    expect((await (await desk.request('/api/v1/nothing')).json()) as unknown).toMatchObject({
      error: { code: 'not-found' },
    })
    expect((await (await desk.request('/api/v2/status')).json()) as unknown).toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('saves a second sending of a file', async () => {
    const tag = (await desk.request('/')).headers.get('etag') ?? ''
    expect((await desk.request('/', { headers: { 'if-none-match': tag } })).status).toBe(304)
  })
})
