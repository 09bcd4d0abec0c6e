import type { Claim, Note, Reading, ReadReport } from '#domain'
import { sha256 } from '#domain'
import type { Proposal } from './proposal.ts'
import { claimOf, type Scene } from './proposed-claim.ts'
import { type ReadContext, readThrough } from './read-article.ts'
import { NO_CLAIMS } from './reading-notes.ts'

/** Rule of the Note on a claim that a model proposed, and of the one on a reading for each that was refused. */
export const PROPOSED = 'proposed-by-model'
export const REFUSED = 'model-claim-refused'

/**
 * The reading with the claims a model proposed, as far as the words of the report bear them out. A proposal only points: its quote
 * must stand in the text to the letter, every name and number in the quote (the holder anywhere in the report), and what
 * these stand for (ids, coordinates, days, values) is what the reader itself made of those words. A number that says
 * something else than its words is refused. What the reader claimed already is kept as it is and not doubled. Claims taken
 * carry the Note `proposed-by-model` and confidence 0.4; each refusal is a Note of the reading. The same proposals give the same claims, in any order of calls.
 */
export function mergeProposals(
  report: ReadReport,
  reading: Reading,
  proposals: readonly Proposal[],
  context: ReadContext,
  model: string,
): Reading {
  if (proposals.length === 0) return reading
  const scene: Scene = { ...readThrough(report, context), context }
  const note: Note = { rule: PROPOSED, reason: `proposed by ${model}, and found in these words`, span: null }
  const of = sha256(
    `${reading.report.text}\n${reading.report.publishedAt}\n${reading.report.outlet ?? ''}\n${reading.report.url ?? ''}`,
  )
  const claims: Claim[] = [...reading.claims]
  const notes: Note[] = []
  for (const proposal of proposals) {
    const judged = claimOf(scene, proposal, of, note)
    if ('refused' in judged) notes.push({ rule: REFUSED, reason: `${model}: ${judged.refused}`, span: judged.span })
    else if (!claims.some(known => isSame(known, judged))) claims.push(judged)
  }
  return {
    ...reading,
    claims: claims.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.id < b.id ? -1 : 1)),
    notes: [...reading.notes.filter(({ rule }) => rule !== NO_CLAIMS || claims.length === 0), ...notes],
  }
}

/** Of one type, with more than half of the shorter one's words in common: the same claim. */
function isSame(known: Claim, { type, span, stance }: Claim): boolean {
  const shared = Math.min(known.span[1], span[1]) - Math.max(known.span[0], span[0])
  const shorter = Math.min(known.span[1] - known.span[0], span[1] - span[0])
  return known.type === type && known.stance === stance && shared * 2 > shorter
}
