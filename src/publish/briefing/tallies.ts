import { type BriefingItem, type Figure, type Measure, type RecordedClaim } from '#domain'
import { foldName, groupBy, unique } from '#kit'
import { amountWords, measureWords, munitionOf } from './amounts.ts'
import { atLeastOne, citationsOf } from './citations.ts'
import { claimsOf, type DayRecord, isSaidToday } from './day-record.ts'
import { LOSSES, peopleOf } from './frames.ts'
import type { RankedItem } from './happenings.ts'
import { speakersOf, withArticle } from './names.ts'
import { originsOf } from './origins.ts'
import { counted, listWords, numberWords, oneLine, sentenceCase } from './words.ts'

/** Most counts of one tally that a line spells out. */
const MOST_COUNTS = 6

/** What one or more claimants count alike, in one series. */
interface Tally {
  readonly series: Figure['series']
  readonly figures: readonly Figure[]
  /** The figures that the line spells out: one for each count, by the main measures first. */
  readonly newest: readonly Figure[]
}

/**
 * One line for each claimant and series given today: the newest count of every measure, its whole and its increment.
 * Claimants whose counts are the same share a line, so that ten reprints of a night's count are one.
 */
export function talliesOf(record: DayRecord): RankedItem[] {
  const today = record.figures.filter(figure => figure.series !== null && todaysOf(record, figure).length > 0)
  // People and what a side loses are two tallies, though one speaker gives both.
  const byClaimant = groupBy(today, ({ claimant, series, measure }) =>
    JSON.stringify([foldName(claimant), series, measure.startsWith('people.')]),
  )
  const tallies = [...byClaimant.values()].map(
    (figures): Tally => ({ series: figures[0]?.series ?? null, figures, newest: newestOf(figures) }),
  )
  const alike = groupBy(tallies, ({ series, newest }) => JSON.stringify([series, newest.map(countKey)]))
  const groups = [...alike.values()]
  return groups
    .filter(group => !groups.some(other => other !== group && holdsAll(other, group)))
    .map(group => toItem(record, group))
}

/** True where one tally gives every count of another and more: the shorter would only say it again. */
function holdsAll([longer]: readonly Tally[], [shorter]: readonly Tally[]): boolean {
  if (!longer || !shorter || longer.series !== shorter.series || longer.newest.length <= shorter.newest.length)
    return false
  const keys = new Set(longer.newest.map(countKey))
  return shorter.newest.every(figure => keys.has(countKey(figure)))
}

const countKey = ({ measure, unit, value, low, high, of }: Figure): string =>
  JSON.stringify([measure, unit, value, low, high, of])

const todaysOf = (record: DayRecord, figure: Figure): RecordedClaim[] =>
  claimsOf(record, figure.because).filter(claim => isSaidToday(record, claim))

function toItem(record: DayRecord, tallies: readonly Tally[]): RankedItem {
  const figures = tallies.flatMap(tally => tally.newest)
  const newest = tallies[0]?.newest ?? []
  const claims = claimsOf(record, unique(figures.flatMap(figure => todaysOf(record, figure).map(({ id }) => id))))
  const item: BriefingItem = {
    text: tallyWords(record, newest, claims),
    likelihood: null,
    confidence: null,
    origins: originsOf(claims, record.theatre).length,
    camps: unique(figures.map(({ camp }) => camp)).sort(),
    disputed: false,
    place: null,
    beliefs: [],
    disputes: [],
    figures: unique(tallies.flatMap(tally => tally.newest.map(({ id }) => id))),
    claims: atLeastOne(
      claims.map(({ id }) => id),
      'tally line',
    ),
    citations: atLeastOne(citationsOf(claims, record), 'tally line'),
    changed: null,
  }
  const flagged = newest.some(({ flags }) => flags.length > 0)
  const importance =
    newest.length +
    item.origins +
    (flagged ? 10 : 0) +
    (newest.some(({ of, change }) => (of ?? change) !== null) ? 2 : 0) +
    (newest.some(({ measure }) => measure.startsWith('munitions.')) ? 3 : 0)
  return { section: 'Figures', importance, grade: 'fact', item }
}

/** The newest figure of each measure and unit, by the day counted, then the greatest (a part is not the whole), then by the saying; a corrected figure gives way. */
function newestOf(figures: readonly Figure[]): Figure[] {
  const replaced = new Set(figures.flatMap(({ replaces }) => replaces ?? []))
  const size = ({ value, low, high, of }: Figure): number => of ?? value ?? high ?? low ?? 0
  const ordered = [...figures].sort(
    (a, b) =>
      (a.happened < b.happened ? -1 : a.happened > b.happened ? 1 : 0) ||
      (a.series === 'daily' ? size(a) - size(b) : 0) ||
      (`${a.said}${a.id}` < `${b.said}${b.id}` ? -1 : 1),
  )
  const newest = new Map<string, Figure>()
  for (const figure of ordered) {
    if (!replaced.has(figure.id)) newest.set(`${figure.measure} ${figure.unit}`, figure)
  }
  return [...newest.values()].sort((a, b) => placeIn(a.measure) - placeIn(b.measure))
}

const ORDER: readonly Measure[] = [
  'munitions.launched',
  'munitions.shot-down',
  'munitions.hit',
  'people.killed',
  'people.wounded',
  'personnel.losses',
  'personnel.killed',
  'personnel.wounded',
  'personnel.captured',
  ...(Object.keys(LOSSES).filter(measure => measure !== 'personnel.losses') as Measure[]),
]
const placeIn = (measure: Measure): number => (ORDER.indexOf(measure) + ORDER.length + 1) % (ORDER.length + 1)

function tallyWords(record: DayRecord, figures: readonly Figure[], claims: readonly RecordedClaim[]): string {
  const [first] = figures
  if (!first) return ''
  const counts = figures
    .slice(0, MOST_COUNTS)
    .map(figure => countWords(figure, nounOf(figure, todaysOf(record, figure))))
  const left = figures.length - counts.length
  const lost = claims.every(({ type }) => type === 'harm.losses')
  const subjects = unique(figures.map(({ subject }) => subject))
  const subject = lost && subjects.length === 1 && subjects[0] ? withArticle(subjects[0]) : null
  const list = listWords(left > 0 ? [...counts, counted(left, 'further count')] : counts)
  const flags = figures.flatMap(figure =>
    figure.flags.map(flag => ` ${sentenceCase(nounOf(figure, []))}: ${oneLine(flag.reason)}`),
  )
  const speakers = speakersOf(claims)
  const tally =
    first.series === 'daily'
      ? `${speakers.plural ? 'count' : 'counts'} ${list}${lost ? ' lost' : ''}${subject ? ` by ${subject}` : ''} in one day`
      : `${speakers.plural ? 'give' : 'gives'} ${figures.length > 1 ? 'running totals' : 'a running total'}${lost ? ' of losses' : ''}${subject ? ` for ${subject}` : ''}: ${list}`
  return `${sentenceCase(speakers.words)} ${tally}.${flags.map(endStop).join('')}`
}

const endStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** "733,830 personnel (+1,610)", "76 of 188 drones shot down". */
function countWords(figure: Figure, noun: string): string {
  const amount = amountWords({ ...figure, approx: false }) ?? 'an unstated number of'
  const change =
    figure.change === null ? '' : ` (${figure.change < 0 ? '−' : '+'}${numberWords(Math.abs(figure.change))})`
  const whole = figure.of === null ? '' : ` of ${numberWords(figure.of)}`
  return `${amount}${whole} ${noun}${change}`
}

/** What a figure counts, in words: from the table of losses, the munition the reports name, its unit, or the measure's own name. */
function nounOf(figure: Figure, claims: readonly RecordedClaim[]): string {
  const { measure, unit } = figure
  if (measure.startsWith('munitions.'))
    return `${munitionsOf(figure, claims)}${measureWords(measure).slice('munitions'.length)}`
  const people = peopleNoun(figure, claims)
  if (people !== null) return people
  return (
    LOSSES[measure]?.[1] ??
    (measure === 'count' || measure === 'money' ? oneLine(unit ?? measure) : measureWords(measure))
  )
}

/** "children killed": whom all reports count, where they say it in one word; null for what is not a count of people. */
function peopleNoun({ measure }: Figure, claims: readonly RecordedClaim[]): string | null {
  const done = /^people\.(\w+)$/.exec(measure)?.[1]
  if (done === undefined) return null
  const nouns = unique(
    claims.filter(({ figures }) => figures.some(each => each.measure === measure)).map(claim => peopleOf(claim)[1]),
  )
  const named = nouns.filter(noun => noun !== 'people')
  const [only] = named
  return `${named.length === 1 && only ? only : 'people'} ${done}`
}

/** The munition all reports name alike ("drones"), else "munitions". */
function munitionsOf({ measure, value }: Figure, claims: readonly RecordedClaim[]): string {
  const nouns = unique(
    claims.flatMap(claim => {
      const count = claim.figures.find(each => each.measure === measure && each.value === value)
      return (count && munitionOf(claim, count)?.toLowerCase().split(' ').at(-1)) ?? []
    }),
  )
  return nouns.length === 1 && nouns[0] ? oneLine(nouns[0]) : 'munitions'
}
