/** A language model as a helper that proposes claims; off unless configured, and believed only as far as the words bear it out. */

export { type Assistant, type AssistantOptions, createAssistant, type Proposed } from './assistant.ts'
export { assistedReaders } from './assisted-readers.ts'
export { openProposalFile, type ProposalCache, proposalMemory } from './proposal-file.ts'
