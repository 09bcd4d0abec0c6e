import type { Belief, Judgement, RecordedClaim } from '#domain'
import { BAND_WORDS, BANDS } from '#domain'
import { groupBy } from '#kit'
import { claimsOf, deskLink, type ExportInput } from './export-input.ts'

/** Verdicts by which an analyst stands for or against a claim; the others change how claims belong together. */
const REVIEWS = ['accept', 'reject', 'publish']

/**
 * Claims that a person reviewed, as schema.org ClaimReview in JSON Lines. The rating is Fogline's likelihood of the event,
 * in the yardstick's words; a claim nobody has judged is never written, nor one without an event to rate.
 */
export async function* reviewsJsonl(input: ExportInput): AsyncGenerator<string> {
  const { ledger, asOf } = input
  const reviews = (await ledger.judgements({ asOf })).filter(({ verdict }) => REVIEWS.includes(verdict))
  const last = new Map([...groupBy(reviews, ({ on }) => on)].map(([on, some]) => [on, newest(some)]))
  const claims = await claimsOf(input, [...last.keys()])
  for (const [id, judgement] of last) {
    const claim = claims.get(id)
    if (!claim || !judgement) continue
    const belief = await beliefOn(input, claim)
    const article = await ledger.article(claim.article, { asOf })
    yield `${JSON.stringify(reviewOf(input, claim, judgement, belief, article?.url ?? null))}\n`
  }
}

const newest = (some: readonly Judgement[]): Judgement | undefined =>
  some.reduce<Judgement | undefined>((best, each) => (best && best.at > each.at ? best : each), undefined)

async function beliefOn({ ledger, asOf }: ExportInput, claim: RecordedClaim): Promise<Belief | null> {
  const saidTo = new Date(Date.parse(claim.said) + 1).toISOString() as RecordedClaim['said']
  const { rows } = await ledger.events({ saidFrom: claim.said, saidTo, types: [claim.type], asOf, limit: 1000 })
  const event = rows.find(({ claims }) => claims.includes(claim.id))
  return event ? ((await ledger.beliefs({ about: [event.id], asOf })).rows[0] ?? null) : null
}

/** A rating from 1 (remote) to 7 (almost certain); a claim that denies is rated by how likely what it denies is not. */
function ratingOf(claim: RecordedClaim, belief: Belief | null) {
  if (belief === null || claim.stance === 'questions') return null
  const band = BANDS.indexOf(belief.likelihood)
  const value = claim.stance === 'denies' ? BANDS.length - band : band + 1
  const words = BAND_WORDS[BANDS[value - 1] ?? belief.likelihood]
  return {
    '@type': 'Rating',
    ratingValue: value,
    worstRating: 1,
    bestRating: BANDS.length,
    alternateName: `${words} (${belief.confidence} confidence)`,
  }
}

function reviewOf(
  { base, theatre }: ExportInput,
  claim: RecordedClaim,
  judgement: Judgement,
  belief: Belief | null,
  url: string | null,
) {
  const rating = ratingOf(claim, belief)
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `urn:fogline:${theatre.id}:judgement:${judgement.id}`,
    datePublished: judgement.at.slice(0, 10),
    url: deskLink(base, 'claim', claim.id) ?? `urn:fogline:${theatre.id}:claim:${claim.id}`,
    claimReviewed: claim.text,
    author: { '@type': 'Person', name: judgement.analyst },
    reviewBody: judgement.reason,
    ...(rating === null ? {} : { reviewRating: rating }),
    itemReviewed: {
      '@type': 'Claim',
      '@id': `urn:fogline:${theatre.id}:claim:${claim.id}`,
      author: { '@type': claim.holder.kind === 'official' ? 'Person' : 'Organization', name: claim.holder.name },
      datePublished: claim.said.slice(0, 10),
      ...(url === null
        ? {}
        : {
            appearance: {
              '@type': 'CreativeWork',
              url,
              publisher: { '@type': 'Organization', name: claim.outlet ?? claim.source },
            },
          }),
    },
  }
}
