import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '#ledger'
import { at } from '../publish/makers.ts'

const folder = mkdtempSync(join(tmpdir(), 'fogline-mcp-'))
beforeAll(async () => {
  await (await openLedger({ dataDir: folder, theatre: 'ukraine', now: () => at('2024-12-01') })).close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('fogline mcp', () => {
  it('speaks the protocol to the official client over standard input and output, and nothing else', async () => {
    const transport = new StdioClientTransport({
      command: resolve('bin/fogline'),
      args: ['mcp'],
      env: { ...(process.env as Record<string, string>), FOGLINE_DATA: folder, DATABASE_URL: '' },
      stderr: 'ignore',
    })
    const client = new Client({ name: 'test', version: '0.0.0' })
    const noise: unknown[] = []
    Object.assign(client, { onerror: (error: unknown) => noise.push(error) })
    await client.connect(transport)
    expect((await client.listTools()).tools).toHaveLength(7)
    const found = await client.callTool({ name: 'search_claims', arguments: {} })
    expect(found.structuredContent).toMatchObject({ lines: [], more: null })
    await client.close()
    expect(noise).toEqual([])
  })
})
