import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { InputError } from '#domain'

/** Who holds a data folder. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process started, in ticks since the machine did; null where the system does not tell (not Linux). */
  readonly started: string | null
}

// Two processes on one embedded database lose each other's rows without a word, and the database has no lock of its own.
const LOCK = 'ledger.lock'
// A holder on another host (a container of before) cannot be asked whether it lives, so a living one keeps its lock fresh.
const BEAT_MS = 10_000
const STALE_MS = 60_000

/**
 * Takes the data folder for this process and returns what gives it back. The lock of a process that is gone is taken
 * over. Throws `InputError` when a living process holds it, this one included.
 */
export function lockFolder(dataDir: string): () => void {
  const path = join(dataDir, LOCK)
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) } satisfies Holder)
  for (let tries = 0; !writeNew(path, own); tries++) {
    const text = readLock(path)
    if (text === null) continue
    if (tries > 2 || !isStale(path, text)) throw inUse(dataDir, path, text)
    setAside(path, text)
  }
  const beat = setInterval(() => touch(path), BEAT_MS).unref()
  return () => {
    clearInterval(beat)
    if (readLock(path) === own) rmSync(path, { force: true })
  }
}

function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Moves a stale lock out of the way; when another process was quicker and the lock is a new one, puts that back. */
function setAside(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if (readLock(aside) === stale) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

function isStale(path: string, text: string): boolean {
  const holder = parse(text)
  const age = ageOf(path)
  // A lock that is being written is empty for a moment.
  if (!holder) return age > BEAT_MS
  if (holder.host !== hostname()) return age > STALE_MS
  return !isAlive(holder.pid) || startOf(holder.pid) !== holder.started
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text)
    const holder = value as Partial<Holder> | null
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, under another user.
    return hasCode(error, 'EPERM')
  }
}

/**
 * When a process started, from /proc/PID/stat: a number that a later process with the same id does not share. Null for one
 * that has ended and only waits for its parent to take note, as happens for long in containers.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? null : (fields[18] ?? null)
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : Number.POSITIVE_INFINITY
}

function touch(path: string): void {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch (error) {
    // The folder is gone or can no longer be written: the next record says so, with more to go on than a timer has.
    if (!(error instanceof Error)) throw error
  }
}

function inUse(dataDir: string, path: string, text: string): InputError {
  const holder = parse(text)
  const who = holder ? `process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`}` : 'a process'
  const gone = holder?.host === hostname() ? '' : `, or delete ${path} if that process is gone`
  return new InputError(
    `${dataDir} is in use by ${who}; stop it or use another FOGLINE_DATA (the embedded ledger takes one process at a time, readers too; a PostgreSQL server by DATABASE_URL takes many)${gone}`,
  )
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
