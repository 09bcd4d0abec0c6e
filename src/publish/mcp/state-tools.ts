import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { BAND_WORDS, DISPUTE_STATUSES, type Figure, MEASURES } from '#domain'
import { controlOf } from '#publish/api'
import { answer, linesSchema, said } from './lines.ts'
import { asOfOf, type McpInput, placeFilter, telling } from './tool.ts'
import { asOf, day, listShape, place, word } from './tool-params.ts'

/** `control_of_place`, `list_disputes` and `list_figures`. */
export function addStateTools(server: McpServer, input: McpInput): void {
  addControl(server, input)
  addDisputes(server, input)
  addFigures(server, input)
}

function addControl(server: McpServer, input: McpInput): void {
  server.registerTool(
    'control_of_place',
    {
      title: 'Control of a place',
      description:
        'Who is said to hold a place on a day, as known at a moment: Fogline’s line over time and each camp’s own.',
      inputSchema: {
        place: z.string().min(1).max(200).describe('Place, in any spelling or by id'),
        on: day.describe('The holder on that day. Absent: the newest'),
        asOf,
      },
      outputSchema: linesSchema,
      annotations: { readOnlyHint: true },
    },
    ({ place, on, asOf }) =>
      telling(async () => {
        const { ledger, theatre } = input
        const at = await asOfOf(input, asOf)
        const control = await controlOf(ledger, theatre, place, { on: on ?? null, asOf: at })
        const lines = [['Fogline', control.line] as const, ...Object.entries(control.claimants)].flatMap(
          ([who, line]) =>
            line.map(step =>
              said(
                `${control.name}, line of ${who}: ${step.holder} from ${step.from} (${BAND_WORDS[step.likelihood]}, ${step.confidence} confidence)`,
                [...step.because, ...step.against],
              ),
            ),
        )
        return answer(ledger, at, lines)
      }),
  )
}

function addDisputes(server: McpServer, input: McpInput): void {
  server.registerTool(
    'list_disputes',
    {
      title: 'Disputes',
      description:
        'Contradictions in the reporting, newest first: each position with the camp, its words and how many independent origins stand behind it.',
      inputSchema: {
        place,
        status: z.enum(DISPUTE_STATUSES).optional(),
        ...listShape,
      },
      outputSchema: linesSchema,
      annotations: { readOnlyHint: true },
    },
    ({ place, ...query }) =>
      telling(async () => {
        const { ledger } = input
        const at = await asOfOf(input, query.asOf)
        const found = await ledger.disputes({
          ...query,
          ...placeFilter(input, place),
          asOf: at,
        })
        const lines = found.rows.flatMap(({ id, question, status, positions }) =>
          positions.map(({ camp, stance, says, origins, claims }) =>
            said(
              `${question} (${id}, ${status}): ${camp} ${stance}, ${origins} independent origins: “${says}”`,
              claims,
            ),
          ),
        )
        return answer(ledger, at, lines, found.next)
      }),
  )
}

function addFigures(server: McpServer, input: McpInput): void {
  server.registerTool(
    'list_figures',
    {
      title: 'Figures',
      description:
        'Figures by whose count they are, newest day first. Counts of different claimants are never added up.',
      inputSchema: {
        measure: z.enum(MEASURES).optional(),
        claimant: word('Name of who counts'),
        subject: word('Name of whose losses, drones or money it is'),
        ...listShape,
      },
      outputSchema: linesSchema,
      annotations: { readOnlyHint: true },
    },
    query =>
      telling(async () => {
        const at = await asOfOf(input, query.asOf)
        const found = await input.ledger.figures({ ...query, asOf: at })
        return answer(input.ledger, at, found.rows.map(figureLine), found.next)
      }),
  )
}

const figureLine = (figure: Figure) => {
  const { measure, claimant, camp, subject, happened, value, low, high, of, unit, flags, because } = figure
  const count = value ?? `${low ?? '…'} to ${high ?? '…'}`
  const words = `${happened}, by ${claimant}’s count (${camp}): ${measure}${subject === null ? '' : ` of ${subject}`} ${count}${of === null ? '' : ` of ${of}`}${unit === null ? '' : ` ${unit}`}`
  return said(`${words}${flags.length === 0 ? '' : `; ${flags.map(({ reason }) => reason).join('; ')}`}`, because)
}
