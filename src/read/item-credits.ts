import type { Theatre } from '#domain'
import { foldName } from '#kit'
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
 * brackets counts where the theatre lists it as an outlet; any name does where several paragraphs end so. An agency credited in
 * the report's last line holds every paragraph that has no credit of its own.
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
  const agency = closingCredit(document.report.text, theatre)
  const whole = agency === null ? [] : [...last.keys()].map(paragraph => ({ paragraph, name: agency }))
  return new Map([...whole, ...kept].map(({ paragraph, name }) => [paragraph, outletHolder(name, theatre)]))
}

/** What may stand before the name in a last line that is nothing but a credit ("— AFP", "(Reuters)", "With files from AFP"); folded, longest first. */
const LEADS = [
  'with additional reporting by',
  'with additional reporting from',
  'additional reporting by',
  'additional reporting from',
  'with reporting by',
  'with material from',
  'with files from',
  'reporting by',
  'source',
  'with',
  'from',
  'via',
]
const LONGEST_LINE = 80

/**
 * The news agency that a report's last line credits, by its listed name; null where the line says more, or names none of the
 * theatre's agencies. The whole report is then the agency's word passed on: to count it beside the agency would count one voice twice.
 */
function closingCredit(text: string, theatre: Theatre): string | null {
  const lines = text.trimEnd().split('\n')
  const line = lines.at(-1) ?? ''
  if (lines.length < 2 || line.length > LONGEST_LINE) return null
  const folded = foldName(line.replace(/[()*,:;]/g, ' '))
  const lead = LEADS.find(words => folded.startsWith(`${words} `)) ?? ''
  const wanted = folded.slice(lead.length).trim()
  const agency = theatre.sources.find(({ id, name, kind }) => {
    const aliases = theatre.holders.find(holder => holder.id === id)?.aliases ?? []
    return kind === 'agency' && [id, name, ...aliases].some(each => foldName(each) === wanted)
  })
  return agency?.name ?? null
}
