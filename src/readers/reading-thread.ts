import type { Reading, ReadReport, Source } from '#domain'
import { type ReadContext, readArticle } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre, openGazetteerWith } from '#theatre'
import { withSources } from './readers.ts'

/** A parcel of reports for a thread. */
export interface Task {
  readonly theatre: string
  /** Folder of the user's lists of places, or null. */
  readonly places: string | null
  /** Publishers in place of the theatre's own, or null. */
  readonly sources: readonly Source[] | null
  readonly reports: readonly ReadReport[]
}

/** The context of the last parcel and what it was made of: parcels of one walk share it, and making it takes a moment. */
let last: { readonly key: string; readonly context: ReadContext } | null = null

function contextOf({ places, theatre, sources }: Task): ReadContext {
  const key = JSON.stringify([theatre, places, sources])
  if (last?.key !== key) {
    const own = { theatre: loadTheatre(theatre), gazetteer: openGazetteerWith(places), grammar: openGrammar() }
    last = { key, context: withSources(own, sources) }
  }
  return last.context
}

/** What one thread of readers does: reads a parcel of reports, in their order. */
export default function readParcel(task: Task): readonly Reading[] {
  const context = contextOf(task)
  return task.reports.map(report => readArticle(report, context))
}
