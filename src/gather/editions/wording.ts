import type { Article } from '#domain'
import { foldName } from '#kit'
import { findFigures, type WordedFigure } from './worded-figures.ts'

/** Words of one shingle. */
const SHINGLE = 3

/** The wording of an article's body, for comparing it with others'. */
export interface Wording {
  readonly article: Article
  readonly words: number
  /** Hashes (32 bits) of each run of three words. */
  readonly shingles: ReadonlySet<number>
  readonly figures: readonly WordedFigure[]
}

/** The text without its title: a reprint often has a headline of its own. */
function bodyOf(article: Article): string {
  const first = article.paragraphs[0]
  if (article.title === null || first === undefined || article.paragraphs.length < 2) return article.text
  const opens = foldName(article.text.slice(first[0], first[1])) === foldName(article.title)
  return opens ? article.text.slice(first[1]) : article.text
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Reads an article's wording. Words are letters and digits in lower case; thousands' commas are taken out of numbers. */
export function readWording(article: Article): Wording {
  const body = bodyOf(article)
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
  const words = body.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const shingles = new Set<number>()
  for (let at = 0; at + SHINGLE <= words.length; at += 1) shingles.add(hash(words.slice(at, at + SHINGLE).join(' ')))
  return { article, words: words.length, shingles, figures: findFigures(words) }
}

/** How many shingles two wordings share. */
export function sharedShingles(a: Wording, b: Wording): number {
  const [small, large] = a.shingles.size <= b.shingles.size ? [a.shingles, b.shingles] : [b.shingles, a.shingles]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  return shared
}
