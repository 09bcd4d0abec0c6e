import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Command } from 'commander'
import type { Theatre } from '#domain'
import { InputError } from '#domain'
import type { Ledger } from '#ledger'
import type { Judge } from '#publish/api'
import { createApi } from '#publish/api'
import { answerMcp } from '#publish/mcp'
import { addOidcRoutes, addPeopleRoutes, makeGate, type OidcSettings } from '#publish/people'
import { now, settingsOf, withLedger } from './context.ts'
import { print, say } from './output.ts'
import { tellWatchersOf } from './tell-watchers.ts'
import { walkOver } from './walk-over.ts'

const DESK = fileURLToPath(new URL('../../dist/desk', import.meta.url))
const DEFAULT_PORT = 8420

/** `fogline serve`: the desk and the HTTP API, until interrupted. */
export const serveCommand = (version: string): Command =>
  new Command('serve')
    .description('Open the desk and the HTTP API on a local port')
    .option('--port <n>', `port to listen on (default ${DEFAULT_PORT}, or the next free one)`)
    .option(
      '--host <host>',
      'address to listen on; others than this machine can read the ledger if it is not loopback',
      '127.0.0.1',
    )
    .action((options: { port?: string; host: string }) =>
      withLedger({ create: false }, async (ledger, theatre, settings) => {
        const port = options.port === undefined ? await nextFree(DEFAULT_PORT, options.host) : portOf(options.port)
        const deskDir = existsSync(DESK) ? DESK : null
        if (!deskDir) say('The desk is not built: only the API is served. Build it with "npm run build:desk".')
        const judge = judgeOver(ledger, theatre)
        const people = await peopleAt(options.host, ledger, settings.oidc)
        const { tiles } = settingsOf(process.env)
        const input = { ledger, theatre, now, version, tiles }
        const mcp = (request: Request) => answerMcp(request, input)
        const api = createApi({ ...input, deskDir, referenceDir: referenceDir(), mcp, people, judge })
        await listen(api.fetch, options.host, port)
      }),
    )

/** The gate of a desk: open for reading on this machine alone; elsewhere everybody must show who they are. */
async function peopleAt(host: string, ledger: Ledger, oidc: OidcSettings | null) {
  const open = isLoopback(host)
  if (!open && oidc === null && (await ledger.people.accounts()).every(({ disabled }) => disabled))
    throw new InputError(
      `--host: ${host} can be reached from elsewhere, and nobody has an account yet; add one with "fogline user add NAME --role admin"`,
    )
  const addressOf = (c: Parameters<typeof getConnInfo>[0]) => getConnInfo(c).remote.address ?? null
  const gate = makeGate({ people: ledger.people, now, open, addressOf, signInElsewhere: oidc !== null })
  return {
    guard: gate.guard,
    addRoutes: (api: Parameters<typeof addPeopleRoutes>[0]) => {
      addPeopleRoutes(api, gate)
      if (oidc !== null) addOidcRoutes(api, gate, oidc)
    },
    callerOf: gate.askerOf,
  }
}

/** The files of the interactive reference: built into the package, or in a checkout those of its package. */
function referenceDir(): string | null {
  const folders = ['../../dist/reference', '../reference', '../../node_modules/swagger-ui-dist']
  return folders.map(path => fileURLToPath(new URL(path, import.meta.url))).find(existsSync) ?? null
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host)

/** One after the other: each reckons everything anew, on what the one before left. */
function judgeOver(ledger: Ledger, theatre: Theatre): Judge {
  let last: Promise<unknown> = Promise.resolve()
  return ruling => {
    const done = last.then(async () => {
      const { judge } = await import('../judging.ts')
      const judgement = await judge(ruling, walkOver(ledger, theatre))
      // Whoever judged need not wait for other people's mail servers.
      tellWatchersOf(ledger).catch((error: unknown) => say(`fogline: watches: ${String(error)}`))
      return judgement
    })
    // One that is refused is told to whoever asked; the next must not wait for it.
    last = done.catch(() => undefined)
    return done
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InputError(`--port: expected a number from 0 to 65535, found "${text}"`)
  return port
}

/** Serves until SIGINT or SIGTERM; resolves when the last connection is closed, so that the ledger is closed after it. */
function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  hostname: string,
  port: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, ({ port }) => {
      const host = hostname.includes(':') ? `[${hostname}]` : hostname
      print(
        `Fogline's desk: http://${host}:${port}/   API: http://${host}:${port}/api/v1/openapi.json   (Ctrl-C stops it)`,
      )
    })
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new InputError(`port ${port} is in use: name another with --port`) : error),
    )
    const stop = () => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}

/** The first port from `port` on that nothing listens on; gives up after twenty. */
async function nextFree(port: number, host: string): Promise<number> {
  for (let candidate = port; candidate < port + 20; candidate++) if (await isFree(candidate, host)) return candidate
  throw new InputError(`ports ${port} to ${port + 19} are all in use: name another with --port`)
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
