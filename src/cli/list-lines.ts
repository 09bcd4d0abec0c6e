import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { InputError } from '#domain'

/** Every ZIP begins with these two letters. */
const ZIP = 'PK'

/**
 * The lines of a text file, or of the one list in a ZIP archive (GeoNames puts a `readme.txt` beside it). Throws
 * `InputError` where there is no such file, or no list in the archive.
 */
export async function* listLines(path: string): AsyncGenerator<string> {
  const stream = (await isZip(path)) ? await openListInZip(path) : createReadStream(path)
  yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path).catch((cause: unknown) => {
    throw new InputError(`${path}: expected a list of GeoNames, found no such file.`, { cause })
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.toString('latin1') === ZIP
  } catch (cause) {
    throw new InputError(`${path}: expected a file, found a folder; name the list in it.`, { cause })
  } finally {
    await file.close()
  }
}

async function openListInZip(path: string): Promise<Readable> {
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false })
    for await (const entry of zip.eachEntry())
      if (/\.txt$/i.test(entry.fileName) && !/readme|iso-languagecodes/i.test(entry.fileName)) {
        const stream = await zip.openReadStreamPromise(entry)
        return stream.once('close', () => zip.close())
      }
    zip.close()
  } catch (cause) {
    throw new InputError(`${path} is no whole ZIP archive (${(cause as Error).message}); get it again.`, { cause })
  }
  throw new InputError(`${path}: expected one list (NAME.txt) in the archive, found none.`)
}
