import type { ClaimId, Dispute, Event, EventId, RecordedClaim, Slug } from '#domain'
import { dayOf, makeId } from '#domain'
import { unique } from '#kit'
import { bothPresentSince, isDisputable, writePositions } from './dispute-positions.ts'
import { askWhoDidIt } from './dispute-questions.ts'
import type { Evidence } from './evidence.ts'
import { daysApart, daysOf, gapOf } from './happened.ts'
import { bySaid, compareText } from './order.ts'
import { isSettlement } from './places.ts'
import { foldOnce } from './remember.ts'
import { type Ending, endBy, OPEN } from './settlement.ts'
import { shareWords } from './share-words.ts'

/** A blow of one party, or nobody's doing. */
type Account = Slug | 'accident'

/** What a claim says of a blow: who dealt it, and by what it can be known as the same blow. */
interface Blamed {
  readonly claim: RecordedClaim
  readonly account: Account
  /** The party the speaker wants to win; null for a bystander. */
  readonly side: Slug | null
  /** Settlement or site, or the proper name of a thing ("thing astra"). */
  readonly keys: readonly string[]
}

const BLOWS: ReadonlySet<string> = new Set(['combat.strike', 'harm.damage', 'harm.casualties', 'harm.losses'])
/** Days within which two accounts are of one blow. */
const APART_DAYS = 1
/** A thing with a name is hit or wrecked once: accounts of it are told for longer. */
const NAMED_DAYS = 7
/** Words that two accounts of one place share besides its name: a town can be shelled by both sides in one day. */
const SAME_WORDS = { share: 0.2, words: 2, apartFromPlaces: true }

/** Proper names in what was hit ("the tanker Astra"): what is left of its capitals without parties, peoples and places. */
function namesIn(claim: RecordedClaim, { parties }: Evidence): string[] {
  const places = new Set(claim.places.map(({ name }) => foldOnce(name)))
  const words = claim.target?.split(/[\s"“”'’]+/u) ?? []
  const isNamed = (word: string, at: number) => {
    const before = words[at - 1] ?? ''
    // "Black Sea Fleet" is the name of something else; "the cruiser Astra", "Tanker Astra" are things with a name.
    const behindNoun = at > 0 && (/^\p{Ll}/u.test(before) || (at === 1 && parties.peopleOf(before) === null))
    return (
      behindNoun && /^\p{Lu}\p{Ll}{3,}$/u.test(word) && parties.actorOf(word) === null && !places.has(foldOnce(word))
    )
  }
  return words.filter(isNamed).map(word => `thing ${foldOnce(word)}`)
}

/** Reads off a claim whose doing it says a blow was; null for a claim that tells of none, or of nobody's in particular. */
function readAccount(claim: RecordedClaim, evidence: Evidence): Blamed | null {
  if (claim.stance !== 'asserts' || !isDisputable(claim, evidence)) return null
  const { parties, places } = evidence
  const account = claim.type === 'combat.mishap' ? 'accident' : BLOWS.has(claim.type) ? parties.idOf(claim.agent) : null
  if (account === null) return null
  const struck = claim.places.filter(place => place.role === 'at' && isSettlement(place))
  const here = account === 'accident' ? [] : struck.map(place => places.keyOf(place))
  const keys = [...here, ...namesIn(claim, evidence)]
  return keys.length === 0 ? null : { claim, account, side: parties.sideOf(claim.holder.camp), keys }
}

/** True where two sides tell one blow otherwise: each lays it to the other, or one to the other and one to mishap. */
function areRivals(a: Blamed, b: Blamed, key: string, evidence: Evidence): boolean {
  if (a.account === b.account || a.side === null || b.side === null || a.side === b.side) return false
  if (a.account === 'accident' || b.account === 'accident') {
    // The loser calls it an accident, and the other side, or who backs it, says whose blow it was.
    const [mishap, blow] = a.account === 'accident' ? [a, b] : [b, a]
    if (blow.account === mishap.side) return false
  } else if (a.account === a.side || b.account === b.side) return false
  const named = key.startsWith('thing ')
  if (gapOf(daysOf(a.claim), daysOf(b.claim)) > (named ? NAMED_DAYS : APART_DAYS)) return false
  return named || shareWords(a.claim, b.claim, SAME_WORDS, evidence)
}

/** Conceded when a side's last word is the other's account. */
function endingOf(told: readonly Blamed[]): Ending {
  for (const side of unique(told.flatMap(({ side }) => side ?? []))) {
    const own = told.filter(each => each.side === side)
    const last = own.at(-1)
    const others = new Set(told.filter(each => each.side !== null && each.side !== side).map(({ account }) => account))
    const turned = last && own.some(({ account }) => account !== last.account) && others.has(last.account)
    if (last && turned && !others.has(own[0]?.account ?? last.account)) return endBy('conceded', [last.claim])
  }
  return OPEN
}

/** Cuts what is told of one thing or place, in order of saying, wherever it is of another time. */
function cutRuns(told: readonly Blamed[], key: string): Blamed[][] {
  const gap = key.startsWith('thing ') ? NAMED_DAYS : APART_DAYS
  const runs: Blamed[][] = []
  for (const each of told) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && daysApart(dayOf(last.claim.said), dayOf(each.claim.said)) <= gap) run.push(each)
    else runs.push([each])
  }
  return runs
}

/** Where accounts are kept: by thing or settlement, so that a new claim is held only against those on the same one. */
export class RivalAccounts {
  readonly #evidence: Evidence
  readonly #eventOf: (claim: ClaimId) => Event | undefined
  readonly #claimsOn = new Map<string, Set<ClaimId>>()
  readonly #keysOf = new Map<EventId, Set<string>>()

  constructor(evidence: Evidence, eventOf: (claim: ClaimId) => Event | undefined) {
    this.#evidence = evidence
    this.#eventOf = eventOf
  }

  /** Follows changed events; gives the things and places whose quarrels may be others now. */
  take(events: readonly Event[], gone: readonly EventId[]): Set<string> {
    const touched = new Set<string>()
    for (const id of [...gone, ...events.map(event => event.id)]) {
      for (const key of this.#keysOf.get(id) ?? []) touched.add(key)
      this.#keysOf.delete(id)
    }
    for (const event of events) {
      const keys = new Set<string>()
      for (const id of event.claims) {
        const claim = this.#evidence.byId.get(id)
        for (const key of (claim && readAccount(claim, this.#evidence)?.keys) ?? []) {
          this.#claimsOn.set(key, (this.#claimsOn.get(key) ?? new Set()).add(id))
          keys.add(key)
        }
      }
      if (keys.size > 0) this.#keysOf.set(event.id, keys)
      for (const key of keys) touched.add(key)
    }
    return touched
  }

  /** The quarrels over who struck a place, or what became of a thing. */
  disputesOn(key: string): Dispute[] {
    const told = [...(this.#claimsOn.get(key) ?? [])]
      .flatMap(id => this.#evidence.byId.get(id) ?? [])
      .flatMap(claim => readAccount(claim, this.#evidence) ?? [])
      .filter(({ keys }) => keys.includes(key))
      .sort((a, b) => bySaid(a.claim, b.claim))
    return cutRuns(told, key).flatMap(run => this.#disputeOf(key, run) ?? [])
  }

  #disputeOf(key: string, run: readonly Blamed[]): Dispute | null {
    const rivals = run.filter(a => run.some(b => areRivals(a, b, key, this.#evidence)))
    const accounts = new Set(rivals.map(({ account }) => account))
    const [first] = rivals
    const event = first && this.#eventOf(first.claim.id)
    if (!first || !event) return null
    // Bystanders who blame somebody stand with his accusers; that a ship sank says of nobody that it was an accident.
    const losers = new Set(rivals.filter(({ account }) => account === 'accident').map(({ side }) => side))
    const told = run.filter(
      ({ account, side, claim }) =>
        accounts.has(account) && claim.holder.camp !== 'unknown' && (account !== 'accident' || losers.has(side)),
    )
    const accountOf = new Map(told.map(({ claim, account }) => [claim.id, account]))
    const claims = told.map(({ claim }) => claim)
    const since = bothPresentSince(
      [...accounts]
        .sort(compareText)
        .map(account => rivals.filter(each => each.account === account).map(({ claim }) => claim)),
    )
    if (since === null) return null
    const struck = first.claim.places.find(each => this.#evidence.places.keyOf(each) === key)
    const place = struck?.name ?? null
    const thing = key.startsWith('thing ') ? (first.claim.target ?? '') : null
    return {
      id: makeId('dispute', { account: key, since }),
      question: askWhoDidIt(thing, place, accounts.has('accident')),
      event: event.id,
      place: null,
      measure: null,
      positions: writePositions(
        [...claims, ...this.#answersTo(claims)],
        ({ id }) => accountOf.get(id) ?? 'not so',
        this.#evidence,
      ),
      since,
      ...endingOf(told),
    }
  }

  /** Denials and doubts of what the claims assert, from their events. */
  #answersTo(claims: readonly RecordedClaim[]): RecordedClaim[] {
    return unique(claims.flatMap(({ id }) => this.#eventOf(id)?.claims ?? []))
      .flatMap(id => this.#evidence.byId.get(id) ?? [])
      .filter(claim => claim.stance !== 'asserts' && isDisputable(claim, this.#evidence))
  }
}
