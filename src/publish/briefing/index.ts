/** What readers get of one day: the briefing, written from the ledger alone, and its three renderings. */

export { type CorrectionsInput, correctionLine, correctionsOf } from './corrections.ts'
export { saySides } from './disputed.ts'
export { countLine, safeUrl, titleLine } from './marks.ts'
export { EMPTY_DAY } from './notes.ts'
export { originsOf } from './origins.ts'
export { BRIEFING_STYLE, renderFragment, renderHtml } from './render-html.ts'
export { renderMarkdown } from './render-markdown.ts'
export { renderText } from './render-text.ts'
export { writeBriefing } from './write-briefing.ts'
