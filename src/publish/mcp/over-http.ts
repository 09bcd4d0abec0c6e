import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { makeMcpServer } from './server.ts'
import type { McpInput } from './tool.ts'

/** A question is small; 1 MB is more than any needs. */
const MOST_BYTES = 1_000_000

/**
 * Answers one HTTP request of the protocol (Streamable HTTP). No session is kept: each request gets a server of its own, so
 * nothing of one client is ever told to another.
 */
export async function answerMcp(request: Request, input: McpInput): Promise<Response> {
  const server = makeMcpServer(input)
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: true,
    maxRequestBodySize: MOST_BYTES,
  })
  await server.connect(transport)
  try {
    return await transport.handleRequest(request)
  } finally {
    await server.close()
  }
}
