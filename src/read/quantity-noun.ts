import type { Measure, Span } from '#domain'
import type { Document, Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { EQUIPMENT, NO_WEAPON_BEFORE, OUTCOMES, PEOPLE, PERSONNEL } from './lexicon/counted.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { matchName } from './trie.ts'

/** The counted noun phrase and what sort of thing it is. */
export interface Counted {
  readonly span: Span
  readonly from: number
  readonly to: number
  /** Singular of the head noun, lower case. */
  readonly head: string
  readonly kind: 'people' | 'personnel' | 'equipment' | 'other'
  /** The measure that counts such equipment when lost; null for the other kinds. */
  readonly equipment: Measure | null
}

const MAX_WORDS = 9
/** A quotation mark, an apostrophe, or a hyphen without spaces: marks inside a noun phrase. */
function isGlue(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (/^[-‐]$/.test(token.form))
    return tokens[at - 1]?.span[1] === token.span[0] && tokens[at + 1]?.span[0] === token.span[1]
  return /^['’“”"]$/.test(token.form) || /^['’]s?$/.test(token.lower)
}

/** Sorts a noun phrase by its lemmas and the theatre's weapons. */
function sortOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  index: TheatreIndex | null,
): Pick<Counted, 'kind' | 'equipment' | 'head'> {
  const words = tokens.slice(from, to)
  const last = tokens[to - 1] as Token
  const head = /^\d/.test(last.form) ? words.map(({ form }) => form).join('') : singularOf(last.lower)
  const phrase = words.map(token => singularOf(token.lower)).join(' ')
  const fuel = /\bvehicle\b/.test(phrase)
  const other = to - from > 1 && !fuel && NO_WEAPON_BEFORE.has(phrase.split(' ').slice(-2).join(' '))
  const equipment = other ? null : (EQUIPMENT.find(([pattern]) => pattern.test(phrase))?.[1] ?? null)
  const personnel = PERSONNEL.has(head) && !(head === 'personnel' && /\bcivilian\b/.test(phrase))
  if (personnel) return { head, kind: 'personnel', equipment: null }
  if (PEOPLE.has(head) && !/\bmilitary\b|\benemy\b/.test(phrase)) return { head, kind: 'people', equipment: null }
  if (PEOPLE.has(head)) return { head, kind: 'personnel', equipment: null }
  if (
    equipment &&
    (equipment === 'equipment.other' ||
      /^(?:unit|piece|item|set) of /.test(phrase) ||
      !/^(?:crew|attack|strike|raid|launch|barrage|salvo|operation|shipment|delivery|production|factory|site|base|plant|hit|alert|wave|depot|hour|unit|brigade|battalion|crewman|type|model|shell|round)$/.test(
        head,
      ))
  )
    return { head, kind: 'equipment', equipment }
  if (!index || other) return { head, kind: 'other', equipment: null }
  for (let at = from; at < to; at += 1) {
    const weapon = matchName(index.weapons, tokens, at, to)
    if (weapon && weapon.to === to)
      return { head, kind: 'equipment', equipment: weapon.values[0]?.measure ?? 'equipment.other' }
  }
  return { head, kind: 'other', equipment: null }
}

/** Where the noun phrase that begins at a token ends: past adjectives, participles and names up to its last noun; its start when none. */
function phraseEnd(tokens: readonly Token[], from: number, end: number): number {
  let to = from
  for (let at = from; at < Math.min(end, from + MAX_WORDS); at += 1) {
    const token = tokens[at] as Token
    if (token.lower === 'aged') break
    if (
      token.tag === 'noun' ||
      token.tag === 'name' ||
      (token.tag === 'num' && /\d/.test(token.form) && tokens[at - 1]?.form === '-')
    )
      to = at + 1
    else if (token.tag === 'verb' && (tokens[at - 1]?.form === '-' || isLinked(tokens, at, to > from))) continue
    else if (token.tag === 'verb' && token.verbForm !== 'gerund' && token.verbForm !== 'participle') break
    else if (token.tag === 'verb' && to > from) break
    else if (token.tag === 'adj' && to > from && tokens[at + 1]?.tag !== 'noun') break
    else if (token.tag !== 'adj' && token.tag !== 'verb' && token.tag !== 'adv' && !isGlue(tokens, at)) break
  }
  const bare =
    to === from && from < end && /^(?:military|wounded|dead|injured|missing|displaced)$/.test(tokens[from]?.lower ?? '')
  return bare && tokens[from + 1]?.tag !== 'verb' ? from + 1 : to
}

/** "12 hit their targets", "20 attack the town": a word of saying what they did, not what they are. */
const isVerbAfterAll = (tokens: readonly Token[], at: number): boolean =>
  OUTCOMES[tokens[at]?.lower ?? ''] !== undefined &&
  (tokens[at + 1]?.tag === 'det' || /^(?:their|its|his|them|it)$/.test(tokens[at + 1]?.lower ?? ''))

/** "24 units of special equipment": the things behind a word that only counts them belong to the phrase. */
function wholePhraseEnd(tokens: readonly Token[], from: number, end: number): number {
  const to = phraseEnd(tokens, from, end)
  if (
    to <= from ||
    tokens[to]?.lower !== 'of' ||
    !/^(?:units?|pieces?|items?|sets?)$/.test(tokens[to - 1]?.lower ?? '')
  )
    return to
  const rest = phraseEnd(tokens, to + 1, end)
  return rest > to + 1 ? rest : to
}

const isPlural = (token: Token | undefined): boolean => /[^s]s$/.test(token?.lower ?? '')

/** "Aviation related accidents": a participle between a singular noun and the plural it belongs to. */
const isLinked = (tokens: readonly Token[], at: number, inside: boolean): boolean =>
  inside &&
  tokens[at]?.verbForm !== 'present' &&
  tokens[at]?.lower.endsWith('ed') === true &&
  tokens[at + 1]?.tag === 'noun' &&
  isPlural(tokens[at + 1]) &&
  tokens[at - 1]?.lower.endsWith('s') === false

function makeCounted(tokens: readonly Token[], from: number, to: number, index: TheatreIndex | null): Counted {
  const span: Span = [(tokens[from] as Token).span[0], (tokens[to - 1] as Token).span[1]]
  return { span, from, to, ...sortOf(tokens, from, to, index) }
}

/** "tanks 9,422 (+11)", "tanks (9,422)", "Tanks, 9,422": the noun before the number in an entry of a list. */
function findBare(tokens: readonly Token[], at: number, index: TheatreIndex | null): Counted | null {
  const mark = tokens[at - 1] as Token
  const bare = mark.tag === 'noun' || mark.tag === 'name'
  const sentence = mark.sentence
  const last = bare ? at - 1 : at - 2
  const next = tokens[at + 1]?.sentence === sentence ? tokens[at + 1] : undefined
  const running = next?.form === '(' && /^(?:\+|plus)$/.test(tokens[at + 2]?.lower ?? '')
  const closes = mark.form === '(' ? next?.form === ')' : running || (mark.form === ',' && !next)
  if (!closes || (!bare && mark.form !== '(' && mark.form !== ',')) return null
  let from = last + 1
  while (from > 0 && at - from < MAX_WORDS && isEntryWord(tokens[from - 1], sentence)) from -= 1
  const head = tokens[last]
  if (from > last || (head?.tag !== 'noun' && head?.tag !== 'name')) return null
  const counted = makeCounted(tokens, from, last + 1, index)
  return counted.kind === 'other' ? null : counted
}

const isEntryWord = (token: Token | undefined, sentence: number): boolean =>
  token?.sentence === sentence && (/^(?:noun|name|adj)$/.test(token.tag) || /^(?:[-/]|and)$/.test(token.lower))

/** "tanks – 9,422", "Tanks: 9,422": the noun before the number, when a dash or colon parts them. */
function findBefore(tokens: readonly Token[], at: number, index: TheatreIndex | null): Counted | null {
  const mark = tokens[at - 1]
  const sentence = tokens[at]?.sentence
  if (!mark || mark.sentence !== sentence) return null
  if (!/^(?:[-–—‒:‑]|--)$/.test(mark.form)) return findBare(tokens, at, index)
  let from = at - 1
  while (
    from > 0 &&
    at - from < MAX_WORDS + 4 &&
    tokens[from - 1]?.sentence === sentence &&
    !/^[,;.()]$/.test(tokens[from - 1]?.form ?? ',')
  )
    from -= 1
  const behind = tokens.slice(at, at + 4).find(token => token.tag !== 'num')
  const counts = behind?.tag === 'verb' || behind?.tag === 'aux' || behind?.tag === 'adj'
  if (counts && behind?.sentence === sentence) return null
  const verb = tokens
    .slice(from, at - 1)
    .some(token => token.tag === 'aux' || (token.tag === 'verb' && token.verbForm === 'past'))
  const last = tokens[at - 2]
  if (verb || from >= at - 1 || !last || (last.tag !== 'noun' && last.tag !== 'name' && last.tag !== 'verb'))
    return null
  if (mark.form === '-' && mark.span[0] === last.span[1] && tokens[at]?.span[0] === mark.span[1]) return null
  return makeCounted(tokens, from, at - 1, index)
}

/**
 * Finds what the number that ends before token `at` counts: the noun phrase behind it ("21 Iranian-made drones", "dozens
 * of civilians"), or before it in a list ("tanks – 9,422 (+11)", where `from` is the number's own first token).
 */
export function findCounted(
  document: Document,
  at: number,
  from: number,
  end: number,
  index: TheatreIndex | null = null,
): Counted | null {
  const { tokens } = document
  const listed = tokens[at - 1]?.form === ')' ? findBefore(tokens, from, index) : null
  if (listed) return listed
  let start = at
  if (tokens[start]?.lower === 'of' && start < end) start += 1
  if (
    /^(?:the|those|these|its|their|his|our|more|additional|further|other|such|all|new)$/.test(
      tokens[start]?.lower ?? '',
    ) &&
    start < end &&
    tokens[start]?.tag !== 'noun'
  )
    start += 1
  if (tokens[start]?.form === '-') {
    const glued = tokens[start]?.span[0] === tokens[start - 1]?.span[1]
    if (!glued || !/^(?:strong|plus|odd)$/.test(tokens[start + 1]?.lower ?? '')) return null
    start += 1
  }
  if (start === at && isVerbAfterAll(tokens, start)) return null
  const others = tokens[start - 1]?.lower === 'more' || tokens[start - 1]?.lower === 'other'
  const to = wholePhraseEnd(tokens, start, end)
  if (to > start) return makeCounted(tokens, start, to, index)
  return others ? null : findBefore(tokens, from, index)
}
