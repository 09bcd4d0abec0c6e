import type { PlaceMention, Token } from './document.ts'
import { LOCAL_REGION_NOUNS, ROAD_NOUNS, SITE_NAME_NOUNS, STATE_ABBREVIATIONS } from './lexicon/place-words.ts'

/** A run of capitals cut where a noun in it tells what it names. */
export interface NamedSite {
  readonly to: number
  readonly kind: PlaceMention['kind']
}

/**
 * A name that its own last word makes a place, known or not: "Harrow County Board" → Harrow County, "Mill Lane",
 * "Blue River Valley", "Highway 19". Null for any other run of capitals `[at, to)`.
 */
export function readNamedSite(tokens: readonly Token[], at: number, to: number, end: number): NamedSite | null {
  const first = tokens[at] as Token
  if (isGeneric(first)) return null
  for (let next = at + 1; next < to && /^\p{Lu}|-/u.test(tokens[next]?.form ?? ''); next += 1)
    if (LOCAL_REGION_NOUNS.has(tokens[next]?.form ?? '') && tokens[next + 1]?.lower !== 'of')
      return { to: next + 1, kind: 'district' }
  const number = tokens[at + 1]
  if (NUMBERED_ROAD.test(first.form) && at + 1 < end && /^\d+[A-Z]?$/.test(number?.form ?? ''))
    return { to: at + 2, kind: 'road' }
  const last = tokens[to - 1] as Token
  const words = tokens.slice(at, to).filter(({ form }) => form !== '-').length
  if (words < 2 || words > 4 || last.tag === 'adj' || first.lower in STATE_ABBREVIATIONS) return null
  if (ROAD_NOUNS.has(last.form)) return { to, kind: 'road' }
  const kind = SITE_NAME_NOUNS.get(last.form)
  return kind ? { to, kind } : null
}

/** A word that opens no name of its own: "International Airport", "County Road". */
const isGeneric = ({ form, tag }: Token): boolean =>
  LOCAL_REGION_NOUNS.has(form) ||
  SITE_NAME_NOUNS.has(form) ||
  /^(?:International|National|Regional|Municipal|State|City|The|Public|Home)$/.test(form) ||
  (tag !== 'name' && tag !== 'adj')

const NUMBERED_ROAD = /^(?:Highway|Interstate|Route|Hwy)$/
