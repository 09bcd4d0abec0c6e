import type { Span } from './span.ts'

/**
 * Something a step could not settle. Trouble inside a report is a Note that travels with the record, not an exception.
 * `rule` is a stable kebab-case name (`date-in-future`); `reason` one plain sentence; `span` where in the text, or null.
 */
export interface Note {
  readonly rule: string
  readonly reason: string
  readonly span: Span | null
}
