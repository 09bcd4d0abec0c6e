import { hash } from 'node:crypto'

/** Ids are hashes of content, so recording the same thing twice adds nothing. The letter before `_` says what it names. */
export type Id<Kind extends string> = string & { readonly kind?: Kind }
export type RawItemId = Id<'raw'>
export type ArticleId = Id<'article'>
export type ClaimId = Id<'claim'>
export type StoryId = Id<'story'>
export type EventId = Id<'event'>
export type DisputeId = Id<'dispute'>
export type FigureId = Id<'figure'>
export type BeliefId = Id<'belief'>
export type ControlId = Id<'control'>
export type BriefingId = Id<'briefing'>
export type JudgementId = Id<'judgement'>
export type ControlMapId = Id<'map'>
export type QuestionId = Id<'question'>
export type ForecastId = Id<'forecast'>
/** Source, holder, party, place and story ids of the theatre are slugs a person chose: `bakhmut`, `uk-mod`. */
export type Slug = string

const PREFIX = {
  raw: 'r',
  article: 'a',
  claim: 'c',
  story: 's',
  event: 'e',
  dispute: 'd',
  figure: 'f',
  belief: 'b',
  control: 'k',
  briefing: 'n',
  judgement: 'j',
  map: 'm',
  question: 'q',
  forecast: 'p',
} as const
export type IdKind = keyof typeof PREFIX

/** JSON with the keys of every object in alphabetical order, so that equal content is equal text. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** SHA-256 of a text (UTF-8) or of bytes, in lower-case hexadecimal (64 digits). */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex')

/** The beginning of an id, by which people name it: 32 bits, which are one record's own in a ledger of thousands; commands ask for more where they are not. */
export const shortId = (id: string): string => (/^[a-z]_[0-9a-f]{20}$/.test(id) ? id.slice(0, 10) : id)

/**
 * The id of a record: its kind's letter and 80 bits of the SHA-256 of its canonical JSON. Give only what makes the
 * record what it is (never the time it was learned). At ten million records a collision is a 1 in 10^10 event.
 */
export const makeId = <Kind extends IdKind>(kind: Kind, content: unknown): Id<Kind> =>
  `${PREFIX[kind]}_${sha256(canonicalJson(content)).slice(0, 20)}` as Id<Kind>
