import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apiReference } from '../../../scripts/api-docs.ts'

describe('docs/api.md', () => {
  it('lists every route as it is; "npm run docs" writes it anew', () => {
    const page = readFileSync('docs/api.md', 'utf8')
    const block = page.split('<!-- generated: api -->\n')[1]?.split('\n<!-- end generated -->')[0]
    expect(block).toBe(apiReference())
  })
})
