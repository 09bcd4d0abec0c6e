import { defineConfig } from 'tsdown'

/** The published package: one file per source file, so that each room stays an entry of its own. */
export default defineConfig({
  entry: [
    'src/*/index.ts',
    'src/read/model/index.ts',
    'src/read/model/grammar-worker.ts',
    'src/readers/reading-thread.ts',
    'src/publish/{api,briefing,exports,mcp,people,site,watches}/index.ts',
    'src/pipeline.ts',
    'src/cli/run.ts',
  ],
  outDir: 'dist',
  platform: 'node',
  target: 'node20',
  unbundle: true,
  dts: true,
  fixedExtension: false,
  clean: false,
  external: [/^#/],
  copy: [
    { from: 'node_modules/swagger-ui-dist/swagger-ui.css', to: 'dist/reference' },
    { from: 'node_modules/swagger-ui-dist/swagger-ui-bundle.js', to: 'dist/reference' },
    { from: 'src/ledger/embedded/pglite-worker.mjs', to: 'dist/ledger/embedded' },
    { from: 'src/read/model/data/english.fgm', to: 'dist/read/model/data' },
    { from: 'src/theatre/ukraine', to: 'dist/theatre' },
    { from: 'src/theatre/sudan', to: 'dist/theatre' },
    { from: 'src/theatre/world', to: 'dist/theatre' },
    { from: 'src/gather/events/formats', to: 'dist/gather/events' },
  ],
})
