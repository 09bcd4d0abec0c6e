import { stat } from 'node:fs/promises'
import { sha256 } from '#domain'
import { listFiles } from '../files/list-files.ts'
import { gather } from '../gather.ts'
import type { Gathered } from '../gathered.ts'
import { type PollContext, type Polled, unchanged } from './polled.ts'

/** Looks through a folder where a file in it is new or has changed; the reports that were not there the last time are taken. */
export async function pollFolder(context: PollContext): Promise<Polled> {
  const { subscription, source, poll, sources, now, onProblem } = context
  const print = await fingerprint(subscription.address)
  if (print === poll.etag) return unchanged(poll)
  const seen = new Set(poll.seen)
  const gathered: Gathered[] = []
  const marks: string[] = []
  const known = [source, ...sources]
  for await (const item of gather([subscription.address], {
    now,
    sources: known,
    defaultOutlet: source.name,
    onProblem,
  })) {
    const mark = sha256(item.article.id).slice(0, 12)
    marks.push(mark)
    if (!seen.has(mark)) gathered.push(item)
  }
  return { gathered, entries: marks.length, deferred: 0, seen: marks, etag: print, lastModified: null }
}

/** A hash over the names, sizes and times of a folder's files: equal means that nothing was touched. */
async function fingerprint(folder: string): Promise<string> {
  const lines: string[] = []
  for (const { path } of await listFiles([folder])) {
    const { size, mtimeMs } = await stat(path)
    lines.push(`${path} ${size} ${mtimeMs}`)
  }
  return sha256(lines.join('\n')).slice(0, 20)
}
