import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { renderSchema, SCHEMA_DOC, withSchema } from '../../scripts/schema.ts'

it('docs/schema.md lists the tables as they are; if not, run scripts/schema.ts', async () => {
  const page = readFileSync(SCHEMA_DOC, 'utf8')
  expect(page).toBe(withSchema(page, await renderSchema()))
}, 120_000)
