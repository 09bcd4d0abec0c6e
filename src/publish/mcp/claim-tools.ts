import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { BAND_WORDS, CERTAINTIES, CLAIM_TYPES, FAMILIES, InputError, type RecordedClaim } from '#domain'
import { answer, linesSchema, type Said, said } from './lines.ts'
import { asOfOf, type McpInput, placeFilter, telling } from './tool.ts'
import { asOf, limit, listShape, place, word } from './tool-params.ts'

/** `search_claims`, `read_claim` and `read_source`. */
export function addClaimTools(server: McpServer, input: McpInput): void {
  addSearch(server, input)
  addRead(server, input)
  addSource(server, input)
}

/** One claim in a sentence of ours round its own words. */
export const claimLine = (claim: RecordedClaim): Said => {
  const { holder, stance, certainty, text, said: at, type } = claim
  const sure = certainty === 'stated' ? '' : `, ${certainty}`
  const words = `${holder.name} (${holder.camp}) ${stance}${sure}, ${at.slice(0, 10)}, ${type}: “${text}”`
  return { text: words, claims: [claim.id] }
}

function addSearch(server: McpServer, input: McpInput): void {
  server.registerTool(
    'search_claims',
    {
      title: 'Search claims',
      description:
        'Claims by words, place, holder, camp, type, certainty and time, newest first. A claim is what somebody says, denials included.',
      inputSchema: {
        words: word('Words of the claim: all of them, "a phrase", -without, or'),
        place,
        holder: word('Id or name of who says it'),
        camp: word('Camp of the holder'),
        type: z.enum(CLAIM_TYPES).optional(),
        family: z.enum(FAMILIES).optional(),
        certainty: z.enum(CERTAINTIES).optional(),
        ...listShape,
      },
      outputSchema: linesSchema,
      annotations: { readOnlyHint: true },
    },
    ({ type, place, ...query }) =>
      telling(async () => {
        const { ledger } = input
        const at = await asOfOf(input, query.asOf)
        const found = await ledger.claims({
          ...query,
          ...(type === undefined ? {} : { types: [type] }),
          ...placeFilter(input, place),
          asOf: at,
        })
        return answer(ledger, at, found.rows.map(claimLine), found.next)
      }),
  )
}

function addRead(server: McpServer, input: McpInput): void {
  server.registerTool(
    'read_claim',
    {
      title: 'Read a claim',
      description:
        'One claim with the words of its report around it, what others say of the same event, and what Fogline makes of it.',
      inputSchema: { id: z.string().min(1).max(200).describe('Id of the claim, such as c_5f0c…'), asOf },
      outputSchema: linesSchema,
      annotations: { readOnlyHint: true },
    },
    ({ id, asOf }) =>
      telling(async () => {
        const { ledger } = input
        const at = await asOfOf(input, asOf)
        const claim = (await ledger.claims({ ids: [id], asOf: at })).rows[0]
        if (!claim) throw new InputError(`claim: none of the id "${id}" is known as of then`)
        return answer(ledger, at, [
          claimLine(claim),
          await aroundIt(input, claim, at),
          ...(await eventLines(input, claim, at)),
        ])
      }),
  )
}

/** How much of the report stands around a claim's words, each side, in UTF-16 units. */
const AROUND = 300

async function aroundIt(
  { ledger }: McpInput,
  claim: RecordedClaim,
  asOf: RecordedClaim['learned'],
): Promise<Said | null> {
  const article = await ledger.article(claim.article, { asOf })
  if (!article) return null
  const [start, end] = claim.span
  return said(`In its report: “${article.text.slice(Math.max(0, start - AROUND), end + AROUND)}”`, [claim.id])
}

async function eventLines(
  { ledger }: McpInput,
  claim: RecordedClaim,
  asOf: RecordedClaim['learned'],
): Promise<(Said | null)[]> {
  const saidTo = new Date(Date.parse(claim.said) + 1).toISOString() as RecordedClaim['said']
  const { rows } = await ledger.events({ saidFrom: claim.said, saidTo, types: [claim.type], asOf, limit: 1000 })
  const event = rows.find(({ claims }) => claims.includes(claim.id))
  if (!event) return []
  const belief = (await ledger.beliefs({ about: [event.id], asOf })).rows[0]
  const others = (await ledger.claims({ event: event.id, asOf })).rows.filter(({ id }) => id !== claim.id)
  const own = belief
    ? said(
        `Fogline: ${BAND_WORDS[belief.likelihood]}, ${belief.confidence} confidence, ${belief.origins} independent origins: “${belief.says}”`,
        [...belief.because, ...belief.against],
      )
    : null
  return [own, ...others.map(claimLine)]
}

function addSource(server: McpServer, input: McpInput): void {
  server.registerTool(
    'read_source',
    {
      title: 'Read a source',
      description: "A publisher's record: camp, reliability and its newest claims.",
      inputSchema: { source: z.string().min(1).max(200).describe('Id or name of the source'), asOf, limit },
      outputSchema: linesSchema,
      annotations: { readOnlyHint: true },
    },
    ({ source, asOf, limit }) =>
      telling(async () => {
        const { ledger, theatre } = input
        const at = await asOfOf(input, asOf)
        const known = new Map(
          [...theatre.sources, ...(await ledger.sources({ asOf: at }))].map(each => [each.id, each]),
        )
        const found = [...known.values()].find(
          ({ id, name }) => id === source || name.toLowerCase() === source.toLowerCase(),
        )
        if (!found) throw new InputError(`source: none of the id or name "${source}" is known as of then`)
        const claims = (await ledger.claims({ source: found.id, asOf: at, limit })).rows
        const { name, kind, camp, country, reliability, family } = found
        const record = `${name}: ${kind}, camp ${camp}, ${country ?? 'country unknown'}, Admiralty reliability ${reliability}, owner family ${family ?? 'its own'}.`
        return answer(ledger, at, [
          said(
            record,
            claims.map(({ id }) => id),
          ),
          ...claims.map(claimLine),
        ])
      }),
  )
}
