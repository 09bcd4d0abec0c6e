import { Command } from 'commander'
import pc from 'picocolors'
import type { Reason, RecordedClaim } from '#domain'
import { admiraltyCode, BAND_WORDS, InputError } from '#domain'
import { type ClaimCard, claimCard } from '#publish/api'
import { asOfOf, now, withLedger } from './context.ts'
import { oneLine, print, printJson, printTable } from './output.ts'
import { wholeId } from './whole-id.ts'

/** `fogline claim ID`: one claim with all that rests on it. */
export const claimCommand = (): Command =>
  new Command('claim')
    .description('One claim: its words, who passed it on, its Admiralty pair, and what is made of it and why')
    .argument('<id>', 'the claim, as "fogline search" or a briefing lists it; its first letters will do')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((id: string, options: { asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const asOf = asOfOf(options.asOf) ?? (await ledger.stats()).learned ?? now()
        const whole = await wholeId(ledger, id)
        if ((await ledger.claims({ ids: [whole], asOf })).rows.length === 0)
          throw new InputError(`claim: expected the id of one ("fogline search"), found "${id}"`)
        const card = await claimCard({ ledger, theatre }, whole, asOf)
        if (options.json) return printJson(card)
        printClaim(card)
        printBelief(card)
      }),
    )

function printClaim({ claim, article, admiralty }: ClaimCard): void {
  print(`${pc.bold(claim.holder.name)} ${claim.stance}: “${oneLine(claim.text)}”`)
  print(`${claim.type} · ${claim.certainty} · ${claim.chain.map(oneLine).join(' → ')} · camp ${claim.holder.camp}`)
  print(`happened ${claim.time.start ?? '–'} · said ${claim.said} · learned ${claim.learned}`)
  if (article.url) print(article.url)
  print(
    admiralty
      ? `Admiralty ${admiraltyCode(admiralty)}: ${RELIABILITY[admiralty.reliability]}, ${CREDIBILITY[admiralty.credibility]}`
      : 'No Admiralty pair: an opinion, a plan or an estimate is attributed, not believed.',
  )
}

function printBelief({ belief, claim, others }: ClaimCard): void {
  if (!belief) return
  print(`\n${pc.bold(oneLine(belief.says))}`)
  print(
    `${BAND_WORDS[belief.likelihood]}, ${belief.confidence} confidence, ${belief.origins} independent ${belief.origins === 1 ? 'origin' : 'origins'}`,
  )
  const known = new Map<string, RecordedClaim>([claim, ...others].map(each => [each.id, each]))
  const row = ({ claim: id, weight, why, admiralty }: Reason): string[] => [
    weight.toFixed(3),
    admiraltyCode(admiralty),
    known.get(id)?.holder.name ?? '–',
    why,
    id,
  ]
  printTable(
    ['weight', 'pair', 'who', 'why', 'claim'],
    [...belief.reasons].sort((a, b) => b.weight - a.weight).map(row),
  )
}

/** The Admiralty letters and numbers in words. */
const RELIABILITY = {
  A: 'origin completely reliable',
  B: 'origin usually reliable',
  C: 'origin fairly reliable',
  D: 'origin not usually reliable',
  E: 'origin unreliable',
  F: 'reliability of the origin cannot be judged',
} as const
const CREDIBILITY = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
} as const
