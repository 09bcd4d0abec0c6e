import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A fresh folder for one test; the system clears its temporary folders. */
export const freshDir = (): string => mkdtempSync(join(tmpdir(), 'fogline-cli-'))

/** Runs `bin/fogline` as a user does, on its own data folder. */
export function fogline(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/fogline', ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: {
      ...process.env,
      DATABASE_URL: '',
      NO_COLOR: '1',
      FOGLINE_DATA: join(tmpdir(), 'fogline-no-such-ledger'),
      ...env,
    },
  })
  return { code: status, out: stdout, err: stderr }
}
