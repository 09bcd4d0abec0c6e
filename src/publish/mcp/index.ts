/** The ledger as tools for language models (Model Context Protocol): every sentence comes with the claims under it. */
export { answerMcp } from './over-http.ts'
export { makeMcpServer } from './server.ts'
export type { McpInput } from './tool.ts'
