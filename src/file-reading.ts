import type { Article, Instant, Note, Reading, RecordedClaim, Source } from '#domain'
import { canonicalJson } from '#domain'
import { asRead } from '#reconcile'

const LANGUAGE_NOTE = 'language-not-read'

/** True for a report that was kept and not read, for its language. */
export const isNotRead = ({ notes }: Article): boolean => notes.some(({ rule }) => rule === LANGUAGE_NOTE)

/** What of a reading is filed. */
export type Filed = Pick<Reading, 'claims' | 'notes'>

/** Files the claims of a reading with the report and the other two times. A language the reader does not know (null) is a Note. */
export function fileReading(
  article: Article,
  source: Source,
  learned: Instant,
  reading: Filed | null,
): { article: Article; claims: RecordedClaim[] } {
  if (reading === null) {
    const note: Note = {
      rule: LANGUAGE_NOTE,
      reason: `written in "${article.language}"; only English is read`,
      span: null,
    }
    return { article: withNotes(article, [note]), claims: [] }
  }
  const { claims, notes } = reading
  const filed = {
    article: article.id,
    source: source.id,
    outlet: article.outlet,
    family: source.family ?? source.id,
    reliability: source.reliability,
    said: article.publishedAt,
    learned,
    copyOf: article.copyOf,
    revisionOf: article.revisionOf,
  }
  return {
    article: withNotes(article, notes),
    claims: claims.map(claim => ({ ...claim, ...filed, said: claim.said ?? filed.said })),
  }
}

/** Notes are added once: an article that is read again carries those of the first reading already. */
const withNotes = (article: Article, more: readonly Note[]): Article =>
  more.length === 0
    ? article
    : { ...article, notes: [...new Map([...article.notes, ...more].map(note => [canonicalJson(note), note])).values()] }

/** Claims of a report read again: those that came out as before stay as they were learned. */
export function settled(claims: readonly RecordedClaim[], before: readonly RecordedClaim[]): readonly RecordedClaim[] {
  if (before.length === 0) return claims
  const known = new Map(before.map(claim => [claim.id, asRead(claim)]))
  return claims.map(claim => {
    const other = known.get(claim.id)
    return other && canonicalJson(other) === canonicalJson({ ...claim, learned: other.learned }) ? other : claim
  })
}
