import type { Claim, ClaimFigure } from '#domain'
import { groupBy } from '#kit'
import type { Document } from './document.ts'

/** A claim on its way, with where it stands and what it may be joined with. */
export interface ClaimDraft extends Omit<Claim, 'id'> {
  readonly sentence: number
  readonly headline: boolean
  readonly clause: number
  readonly strength: number
}

const JOINED_TYPES: ReadonlySet<string> = new Set([
  'harm.casualties',
  'harm.losses',
  'harm.damage',
  'combat.interception',
])

/** Joins the killed and the wounded of one event told in neighbouring clauses: one claim with all their figures. */
export function joinDrafts(document: Document, drafts: readonly ClaimDraft[]): readonly ClaimDraft[] {
  const joined: ClaimDraft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    if (last && belongsTogether(document, last, draft)) joined[joined.length - 1] = join(document, last, draft)
    else joined.push(draft)
  }
  return joined
}

/** "to encircle and capture X": two infinitives of one aim. */
const isOneAim = (document: Document, a: ClaimDraft, b: ClaimDraft): boolean =>
  a.type === 'assessment.intent' &&
  b.type === a.type &&
  a.sentence === b.sentence &&
  b.clause === a.clause + 1 &&
  a.holder.name === b.holder.name &&
  /^,?\s*(?:and|or)\s+(?:\w+ly\s+)?$/.test(document.report.text.slice(a.span[1], b.span[0])) &&
  /^(?:\w+ly\s+)?[a-z]+\b(?<!ed|ing)/.test(b.text)

function belongsTogether(document: Document, a: ClaimDraft, b: ClaimDraft): boolean {
  if (isOneAim(document, a, b)) return true
  if (a.type !== b.type || a.sentence !== b.sentence || !JOINED_TYPES.has(a.type) || a.stance !== b.stance) return false
  if (a.certainty !== b.certainty || a.holder.name !== b.holder.name) return false
  const gap = document.report.text.slice(a.span[1], b.span[0])
  if (b.span[0] < a.span[1]) return true
  const places = b.places.filter(
    place => !place.carried && place.role === 'at' && !a.places.some(other => other.name === place.name),
  )
  return (
    gap.length <= 24 &&
    !/[;:]|\bbut\b|\bwhile\b/.test(gap) &&
    (places.length === 0 || a.places.every(place => place.carried || place.role !== 'at'))
  )
}

function join(document: Document, a: ClaimDraft, b: ClaimDraft): ClaimDraft {
  const span = [Math.min(a.span[0], b.span[0]), Math.max(a.span[1], b.span[1])] as const
  const own = a.places.some(place => !place.carried) ? a.places : b.places
  const extra = b.places.filter(place => !place.carried && !own.some(other => other.name === place.name))
  return {
    ...a,
    span,
    text: document.report.text.slice(...span),
    agent: a.agent ?? b.agent,
    target: a.target ?? b.target,
    places: [...own, ...extra],
    time: a.time.words === null ? b.time : a.time,
    figures: uniqueFigures([...a.figures, ...b.figures]),
    strength: Math.max(a.strength, b.strength),
  }
}

const uniqueFigures = (figures: readonly ClaimFigure[]): readonly ClaimFigure[] =>
  figures.filter(
    (figure, order) =>
      figures.findIndex(other => other.span[0] === figure.span[0] && other.measure === figure.measure) === order,
  )

/**
 * Drops what is said twice: a headline whose first sentences say it too, and a claim that repeats in the same report
 * what the same holder claimed, without a new figure, place, time or certainty.
 */
export function dropRepeats(drafts: readonly ClaimDraft[]): readonly ClaimDraft[] {
  const body = groupBy(
    drafts.filter(draft => !draft.headline),
    draft => draft.type,
  )
  const earlier = new Map<string, ClaimDraft[]>()
  const headlines = new Set<string>()
  return drafts.filter(draft => {
    if (draft.headline) {
      const repeated =
        headlines.has(draft.text) ||
        (body.get(draft.type) ?? []).some(other => isAsSure(other, draft) && says(other, draft, false))
      headlines.add(draft.text)
      return !repeated
    }
    const key = [draft.type, draft.holder.name, draft.agent, draft.target, draft.stance, draft.certainty].join('|')
    const before = earlier.get(key) ?? []
    const repeated = before.some(other => says(other, draft, true))
    // What repeats adds nothing to compare with; what is new joins the list.
    if (!repeated) earlier.set(key, [...before.slice(-KEPT_REPEATS), draft])
    return !repeated
  })
}
/** A headline that states what its text only deems possible says more than the text, and stands. */
const isAsSure = (text: ClaimDraft, headline: ClaimDraft): boolean =>
  headline.certainty !== 'stated' || text.certainty === 'stated' || text.certainty === 'unverified'

/** How many claims of one holder, type, agent and target a later one is compared with. */
const KEPT_REPEATS = 50

function says(earlier: ClaimDraft, later: ClaimDraft, sameHolder: boolean): boolean {
  if (earlier.type !== later.type || earlier.agent !== later.agent) return false
  if (
    sameHolder &&
    (earlier.holder.name !== later.holder.name ||
      earlier.certainty !== later.certainty ||
      earlier.stance !== later.stance)
  )
    return false
  if (sameHolder && earlier.target !== later.target) return false
  const names = new Set(earlier.places.map(place => place.name))
  if (later.places.some(place => !place.carried && !names.has(place.name))) return false
  const figures = new Set(
    earlier.figures.map(figure => `${figure.measure}|${figure.value}|${figure.low}|${figure.high}`),
  )
  if (later.figures.some(figure => !figures.has(`${figure.measure}|${figure.value}|${figure.low}|${figure.high}`)))
    return false
  if (!sameHolder) return true
  const generic = later.target === null && later.places.length === 0
  return (
    !generic &&
    (later.time.words === null || later.time.start === earlier.time.start) &&
    later.places.some(place => !place.carried) &&
    !later.type.startsWith('politics')
  )
}
