import type { Article, ArticleId, RecordedClaim } from '#domain'
import { dayOf, daysBetween } from '#domain'
import { groupBy } from '#kit'
import { compareText } from './order.ts'
import { foldOnce, remember } from './remember.ts'
import { contentWords } from './words.ts'

/** What a report is about, as weights of its words (TF-IDF, length 1), heaviest first. */
export interface StoryVector {
  /** Numbers of the words, in this run only. */
  readonly terms: Int32Array
  readonly weights: Float64Array
  /** Settlements its claims happen at; empty when no claim names one. */
  readonly places: ReadonlySet<string>
  /** Counts its claims give, by measure; a measure given twice with two values is left out. */
  readonly counts: ReadonlyMap<string, number>
}

/** A sentence that stands in reports this many days apart is furniture of the page (sign-up lines, "about us"), not news. */
const FURNITURE_SPAN_DAYS = 14
/** Words of the body that are looked at: what a report is about is told early. */
const BODY_WORDS = 600
const TITLE_WEIGHT = 2
const KIND_WEIGHT = { name: 2, number: 1, word: 1 } as const
const CLAIM_PLACE_WEIGHT = 3
const CLAIM_PARTY_WEIGHT = 1
/** Terms kept of one report, heaviest first. */
const TERMS_KEPT = 200
/** Added to the number of reports, so that in a small archive every word is not rare. */
const IDF_SMOOTHING = 50

const sentencesOf = remember(({ text }: Article): readonly string[] =>
  text.split(/(?<=[.!?])\s+|\n+/).filter(part => part.trim() !== ''),
)

/** A title without the name of the site at its end: `Two killed in Sumy - Example Daily`. */
const titleMatter = (title: string): string => title.split(/\s[-|–—«]\s/)[0] ?? title

/** Sentences that stood in reports more than two weeks apart. */
function findFurniture(articles: readonly Article[]): Set<string> {
  const seen = new Map<string, { first: string; last: string }>()
  for (const article of articles) {
    for (const sentence of new Set(sentencesOf(article))) {
      const known = seen.get(sentence)
      if (!known) seen.set(sentence, { first: article.publishedAt, last: article.publishedAt })
      else if (article.publishedAt < known.first) known.first = article.publishedAt
      else if (article.publishedAt > known.last) known.last = article.publishedAt
    }
  }
  const furniture = new Set<string>()
  for (const [sentence, { first, last }] of seen) {
    if (first.slice(0, 10) === last.slice(0, 10)) continue
    const days = daysBetween(dayOf(first as Article['publishedAt']), dayOf(last as Article['publishedAt']))
    if (days > FURNITURE_SPAN_DAYS) furniture.add(sentence)
  }
  return furniture
}

/** The words of a report counted, once for each choice of sentences left out. */
interface Counted {
  readonly without: string
  readonly terms: ReadonlyMap<string, number>
}
const lastCounted = new WeakMap<Article, Counted>()

/** The title's and the body's words with their weighted counts. Sentences of the furniture are left out. */
function countWords(article: Article, furniture: ReadonlySet<string>): ReadonlyMap<string, number> {
  const left = sentencesOf(article).filter(sentence => furniture.has(sentence))
  const without = left.join('\n')
  const known = lastCounted.get(article)
  if (known?.without === without) return known.terms
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, (terms.get(term) ?? 0) + weight)
  for (const { stem, kind } of contentWords(titleMatter(article.title ?? '')))
    add(stem, TITLE_WEIGHT * KIND_WEIGHT[kind])
  let room = BODY_WORDS
  for (const sentence of sentencesOf(article)) {
    if (room <= 0) break
    if (furniture.has(sentence)) continue
    for (const { stem, kind } of contentWords(sentence)) {
      add(stem, KIND_WEIGHT[kind])
      room -= 1
    }
  }
  lastCounted.set(article, { without, terms })
  return terms
}

/** What the report's claims speak of, as further words. */
function countClaims(claims: readonly RecordedClaim[], add: (term: string, weight: number) => void): void {
  for (const claim of claims) {
    for (const place of claim.places) add(`place:${place.id ?? foldOnce(place.name)}`, CLAIM_PLACE_WEIGHT)
    for (const party of [claim.agent, claim.target]) if (party) add(`party:${foldOnce(party)}`, CLAIM_PARTY_WEIGHT)
    for (const { measure, value } of claim.figures) if (value !== null) add(`${measure}:${value}`, CLAIM_PARTY_WEIGHT)
  }
}

function settlementsOf(claims: readonly RecordedClaim[]): Set<string> {
  const at = claims.flatMap(claim => claim.places).filter(place => place.role === 'at')
  return new Set(
    at.filter(({ precision }) => precision === 'point' || precision === 'part').map(p => p.id ?? foldOnce(p.name)),
  )
}

function countsOf(claims: readonly RecordedClaim[]): Map<string, number> {
  const exact = claims.flatMap(claim => claim.figures).filter(figure => figure.value !== null)
  const counts = new Map<string, number>()
  for (const [measure, figures] of groupBy(exact, figure => figure.measure)) {
    const values = new Set(figures.map(figure => figure.value))
    const [value] = values
    if (values.size === 1 && value != null) counts.set(measure, value)
  }
  return counts
}

/** Numbers for words, in order of first use, and in how many reports each stands. */
class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly words: string[] = []
  readonly documents: number[] = []

  /** The counted words of one report, by number. A word is counted into `documents` once a report. */
  take(terms: ReadonlyMap<string, number>): Map<number, number> {
    const numbered = new Map<number, number>()
    for (const [word, count] of terms) {
      const known = this.#numbers.get(word)
      const number = known ?? this.words.length
      if (known === undefined) {
        this.#numbers.set(word, number)
        this.words.push(word)
      }
      this.documents[number] = (this.documents[number] ?? 0) + 1
      numbered.set(number, count)
    }
    return numbered
  }
}

/**
 * Makes the vector of every report. A word weighs by how often it stands in the report (logarithm), doubled for names
 * and in the title, times how rare it is among all reports given (inverse document frequency, smoothed).
 */
export function makeStoryVectors(
  articles: readonly Article[],
  claims: readonly RecordedClaim[],
): Map<ArticleId, StoryVector> {
  const claimsOf = groupBy(claims, claim => claim.article)
  const furniture = findFurniture(articles)
  const vocabulary = new Vocabulary()
  const counted = articles.map(article => {
    const terms = new Map(countWords(article, furniture))
    countClaims(claimsOf.get(article.id) ?? [], (term, weight) => terms.set(term, (terms.get(term) ?? 0) + weight))
    return vocabulary.take(terms)
  })
  const rarity = vocabulary.documents.map(count => Math.log((articles.length + IDF_SMOOTHING) / (count + 0.5)))
  const { words } = vocabulary
  const weigh = (terms: ReadonlyMap<number, number>) =>
    [...terms]
      .map(([term, count]) => ({ term, weight: (1 + Math.log(Math.max(count, 1))) * (rarity[term] ?? 0) }))
      .sort((a, b) => b.weight - a.weight || compareText(words[a.term] ?? '', words[b.term] ?? ''))
      .slice(0, TERMS_KEPT)
  const vectors = new Map<ArticleId, StoryVector>()
  articles.forEach((article, index) => {
    const kept = weigh(counted[index] ?? new Map())
    const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
    const own = claimsOf.get(article.id) ?? []
    vectors.set(article.id, {
      terms: Int32Array.from(kept, ({ term }) => term),
      weights: Float64Array.from(kept, ({ weight }) => weight / length),
      places: settlementsOf(own),
      counts: countsOf(own),
    })
  })
  return vectors
}
