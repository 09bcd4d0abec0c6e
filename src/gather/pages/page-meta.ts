import { dropControls } from '../drop-controls.ts'
import type { PageDocument } from './dom.ts'
import { markupToText } from './markup-to-text.ts'

/** The first value of each named `<meta>` or RDFa element (by `property`, `name` or `itemprop`), names in lower case. */
export type PageMeta = ReadonlyMap<string, string>

/** No title or name is longer, in characters. */
const LONGEST = 500

/** What a page's `<meta>` and RDFa elements say. */
export function readMeta(page: PageDocument): PageMeta {
  const values = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta[content], [property][content]')) {
    const names = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? ''
    const content = meta.getAttribute('content')?.trim()
    for (const key of names.toLowerCase().split(/\s+/)) if (key && content && !values.has(key)) values.set(key, content)
  }
  return values
}

/** The value of the first of the names that is there; null when none is. */
export function firstOf(meta: PageMeta, names: readonly string[]): string | null {
  const name = names.find(each => meta.has(each))
  return name === undefined ? null : (meta.get(name) ?? null)
}

/** Text on one line, null where nothing is left; many sites write entities and tags into what should be plain words. */
export function tidy(text: string | null | undefined): string | null {
  const start = (text ?? '').trim().slice(0, LONGEST)
  const plain = /[&<]/.test(start) ? markupToText(start) : start
  const line = dropControls(plain).replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}
