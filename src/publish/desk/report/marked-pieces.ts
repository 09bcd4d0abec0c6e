import type { RecordedClaim, Span } from '#domain'

/** A stretch of a report's text and the claims whose words it belongs to, in the order of the text. */
export interface Piece {
  readonly span: Span
  readonly claims: readonly string[]
}

/**
 * Cuts a stretch of text where claims begin and end. Claims may overlap; each piece names all it belongs to, and the
 * pieces together are the stretch without a gap.
 */
export function cutAtClaims([from, to]: Span, claims: readonly Pick<RecordedClaim, 'id' | 'span'>[]): readonly Piece[] {
  const near = claims.filter(({ span: [start, end] }) => start < to && end > from)
  const cuts = [...new Set([from, to, ...near.flatMap(({ span }) => span)])]
    .filter(cut => cut >= from && cut <= to)
    .sort((a, b) => a - b)
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? end
    const under = near.filter(({ span }) => span[0] <= start && span[1] >= end).map(({ id }) => id)
    return { span: [start, end], claims: under }
  })
}
