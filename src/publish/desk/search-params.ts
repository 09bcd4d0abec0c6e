import { isCertainty } from './codebook.ts'
import { strings } from './strings/index.ts'

/** `?asOf=` stands on every address, so that a look back can be sent to somebody else. */
export interface DeskSearch {
  asOf?: string
}

type Raw = Record<string, unknown>
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The named entries of an address that are texts of the right form; anything else is dropped, never repaired. */
function texts<Key extends string>(raw: Raw, allowed: Readonly<Record<Key, RegExp>>): { [K in Key]?: string } {
  const kept: { [K in Key]?: string } = {}
  for (const key of Object.keys(allowed) as Key[]) {
    const value = raw[key]
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && allowed[key].test(text)) kept[key] = text
  }
  return kept
}

const ID = /^[^\s]{1,200}$/
const TEXT = /^.{1,200}$/

export const deskSearch = (raw: Raw): DeskSearch => texts(raw, { asOf: /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/ })

/** `/map` */
export function mapSearch(raw: Raw) {
  const kept = texts(raw, {
    on: DAY,
    family: /^[a-z,]{1,80}$/,
    camp: ID,
    certainty: ID,
    source: ID,
    place: ID,
    lines: /^[a-z0-9,-]{1,200}$/,
  })
  const { certainty, ...rest } = kept
  const span = Number(raw['span'])
  return {
    ...rest,
    ...(certainty !== undefined && isCertainty(certainty, strings.certaintyNames) ? { certainty } : {}),
    ...(span in strings.map.spans && span !== 1 ? { span } : {}),
  }
}
export type MapSearch = { span?: number } & ReturnType<typeof mapSearch>

/** `/search` */
export const searchSearch = (raw: Raw) =>
  texts(raw, {
    q: TEXT,
    in: /^(claims|reports)$/,
    family: /^[a-z]{1,20}$/,
    camp: ID,
    certainty: ID,
    source: ID,
    from: DAY,
    to: DAY,
  })
export type SearchSearch = ReturnType<typeof searchSearch>

/** `/report/…` */
export const reportSearch = (raw: Raw) => texts(raw, { claim: ID })

/** `/disputes` */
export const disputesSearch = (raw: Raw) => texts(raw, { status: /^(open|conceded|withdrawn|overtaken|all)$/ })

/** `/figures` */
export const figuresSearch = (raw: Raw) =>
  texts(raw, {
    measure: /^[a-z.-]{1,60}$/,
    subject: TEXT,
    series: /^(cumulative|daily|event)$/,
    claimant: TEXT,
    from: DAY,
    to: DAY,
  })
export type FiguresSearch = ReturnType<typeof figuresSearch>

/** `/review` */
export const reviewSearch = (raw: Raw) => texts(raw, { why: /^(disputed|doubtful)$/ })
