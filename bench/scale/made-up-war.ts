import type {
  Article,
  ClaimPlace,
  ClaimType,
  Day,
  Holder,
  Instant,
  Measure,
  RecordedClaim,
  Source,
  Theatre,
} from '#domain'
import { makeId } from '#domain'
import { Dice } from './dice.ts'

/** Claims of a report on average: a million of 100,000 reports. */
const CLAIMS_EACH = 10
const REPORTS_A_DAY = 500
const FIRST_DAY = Date.parse('2022-03-01T00:00:00Z')
const DAY_MS = 86_400_000
/** One report in so many comes late, by up to two days. */
const LATE_ONE_IN = 50
const LATEST_MS = 2 * DAY_MS

/** Types by their share in a wire of 6,361 reports read by Fogline, per thousand claims. */
const TYPES: readonly (readonly [ClaimType, number])[] = [
  ['harm.casualties', 173],
  ['politics.position', 147],
  ['combat.strike', 113],
  ['assessment.intent', 62],
  ['assessment.forecast', 61],
  ['combat.assault', 54],
  ['politics.meeting', 54],
  ['harm.losses', 51],
  ['politics.sanction', 39],
  ['politics.negotiation', 38],
  ['politics.aid', 35],
  ['harm.damage', 32],
  ['combat.deployment', 24],
  ['assessment.momentum', 18],
  ['politics.legal', 18],
  ['control.seized', 18],
  ['combat.interception', 12],
  ['control.left', 9],
  ['control.held', 9],
  ['control.advanced', 7],
  ['combat.mishap', 6],
  ['control.threatened', 5],
]
/** What is counted, by the type that counts it. */
const MEASURES: Partial<Record<ClaimType, readonly Measure[]>> = {
  'harm.casualties': ['people.killed', 'people.wounded'],
  'harm.losses': ['personnel.losses', 'equipment.tanks', 'equipment.aircraft'],
  'combat.strike': ['munitions.launched'],
  'combat.interception': ['munitions.shot-down'],
  'politics.aid': ['money'],
}
const SPEAKERS = 450
const OUTLETS = [
  'ukrinform',
  'reuters',
  'censor-net',
  'al-jazeera',
  'bbc',
  'rt',
  'tass',
  'msnbc',
  'news-front',
  'daily',
]
const CAMPS = ['ukraine', 'ukraine', 'russia', 'ukraine-ally', 'third-party', 'unknown']
const AGENTS = [null, 'Russia', 'Russia', 'Ukraine', 'United States']
const WORDS = 6000

/** One thing that happened, which several reports tell. */
interface Happening {
  readonly type: ClaimType
  readonly day: Day
  readonly place: ClaimPlace | null
  readonly agent: string | null
  readonly target: string | null
  readonly words: readonly string[]
  readonly counts: readonly (readonly [Measure, number])[]
}

/** Reports with their claims and sources, as a round of polling brings them. */
export interface Portion {
  readonly articles: readonly Article[]
  readonly claims: readonly RecordedClaim[]
  readonly sources: readonly Source[]
}

const FLATLY = { certainty: 'stated', certaintyWords: null, certaintyScale: null } as const

/** Draws from a list as names in news are: the first often, the last seldom. */
const draw = <Item>(dice: Dice, items: readonly Item[]): Item | undefined =>
  items[Math.floor(items.length * (dice.next(1e6) / 1e6) ** 2.5)]

const SYLLABLES = 'ka lo mir ta ven sho dra pel nu ri os tem gar vil ho sen bra kul'.split(' ')

/** The made-up reporting of a war. Everything is drawn by seed: the same reports in every run. */
class MadeUpWar {
  readonly #dice = new Dice(20261130)
  readonly #places: readonly ClaimPlace[]
  readonly #words: readonly string[]
  readonly #speakers: readonly Holder[]
  readonly #sources: readonly Source[]
  #today: Happening[] = []
  #day = -1

  constructor(theatre: Theatre) {
    this.#places = theatre.places
      .filter(({ lat }) => lat !== null)
      .map(({ id, name, kind, lat, lon, admin, country }) => ({
        id,
        name,
        span: [0, 1],
        role: 'at',
        precision: kind === 'region' ? 'area' : kind === 'country' ? 'country' : 'point',
        part: null,
        lat,
        lon,
        admin,
        country,
        carried: false,
      }))
    this.#words = Array.from({ length: WORDS }, () =>
      Array.from({ length: 2 + this.#dice.next(3) }, () => SYLLABLES[this.#dice.next(SYLLABLES.length)]).join(''),
    )
    this.#speakers = Array.from({ length: SPEAKERS }, (_, index) => ({
      id: null,
      name: `Speaker ${index}`,
      kind: (['official', 'government', 'military', 'organisation', 'unnamed'] as const)[index % 5] ?? 'official',
      camp: CAMPS[index % CAMPS.length] ?? 'unknown',
      span: [0, 1],
    }))
    this.#sources = OUTLETS.map(id => ({
      id,
      name: id,
      kind: 'outlet',
      camp: 'third-party',
      country: null,
      stance: 'unknown',
      reliability: 'C',
      family: null,
      url: null,
    }))
  }

  #happen(day: number): Happening {
    const dice = this.#dice
    let at = dice.next(1000)
    const type = TYPES.find(([, share]) => (at -= share) < 0)?.[0] ?? 'combat.strike'
    const measures = MEASURES[type] ?? []
    return {
      type,
      day: new Date(FIRST_DAY + (day - (dice.next(6) === 0 ? 1 : 0)) * DAY_MS).toISOString().slice(0, 10) as Day,
      place: dice.next(100) < 55 ? (draw(dice, this.#places) ?? null) : null,
      agent: AGENTS[dice.next(AGENTS.length)] ?? null,
      target: AGENTS[dice.next(AGENTS.length)] ?? null,
      words: Array.from({ length: 9 }, () => draw(dice, this.#words) ?? ''),
      counts:
        measures.length > 0 && dice.next(2) === 0 ? measures.map(measure => [measure, 1 + dice.next(60)] as const) : [],
    }
  }

  #figures({ counts }: Happening): RecordedClaim['figures'] {
    const exact = { low: null, high: null, unit: null, approx: false, of: null, change: null, span: [0, 1] } as const
    // One report in eight counts one more: counts move.
    return counts.map(([measure, value]) => ({
      ...exact,
      measure,
      value: this.#dice.next(8) === 0 ? value + 1 : value,
    }))
  }

  #claim(article: Article, of: Happening, number: number): RecordedClaim {
    const dice = this.#dice
    const source = this.#sources.find(({ id }) => id === article.source)
    const own = dice.next(100) < 70
    const holder: Holder = own
      ? { id: null, name: article.source, kind: 'outlet', camp: source?.camp ?? 'unknown', span: null }
      : (draw(dice, this.#speakers) as Holder)
    const text = of.words.filter(() => dice.next(4) > 0).join(' ')
    return {
      id: makeId('claim', [article.id, number]),
      type: of.type,
      span: [0, text.length],
      text,
      holder,
      chain: own ? [article.source] : [holder.name, article.source],
      stance: dice.next(100) === 0 ? 'denies' : 'asserts',
      ...FLATLY,
      agent: of.agent,
      target: of.target,
      places: of.place ? [of.place] : [],
      time: { start: of.day, end: of.day, words: dice.next(10) === 0 ? 'on the day' : null, tense: 'past' },
      figures: this.#figures(of),
      againstInterest: false,
      confidence: 0.9,
      notes: [],
      article: article.id,
      source: article.source,
      outlet: article.source,
      family: article.source,
      reliability: 'C',
      said: article.publishedAt,
      learned: article.publishedAt,
      copyOf: null,
      revisionOf: null,
    }
  }

  /** The report with a number, with its claims: it tells three of the things of its day. */
  report(number: number): { article: Article; claims: RecordedClaim[]; source: Source } {
    const dice = this.#dice
    const moment = FIRST_DAY + (number / REPORTS_A_DAY) * DAY_MS
    const day = Math.floor(number / REPORTS_A_DAY)
    if (day !== this.#day) {
      this.#day = day
      this.#today = Array.from({ length: 400 }, () => this.#happen(day))
    }
    const told = Array.from({ length: 3 }, () => draw(dice, this.#today) as Happening)
    const source = draw(dice, this.#sources) as Source
    const words = told.flatMap(({ words, place }) => [place?.name ?? 'there', ...words])
    const title = words.slice(0, 9).join(' ')
    const text = `${title}\n\n${words.join(' ')}. ${Array.from({ length: 15 }, () => draw(dice, this.#words)).join(' ')}.`
    const article: Article = {
      id: makeId('article', number),
      rawItem: makeId('raw', number),
      source: source.id,
      outlet: source.name,
      url: null,
      title,
      byline: null,
      language: 'en',
      publishedAt: new Date(moment).toISOString() as Instant,
      editedAt: null,
      text,
      paragraphs: [
        [0, title.length],
        [title.length + 2, text.length],
      ],
      revisionOf: null,
      copyOf: null,
      notes: [],
    }
    const claims = Array.from({ length: 2 * CLAIMS_EACH - 1 - dice.next(2 * CLAIMS_EACH - 1) }, (_, index) =>
      this.#claim(article, told[index % told.length] as Happening, index),
    )
    return { article, claims, source }
  }

  /** True for a report that comes late. */
  isLate = (): boolean => this.#dice.next(LATE_ONE_IN) === 0
  /** By how much, in milliseconds. */
  lateBy = (): number => this.#dice.next(LATEST_MS)
}

/**
 * The reporting of a made-up war as it comes in, in portions of so many reports: shaped as a wire of 2022 is when Fogline has
 * read it (types, places, figures, holders), with ten claims a report, 400 things a day that reports tell three of, and one
 * report in fifty up to two days late.
 */
export function* makeWar(theatre: Theatre, count: number, size: number): Generator<Portion> {
  const war = new MadeUpWar(theatre)
  let waiting: { readonly due: number; readonly report: ReturnType<MadeUpWar['report']> }[] = []
  let now: ReturnType<MadeUpWar['report']>[] = []
  for (let number = 0; number < count; number += 1) {
    const report = war.report(number)
    const moment = Date.parse(report.article.publishedAt)
    if (war.isLate()) waiting.push({ due: moment + war.lateBy(), report })
    else now.push(report)
    if (now.length < size && number < count - 1) continue
    const due = waiting.filter(late => late.due <= moment || number === count - 1)
    waiting = waiting.filter(late => !due.includes(late))
    const portion = [...now, ...due.map(late => late.report)]
    now = []
    yield {
      articles: portion.map(({ article }) => article),
      claims: portion.flatMap(({ claims }) => claims),
      sources: [...new Set(portion.map(({ source }) => source))],
    }
  }
}
