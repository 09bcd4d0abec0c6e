/** What the claims make of the world: stories, events, origins, disputes, figures, beliefs and control. Pure. */

export { readControlClaim } from './control-statements.ts'
export { type Evidence, type EvidenceInput, layEvidence } from './evidence.ts'
export { findSensitivity, type Sensitivity, type Sway } from './find-sensitivity.ts'
export { groupStories } from './group-stories.ts'
export { type ImportedQuestions, importQuestions } from './import-questions.ts'
export { asRead, judgeClaims } from './judged/judge-claims.ts'
export { type ReconcileInput, reconcile } from './reconcile.ts'
export { registerForecasts } from './register-forecasts.ts'
export { type CitationGraph, traceCitations } from './trace-citations.ts'
export { type PlaceStatements, saidOf, tracePlace } from './trace-control.ts'
export { traceOrigins } from './trace-origins.ts'
export { type News, World } from './world.ts'
