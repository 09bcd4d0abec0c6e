/**
 * A stretch of a text, half-open, in UTF-16 code units: `text.slice(span[0], span[1])` is exactly the words meant.
 * Written the same way in JSON. Nothing in Fogline searches a text again for words it has already found.
 */
export type Span = readonly [start: number, end: number]

/** The words under a span. The law every span in the ledger keeps: `sliceSpan(text, span) === surface`. */
export const sliceSpan = (text: string, span: Span): string => text.slice(span[0], span[1])

/** True when `inner` lies wholly in `outer` (they may be equal). */
export const isWithin = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1]

/** True when the two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]
