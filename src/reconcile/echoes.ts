import type { ArticleId, ClaimId, RecordedClaim } from '#domain'
import { groupBy } from '#kit'
import { isOwnVoice } from './origins.ts'
import { foldedText, foldOnce, stemsOf } from './remember.ts'
import { overlapOf } from './words.ts'

/** Share of the shorter wording that must stand in the longer one for an edited copy's claim to be the same claim. */
const SAME_WORDING = 0.6

const signatureOf = ({ type, stance }: RecordedClaim) => `${type} ${stance}`
const placesOf = (claim: RecordedClaim) =>
  claim.places
    .map(place => place.id ?? foldOnce(place.name))
    .sort()
    .join('|')
const figuresOf = (claim: RecordedClaim) =>
  claim.figures
    .map(f => [f.measure, f.value, f.low, f.high, f.of, f.unit].join(':'))
    .sort()
    .join('|')

function sameHolder(a: RecordedClaim, b: RecordedClaim): boolean {
  if (isOwnVoice(a) && isOwnVoice(b)) return true
  return (a.holder.id ?? foldOnce(a.holder.name)) === (b.holder.id ?? foldOnce(b.holder.name))
}

/** True when `copy` says what `original` says: the same holder, type, stance, places and figures, in nearly the same words. */
function repeats(copy: RecordedClaim, original: RecordedClaim): boolean {
  if (!sameHolder(copy, original) || figuresOf(copy) !== figuresOf(original)) return false
  if (foldedText(copy) === foldedText(original)) return true
  return placesOf(copy) === placesOf(original) && overlapOf(stemsOf(copy), stemsOf(original)) >= SAME_WORDING
}

/**
 * The claims that only repeat a claim of the report theirs copies or revises, each with the claim it repeats (followed
 * to the end of the chain of copies). An echo takes part in nothing but the listing: it goes where its original goes.
 * A claim that an edited copy adds, or a figure a later edition changes, is no echo.
 */
export function findEchoes(claims: readonly RecordedClaim[]): Map<ClaimId, ClaimId> {
  const byArticle = groupBy(claims, claim => claim.article)
  const before = new Map<ArticleId, ArticleId>()
  for (const claim of claims) {
    const original = claim.copyOf ?? claim.revisionOf
    if (original !== null) before.set(claim.article, original)
  }
  const echoes = new Map<ClaimId, ClaimId>()
  for (const claim of claims) {
    const seen = new Set<ArticleId>([claim.article])
    for (let at = before.get(claim.article); at !== undefined && !seen.has(at); at = before.get(at)) {
      seen.add(at)
      const candidates = (byArticle.get(at) ?? []).filter(other => signatureOf(other) === signatureOf(claim))
      const exact = candidates.find(other => foldedText(other) === foldedText(claim) && repeats(claim, other))
      const original = exact ?? candidates.find(other => repeats(claim, other))
      if (original) echoes.set(claim.id, original.id)
    }
  }
  return withoutRings(echoes)
}

/** Reports that name each other as copies would leave no original: the claim with the smallest id is then the original. */
function withoutRings(echoes: Map<ClaimId, ClaimId>): Map<ClaimId, ClaimId> {
  const resolved = new Map<ClaimId, ClaimId>()
  for (const claim of echoes.keys()) {
    const path = new Set<ClaimId>([claim])
    let end = claim
    for (let next = echoes.get(end); next !== undefined; next = echoes.get(end)) {
      if (path.has(next)) {
        end = [...path].sort()[0] ?? end
        break
      }
      path.add(next)
      end = next
    }
    if (end !== claim) resolved.set(claim, end)
  }
  return resolved
}
