import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { answerMcp, makeMcpServer } from './index.ts'

const input = { ledger: memoryLedger(holdings), theatre, now: () => at('2024-11-28T00:00:00Z'), version: '0.0.0' }
const server = makeMcpServer(input)
const client = new Client({ name: 'test', version: '0.0.0' })

beforeAll(async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(theirs), client.connect(ours)])
})
afterAll(async () => {
  await client.close()
  await server.close()
})

interface Answer {
  readonly asOf: string
  readonly lines: readonly {
    readonly text: string
    readonly claims: string[]
    readonly citations: { claim: string; words: string }[]
  }[]
  readonly more: string | null
}
async function ask(name: string, given: Record<string, unknown>): Promise<Answer> {
  const result = await client.callTool({ name, arguments: given })
  expect(result.isError, JSON.stringify(result.content)).toBeFalsy()
  return result.structuredContent as unknown as Answer
}

const claims = new Map(holdings.claims.map(claim => [claim.id, claim]))
const QUESTIONS: readonly (readonly [string, Record<string, unknown>])[] = [
  ['search_claims', { place: 'Mill Ford' }],
  ['search_claims', { family: 'control', asOf: '2024-11-26T09:45:00Z' }],
  ['read_claim', { id: holdings.claims[0]?.id }],
  ['brief_day', { date: '2024-11-26' }],
  ['brief_day', {}],
  ['control_of_place', { place: 'Old Mill Ford' }],
  ['list_disputes', {}],
  ['list_figures', {}],
]

describe('the tools', () => {
  it('are the seven there are, and only read', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'brief_day',
      'control_of_place',
      'list_disputes',
      'list_figures',
      'read_claim',
      'read_source',
      'search_claims',
    ])
    for (const tool of tools) expect(tool.annotations?.readOnlyHint).toBe(true)
  })
  it.each(QUESTIONS)(
    '%s answers %j with lines that each name claims of the ledger and their words',
    async (name, given) => {
      const { lines } = await ask(name, given)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) {
        expect(line.claims.length).toBeGreaterThan(0)
        for (const id of line.claims) expect([...claims.keys()]).toContain(id)
        for (const { claim, words } of line.citations) expect(words).toBe(claims.get(claim)?.text)
      }
    },
  )
  it.each(QUESTIONS)('%s %j puts the ids after every sentence of its text, too', async (name, given) => {
    const result = (await client.callTool({ name, arguments: given })) as { content: { text: string }[] }
    for (const block of (result.content[0]?.text ?? '').split(/\n\n(?=\S)/)) expect(block).toMatch(/c_[0-9a-f]+/)
  })
  it('know nothing that was learned after asOf', async () => {
    const asOf = '2024-11-26T09:45:00.000Z'
    const { lines } = await ask('search_claims', { asOf, limit: 100 })
    for (const { citations } of lines)
      for (const { claim } of citations) expect(claims.get(claim)?.learned.localeCompare(asOf)).toBeLessThan(1)
  })
  it('go on where the last answer stopped', async () => {
    const first = await ask('search_claims', { limit: 2 })
    const next = await ask('search_claims', { limit: 2, after: first.more })
    expect(first.lines).toHaveLength(2)
    expect(next.lines.map(({ claims }) => claims[0])).not.toContain(first.lines[0]?.claims[0])
  })
})

describe('bad input', () => {
  it.each([
    ['read_claim', { id: 'c_0000' }, /none of the id/],
    ['control_of_place', { place: 'Nowhere at all' }, /Nowhere at all/],
    ['brief_day', { date: '2024-02-30' }, /2024-02-30/],
    ['search_claims', { limit: 10_000 }, /100/],
    ['search_claims', { type: "'; drop table claim; --" }, /type/],
  ])('%s %j is refused in words', async (name, given, words) => {
    const result = (await client.callTool({ name, arguments: given })) as {
      isError?: boolean
      content: { text: string }[]
    }
    expect(result.isError).toBe(true)
    expect(result.content[0]?.text).toMatch(words)
  })
})

describe('over HTTP', () => {
  it('answers the official client', async () => {
    const remote = new Client({ name: 'test', version: '0.0.0' })
    const transport = new StreamableHTTPClientTransport(new URL('http://127.0.0.1/mcp'), {
      fetch: (url, init) => answerMcp(new Request(url, init), input),
    })
    await remote.connect(transport as Parameters<typeof remote.connect>[0])
    const result = await remote.callTool({ name: 'search_claims', arguments: { limit: 3 } })
    expect((result.structuredContent as unknown as Answer).lines).toHaveLength(3)
    await remote.close()
  })
  it('refuses a body of two megabytes', async () => {
    const request = new Request('http://127.0.0.1/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { x: 'x'.repeat(2_000_000) } }),
    })
    expect((await answerMcp(request, input)).status).toBe(413)
  })
})
