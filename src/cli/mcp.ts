import { Command } from 'commander'
import { makeMcpServer } from '#publish/mcp'
import { now, withLedger } from './context.ts'

/** `fogline mcp`: the ledger as tools over standard input and output, until the client leaves. */
export const mcpCommand = (version: string): Command =>
  new Command('mcp')
    .description('Serve the ledger to a language model over standard input and output (Model Context Protocol)')
    .action(() =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
        const server = makeMcpServer({ ledger, theatre, now, version })
        const closed = new Promise<void>(resolve => {
          process.stdin.once('end', resolve)
          process.once('SIGINT', resolve)
          process.once('SIGTERM', resolve)
        })
        await server.connect(new StdioServerTransport())
        await closed
        await server.close()
      }),
    )
