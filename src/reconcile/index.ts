/** What the claims make of the world: stories, events, origins, disputes, figures, beliefs and control. Pure. */
export { type Evidence, type EvidenceInput, layEvidence } from './evidence.ts'
export { findSensitivity, type Sensitivity, type Sway } from './find-sensitivity.ts'
export { groupStories } from './group-stories.ts'
export { type ReconcileInput, reconcile } from './reconcile.ts'
export { type CitationGraph, traceCitations } from './trace-citations.ts'
export { traceControl } from './trace-control.ts'
export { traceOrigins } from './trace-origins.ts'
export { type News, World } from './world.ts'
