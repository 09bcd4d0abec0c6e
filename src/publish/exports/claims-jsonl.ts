import { admiraltyCode, type EventId, type Instant } from '#domain'
import type { ClaimInReport, ExportInput } from './export-input.ts'
import { deskLink, eachClaimInReport, eachRow } from './export-input.ts'

/**
 * Claims as JSON Lines: every field of the codebook, the three times, the Admiralty pair (null for what is not believed), and under `provenance` what leads back to the words:
 * report, address, publisher, its reliability, the chain of quotation and the place of the words in the text.
 */
export async function* claimsJsonl(input: ExportInput): AsyncGenerator<string> {
  let pairs: Pairs | null = null
  for await (const found of eachClaimInReport(input)) {
    // Claims come by report, newest first: those of one moment follow each other.
    if (pairs?.said !== found.claim.said) pairs = await readPairs(input, found.claim.said)
    yield `${JSON.stringify(lineOf(found, pairs.codes.get(found.claim.id) ?? null, input))}\n`
  }
}

/** Admiralty pairs of the claims said at one moment, by claim. */
interface Pairs {
  readonly said: Instant
  readonly codes: ReadonlyMap<string, string>
}

async function readPairs({ ledger, asOf }: ExportInput, said: Instant): Promise<Pairs> {
  const codes = new Map<string, string>()
  const until = new Date(Date.parse(said) + 1).toISOString() as Instant
  const about: EventId[] = []
  for await (const { id } of eachRow(page => ledger.events({ saidFrom: said, saidTo: until, asOf, ...page })))
    about.push(id)
  for (let from = 0; from < about.length; from += EVENTS_AT_ONCE) {
    const some = about.slice(from, from + EVENTS_AT_ONCE)
    for await (const { reasons } of eachRow(page => ledger.beliefs({ about: some, asOf, ...page })))
      for (const { claim, admiralty } of reasons) codes.set(claim, admiraltyCode(admiralty))
  }
  return { said, codes }
}
const EVENTS_AT_ONCE = 200

function lineOf({ claim, article }: ClaimInReport, admiralty: string | null, { base, theatre, asOf }: ExportInput) {
  const { article: id, source, outlet, family, reliability, said, learned, copyOf, revisionOf, ...coded } = claim
  return {
    theatre: theatre.id,
    ...coded,
    said,
    learned,
    admiralty,
    provenance: {
      article: id,
      title: article?.title ?? null,
      url: article?.url ?? null,
      language: article?.language ?? null,
      source,
      outlet,
      family,
      reliability,
      words: claim.text,
      span: claim.span,
      chain: claim.chain,
      copyOf,
      revisionOf,
      translationOf: article?.translationOf ?? null,
      desk: deskLink(base, 'claim', claim.id),
      asOf,
    },
  }
}
