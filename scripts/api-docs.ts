import { startOfDay } from '../src/domain/index.ts'
import type { Ledger } from '../src/ledger/index.ts'
import { createApi } from '../src/publish/api/index.ts'
import { loadTheatre } from '../src/theatre/index.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly description?: string
  readonly schema?: {
    readonly type?: string | readonly string[]
    readonly enum?: readonly string[]
    readonly description?: string
  }
}

/** `docs/api.md`: every route with its parameters and the schema it answers with, from the OpenAPI document itself. */
export function apiReference(): string {
  const theatre = loadTheatre('ukraine')
  // Describing the routes reads no ledger and no clock.
  const [ledger, now] = [{} as Ledger, () => startOfDay(theatre.dayOne)]
  const app = createApi({ ledger, theatre, now, deskDir: null, version: '' })
  const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Fogline', version: '' } })
  return Object.entries(paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { get }]) => {
      const answer = JSON.stringify(get?.responses?.['200'] ?? {}).match(/components\/schemas\/(\w+)/)?.[1] ?? ''
      const parameters = ((get?.parameters ?? []) as readonly Parameter[]).map(parameterRow)
      return [
        `### GET ${path}`,
        `${get?.summary ?? ''}. Answers with \`${answer}\`.`,
        ['| parameter | expected |', '|---|---|', ...parameters].join('\n'),
      ].join('\n\n')
    })
    .join('\n\n')
}

function parameterRow({ name, in: where, description, schema }: Parameter): string {
  const values = schema?.enum ? `One of ${schema.enum.map(value => `\`${value}\``).join(', ')}.` : ''
  const words = [where === 'path' ? 'In the path.' : '', description ?? schema?.description ?? '', values].filter(
    Boolean,
  )
  return `| \`${name}\` | ${words.join(' ').replaceAll('|', '\\|')} |`
}
