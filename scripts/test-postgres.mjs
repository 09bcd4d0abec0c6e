// `npm run test:postgres`: the ledger's tests on a PostgreSQL server, named by TEST_DATABASE_URL.
import { ensureInstalled, root, run } from './ensure-installed.mjs'

if (!process.env.TEST_DATABASE_URL) {
  console.error(
    'test:postgres: expected TEST_DATABASE_URL to name a server it may make schemas on (postgres://user@host:5432/test), found none',
  )
  process.exit(1)
}
ensureInstalled()
run(process.execPath, [
  `${root}/node_modules/vitest/vitest.mjs`,
  'run',
  'src/ledger',
  'test/laws',
  'test/pipeline.test.ts',
  ...process.argv.slice(2),
])
