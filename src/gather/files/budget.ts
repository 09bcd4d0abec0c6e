import { Transform } from 'node:stream'
import { InputError } from '#domain'

/** What an archive may unpack to. */
export interface UnpackLimits {
  /** Bytes in all. */
  readonly total: number
  /** Times its own size. Text packs 3 to 30 times smaller, a page of nothing but blanks 1,000 times. */
  readonly ratio: number
}

/** 64 GB, and 200 times the size of the archive: five times more than any archive of texts we have seen. */
export const UNPACK_LIMITS: UnpackLimits = { total: 64_000_000_000, ratio: 200 }

/** So much may unpack whatever the ratio, in bytes: a small file of blanks is no attack. */
const FREE = 10_000_000

/** Counts what one file on the disk unpacks to, all archives in it together, so that a bomb is put out early. */
export class Budget {
  readonly #path: string
  readonly #most: number
  #taken = 0

  /** `size`: of the file on the disk, in bytes. */
  constructor(path: string, size: number, limits: UnpackLimits = UNPACK_LIMITS) {
    this.#path = path
    this.#most = Math.min(limits.total, Math.max(FREE, size * limits.ratio))
  }

  /** Adds unpacked bytes. Throws InputError once there are more than an honest archive gives. */
  take(bytes: number): void {
    this.#taken += bytes
    if (this.#taken <= this.#most) return
    throw new InputError(
      `${this.#path} unpacks to more than ${Math.round(this.#most / 1_000_000)} MB, which no honest archive of its size does; unpack it yourself if you trust it.`,
    )
  }

  /** A stream that passes bytes on and counts them. */
  meter(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        try {
          this.take(chunk.length)
          done(null, chunk)
        } catch (error) {
          done(error as Error)
        }
      },
    })
  }
}
