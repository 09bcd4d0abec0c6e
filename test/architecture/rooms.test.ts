import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Named by a variable because it is JavaScript, which the type checker does not follow.
const configFile = resolve('.dependency-cruiser.mjs')
const { default: config } = (await import(configFile)) as { default: { forbidden: { name: string }[] } }

/** One forbidden import per rule, planted in a copy of the sources. */
const PLANTED: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'domain-imports-only-nothing': ['src/domain/planted.ts', "import '#kit'"],
  'kit-imports-only-nothing': ['src/kit/planted.ts', "import '#domain'"],
  'theatre-imports-only-domain': ['src/theatre/planted.ts', "import '#read'"],
  'gather-imports-only-domain+kit+theatre': ['src/gather/planted.ts', "import '#ledger'"],
  'read-imports-only-domain+kit+theatre': ['src/read/planted.ts', "import '#reconcile'"],
  'readers-imports-only-domain+kit+theatre+read': ['src/readers/planted.ts', "import '#ledger'"],
  'assist-imports-only-domain+kit+read+readers': ['src/assist/planted.ts', "import '#ledger'"],
  'reconcile-imports-only-domain+kit+theatre': ['src/reconcile/planted.ts', "import '#read'"],
  'ledger-imports-only-domain+kit': ['src/ledger/planted.ts', "import '#theatre'"],
  'publish-briefing-imports-only-domain+kit+ledger': ['src/publish/briefing/planted.ts', "import '#reconcile'"],
  'publish-exports-imports-only-domain+kit+ledger+publish-briefing': [
    'src/publish/exports/planted.ts',
    "import '#publish/api'",
  ],
  'publish-api-imports-only-domain+kit+ledger+publish-briefing+publish-exports+publish-watches': [
    'src/publish/api/planted.ts',
    "import '#gather'",
  ],
  'publish-site-imports-only-domain+kit+ledger+publish-briefing+publish-exports+publish-api': [
    'src/publish/site/planted.ts',
    "import '#gather'",
  ],
  'publish-mcp-imports-only-domain+kit+ledger+publish-briefing+publish-api': [
    'src/publish/mcp/planted.ts',
    "import '#gather'",
  ],
  'publish-people-imports-only-domain+ledger+publish-api': ['src/publish/people/planted.ts', "import '#kit'"],
  'publish-watches-imports-only-domain+kit+ledger': ['src/publish/watches/planted.ts', "import '#publish/api'"],
  'client-imports-only-domain+publish-api+publish-people': ['src/client/planted.ts', "import '#ledger'"],
  'publish-desk-imports-only-domain+publish-api': ['src/publish/desk/planted.ts', "import '#ledger'"],
  'by-the-front-door': ['src/cli/planted.ts', "import '../ledger/ledger.ts'"],
  'the-desk-takes-types-alone': ['src/publish/desk/planted2.ts', "import { dayOf } from '#domain'\ndayOf"],
  'pure-rooms-do-no-io': ['src/reconcile/planted2.ts', "import 'node:fs'"],
  'the-reader-is-handed-its-grammar': ['src/read/planted2.ts', "import './model/open-grammar.ts'"],
  'only-the-ledger-speaks-sql': ['src/cli/planted2.ts', "import 'kysely'"],
  'nothing-imports-the-command-line': ['src/gather/planted2.ts', "import '../cli/output.ts'"],
  'no-circular': ['src/kit/planted2.ts', "import { foldName } from './planted3.ts'\nexport { foldName }"],
  resolvable: ['src/kit/planted4.ts', "import './nowhere.ts'"],
  'no-test-in-the-product': ['src/kit/planted5.ts', "import '../domain/id.test.ts'"],
  'no-development-package-in-the-product': ['src/cli/planted3.ts', "import 'vitest'"],
}

const copy = mkdtempSync(join(tmpdir(), 'fogline-rooms-'))
let violations: { rule: { name: string }; from: string }[] = []
let modules = 0

beforeAll(() => {
  for (const entry of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
    cpSync(entry, join(copy, entry), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  for (const [file, code] of Object.values(PLANTED)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), `${code}\n`)
  }
  writeFileSync(join(copy, 'src/kit/planted3.ts'), "import { foldName } from './planted2.ts'\nexport { foldName }\n")
  const args = [
    resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    'src',
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
  ]
  const { stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  const result = JSON.parse(stdout) as { modules: unknown[]; summary: { violations: typeof violations } }
  violations = result.summary.violations
  modules = result.modules.length
}, 120_000)

afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('who may import whom', () => {
  it('plants one forbidden import for every rule', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(config.forbidden.map(({ name }) => name).sort())
  })
  it('sees the whole tree', () => expect(modules).toBeGreaterThan(120))
  it.each(Object.entries(PLANTED))('%s catches what was planted', (rule, [file]) => {
    expect(violations.filter(violation => violation.rule.name === rule).map(violation => violation.from)).toContain(
      file,
    )
  })
  it('finds nothing else', () => {
    expect(violations.filter(violation => !violation.from.includes('planted'))).toEqual([])
  })
})
