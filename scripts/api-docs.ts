import type { OpenAPIHono } from '@hono/zod-openapi'
import { startOfDay } from '../src/domain/index.ts'
import type { Ledger } from '../src/ledger/index.ts'
import { createApi } from '../src/publish/api/index.ts'
import { addOidcRoutes, addPeopleRoutes, type Gate, makeGate } from '../src/publish/people/index.ts'
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

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: unknown
  readonly responses?: Readonly<Record<string, unknown>>
}

/** The operations of the OpenAPI document of a desk that has everything a desk can have: accounts, judgements, another place to sign in. */
function pathsOfApi() {
  const theatre = loadTheatre('ukraine')
  // Describing the routes reads no ledger and no clock.
  const [ledger, now] = [{} as Ledger, () => startOfDay(theatre.dayOne)]
  const gate = makeGate({ people: ledger.people, now, open: true, addressOf: () => null })
  const people = {
    guard: gate.guard,
    callerOf: gate.askerOf,
    addRoutes: (api: OpenAPIHono) => addRoutes(api, gate),
  }
  const judge = () => Promise.reject(new Error('described alone'))
  const app = createApi({ ledger, theatre, now, deskDir: null, version: '', people, judge })
  const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Fogline', version: '' } })
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, route]) => ({ method, path, route })),
  )
}

/** Every operation of the API, as `GET /claims/{id}`. */
export const operationsOfApi = (): string[] =>
  pathsOfApi().map(({ method, path }) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`)

/** `docs/api.md`: every route with its parameters and the schema it answers with, from the OpenAPI document itself. */
export const apiReference = (): string =>
  pathsOfApi()
    .sort(({ path: a }, { path: b }) => (a < b ? -1 : a > b ? 1 : 0))
    .map(({ method, path, route }) => section(method, path, route))
    .join('\n\n')

function addRoutes(api: OpenAPIHono, gate: Gate): void {
  addPeopleRoutes(api, gate)
  const none = { clientSecret: null, roleClaim: null, defaultRole: null }
  addOidcRoutes(api, gate, { issuer: 'https://id.example', clientId: 'desk', desk: 'https://desk.example', ...none })
}

function section(method: string, path: string, { summary, parameters, requestBody, responses }: Operation): string {
  const schemaIn = (value: unknown) => JSON.stringify(value ?? {}).match(/components\/schemas\/(\w+)/)?.[1] ?? ''
  const [body, answer] = [schemaIn(requestBody), schemaIn(responses?.['200'] ?? responses?.['201'])]
  const rows = (parameters ?? []).map(parameterRow)
  return [
    `### ${method.toUpperCase()} ${path}`,
    `${summary ?? ''}.${body && ` Takes \`${body}\`.`}${answer && ` Answers with \`${answer}\`.`}`,
    ...(rows.length === 0 ? [] : [['| parameter | expected |', '|---|---|', ...rows].join('\n')]),
  ].join('\n\n')
}

function parameterRow({ name, in: where, description, schema }: Parameter): string {
  const values = schema?.enum ? `One of ${schema.enum.map(value => `\`${value}\``).join(', ')}.` : ''
  const words = [where === 'path' ? 'In the path.' : '', description ?? schema?.description ?? '', values].filter(
    Boolean,
  )
  return `| \`${name}\` | ${words.join(' ').replaceAll('|', '\\|')} |`
}
