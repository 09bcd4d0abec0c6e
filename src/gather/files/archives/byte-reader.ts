const EMPTY = Buffer.alloc(0)

/** Reads a stream of chunks piece by piece, holding no more of it than was asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = EMPTY

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Takes one more chunk; false at the end. */
  async #more(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value])
    return true
  }

  /** Passes over line breaks; false when nothing else is left. */
  async skipBreaks(): Promise<boolean> {
    for (;;) {
      const at = this.#held.findIndex(byte => byte !== 10 && byte !== 13)
      this.#held = at < 0 ? EMPTY : this.#held.subarray(at)
      if (at >= 0) return true
      if (!(await this.#more())) return false
    }
  }

  /** The bytes up to the first empty line, and passes over that; null when there is none in the next `most` bytes. */
  async takeHead(most: number): Promise<Buffer | null> {
    for (;;) {
      const at = this.#held.indexOf('\r\n\r\n')
      if (at >= 0 && at <= most) {
        const head = Buffer.from(this.#held.subarray(0, at))
        this.#held = this.#held.subarray(at + 4)
        return head
      }
      if (this.#held.length > most || !(await this.#more())) return null
    }
  }

  /** The next `size` bytes, copied; null when fewer are left. */
  async take(size: number): Promise<Buffer | null> {
    const bytes = Buffer.allocUnsafe(size)
    for (let filled = 0; filled < size; ) {
      if (this.#held.length === 0 && !(await this.#more())) return null
      const copied = this.#held.copy(bytes, filled, 0, size - filled)
      this.#held = this.#held.subarray(copied)
      filled += copied
    }
    return bytes
  }

  /** Passes over the next `size` bytes; false when fewer are left. */
  async skip(size: number): Promise<boolean> {
    for (let left = size; left > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) return false
      const passed = Math.min(left, this.#held.length)
      this.#held = this.#held.subarray(passed)
      left -= passed
    }
    return true
  }
}
