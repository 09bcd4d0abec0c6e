import { Parser } from 'htmlparser2'
import { InputError } from '#domain'
import { dropControls } from '../drop-controls.ts'
import { mendControls } from '../windows-1252.ts'
import { decodeHtmlEntities } from './entities.ts'

/** Deeper feeds are none. */
const DEEPEST = 500

/** One element of a feed. `name` is `prefix:local` in lower case, with the usual prefix of its namespace; the formats' own have none. */
export interface XmlElement {
  readonly name: string
  /** Name as written. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
  readonly base: string | null
  readonly language: string | null
}

/** Namespaces by what their address contains, and the prefix used here; '' for those of the feed formats themselves. */
const NAMESPACES: readonly (readonly [part: string, prefix: string])[] = [
  ['www.w3.org/2005/atom', ''],
  ['purl.org/atom/', ''],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/', 'module'],
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple', ''],
  ['backend.userland.com/rss', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['purl.org/net/rss1.1', ''],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/dc/elements', 'dc'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.itunes.com', 'itunes'],
  ['22-rdf-syntax-ns', 'rdf'],
]

/** Prefixes by which the namespaces go when a feed forgets to declare them. */
const UNDECLARED: Readonly<Record<string, string>> = { atom: '', rss: '', xml: 'xml' }

interface Open {
  readonly element: XmlElement
  /** Prefixes declared so far; '' is the default namespace. */
  readonly prefixes: ReadonlyMap<string, string>
}

function prefixOf(uri: string, written: string): string {
  const known = NAMESPACES.find(([part]) => uri.toLowerCase().includes(part))
  return known ? known[1] : written
}

function withDeclared(
  prefixes: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return prefixes
  const next = new Map(prefixes)
  for (const [name, uri] of declared) next.set(name.slice(6), prefixOf(uri, name.slice(6)))
  return next
}

/** An address made whole against another; the address itself where the two do not fit. */
export function resolveUrl(address: string, base: string | null): string {
  const trimmed = address.trim()
  return base !== null && URL.canParse(trimmed, base) ? new URL(trimmed, base).href : trimmed
}

function openElement(tag: string, attributes: Record<string, string>, parent: Open): Open {
  const prefixes = withDeclared(parent.prefixes, attributes)
  const [prefix, local] = tag.includes(':') ? tag.toLowerCase().split(':', 2) : ['', tag.toLowerCase()]
  const shown = prefixes.get(prefix ?? '') ?? UNDECLARED[prefix ?? ''] ?? prefix ?? ''
  const base = attributes['xml:base']
  const element: XmlElement = {
    name: shown === '' ? (local ?? '') : `${shown}:${local ?? ''}`,
    tag,
    attributes,
    children: [],
    base: base === undefined ? parent.element.base : resolveUrl(base, parent.element.base),
    language: attributes['xml:lang'] ?? parent.element.language,
  }
  return { element, prefixes }
}

/**
 * The elements of a feed under one root, read as far as it goes: cut off, unclosed or with stray marks. External entities
 * and document types are never followed. Throws InputError when elements nest too deep.
 */
export function readXml(xml: string, base: string | null): XmlElement {
  const root: XmlElement = { name: '', tag: '', attributes: {}, children: [], base, language: null }
  const stack: Open[] = [{ element: root, prefixes: new Map() }]
  const top = (): Open => stack.at(-1) ?? { element: root, prefixes: new Map() }
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (stack.length > DEEPEST)
          throw new InputError('the feed nests too deep to be one: expected RSS, Atom or JSON Feed.')
        const open = openElement(tag, attributes, top())
        top().element.children.push(open.element)
        stack.push(open)
      },
      onclosetag: () => {
        if (stack.length > 1) stack.pop()
      },
      ontext: text => {
        // References to windows-1252's own range are decoded only here.
        top().element.children.push(dropControls(mendControls(text)))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(decodeHtmlEntities(mendControls(xml)))
  return root
}

/** The elements directly under one. */
export const elementsOf = (parent: XmlElement): XmlElement[] =>
  parent.children.filter(child => typeof child !== 'string')

/** The first element directly under one by the first of the names that is there; null when there is none. */
export function childOf(parent: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = elementsOf(parent).find(child => child.name === name)
    if (found) return found
  }
  return null
}

/** All words in an element, its descendants' too, untrimmed. */
export function wordsOf(element: XmlElement): string {
  return element.children.map(child => (typeof child === 'string' ? child : wordsOf(child))).join('')
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What stands inside an element as HTML: inline XHTML of Atom. */
export function innerMarkup(element: XmlElement): string {
  return element.children
    .map(child => {
      if (typeof child === 'string') return escape(child)
      const local = child.tag.slice(child.tag.indexOf(':') + 1)
      const attributes = Object.entries(child.attributes)
        .filter(([name]) => !name.startsWith('xmlns'))
        .map(([name, value]) => ` ${name}="${escape(value).replace(/"/g, '&quot;')}"`)
      return `<${local}${attributes.join('')}>${innerMarkup(child)}</${local}>`
    })
    .join('')
}
