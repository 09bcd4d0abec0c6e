import type { RecordedClaim } from '#domain'
import { type Evidence, isRejected } from './evidence.ts'
import { compareText } from './order.ts'
import { foldedText, foldOnce, remember } from './remember.ts'

/** A wording much longer than this is not one phrase any more; UTF-16 units. */
const LONG = 220

/** How well a claim's own words stand alone: who, where and how many are said in them, and the reader trusts its reading. */
const clarityOf = remember((claim: RecordedClaim): number => {
  const { text, agent, places, figures, confidence } = claim
  const folded = foldedText(claim)
  const names = (name: string | null) => name !== null && folded.includes(foldOnce(name))
  const placed = places.some(place => !place.carried && names(place.name))
  const points = [names(agent), placed, figures.length > 0, text.length <= LONG].filter(Boolean).length
  return points + confidence
})

/**
 * The words in which an event is told: those of one of its claims, never new ones. Assertions go before denials, then
 * the clearest, then the shortest, then the smallest id.
 */
export function chooseWording(claims: readonly RecordedClaim[], evidence: Evidence): string {
  const originals = claims.filter(({ id }) => !evidence.echoes.has(id) && !isRejected(evidence, id))
  const pool = originals.length > 0 ? originals : claims
  const asserted = pool.filter(({ stance }) => stance === 'asserts')
  const [best] = [...(asserted.length > 0 ? asserted : pool)].sort(
    (a, b) => clarityOf(b) - clarityOf(a) || a.text.length - b.text.length || compareText(a.id, b.id),
  )
  return best?.text ?? ''
}

/** The shortest wording of some claims; of equals the smallest in code units. Empty for none. */
export function shortestWording(claims: readonly RecordedClaim[]): string {
  const [first] = claims.map(({ text }) => text).sort((a, b) => a.length - b.length || compareText(a, b))
  return first ?? ''
}
