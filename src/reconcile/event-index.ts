import type { Candidate, Draft } from './event-drafts.ts'
import { daysReached, PERIOD } from './event-reach.ts'
import { spreadDays } from './happened.ts'
import { foldOnce } from './remember.ts'

/** Most events looked at for one claim. */
const MOST_CANDIDATES = 200

/** Lists by key. Most lists hold one thing, and that one is kept without a list round it. */
class Lists<Key> {
  readonly #lists = new Map<Key, Draft | Draft[]>()

  add(key: Key, draft: Draft): void {
    const known = this.#lists.get(key)
    if (known === undefined) this.#lists.set(key, draft)
    else if (!Array.isArray(known)) {
      if (known !== draft) this.#lists.set(key, [known, draft])
    } else if (!known.includes(draft)) known.push(draft)
  }

  remove(key: Key, draft: Draft): void {
    const known = this.#lists.get(key)
    const left = Array.isArray(known) ? known.filter(other => other !== draft) : []
    if (Array.isArray(known) && left.length > 0) this.#lists.set(key, left)
    else if (known === draft || Array.isArray(known)) this.#lists.delete(key)
  }

  collect(key: Key, into: Set<Draft>): void {
    const known = this.#lists.get(key)
    if (Array.isArray(known)) for (const draft of known) into.add(draft)
    else if (known) into.add(known)
  }
}

/** Days from 1970 on, so that a handle and a day make one whole number. */
const DAYS = 2 ** 17

/** Events in the making of one group, by what a claim of theirs can be recognised by. */
export class EventIndex {
  readonly #handles = new Map<string, number>()
  readonly #drawers = new Lists<number>()
  readonly #counted = new Lists<string>()

  #drawer(handle: string, day: number): number {
    const known = this.#handles.get(handle)
    const number = known ?? this.#handles.size
    if (known === undefined) this.#handles.set(handle, number)
    return number * DAYS + day + 1
  }

  /** Calls for every drawer an event is filed in when a claim has just joined it. */
  #eachDrawer(draft: Draft, joined: Candidate, visit: (drawer: number) => void): void {
    const days = joined.period ? [PERIOD] : spreadDays(draft.days, 0, 0)
    const handles = new Set(handlesOf(joined))
    for (const key of draft.settlements) handles.add(`place ${key}`)
    for (const key of draft.areas) handles.add(`place ${key}`)
    for (const handle of handles) for (const day of days) visit(this.#drawer(handle, day))
  }

  /** Files an event under the places, doer, target and exact figures of the claim that has just joined, on each of its days. */
  file(draft: Draft, joined: Candidate): void {
    this.#eachDrawer(draft, joined, drawer => this.#drawers.add(drawer, draft))
    for (const count of joined.counts) this.#counted.add(count, draft)
  }

  /** Takes `filed` out of where it was filed when it stood as `draft` stands and this claim had just joined. */
  unfile(filed: Draft, draft: Draft, joined: Candidate): void {
    this.#eachDrawer(draft, joined, drawer => this.#drawers.remove(drawer, filed))
    for (const count of joined.counts) this.#counted.remove(count, filed)
  }

  /** Events a claim might belong to, newest first, each once. */
  find(candidate: Candidate): Draft[] {
    const found = new Set<Draft>()
    const days = daysReached(candidate)
    for (const handle of handlesOf(candidate)) {
      const number = this.#handles.get(handle)
      if (number !== undefined) for (const day of days) this.#drawers.collect(number * DAYS + day + 1, found)
    }
    for (const count of candidate.counts) this.#counted.collect(count, found)
    return [...found].sort((a, b) => b.order - a.order).slice(0, MOST_CANDIDATES)
  }
}

/** The handles a claim is filed and found under: places; figures; and without a place, or off the ground, who and whom. */
function handlesOf(candidate: Candidate): string[] {
  const { claim, settlements, areas, within, doer, target, placed } = candidate
  const handles = [...settlements, ...areas, ...within].map(key => `place ${key}`)
  for (const { measure, value } of claim.figures) if (value !== null) handles.push(`figure ${measure} ${value}`)
  if (placed && handles.length > 0 && settlements.length + areas.length > 0) return handles
  if (doer !== null) handles.push(`doer ${doer}`)
  if (target !== null) handles.push(`target ${target}`)
  if (doer === null && target === null) handles.push(`nobody ${foldOnce(claim.agent ?? '')}`)
  return handles
}
