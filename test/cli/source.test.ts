import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { freshDir } from './fogline.ts'

let server: Server
let url = ''
let down = false

/** Runs the command line in this process, so that a dozen commands cost no dozen starts. */
async function fogline(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  vi.spyOn(process.stdout, 'write').mockImplementation(part => Boolean(out.push(String(part))))
  vi.spyOn(process.stderr, 'write').mockImplementation(part => Boolean(err.push(String(part))))
  try {
    return { code: await main(args), out: out.join(''), err: err.join('') }
  } finally {
    vi.restoreAllMocks()
  }
}
beforeEach(() => {
  vi.stubEnv('FOGLINE_DATA', join(freshDir(), 'data'))
  vi.stubEnv('DATABASE_URL', '')
})
afterEach(() => void vi.unstubAllEnvs())

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/feed' && down) return void response.writeHead(503).end()
    if (request.url !== '/feed') return void response.writeHead(404).end()
    const words = 'Russian forces took the village of Lyptsi on Monday, the defence ministry said. '
    const entry = `<item><title>Lyptsi</title><link>${url}/1</link><description>${words.repeat(20)}</description></item>`
    response.end(`<rss version="2.0"><channel><title>River Herald</title>${entry}</channel></rss>`)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('sources from the command line', () => {
  it('are registered, asked, told apart from silence when they fail, paused and removed', async () => {
    const refused = await fogline('source', 'add', `${url}/feed`)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--allow-host')])
    const added = await fogline('source', 'add', `${url}/feed`, '--allow-host', '127.0.0.1', '--json')
    expect(JSON.parse(added.out)).toMatchObject([
      { id: 'river-herald', form: 'feed', publisher: { name: 'River Herald', camp: 'unknown', reliability: 'F' } },
    ])
    const first = JSON.parse((await fogline('run', '--pace', '0', '--json')).out)
    expect(first).toMatchObject({ asked: 1, answered: 1, failed: 0, fresh: 1, sources: [{ state: 'good' }] })
    down = true
    const second = await fogline('run', '--pace', '0', '--json')
    expect(second.code).toBe(0)
    expect(JSON.parse(second.out)).toMatchObject({ failed: 1, sources: [{ state: 'failing', failures: 1 }] })
    const shown = JSON.parse((await fogline('source', 'show', 'river-herald', '--json')).out)
    expect(shown.outages).toMatchObject([{ to: null, reason: expect.stringContaining('503') }])
    await fogline('source', 'pause', 'river-herald')
    expect(JSON.parse((await fogline('source', 'list', '--json')).out)).toMatchObject([{ state: 'paused' }])
    expect((await fogline('source', 'export')).out).toContain(`xmlUrl="${url}/feed"`)
    await fogline('source', 'remove', 'river-herald')
    expect(JSON.parse((await fogline('source', 'list', '--json')).out)).toEqual([])
  }, 300_000)
  it('come from any reader’s list, and nothing of them is fetched', async () => {
    const file = join(freshDir(), 'list.opml')
    writeFileSync(
      file,
      '<opml version="2.0"><body><outline text="Far" xmlUrl="https://far.example/feed"/></body></opml>',
    )
    const imported = await fogline('source', 'import', file, '--json')
    expect(JSON.parse(imported.out)).toMatchObject([
      { address: 'https://far.example/feed', publisher: { name: 'Far' } },
    ])
    expect(JSON.parse((await fogline('source', 'list', '--json')).out)).toMatchObject([{ state: 'never' }])
    const wrong = await fogline('source', 'pause', 'nobody')
    expect([wrong.code, wrong.err.trim().split('\n').length]).toEqual([1, 1])
  })
})
