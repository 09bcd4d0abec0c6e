import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { BAND_WORDS, type Day, dayOf, InputError } from '#domain'
import { writeBriefing } from '#publish/briefing'
import { answer, linesSchema, said } from './lines.ts'
import { asOfOf, type McpInput, telling } from './tool.ts'
import { asOf, day } from './tool-params.ts'

/** `brief_day`. */
export function addDayTools(server: McpServer, input: McpInput): void {
  server.registerTool(
    'brief_day',
    {
      title: 'Brief of a day',
      description:
        'The briefing of one day as known at one moment: each line with likelihood, independent origins and the claims under it.',
      inputSchema: { date: day.describe('The day, as 2024-11-26. Absent: the newest with reports'), asOf },
      outputSchema: linesSchema,
      annotations: { readOnlyHint: true },
    },
    ({ date, asOf }) =>
      telling(async () => {
        const { ledger, theatre } = input
        const at = await asOfOf(input, asOf)
        const briefing = await writeBriefing({ ledger, theatre, date: date ?? (await newestDay(input, at)), asOf: at })
        const lines = briefing.sections.flatMap(({ heading, items }) =>
          items.map(({ text, likelihood, confidence, origins, disputed, claims }) => {
            const sure = likelihood === null ? '' : ` (${BAND_WORDS[likelihood]}, ${confidence} confidence)`
            return said(
              `${heading}: ${text}${sure}; ${origins} independent origins${disputed ? '; disputed' : ''}`,
              claims,
            )
          }),
        )
        return answer(ledger, at, lines)
      }),
  )
}

async function newestDay({ ledger }: McpInput, asOf: Awaited<ReturnType<typeof asOfOf>>): Promise<Day> {
  const newest = (await ledger.days({ asOf }))
    .map(({ date }) => date)
    .filter(date => date <= dayOf(asOf))
    .at(-1)
  if (newest === undefined) throw new InputError('date: the ledger holds no report as of then')
  return newest
}
