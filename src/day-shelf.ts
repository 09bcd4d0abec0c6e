import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '#domain'
import type { Gathered } from '#gather'

/** Gathered reports put by on the disk, by day, in a folder of their own that goes with `remove`. */
export class DayShelf {
  readonly #folder = mkdtempSync(join(tmpdir(), 'fogline-days-'))
  readonly #days = new Set<Day>()
  readonly #captures = new Set<string>()

  /** Puts a report by; the bytes of a capture once. */
  put(day: Day, { body, ...item }: Gathered): void {
    this.#days.add(day)
    appendFileSync(join(this.#folder, day), `${JSON.stringify(item)}\n`)
    if (this.#captures.has(item.raw.id)) return
    this.#captures.add(item.raw.id)
    writeFileSync(join(this.#folder, item.raw.id), body)
  }

  /** The days there are reports of, oldest first. */
  get days(): readonly Day[] {
    return [...this.#days].sort()
  }

  /** The reports of a day by moment of publication, of one moment as they were put. One capture's reports share its bytes. */
  take(day: Day): Gathered[] {
    const lines = readFileSync(join(this.#folder, day), 'utf8').trimEnd().split('\n')
    const items = lines.map(line => JSON.parse(line) as Omit<Gathered, 'body'>)
    const bodies = new Map<string, Uint8Array>()
    const bodyOf = (id: string): Uint8Array => {
      const known = bodies.get(id)
      if (known) return known
      const read = new Uint8Array(readFileSync(join(this.#folder, id)))
      bodies.set(id, read)
      return read
    }
    return items
      .sort((a, b) =>
        a.article.publishedAt < b.article.publishedAt ? -1 : a.article.publishedAt > b.article.publishedAt ? 1 : 0,
      )
      .map(item => ({ ...item, body: bodyOf(item.raw.id) }))
  }

  /** Takes the folder away. */
  remove(): void {
    if (existsSync(this.#folder)) rmSync(this.#folder, { recursive: true })
  }
}
