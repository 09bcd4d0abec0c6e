import type { Article, Note } from '#domain'
import { foldName } from '#kit'

/** Where a credit stands: in the first and last so many characters of a text. */
const REACH = 400

/** True where a report says in its byline, or at its start or end, that it is of an outlet. */
function credits(article: Article, outlet: string): boolean {
  const ends = [article.byline ?? '', article.text.slice(0, REACH), article.text.slice(-REACH)]
  return foldName(outlet).length > 1 && ends.some(part => ` ${words(part)} `.includes(` ${words(outlet)} `))
}

const words = (text: string): string =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const day = (article: Article): string => article.publishedAt.slice(0, 16).replace('T', ' ')

/** Why one report is held to repeat another: how much of its wording stands there, which was first, and whether it says so. `share`: 0–1. */
export function describeCopy(copy: Article, original: Article, share: number): Note {
  const { outlet } = original
  const first = outlet === null ? 'an earlier report' : `the report of ${outlet}`
  const credit = outlet === null ? '' : credits(copy, outlet) ? `; it names ${outlet}` : `; it does not name ${outlet}`
  const own = copy.publishedAt === original.publishedAt ? 'at the same moment' : `at ${day(copy)}`
  return {
    rule: 'copy',
    reason: `${Math.round(share * 100)} % of its wording stands in ${first} of ${day(original)} UTC (${original.id}), the earliest known; this one came ${own}${credit}.`,
    span: null,
  }
}
