import type { GazetteerEntry } from '#domain'
import { distanceKm } from '#kit'

/** A place that the report means for certain, or one reading of a name, with the trust in it (0–1). */
export interface Vote {
  readonly lat: number
  readonly lon: number
  readonly admin: string | null
  readonly country: string
  readonly kind: string
  readonly trust: number
}

/** What the other names of a report say for a reading: near it, in its region, in its country; each a sum of trusts. */
export interface Support {
  readonly near: number
  readonly region: number
  readonly country: number
}

/** Names of one group with its readings and how well each fits by itself (powers of ten of population, and bonuses). */
export interface NameGroup {
  readonly key: string
  readonly entries: readonly GazetteerEntry[]
  readonly fits: readonly number[]
  /** How much the group counts as a witness for the others. */
  readonly weight: number
}

/** How far apart two places may lie and still speak for each other, in kilometres: what they say falls to a third. */
const SCALE_KM = 100
/** Beyond so many degrees of latitude nothing is near. */
const FAR_DEGREES = 5
/** Readings of one name that speak for others: the best few; the rest are as good as not meant. */
const VOTERS = 3
const ROUNDS = 3
/** How sharply a better fit is believed. */
const SHARPNESS = 1.2

/** What a doubling of witnesses adds, in powers of ten of population; a third more or less changes little. */
const WEIGHTS = { near: 2.6, region: 2, country: 1.4 }

/** What support adds to a fit; each doubling of witnesses adds the same. */
const gain = ({ country, near, region }: Support): number =>
  WEIGHTS.near * Math.log2(1 + near) + WEIGHTS.region * Math.log2(1 + region) + WEIGHTS.country * Math.log2(1 + country)

function votesOf({ entries, weight }: NameGroup, scores: readonly number[]): Vote[] {
  const most = Math.max(...scores)
  const shares = scores.map(score => Math.exp((score - most) * SHARPNESS))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return entries
    .map((entry, at) => ({ ...entry, trust: (weight * (shares[at] ?? 0)) / all }))
    .sort((a, b) => b.trust - a.trust)
    .slice(0, VOTERS)
}

const isPoint = (kind: string): boolean => kind !== 'country' && kind !== 'region'

function supportOf(entry: GazetteerEntry, votes: readonly Vote[]): Support {
  let [near, region, country] = [0, 0, 0]
  for (const vote of votes) {
    if (vote.country !== entry.country) {
      if (!isPoint(entry.kind) || !isPoint(vote.kind)) continue
    } else {
      if (entry.kind !== 'country' || vote.kind !== 'country') country += vote.trust
      const inRegion = vote.kind === 'region' ? 1 : entry.kind === 'region' ? 1 : 0.5
      if (entry.admin !== null && vote.admin === entry.admin && vote.kind !== 'country') region += vote.trust * inRegion
    }
    if (!isPoint(entry.kind) || !isPoint(vote.kind) || Math.abs(vote.lat - entry.lat) > FAR_DEGREES) continue
    near += vote.trust * Math.exp(-distanceKm(vote, entry) / SCALE_KM)
  }
  return { near, region, country }
}

/**
 * Settles the names of a report together, one reading a name: the places of a report lie together, in a few regions and
 * countries. Each name begins with what its readings are worth by themselves and then, in three rounds, each reading gains
 * by the readings of the other names that lie near it, in its region and its country, as far as those are believed. After the
 * minimality of space and one referent per discourse in Leidner, "Toponym Resolution in Text" (2007). Returns per group the
 * scores of its entries.
 */
export function voteOnNames(groups: readonly NameGroup[], settled: readonly Vote[]): (readonly number[])[] {
  let scores: (readonly number[])[] = groups.map(({ fits }) => fits)
  for (let round = 0; round < ROUNDS; round += 1) {
    const votes = groups.map((group, at) => (group.entries.length === 0 ? [] : votesOf(group, scores[at] ?? [])))
    scores = groups.map(({ entries, fits }, at) => {
      const others = [...settled, ...votes.flatMap((list, other) => (other === at ? [] : list))]
      return entries.map((entry, index) => (fits[index] ?? 0) + gain(supportOf(entry, others)))
    })
  }
  return scores
}
