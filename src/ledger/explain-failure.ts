import { statfsSync } from 'node:fs'
import { InputError } from '#domain'

/** What an error of the disk or of the database server means to a person, by its code. */
const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space, then run the command again',
  EDQUOT: 'the disk quota is used up; free some space, then run the command again',
  '53100': 'the disk is full; free some space, then run the command again',
  EROFS: 'the disk can only be read; use another FOGLINE_DATA',
  EACCES: 'this user may not write there; change its permissions or use another FOGLINE_DATA',
  EPERM: 'this user may not write there; change its permissions or use another FOGLINE_DATA',
  ENOENT: 'no folder can be made there; use another FOGLINE_DATA',
  ENOTDIR: 'part of the path is a file, not a folder; use another FOGLINE_DATA',
  EEXIST: 'it is a file, not a folder; use another FOGLINE_DATA',
}
const SERVER: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no server answers there; start it or correct DATABASE_URL',
  ENOTFOUND: 'no such host; correct DATABASE_URL',
  EAI_AGAIN: 'the host name cannot be looked up; check the network or correct DATABASE_URL',
  ETIMEDOUT: 'no answer in time; check the network or correct DATABASE_URL',
  '28P01': 'the password is not accepted; correct DATABASE_URL',
  '28000': 'the user is not accepted; correct DATABASE_URL',
  '3D000': 'the database does not exist; create it (createdb) or correct DATABASE_URL',
  '42501': 'the user may not do this there; grant it the rights on its schema',
  '25006': 'it can only be read (a standby, or opened read-only)',
  '53100': 'its disk is full; free some space there, then run the command again',
  '53300': 'it has no connection left; raise max_connections or stop other clients',
}
// The embedded database tells of a failing disk in words alone when it has to stop; these are the C library's.
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/no space left on device/i, 'ENOSPC'],
  [/disk quota exceeded/i, 'EDQUOT'],
  [/read-only file system/i, 'EROFS'],
  [/permission denied/i, 'EACCES'],
]

/**
 * The `InputError` for a failure that a person can put right (a full or read-only disk, a server that does not answer),
 * with one line that names the place and what to do; any other error as it is.
 */
export function explainFailure(
  error: unknown,
  place: { readonly kind: 'embedded' | 'postgres'; readonly where: string },
): unknown {
  if (!(error instanceof Error) || error instanceof InputError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const known = place.kind === 'embedded' ? DISK : SERVER
  const spoken = place.kind === 'embedded' ? WORDS.find(([words]) => words.test(error.message))?.[1] : undefined
  const full = place.kind === 'embedded' && isFull(place.where) ? 'ENOSPC' : undefined
  const found = [code, spoken, full].find(key => typeof key === 'string' && key in known)
  const reason = found && known[found]
  if (reason === undefined) return error
  return new InputError(`the ledger at ${place.where}: ${reason}`, { cause: error })
}

// The embedded database writes its log in files of 16 MB; with less than two of them free it cannot even start.
const LEAST = 32 * 2 ** 20

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < LEAST
  } catch (error) {
    // The folder itself cannot be looked at: the failure has another reason than a full disk.
    if (error instanceof Error) return false
    throw error
  }
}
