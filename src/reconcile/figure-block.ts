import type { ClaimId, Figure } from '#domain'
import { deriveDaily, lineKey } from './derive-daily.ts'
import type { FigureDraft } from './flag-figures.ts'
import { dayCount } from './happened.ts'
import { compareText } from './order.ts'
import { fitsTotals, isGrowing, isLargeLoss, isLoss, isNarrower, TOTAL_DAYS } from './total-shapes.ts'
import { seriesKey, writeSeries } from './write-series.ts'

/** One number of one claim, as it is read, as the shape of its claimant's numbers shows it, and as the totals around it do. */
interface Entry {
  readonly claim: ClaimId
  /** Which of the claim's numbers. */
  readonly at: number
  readonly read: FigureDraft
  grown: FigureDraft
  told: FigureDraft
  /** The series it is in; null: not yet told. */
  series: string | null
}

const bySaid = (a: Entry, b: Entry): number =>
  compareText(a.read.said, b.read.said) || compareText(a.claim, b.claim) || a.at - b.at

const voiceOf = ({ read: { origin, subject } }: Entry): string => JSON.stringify([origin, subject])
const asTotal = (draft: FigureDraft): FigureDraft => ({ ...draft, series: 'cumulative', event: null })
const isTotal = ({ grown }: Entry): boolean => grown.series === 'cumulative'

/** The entries of one camp by the number of the day they are of, with how many of them are totals. */
class CampDays {
  readonly #days = new Map<number, Set<Entry>>()
  totals = 0

  add(entry: Entry): void {
    const day = dayCount(entry.read.happened)
    this.#days.set(day, (this.#days.get(day) ?? new Set()).add(entry))
  }

  delete(entry: Entry): void {
    this.#days.get(dayCount(entry.read.happened))?.delete(entry)
  }

  /** Those of the days around one. */
  around(entry: Entry): Entry[] {
    const day = dayCount(entry.read.happened)
    return Array.from({ length: 2 * TOTAL_DAYS + 1 }, (_, at) => [
      ...(this.#days.get(day - TOTAL_DAYS + at) ?? []),
    ]).flat()
  }
}

/** What a change of a block made otherwise: rows by what they are made of. */
export type BlockRows = ReadonlyMap<string, readonly Figure[]>

/**
 * The numbers of one measure, subject and unit, which are read together and beside no others. When some change, only the
 * claimants, totals of the days around, and series they have to do with are looked at again.
 */
export class FigureBlock {
  readonly #entries = new Map<ClaimId, readonly Entry[]>()
  readonly #voices = new Map<string, Set<Entry>>()
  readonly #camps = new Map<string, CampDays>()
  readonly #series = new Map<string, Set<Entry>>()
  /** The figures written of each series of totals or days, by the claimant's line they are part of. */
  readonly #lines = new Map<string, Map<string, readonly Figure[]>>()
  readonly #linesOf = new Map<string, ReadonlySet<string>>()

  /** Puts the numbers of some claims in the place of those they gave before; gives the rows this may have changed. */
  change(drafts: ReadonlyMap<ClaimId, readonly FigureDraft[]>): BlockRows {
    const voices = new Set<string>()
    const turned = new Set<Entry>()
    const series = new Set<string>()
    for (const [claim, own] of drafts) {
      for (const entry of this.#entries.get(claim) ?? []) this.#drop(entry, voices, turned, series)
      const entries = own.map((read, at): Entry => ({ claim, at, read, grown: read, told: read, series: null }))
      for (const entry of entries) this.#add(entry, voices, turned)
      if (entries.length > 0) this.#entries.set(claim, entries)
      else this.#entries.delete(claim)
    }
    for (const voice of voices) this.#lookAtShape(voice, turned)
    for (const entry of turned) this.#lookAtTotals(entry, series)
    return this.#write(series)
  }

  #campOf({ read: { camp } }: Entry): CampDays {
    const known = this.#camps.get(camp)
    if (known) return known
    const days = new CampDays()
    this.#camps.set(camp, days)
    return days
  }

  #add(entry: Entry, voices: Set<string>, turned: Set<Entry>): void {
    const voice = voiceOf(entry)
    this.#voices.set(voice, (this.#voices.get(voice) ?? new Set()).add(entry))
    voices.add(voice)
    const camp = this.#campOf(entry)
    camp.add(entry)
    if (isTotal(entry)) camp.totals += 1
    this.#turn(entry, isTotal(entry), turned)
  }

  #drop(entry: Entry, voices: Set<string>, turned: Set<Entry>, series: Set<string>): void {
    const voice = voiceOf(entry)
    this.#voices.get(voice)?.delete(entry)
    voices.add(voice)
    const camp = this.#campOf(entry)
    if (isTotal(entry)) camp.totals -= 1
    this.#turn(entry, isTotal(entry), turned)
    camp.delete(entry)
    turned.delete(entry)
    if (entry.series === null) return
    this.#series.get(entry.series)?.delete(entry)
    series.add(entry.series)
  }

  /** Notes a number that is to be told anew, and with a total those of the days around it. */
  #turn(entry: Entry, withAround: boolean, turned: Set<Entry>): void {
    turned.add(entry)
    if (withAround) for (const other of this.#campOf(entry).around(entry)) turned.add(other)
  }

  #lookAtShape(voice: string, turned: Set<Entry>): void {
    const own = this.#voices.get(voice)
    if (!own || own.size === 0) {
      this.#voices.delete(voice)
      return
    }
    const growing = this.#mayGrow(own) && isGrowing([...own].sort(bySaid).map(({ read }) => read))
    for (const entry of own) {
      const [was, is] = [isTotal(entry), growing || entry.read.series === 'cumulative']
      if (was === is && growing === (entry.grown !== entry.read)) continue
      entry.grown = growing ? asTotal(entry.read) : entry.read
      if (was !== is) this.#campOf(entry).totals += is ? 1 : -1
      this.#turn(entry, was !== is, turned)
    }
  }

  /** False at the first number that is too small for a total, which is nearly always the first. */
  #mayGrow(own: ReadonlySet<Entry>): boolean {
    for (const { read } of own) if (!isLargeLoss(read)) return false
    return true
  }

  #lookAtTotals(entry: Entry, series: Set<string>): void {
    const told = this.#told(entry)
    const key = seriesKey(told)
    entry.told = told
    if (entry.series !== key && entry.series !== null) {
      this.#series.get(entry.series)?.delete(entry)
      series.add(entry.series)
    }
    entry.series = key
    this.#series.set(key, (this.#series.get(key) ?? new Set()).add(entry))
    series.add(key)
  }

  /**
   * Makes totals of numbers that fit the known totals of the same subject and camp from both sides, though they do not say since
   * when they count: "already lost 18,300" between 18,000 the day before and 18,600 two days later.
   */
  #told(entry: Entry): FigureDraft {
    const { grown } = entry
    const camp = this.#campOf(entry)
    if (camp.totals === 0) return grown
    const totals = () =>
      camp
        .around(entry)
        .filter(isTotal)
        .map(other => other.grown)
    if (isTotal(entry)) return isNarrower(grown, totals()) ? { ...grown, series: null } : grown
    return grown.series === null && isLoss(grown) && fitsTotals(grown, totals()) ? asTotal(grown) : grown
  }

  #write(series: ReadonlySet<string>): BlockRows {
    const rows = new Map<string, readonly Figure[]>()
    const lines = new Set<string>()
    for (const key of series) {
      const own = [...(this.#series.get(key) ?? [])].sort(bySaid)
      if (own.length === 0) this.#series.delete(key)
      const figures = own.length === 0 ? [] : writeSeries(own.map(({ told }) => told))
      rows.set(`series ${key}`, figures)
      this.#file(key, figures, lines)
    }
    for (const line of lines) {
      const told = [...(this.#lines.get(line)?.values() ?? [])].flat()
      if (told.length === 0) this.#lines.delete(line)
      rows.set(`line ${line}`, deriveDaily(told))
    }
    return rows
  }

  /** Files the totals and days of a series under their claimants' lines; of other figures no daily one is worked out. */
  #file(key: string, figures: readonly Figure[], lines: Set<string>): void {
    const of = new Map<string, Figure[]>()
    for (const figure of figures) {
      if (figure.series === null) continue
      const line = lineKey(figure)
      of.set(line, [...(of.get(line) ?? []), figure])
    }
    for (const line of this.#linesOf.get(key) ?? []) {
      this.#lines.get(line)?.delete(key)
      lines.add(line)
    }
    for (const [line, own] of of) {
      this.#lines.set(line, (this.#lines.get(line) ?? new Map()).set(key, own))
      lines.add(line)
    }
    if (of.size > 0) this.#linesOf.set(key, new Set(of.keys()))
    else this.#linesOf.delete(key)
  }
}
