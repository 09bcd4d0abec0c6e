import type { Theatre } from '#domain'
import type { Document, DocumentSentence } from './document.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { outletHolder } from './holders.ts'

/** A credit is a name of at most this many words. */
const LONGEST = 5
/** From so many credited paragraphs on a report is a digest, and names nobody listed are outlets too. */
const DIGEST = 3

/** The name in brackets that ends a paragraph ("… (Reuters)"), or null. */
function creditAt(document: Document, { tokens: [from, to] }: DocumentSentence): string | null {
  const { tokens, report } = document
  let end = to
  while (end > from && tokens[end - 1]?.form === '.') end--
  if (tokens[end - 1]?.form !== ')') return null
  let open = end - 2
  while (open > from && end - open <= LONGEST + 2 && tokens[open]?.form !== '(') open--
  const [first, last] = [tokens[open + 1], tokens[end - 2]]
  if (tokens[open]?.form !== '(' || !first || !last || open + 1 > end - 2) return null
  const name = report.text.slice(first.span[0], last.span[1])
  return /^\p{Lu}[\p{L}.&' -]*$/u.test(name) ? name : null
}

/**
 * The papers and agencies that a digest credits its paragraphs to, by paragraph: "… said the ministry. (Northgate Wire)". A single name in
 * brackets counts where the theatre lists it as an outlet; any name does where several paragraphs end so.
 */
export function creditsOf(document: Document, theatre: Theatre): ReadonlyMap<number, ResolvedHolder> {
  const last = new Map<number, DocumentSentence>()
  for (const sentence of document.sentences) last.set(sentence.paragraph, sentence)
  const named = [...last].flatMap(([paragraph, sentence]) => {
    const name = creditAt(document, sentence)
    return name === null ? [] : [{ paragraph, name }]
  })
  const listed = new Set(theatre.sources.map(({ name }) => name.toLowerCase()))
  const kept = named.length >= DIGEST ? named : named.filter(({ name }) => listed.has(name.toLowerCase()))
  return new Map(kept.map(({ paragraph, name }) => [paragraph, outletHolder(name, theatre)]))
}
