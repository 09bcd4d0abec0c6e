import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { makeProgram } from '../src/cli/main.ts'
import { apiReference } from './api-docs.ts'
import { cliReference } from './docs-cli.ts'
import { codebookTables } from './docs-codebook.ts'
import { exportTables } from './docs-exports.ts'

/** Every generated block of the documentation: file, name between the markers, and what stands there. */
export const BLOCKS: readonly { readonly file: string; readonly name: string; readonly text: () => string }[] = [
  { file: 'docs/codebook.md', name: 'codebook', text: codebookTables },
  { file: 'docs/exports.md', name: 'exports', text: exportTables },
  { file: 'docs/api.md', name: 'api', text: apiReference },
  { file: 'docs/cli.md', name: 'cli', text: () => cliReference(makeProgram()) },
]

/** The page with one block replaced; throws when the page has no such markers. */
export function withBlock(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- generated: ${name} -->`, '<!-- end generated -->']
  const from = page.indexOf(open)
  const to = page.indexOf(close, from)
  if (from < 0 || to < 0) throw new Error(`expected the markers "${open}" and "${close}", found none`)
  return `${page.slice(0, from + open.length)}\n${text}\n${page.slice(to)}`
}

/** Rewrites the generated blocks, or with `--check` names those that are stale and ends with exit code 1. */
function main(check: boolean): void {
  const stale = BLOCKS.filter(({ file, name, text }) => {
    const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const made = withBlock(page, name, text())
    if (made !== page && !check) writeFileSync(file, made)
    return made !== page
  })
  for (const { file, name } of stale) console.error(`${check ? 'stale' : 'written'}: ${file} (${name})`)
  if (check && stale.length > 0) process.exitCode = 1
}

if (process.argv[1]?.endsWith('docs.ts')) main(process.argv.includes('--check'))
