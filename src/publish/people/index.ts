/** Who may ask the desk for what: accounts, sessions, tokens, limits, and the audit log. */

export { type Gate, type GateInput, makeGate } from './gate.ts'
export { hashPassword, newKey } from './keys.ts'
export { addOidcRoutes, type OidcSettings } from './oidc.ts'
export { addPeopleRoutes } from './routes.ts'
export type * from './schemas.ts'
