import { markupToText } from '../pages/markup-to-text.ts'
import { cleanMarkup } from './clean-markup.ts'
import { innerMarkup, wordsOf, type XmlElement } from './xml-tree.ts'

/** Looks like tags or entities, as RSS puts HTML into its plain fields without saying so. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i

const isInline = (element: XmlElement): boolean => element.children.some(child => typeof child !== 'string')

function decodeBase64(text: string): string {
  return new TextDecoder('utf-8').decode(Buffer.from(text.replace(/\s+/g, ''), 'base64'))
}

/** How an element says its words are written: Atom's `type` and the `mode` of Atom 0.3; `guess` where it does not say. */
function formOf(element: XmlElement): 'text' | 'markup' | 'inline' | 'guess' {
  const type = element.attributes['type']?.trim().toLowerCase()
  const mode = element.attributes['mode']?.trim().toLowerCase()
  if (isInline(element)) return 'inline'
  if (type === 'text' || type === 'text/plain') return 'text'
  if (type !== undefined && /html/.test(type)) return mode === 'xml' ? 'inline' : 'markup'
  return 'guess'
}

const rawOf = (element: XmlElement): string => {
  const { mode, type } = element.attributes
  const text = wordsOf(element)
  // Atom packs other types than text and XML in base64.
  const isOther = type !== undefined && type.includes('/') && !type.startsWith('text/') && !type.endsWith('xml')
  const packed = mode === 'base64' || isOther
  return packed ? decodeBase64(text) : text
}

/** The single `<div>` that Atom asks round inline XHTML is not part of it. */
const unwrap = (html: string): string => /^<div>([\s\S]*)<\/div>$/.exec(html.trim())?.[1] ?? html

/** An element's text as cleaned HTML (plain where it was plain); null when it is missing or empty. */
export function markupOf(element: XmlElement | null): string | null {
  if (element === null) return null
  const form = formOf(element)
  const raw = form === 'inline' ? innerMarkup(element) : rawOf(element)
  const marked = form === 'markup' || form === 'inline' || (form === 'guess' && MARKUP.test(raw))
  const value = marked ? cleanMarkup(raw, element.base) : raw.trim()
  const bare = element.attributes['type'] === 'xhtml' ? unwrap(value).trim() : value
  return bare === '' ? null : bare
}

/** An element's text as plain words on one line; null when it is missing or empty. */
export function plainOf(element: XmlElement | null): string | null {
  if (element === null) return null
  const form = formOf(element)
  const raw = form === 'inline' ? innerMarkup(element) : rawOf(element)
  const plain = form === 'text' || !MARKUP.test(raw) ? raw : markupToText(raw)
  const line = plain.replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}
