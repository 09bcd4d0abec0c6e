import { readMoment } from '../read-moment.ts'
import type { Feed, FeedItem } from './feed.ts'
import { markupOf, plainOf } from './text-construct.ts'
import { childOf, elementsOf, readXml, resolveUrl, wordsOf, type XmlElement } from './xml-tree.ts'

const PUBLISHED = ['published', 'pubdate', 'issued', 'dcterms:issued', 'created', 'dcterms:created']
const UPDATED = ['updated', 'lastbuilddate', 'modified', 'dcterms:modified', 'dc:date']
const SUMMARIES = ['description', 'summary', 'dc:description', 'itunes:summary', 'media:description', 'abstract']
const CONTENTS = ['content', 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'xhtml:div']
const AUTHORS = [
  'author',
  'dc:creator',
  'creator',
  'dc:author',
  'itunes:author',
  'managingeditor',
  'dc:publisher',
  'webmaster',
]

const textOfChild = (parent: XmlElement, ...names: readonly string[]): string | null => {
  const found = childOf(parent, ...names)
  const text = found === null ? '' : wordsOf(found).trim()
  return text === '' ? null : text
}

/** The value of an attribute whatever the case of its name; null when it is missing. */
function attributeOf(element: XmlElement, name: string): string | null {
  const found = Object.keys(element.attributes).find(key => key.toLowerCase() === name)
  return found === undefined ? null : (element.attributes[found] ?? null)
}

/** The first of the named elements that holds a moment, the last one where several bear the name. */
function momentOf(parent: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const found = elementsOf(parent).filter(child => child.name === name)
    const moments = found.map(child => readMoment(wordsOf(child))).filter(moment => moment !== null)
    const last = moments.at(-1)
    if (last !== undefined) return last
  }
  return null
}

/** When something was last changed; the channels of CDF say so in an attribute. */
const updatedOf = (parent: XmlElement, names: readonly string[]): string | null =>
  momentOf(parent, names) ?? readMoment(attributeOf(parent, 'lastmod') ?? '')

/** The address of what is described: Atom's alternate link, RSS's link, a guid that is one, or the `href` of CDF's own elements. */
function linkOf(parent: XmlElement): string | null {
  const links = elementsOf(parent).filter(child => child.name === 'link')
  const isAlternate = (link: XmlElement): boolean => (link.attributes['rel'] ?? 'alternate') === 'alternate'
  const marked = links.find(link => link.attributes['href'] && isAlternate(link))
  if (marked) return resolveUrl(marked.attributes['href'] ?? '', marked.base)
  const worded = links.filter(link => wordsOf(link).trim() !== '')
  const written = worded.find(isAlternate) ?? worded[0]
  if (written) return resolveUrl(wordsOf(written), written.base)
  const guid = childOf(parent, 'guid')
  const isPermanent = guid !== null && guid.attributes['isPermaLink']?.toLowerCase() !== 'false'
  if (isPermanent && wordsOf(guid).trim() !== '') return resolveUrl(wordsOf(guid), guid.base)
  const own = attributeOf(parent, 'href')
  return own === null ? null : resolveUrl(own, parent.base)
}

/** An id as written; a relative address in Atom's `id` is made whole, since feeds write such. */
function idOf(parent: XmlElement): string | null {
  const id = childOf(parent, 'id')
  const text = id === null ? '' : wordsOf(id).trim()
  if (id !== null && text !== '') return text.startsWith('/') ? resolveUrl(text, id.base) : text
  return textOfChild(parent, 'guid', 'dc:identifier') ?? parent.attributes['rdf:about'] ?? null
}

/** A person as "Name (address)" the way RSS writes one, from either format. */
function personOf(element: XmlElement): string | null {
  const name = textOfChild(element, 'name', 'foaf:name')
  const email = textOfChild(element, 'email')
  if (name !== null) return email === null ? name : `${name} (${email})`
  if (email !== null) return email
  return elementsOf(element).length > 0 ? null : plainOf(element)
}

function authorOf(parent: XmlElement): string | null {
  for (const name of AUTHORS) {
    const found = elementsOf(parent).filter(child => child.name === name)
    const names = found.map(personOf).filter(person => person !== null)
    if (names[0] !== undefined) return names[0]
  }
  return null
}

/** The feed an entry was taken from: RSS's `<source>` or the title of Atom's. */
function sourceOf(entry: XmlElement): string | null {
  const source = childOf(entry, 'source')
  return source === null ? null : (textOfChild(source, 'title') ?? plainOf(source))
}

function itemOf(entry: XmlElement): FeedItem {
  const content = CONTENTS.map(name => markupOf(childOf(entry, name))).find(text => text !== null) ?? null
  const summary = SUMMARIES.map(name => markupOf(childOf(entry, name))).find(text => text !== null) ?? null
  return {
    id: idOf(entry),
    link: linkOf(entry),
    title: markupOf(childOf(entry, 'title', 'dc:title', 'media:title')),
    author: authorOf(entry),
    published: momentOf(entry, PUBLISHED),
    updated: updatedOf(entry, UPDATED),
    source: sourceOf(entry),
    summary,
    content,
  }
}

/** Every element of a name at any depth that does not lie in another of that name. */
function findAll(parent: XmlElement, names: readonly string[]): XmlElement[] {
  return elementsOf(parent).flatMap(child => (names.includes(child.name) ? [child] : findAll(child, names)))
}

/** Reads RSS 0.9–2.0, RDF, CDF and Atom 0.3–1.0, also broken ones; null when there is neither a feed nor an entry in it. */
export function readXmlFeed(xml: string, url: string | null): Feed | null {
  const root = readXml(xml, url)
  const head = findAll(root, ['channel', 'feed'])[0] ?? null
  const entries = findAll(root, ['item', 'entry'])
  if (head === null && entries.length === 0 && findAll(root, ['rss', 'rdf:rdf']).length === 0) return null
  const about = head ?? root
  return {
    title: markupOf(childOf(about, 'title', 'dc:title')),
    link: linkOf(about),
    id: idOf(about),
    language: (textOfChild(about, 'language', 'dc:language') ?? about.language)?.replace('_', '-') ?? null,
    updated: updatedOf(about, [...UPDATED, ...PUBLISHED]),
    items: entries.map(itemOf),
  }
}
