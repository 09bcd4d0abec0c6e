import { defineConfig } from 'vitest/config'

/** Tests that open the desk in a real browser; run one after the other on one server. */
export default defineConfig({
  resolve: { conditions: ['development'] },
  ssr: { resolve: { conditions: ['development'], externalConditions: ['development', 'node', 'import', 'default'] } },
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 1,
    execArgv: ['--conditions=development'],
  },
})
