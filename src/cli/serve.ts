import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Command } from 'commander'
import { InputError } from '#domain'
import { createApi } from '#publish/api'
import { now, withLedger } from './context.ts'
import { print, say } from './output.ts'

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
      withLedger({ create: false }, async (ledger, theatre) => {
        const port = options.port === undefined ? await nextFree(DEFAULT_PORT, options.host) : portOf(options.port)
        const deskDir = existsSync(DESK) ? DESK : null
        if (!deskDir) say('The desk is not built: only the API is served. Build it with "npm run build:desk".')
        const api = createApi({ ledger, theatre, now, deskDir, version })
        await listen(api.fetch, options.host, port)
      }),
    )

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
