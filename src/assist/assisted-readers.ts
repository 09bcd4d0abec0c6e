import { mergeProposals, type ReadContext } from '#read'
import { type Readers, withSources } from '#readers'
import type { Assistant } from './assistant.ts'

/**
 * Readers whose readings hold what a model proposes besides, as far as the words bear it out. Reading itself stays as it is, on as many
 * threads; the model is asked for one report after another, in their order, so that a budget ends at the same report each time.
 */
export const assistedReaders = (readers: Readers, assistant: Assistant, contextOf: () => ReadContext): Readers => ({
  async *readAll(items, reportOf, sources = null) {
    const context = withSources(contextOf(), sources)
    for await (const [item, reading] of readers.readAll(items, reportOf, sources)) {
      const { proposals, notes } = await assistant.propose(reading.report)
      const merged = mergeProposals(reportOf(item), reading, proposals, context, assistant.model)
      yield [item, notes.length === 0 ? merged : { ...merged, notes: [...merged.notes, ...notes] }] as const
    }
  },
  close: readers.close,
})
