import type { Candidate, Draft } from './event-drafts.ts'
import { isOlder } from './event-fit.ts'
import { PERIOD, reachOf } from './event-reach.ts'
import { dayCount } from './happened.ts'
import { foldOnce } from './remember.ts'

/** Most events looked at for one claim. */
export const MOST_CANDIDATES = 200

/** Lists by key. Most lists hold one thing, and that one is kept without a list round it. */
class Lists<Key> {
  readonly #lists = new Map<Key, Draft | Draft[]>()

  add(key: Key, draft: Draft): void {
    const known = this.#lists.get(key)
    if (known === undefined) this.#lists.set(key, draft)
    else if (!Array.isArray(known)) {
      if (known !== draft) this.#lists.set(key, [known, draft])
    } else if (known[known.length - 1] !== draft && !known.includes(draft)) known.push(draft)
  }

  remove(key: Key, draft: Draft): void {
    const known = this.#lists.get(key)
    if (Array.isArray(known)) {
      const at = known.indexOf(draft)
      if (at >= 0) known.splice(at, 1)
      if (known.length === 0) this.#lists.delete(key)
    } else if (known === draft) this.#lists.delete(key)
  }

  visit(key: Key, visit: (draft: Draft) => void): void {
    const known = this.#lists.get(key)
    if (Array.isArray(known)) for (const draft of known) visit(draft)
    else if (known) visit(known)
  }
}

/** Days from 1970 on, so that a handle and a day make one whole number. */
const DAYS = 2 ** 17

/** Events in the making of one group, by what a claim of theirs can be recognised by. A key is a handle on a day. */
export class EventIndex {
  readonly #numbers = new Map<string, number>()
  readonly #drawers = new Lists<number>()
  readonly #counted = new Lists<string>()
  #question = 0

  #numberOf(handle: string): number {
    const known = this.#numbers.get(handle)
    if (known !== undefined) return known
    this.#numbers.set(handle, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** The handles of a claim, by number. */
  #handles(candidate: Candidate): Int32Array {
    candidate.handles ??= Int32Array.from(new Set(handlesOf(candidate)), handle => this.#numberOf(handle))
    return candidate.handles
  }

  /** Calls for every key an event is found by when a claim has just joined it; one may be called for twice. */
  eachKey(draft: Draft, joined: Candidate, visit: (key: number) => void): void {
    const [from, to] = joined.period ? [PERIOD, PERIOD] : [draft.from, draft.to]
    const spread = (handle: number): void => {
      for (let day = from; day <= to; day += 1) visit(handle * DAYS + day + 1)
    }
    for (const handle of this.#handles(joined)) spread(handle)
    if (isNowhere(joined)) spread(this.#numberOf(NOWHERE))
    for (const key of draft.settlements) spread(this.#numberOf(`place ${key}`))
    for (const key of draft.areas) spread(this.#numberOf(`place ${key}`))
  }

  /** Files an event under the places, doer, target and exact figures of the claim that has just joined, on each of its days. */
  file(draft: Draft, joined: Candidate): void {
    this.fileAs(draft, draft, joined)
  }

  /** Files `filed` where it belonged when it stood as `draft` stands and this claim had just joined. */
  fileAs(filed: Draft, draft: Draft, joined: Candidate): void {
    this.eachKey(draft, joined, key => this.#drawers.add(key, filed))
    for (const count of joined.counts) this.#counted.add(count, filed)
  }

  /** Takes `filed` out of where it was filed when it stood as `draft` stands and this claim had just joined. */
  unfile(filed: Draft, draft: Draft, joined: Candidate): void {
    this.eachKey(draft, joined, key => this.#drawers.remove(key, filed))
    for (const count of joined.counts) this.#counted.remove(count, filed)
  }

  /** True when one of the keys a claim looks under is as wanted. */
  looks(candidate: Candidate, isWanted: (key: number) => boolean): boolean {
    const { before, after } = reachOf(candidate)
    const said = dayCount(candidate.saidDay)
    const denies = candidate.claim.stance !== 'asserts'
    const [from, to] = candidate.period ? [PERIOD, PERIOD] : [candidate.from - before, candidate.to + after]
    const isUnder = (handle: number): boolean => {
      const base = handle * DAYS + 1
      for (let day = from; day <= to; day += 1) if (isWanted(base + day)) return true
      if (denies) for (let day = said - before; day <= said; day += 1) if (isWanted(base + day)) return true
      return false
    }
    if (candidate.claim.stance === 'denies' && isNowhere(candidate) && isUnder(this.#numberOf(NOWHERE))) return true
    return this.#handles(candidate).some(isUnder)
  }

  /** Events a claim might belong to, each once, in no order. */
  findAll(candidate: Candidate): Draft[] {
    this.#question += 1
    const found: Draft[] = []
    const take = (draft: Draft): void => {
      if (draft.asked === this.#question) return
      draft.asked = this.#question
      found.push(draft)
    }
    this.looks(candidate, key => {
      this.#drawers.visit(key, take)
      return false
    })
    for (const count of candidate.counts) this.#counted.visit(count, take)
    return found
  }

  /** Of the events found for a claim those that are looked at, newest first. */
  newest(candidate: Candidate, found: Draft[]): Draft[] {
    candidate.met = found.length
    found.sort((a, b) => (isOlder(a, b) ? 1 : -1))
    return found.length > MOST_CANDIDATES ? found.slice(0, MOST_CANDIDATES) : found
  }

  /** Events a claim might belong to, newest first. */
  find(candidate: Candidate): Draft[] {
    return this.newest(candidate, this.findAll(candidate))
  }
}

/** What happened at no place that is told: a denial that names none either is looked for among these. */
const NOWHERE = 'nowhere'
const isNowhere = ({ placed, settlements, areas }: Candidate): boolean =>
  placed && settlements.length + areas.length === 0

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
