// `npm start`: from a fresh clone to a briefing. Every step is a command a user can run alone; each is shown as it runs.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { ensureInstalled, root, run } from './ensure-installed.mjs'

ensureInstalled()
if (newest(`${root}/src/publish/desk`) > newest(`${root}/dist/desk`))
  run('npm', ['run', '--silent', 'build:desk'], { shell: process.platform === 'win32' })
fogline('ingest', 'samples/ukraine', '--as-published')
fogline('brief', '--limit', '4')
fogline('serve', ...process.argv.slice(2))

function fogline(...args) {
  console.error(`\n$ ./bin/fogline ${args.join(' ')}`)
  run(process.execPath, [`${root}/bin/fogline`, ...args])
}

/** Newest change below a folder, in milliseconds; 0 where there is none. */
function newest(dir) {
  if (!existsSync(dir)) return 0
  return Math.max(
    0,
    ...readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs),
  )
}
