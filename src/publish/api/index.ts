/** The ledger over HTTP, and the questions about places that the command line asks too. */
export { controlAt, controlOf, resolvePlaceName } from './control.ts'
export { API_BASE, type ApiInput, createApi } from './create-api.ts'
export { placeHead } from './knowledge.ts'
export { placeCard } from './place-card.ts'
export type * from './schemas.ts'
export type * from './schemas-lists.ts'
