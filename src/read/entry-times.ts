import { type Instant, parseInstant } from '#domain'
import type { Document } from './document.ts'

/** The clock at the head of an entry of a live page, with its day and zone where they are told. */
const CLOCK =
  /^[[(]?(?:(\d{4})-(\d{2})-(\d{2})[,T]? ?|(\d{1,2})[./](\d{1,2})[./](\d{4}),? )?([01]?\d|2[0-3])[:.]([0-5]\d)(?: ?([ap])\.?m\.?)?(?: ?(GMT|UTC|BST|CET|CEST|EET|EEST|ET|EST|EDT|MSK))?/iu

/** Hours ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  GMT: 0,
  UTC: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  ET: -5,
  EST: -5,
  EDT: -4,
}
const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * When each sentence of a live page was said: the clock its entry opens with, on the day that brings it nearest to the
 * publication, in UTC where no zone is told. Null for a sentence under no clock, and where the clock is later than the
 * publication: then nobody knows better than that.
 */
export function entryTimes({ report, sentences }: Document): readonly (Instant | null)[] {
  let said: Instant | null = null
  return sentences.map(({ label }) => {
    if (label)
      said =
        clockAt(report.text.slice(...label), report.publishedAt) ?? (isClock(report.text.slice(...label)) ? null : said)
    return said
  })
}

const isClock = (words: string): boolean => CLOCK.test(words)

function clockAt(words: string, publishedAt: Instant): Instant | null {
  const found = CLOCK.exec(words)
  if (!found) return null
  const [, year, month, date, dayOfMonth, monthBehind, yearBehind, hour, minute, half, zone] = found
  const published = Date.parse(publishedAt)
  const told = year ? `${year}-${month}-${date}` : yearBehind ? isoDay(yearBehind, monthBehind, dayOfMonth) : null
  const midnight = Date.parse(`${told ?? publishedAt.slice(0, 10)}T00:00:00Z`)
  const at =
    midnight +
    hoursOf(Number(hour), half) * HOUR +
    Number(minute) * 60_000 -
    (ZONES[zone?.toUpperCase() ?? 'UTC'] ?? 0) * HOUR
  const nearest = told
    ? at
    : [at - DAY, at, at + DAY].toSorted((a, b) => Math.abs(a - published) - Math.abs(b - published))[0]
  if (nearest === undefined || Number.isNaN(nearest) || nearest > published) return null
  return parseInstant(new Date(nearest).toISOString())
}

const isoDay = (year: string, month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** "2.30 pm" is 14, "12.10 am" is 0. */
const hoursOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
