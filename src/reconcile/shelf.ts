import type { RowChanges } from '#domain'
import { isSame } from './is-same.ts'

/** The rows of one kind, kept by what each was made of, with what has changed since it was last asked. */
export class Shelf<Row extends { readonly id: string }> {
  readonly #made = new Map<string, readonly Row[]>()
  readonly #rows = new Map<string, Row>()
  /** Rows touched since changes were last asked for, as they then stood; null: there was none. */
  readonly #before = new Map<string, Row | null>()

  /** The rows made of something; none where nothing was. */
  of(origin: string): readonly Row[] {
    return this.#made.get(origin) ?? []
  }

  /** The row of an id; undefined where there is none. */
  row(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  /** Puts the rows made of something in the place of those made of it before; gives those that came, went or changed. */
  put(origin: string, rows: readonly Row[]): Row[] {
    const turned: Row[] = []
    const ids = new Set(rows.map(({ id }) => id))
    for (const row of this.of(origin)) {
      if (ids.has(row.id)) continue
      this.#note(row.id)
      this.#rows.delete(row.id)
      turned.push(row)
    }
    const kept = rows.map(row => {
      const known = this.#rows.get(row.id)
      if (known && isSame(known, row)) return known
      this.#note(row.id)
      this.#rows.set(row.id, row)
      turned.push(row)
      return row
    })
    if (kept.length > 0) this.#made.set(origin, kept)
    else this.#made.delete(origin)
    return turned
  }

  #note(id: string): void {
    if (!this.#before.has(id)) this.#before.set(id, this.#rows.get(id) ?? null)
  }

  /** What has changed since this was last asked. */
  changes(): RowChanges<Row> {
    const rows: Row[] = []
    const gone: Row[] = []
    for (const [id, before] of this.#before) {
      const now = this.#rows.get(id)
      if (now && !isSame(now, before)) rows.push(now)
      else if (!now && before) gone.push(before)
    }
    this.#before.clear()
    return { rows, gone }
  }

  /** All rows, in the order wanted. */
  all(order: (a: Row, b: Row) => number): Row[] {
    return [...this.#rows.values()].sort(order)
  }
}
