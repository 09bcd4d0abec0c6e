import { open } from 'node:fs/promises'
import { InputError } from '#domain'
import type { Ledger } from '#ledger'

/**
 * Writes the journal of a ledger, whatever database it lives on, into a file that is not there yet, and has it on the disk
 * before it is spoken of. As `DIR/journal.jsonl` it is what `fogline rebuild` reads.
 */
export async function exportJournal(ledger: Ledger, path: string) {
  const file = await open(path, 'wx').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
    throw new InputError(`--out: expected a file that is not there yet, found ${path}; name another`, { cause })
  })
  let lines = 0
  try {
    for await (const line of ledger.journal()) {
      await file.appendFile(`${line}\n`)
      lines++
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { file: path, lines }
}
