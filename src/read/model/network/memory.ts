/** Hands out places in the kernel's memory, 16-byte aligned, first to last; nothing is given back. */
export class Places {
  #end = 16

  /** Byte offset of `count` numbers of `width` bytes. */
  take(count: number, width: 2 | 4): number {
    const at = this.#end
    this.#end = (at + count * width + 15) & ~15
    return at
  }

  /** Bytes needed for all that was taken. */
  get size(): number {
    return this.#end
  }
}
