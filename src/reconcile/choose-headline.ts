import type { Article, Story } from '#domain'
import { sliceSpan } from '#domain'
import type { FiledReport } from './story-line.ts'
import { titleMatter } from './story-words.ts'

/** Two reports this near to each other in nearness are equals; weights are kept in 32 bits. */
const ROUNDING = 1e-5
/** Longest headline or lead taken from a paragraph, in UTF-16 units; a title is never cut. */
const LONGEST = { headline: 200, lead: 400 } as const

/** A greeting or a place line ("Good morning.", "KOPANKY.") has fewer words than this and tells nothing. */
const LEAST_WORDS = 3

const tells = (sentence: string): boolean => sentence.split(/\s+/).length >= LEAST_WORDS

/** The first sentence of a text that is more than a greeting, else the first, cut at a word where it is too long. */
function firstSentence(text: string, longest: number): string {
  const sentences = text.trim().split(/(?<=[.!?])\s+|\n+/)
  const sentence = sentences.find(tells) ?? sentences[0] ?? ''
  return sentence.length <= longest ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', longest))} …`
}

/** The title of a report without its site's name, else its first sentence (to the first full stop, or cut at a word), else its address. */
export function headlineOf(article: Article): string {
  const title = titleMatter(article.title ?? '').trim()
  if (title !== '') return title
  return firstSentence(article.text, LONGEST.headline) || (article.url ?? article.id)
}

/** The first sentence of a report's text after its headline, and which report it is of; null where there is none. */
export function leadOf(article: Article): Story['lead'] {
  const headline = headlineOf(article)
  for (const span of article.paragraphs) {
    const paragraph = sliceSpan(article.text, span).trim()
    const at = paragraph.indexOf(headline)
    const after = at < 0 ? paragraph : paragraph.slice(at + headline.length)
    const text = firstSentence(after.replace(/^[\s.:–—-]+/u, ''), LONGEST.lead)
    if (/\p{L}/u.test(text) && tells(text)) return { article: article.id, text }
  }
  return null
}

/**
 * The report a story is shown by: the one nearest to the story's other reports, so that headline and lead are always
 * chosen, never written. Copies have no say. Of equals the earliest wins. Expects `reports` oldest first and at least one.
 */
export function chooseTeller(reports: readonly FiledReport[]): FiledReport {
  const [first] = reports
  if (!first) throw new Error('story: expected at least one report, found none')
  const centre = new Map<number, number>()
  const voters = reports.filter(({ vector }) => vector !== null)
  for (const { vector } of voters)
    vector?.terms.forEach((term, at) => centre.set(term, (centre.get(term) ?? 0) + (vector.weights[at] ?? 0)))
  let best = voters[0] ?? first
  let highest = -1
  for (const report of voters) {
    let nearness = 0
    report.vector?.terms.forEach((term, at) => {
      nearness += (report.vector?.weights[at] ?? 0) * (centre.get(term) ?? 0)
    })
    if (nearness <= highest + ROUNDING) continue
    best = report
    highest = nearness
  }
  return best
}
