// `npm test`: installs what is missing and runs every test that needs no outside server.
import { ensureInstalled, root, run } from './ensure-installed.mjs'

ensureInstalled()
run(process.execPath, [`${root}/node_modules/vitest/vitest.mjs`, 'run', ...process.argv.slice(2)])
