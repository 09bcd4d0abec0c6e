import type { ArticleId, ClaimId, Instant, Judgement, RecordedClaim, Source, Theatre } from '#domain'
import { carryJudgements, namedBy } from '#domain'
import { Editions } from './editions.ts'
import type { Evidence } from './evidence.ts'
import { judgeClaims } from './judged/judge-claims.ts'
import { judgeSources } from './judged/judge-sources.ts'
import { bySaid, compareText } from './order.ts'
import { OriginRegister } from './origins.ts'
import { makePartyBook, type PartyBook } from './parties.ts'
import { PassingDays } from './passing-days.ts'
import { makePlaceBook, type PlaceBook } from './places.ts'
import { foldOnce, Memory } from './remember.ts'

/** What was newly learned of claims. */
export interface ClaimNews {
  readonly claims: readonly RecordedClaim[]
  /** Reports read anew: the claims they had are taken back. Absent: none. */
  readonly reread?: readonly ArticleId[] | undefined
  readonly judgements: readonly Judgement[]
  readonly sources: readonly Source[]
}

/** What that changed. A claim that is the same and now comes from another origin, or now is an echo, is in both lists. */
export interface TurnedClaims {
  readonly gone: readonly RecordedClaim[]
  readonly come: readonly RecordedClaim[]
  /** Claims that stay where they are and are to be weighed anew. */
  readonly judged: readonly RecordedClaim[]
}

interface Verdict {
  readonly verdict: 'accept' | 'reject'
  readonly at: Instant
}

/** Every claim known, with the look-ups made of them. What a new claim changes of it is worked out, and no more. */
export class ClaimBook {
  readonly #theatre: Theatre
  readonly #byId = new Map<ClaimId, RecordedClaim>()
  readonly #editions = new Editions()
  readonly #echoes = new Map<ClaimId, ClaimId>()
  readonly #voices = new Map<ClaimId, string>()
  readonly #verdicts = new Map<ClaimId, Verdict>()
  readonly #judgements: Judgement[] = []
  readonly #sources = new Map<string, Source>()
  #carried: readonly Judgement[] = []
  #recast: readonly RecordedClaim[] = []
  readonly #origins: OriginRegister
  readonly #parties: PartyBook
  readonly #places: PlaceBook
  readonly #days = new PassingDays()
  /** Folded names by which a claim has been looked up among the sources. */
  readonly #used = new Set<string>()
  readonly #positions: Evidence['positions'] = new Memory(20_000)
  readonly #passed = this.#days.passed.bind(this.#days)

  constructor(theatre: Theatre) {
    this.#theatre = theatre
    this.#origins = new OriginRegister(theatre, this.#editions.before)
    this.#parties = makePartyBook(theatre)
    this.#places = makePlaceBook(theatre)
  }

  /** The look-ups with some claims at hand; all of them where none are given. */
  evidence(claims: Iterable<RecordedClaim> = this.#byId.values()): Evidence {
    const ordered = [...claims].sort(bySaid)
    return { ...this.#lookUps(), claims: ordered, originals: ordered.filter(({ id }) => !this.#echoes.has(id)) }
  }

  #lookUps() {
    return {
      theatre: this.#theatre,
      byId: this.#byId,
      echoes: this.#echoes,
      verdicts: this.#verdicts,
      origins: this.#origins,
      parties: this.#parties,
      places: this.#places,
      passed: this.#passed,
      positions: this.#positions,
    }
  }

  /** The claims of a report, by id. */
  claimsOf(article: ArticleId): readonly RecordedClaim[] {
    return this.#editions.claimsOf(article)
  }

  /** The judgements that stand, brought to the claims there are, oldest first. */
  get judgements(): readonly Judgement[] {
    return this.#carried
  }

  /** The claims that the judgements last taken made say otherwise. */
  get recast(): readonly RecordedClaim[] {
    return this.#recast
  }

  /** Takes what was learned, in any order, and gives what it changed. */
  take({ claims, reread, judgements, sources }: ClaimNews): TurnedClaims {
    this.#judgements.push(...judgements)
    const turnedNames = this.#origins.takeSources(this.#judgedSources(sources, judgements))
    const again = this.#castAnew(judgements, new Set(reread))
    const touched = new Set<ArticleId>([...(reread ?? []), ...again.map(({ article }) => article)])
    const dropped = [...touched].flatMap(article => this.#drop(article))
    const before = new Map<ClaimId, RecordedClaim>(dropped.map(claim => [claim.id, claim]))
    const come = new Map<ClaimId, RecordedClaim>()
    for (const claim of [...judgeClaims(claims, this.#judgements), ...again]) {
      const known = this.#byId.get(claim.id)
      // A claim given twice counts once, as it was first learned.
      if (known && compareText(known.learned, claim.learned) <= 0) continue
      if (known && !come.has(claim.id)) before.set(claim.id, known)
      this.#put(claim)
      come.set(claim.id, claim)
      touched.add(claim.article)
    }
    if (dropped.length > 0) this.#days.reset(this.#byId.values())
    else this.#days.add(come.values())
    const renamed = this.#usersOf(turnedNames)
    for (const { article } of renamed) touched.add(article)
    const moved = this.#stand(touched, come)
    const unmoved = renamed.filter(({ id }) => !moved.has(id) && !come.has(id))
    return {
      gone: [...before.values(), ...moved.values()],
      come: [...come.values(), ...moved.values()],
      judged: [...unmoved, ...this.#judge()],
    }
  }

  #put(claim: RecordedClaim): void {
    this.#byId.set(claim.id, claim)
    this.#editions.add(claim)
    const { holder, family, source, chain } = claim
    for (const name of [holder.id ?? holder.name, holder.name, family, source, ...chain]) this.#used.add(foldOnce(name))
  }

  #drop(article: ArticleId): readonly RecordedClaim[] {
    const claims = this.#editions.drop(article)
    for (const { id } of claims) {
      this.#byId.delete(id)
      this.#echoes.delete(id)
      this.#voices.delete(id)
    }
    return claims
  }

  /** The claims that one of some names has to do with: rarely any, since a new outlet keeps the key its name had. */
  #usersOf(names: ReadonlySet<string>): RecordedClaim[] {
    if (![...names].some(name => this.#used.has(name))) return []
    return [...this.#byId.values()].filter(({ holder, family, source, chain }) =>
      [holder.id ?? holder.name, holder.name, family, source, ...chain].some(name => names.has(foldOnce(name))),
    )
  }

  /** Works out anew what the claims of some reports, and of all tied to them, repeat and whose voice they are; gives those that moved. */
  #stand(articles: ReadonlySet<ArticleId>, fresh: ReadonlyMap<ClaimId, RecordedClaim>): Map<ClaimId, RecordedClaim> {
    const tied = this.#editions.tiedTo(articles)
    for (const article of tied) this.#origins.takeArticle(article, this.claimsOf(article))
    const echoes = this.#editions.echoesIn(tied)
    const moved = new Map<ClaimId, RecordedClaim>()
    for (const claim of [...tied].flatMap(article => this.claimsOf(article))) {
      const { id } = claim
      const [echo, voice] = [echoes.get(id), this.#origins.keyOf(claim)]
      const same = echo === this.#echoes.get(id) && voice === this.#voices.get(id)
      if (!same && !fresh.has(id)) moved.set(id, claim)
      this.#voices.set(id, voice)
      if (echo === undefined) this.#echoes.delete(id)
      else this.#echoes.set(id, echo)
    }
    return moved
  }

  #judgedSources(sources: readonly Source[], judgements: readonly Judgement[]): readonly Source[] {
    for (const source of sources) this.#sources.set(source.id, source)
    return judgeSources(judgements.length > 0 ? [...this.#sources.values()] : sources, this.#judgements)
  }

  /** All claims of the reports of which new judgements make one say otherwise; reports read anew come judged of themselves. */
  #castAnew(judgements: readonly Judgement[], reread: ReadonlySet<ArticleId>): readonly RecordedClaim[] {
    this.#recast = []
    if (judgements.length === 0) return []
    const judged = judgeClaims([...this.#byId.values()], this.#judgements)
    this.#recast = judged.filter(claim => this.#byId.get(claim.id) !== claim && !reread.has(claim.article))
    const articles = new Set(this.#recast.map(({ article }) => article))
    return judged.filter(({ article }) => articles.has(article))
  }

  /** Brings the judgements to the claims there are; the last accept or reject on a claim counts. Gives the claims whose verdict changed. */
  #judge(): RecordedClaim[] {
    if (this.#judgements.length === 0) return []
    const reports = this.#judgements.flatMap(({ claims }) => (claims ?? []).map(({ article }) => article))
    const near = [...this.#editions.tiedTo(reports)].flatMap(article => this.claimsOf(article))
    const named = this.#judgements.flatMap(namedBy).flatMap(id => this.#byId.get(id) ?? [])
    this.#carried = carryJudgements(this.#judgements, [...new Set([...near, ...named])]).judgements
    const verdicts = new Map<ClaimId, Verdict>()
    for (const { on, verdict, at } of this.#carried)
      if (verdict === 'accept' || verdict === 'reject') verdicts.set(on, { verdict, at })
    const turned = [...new Set([...verdicts.keys(), ...this.#verdicts.keys()])].filter(id => {
      const [was, is] = [this.#verdicts.get(id), verdicts.get(id)]
      return was?.verdict !== is?.verdict || was?.at !== is?.at
    })
    this.#verdicts.clear()
    for (const [id, verdict] of verdicts) this.#verdicts.set(id, verdict)
    return turned.flatMap(id => this.#byId.get(id) ?? [])
  }
}
