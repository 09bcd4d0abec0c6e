import type { ClaimInReport, ExportInput } from './export-input.ts'
import { deskLink, eachClaimInReport } from './export-input.ts'

/**
 * Claims as JSON Lines: every field of the codebook, the three times, and under `provenance` what leads back to the words:
 * report, address, publisher, its reliability, the chain of quotation and the place of the words in the text.
 */
export async function* claimsJsonl(input: ExportInput): AsyncGenerator<string> {
  for await (const found of eachClaimInReport(input)) yield `${JSON.stringify(lineOf(found, input))}\n`
}

function lineOf({ claim, article }: ClaimInReport, { base, theatre, asOf }: ExportInput) {
  const { article: id, source, outlet, family, reliability, said, learned, copyOf, revisionOf, ...coded } = claim
  return {
    theatre: theatre.id,
    ...coded,
    said,
    learned,
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
