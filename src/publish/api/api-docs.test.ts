import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apiReference } from '../../../scripts/api-docs.ts'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { createApi } from './create-api.ts'

const now = () => at('2024-12-01T00:00:00Z')
const app = createApi({ ledger: memoryLedger(holdings), theatre, now, deskDir: null, version: '0.0.0' })
const examples = [...readFileSync('docs/api.md', 'utf8').matchAll(/^GET (\/\S+)$/gm)].map(([, path]) => path ?? '')

describe('docs/api.md', () => {
  it('lists every route as it is; "npm run docs" writes it anew', () => {
    const page = readFileSync('docs/api.md', 'utf8')
    const block = page.split('<!-- generated: api -->\n')[1]?.split('\n<!-- end generated -->')[0]
    expect(block).toBe(apiReference())
  })
  it.each(examples)('its example %s answers', async path => expect((await app.request(path)).status).toBe(200))
})
