import type { ClaimId } from '#domain'
import { addMember, type Candidate, type Draft, openDraft } from './event-drafts.ts'
import { findDraft, fitEvent, isOlder } from './event-fit.ts'
import { type EventIndex, MOST_CANDIDATES } from './event-index.ts'
import { bySaid } from './order.ts'

/** An event as it stood at a moment of the replay, with the keys it could then be found by. */
interface View {
  /** Null: nothing has been said of it yet. */
  draft: Draft | null
  /** Members of the event taken into the view so far. */
  taken: number
  readonly keys: Set<number>
  readonly counts: Set<string>
}

const openView = (): View => ({ draft: null, taken: 0, keys: new Set(), counts: new Set() })

/**
 * Goes through the last claims of a lane again with some of them taken out and others put in, and decides anew only where the
 * outcome could be another. An event is *turned* once its claims so far are others than they were. A claim is decided anew
 * if its own event has turned, or if a turned one that it can see now fits it at least as well as its own did: all the other
 * events it can see stand as they stood, and were weighed for it before. What an event was at a moment is made again from its
 * first members. Claims are to be given in the order they were said; `settle` then puts all in place.
 */
export class LaneReplay {
  readonly #index: EventIndex
  readonly #draftOf: Map<ClaimId, Draft>
  /** Events that have not turned, as they stood at the claim at hand. */
  readonly #views = new Map<Draft, View>()
  /** Events that have turned, by what they were, as they now stand; those opened anew are their own. */
  readonly #turned = new Map<Draft, View>()
  readonly #keys = new Set<number>()
  readonly #counts = new Set<string>()
  readonly #removed = new Set<ClaimId>()

  constructor(index: EventIndex, draftOf: Map<ClaimId, Draft>) {
    this.#index = index
    this.#draftOf = draftOf
  }

  /** Puts a claim in. */
  add(candidate: Candidate): void {
    this.#decide(candidate, null)
  }

  /** Takes a claim out. */
  remove(candidate: Candidate): void {
    const draft = this.#draftOf.get(candidate.claim.id)
    if (draft) this.#turn(draft, candidate)
    this.#removed.add(candidate.claim.id)
  }

  /** Comes past a claim that stays. */
  pass(candidate: Candidate): void {
    if (this.#turned.size === 0) return
    const own = this.#draftOf.get(candidate.claim.id)
    if (!own) return
    if (this.#turned.has(own) || this.#isDrawn(candidate, own)) this.#decide(candidate, own)
  }

  /** True when a turned event now fits a claim at least as well as the one it is in. */
  #isDrawn(candidate: Candidate, own: Draft): boolean {
    if (!this.#sees(candidate, this.#keys, this.#counts)) return false
    if (candidate.met + this.#turned.size >= MOST_CANDIDATES) return true
    for (const view of this.#turned.values()) {
      if (!view.draft || !this.#sees(candidate, view.keys, view.counts)) continue
      const score = fitEvent(candidate, view.draft, candidate.score)
      if (score === null || score < candidate.score) continue
      if (score > candidate.score || isOlder(view.draft, own)) return true
    }
    return false
  }

  #sees(candidate: Candidate, keys: ReadonlySet<number>, counts: ReadonlySet<string>): boolean {
    return this.#index.looks(candidate, key => keys.has(key)) || candidate.counts.some(count => counts.has(count))
  }

  /** Finds a claim's place anew. */
  #decide(candidate: Candidate, own: Draft | null): void {
    const baseOf = new Map<Draft, Draft>()
    const found: Draft[] = []
    const meet = (base: Draft, { draft, keys, counts }: View): void => {
      if (!draft || !this.#sees(candidate, keys, counts)) return
      found.push(draft)
      baseOf.set(draft, base)
    }
    for (const base of this.#index.findAll(candidate)) {
      if (this.#turned.has(base)) continue
      meet(base, this.#viewAt(base, candidate))
    }
    for (const [base, view] of this.#turned) meet(base, view)
    const chosen = findDraft(candidate, this.#index.newest(candidate, found))
    const base = chosen ? (baseOf.get(chosen) ?? chosen) : null
    if (base !== null && base === own && !this.#turned.has(own)) return
    if (own) this.#turn(own, candidate)
    if (base) this.#grow(this.#turn(base, candidate), candidate)
    else this.#open(candidate)
  }

  #open(candidate: Candidate): void {
    const view = openView()
    this.#grow(view, candidate)
    if (view.draft) this.#turned.set(view.draft, view)
  }

  /** Takes a claim into a turned event. */
  #grow(view: View, candidate: Candidate): void {
    this.#take(view, candidate)
    for (const key of view.keys) this.#keys.add(key)
    for (const count of candidate.counts) this.#counts.add(count)
  }

  #take(view: View, candidate: Candidate): void {
    if (view.draft) addMember(view.draft, candidate)
    else view.draft = openDraft(candidate)
    this.#index.eachKey(view.draft, candidate, key => view.keys.add(key))
    for (const count of candidate.counts) view.counts.add(count)
  }

  /** An event that has not turned as it stood just before a claim. */
  #viewAt(base: Draft, { claim }: Candidate): View {
    const known = this.#views.get(base)
    const view = known ?? openView()
    if (!known) this.#views.set(base, view)
    for (let next = base.members[view.taken]; next && bySaid(next.claim, claim) < 0; next = base.members[view.taken]) {
      this.#take(view, next)
      view.taken += 1
    }
    return view
  }

  /** Marks an event as turned from a claim on, and gives it as it stood before that. */
  #turn(base: Draft, candidate: Candidate): View {
    const known = this.#turned.get(base)
    if (known) return known
    const view = this.#viewAt(base, candidate)
    this.#views.delete(base)
    this.#turned.set(base, view)
    replay(base, (draft, joined) => {
      this.#index.eachKey(draft, joined, key => this.#keys.add(key))
      for (const count of joined.counts) this.#counts.add(count)
    })
    return view
  }

  /** Puts the turned events in the place of what they were; gives all claims they had and have. */
  settle(): Set<ClaimId> {
    const touched = new Set<ClaimId>(this.#removed)
    for (const base of this.#turned.keys()) replay(base, (draft, joined) => this.#index.unfile(base, draft, joined))
    for (const id of this.#removed) this.#draftOf.delete(id)
    for (const [base, { draft }] of this.#turned) {
      if (base !== draft) for (const { claim } of base.members) touched.add(claim.id)
      for (const { claim } of draft?.members ?? []) touched.add(claim.id)
      if (!draft) continue
      replay(draft, (stood, joined) => this.#index.fileAs(draft, stood, joined))
      for (const { claim } of draft.members) this.#draftOf.set(claim.id, draft)
    }
    return touched
  }
}

/** Builds an event from its claims again, and shows how it stood after each. */
function replay({ members: [first, ...rest] }: Draft, visit: (draft: Draft, joined: Candidate) => void): void {
  if (!first) return
  const draft = openDraft(first)
  visit(draft, first)
  for (const candidate of rest) {
    addMember(draft, candidate)
    visit(draft, candidate)
  }
}
