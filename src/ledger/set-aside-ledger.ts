import { existsSync, renameSync } from 'node:fs'
import type { Instant } from '#domain'
import { lockFolder } from './embedded/lock.ts'
import { explainFailure } from './explain-failure.ts'
import { databaseFolder } from './open-database.ts'

/**
 * Moves the embedded database of a data folder out of the way, so that the next opening makes a new one and the journal
 * can be recorded into it (open with `journal: false`). Returns where it went, or null when there was none. Throws
 * `InputError` when another process has the folder open.
 */
export function setAsideLedger(dataDir: string, now: Instant): string | null {
  const folder = databaseFolder(dataDir)
  if (!existsSync(folder)) return null
  const aside = `${folder}-${now.replace(/[:.]/g, '-')}`
  try {
    const unlock = lockFolder(dataDir)
    try {
      renameSync(folder, aside)
    } finally {
      unlock()
    }
  } catch (error) {
    throw explainFailure(error, { kind: 'embedded', where: dataDir })
  }
  return aside
}
