import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Root folder of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program in the checkout, its output shown; ends this process with its exit code when it fails. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(`fogline: could not run ${program}: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

/** Installs the locked packages where they are missing or older than the lock file. Uses nothing but Node itself. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `fogline: expected Node.js 20.19 or newer, found ${process.version}; install a newer one from nodejs.org`,
    )
    process.exit(1)
  }
  const lock = `${root}/package-lock.json`
  const installed = `${root}/node_modules/.package-lock.json`
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.error('Installing packages (once) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' })
}
