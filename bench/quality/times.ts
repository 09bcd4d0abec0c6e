import type { Instant } from '#domain'
import { parseInstant } from '#domain'
import { openGrammar } from '#read/model'
import { monthLength } from '../../src/read/calendar.ts'
import { readDocument } from '../../src/read/sentences.ts'
import { findTimes } from '../../src/read/times.ts'
import { listFiles, prf, readText, unescapeXml } from './data-files.ts'

interface GoldTime {
  readonly span: readonly [number, number]
  readonly type: string
  readonly value: string
}

interface GoldText {
  readonly text: string
  readonly created: Instant
  readonly times: readonly GoldTime[]
}

/** The body of a TimeML file as plain text, with its TIMEX3 marks as spans; null where it has no body or creation time. */
function readTimeMl(xml: string): GoldText | null {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1]
  const created = /functionInDocument="(?:CREATION_TIME|PUBLICATION_TIME)"/.test(xml)
    ? /<DCT>\s*<TIMEX3[^>]*\bvalue="(\d{4}-\d{2}-\d{2})/.exec(xml)?.[1]
    : undefined
  const at = created === undefined ? null : parseInstant(created)
  if (!body || !at) return null
  let text = ''
  const times: GoldTime[] = []
  const open: { start: number; type: string; value: string }[] = []
  for (const [part] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!part.startsWith('<')) text += unescapeXml(part)
    else if (part.startsWith('<TIMEX3'))
      open.push({
        start: text.length,
        type: /type="(\w+)"/.exec(part)?.[1] ?? '',
        value: /\bvalue="([^"]*)"/.exec(part)?.[1] ?? '',
      })
    else if (part === '</TIMEX3>') {
      const mark = open.pop()
      if (mark) times.push({ span: [mark.start, text.length], type: mark.type, value: mark.value })
    }
  }
  return { text, created: at, times }
}

const pad = (number: number): string => String(number).padStart(2, '0')

/** The days a TIMEX3 value covers, or null where it names none (durations, references to now, parts of a season). */
function daysOfValue(value: string): readonly [string, string] | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4])|-W(\d{2}))?(?:T.*)?$/.exec(value)
  if (!parts) return null
  const [, year, month, day, quarter, week] = parts
  const inYear = Number(year)
  if (day) return [`${year}-${month}-${day}`, `${year}-${month}-${day}`]
  if (month) return [`${year}-${month}-01`, `${year}-${month}-${pad(monthLength(inYear, Number(month)))}`]
  if (quarter) {
    const last = Number(quarter) * 3
    return [`${year}-${pad(last - 2)}-01`, `${year}-${pad(last)}-${pad(monthLength(inYear, last))}`]
  }
  if (week) {
    const fourth = new Date(Date.UTC(inYear, 0, 4))
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000 + (Number(week) - 1) * 7 * 86_400_000
    const iso = (at: number) => new Date(at).toISOString().slice(0, 10)
    return [iso(monday), iso(monday + 6 * 86_400_000)]
  }
  return [`${year}-01-01`, `${year}-12-31`]
}

/**
 * The days an expression should span by the gold value of the date in it. "Since May" and "by Friday" are ranges of which the
 * gold marks name one edge: the other, null here, is not compared.
 */
function edgesOf(
  words: string,
  [first, last]: readonly [string, string],
): readonly [start: string | null, end: string | null] {
  const bend = /^(since|until|till|by)\s/i.exec(words)?.[1]?.toLowerCase()
  return bend === 'since' ? [first, null] : bend ? [null, last] : [first, last]
}

/**
 * Scores time expressions on TimeML files (TimeBank and AQUAINT of TempEval-3): relaxed span precision, recall and F1 (an
 * overlap counts, one to one), and of matched expressions whose value names days the share whose first day is right
 * (`valueStart`) and whose both days are (`value`); of a range that a word opens ("since May") the edge that the date gives.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  let [right, found, wanted, strict, valued, starts, both] = [0, 0, 0, 0, 0, 0, 0]
  for (const path of listFiles(dataPath, /\.tml$/)) {
    const gold = readTimeMl(readText(path))
    if (!gold) continue
    const report = { title: null, outlet: null, publishedAt: gold.created, url: null, language: 'en', text: gold.text }
    const times = findTimes(readDocument(report, openGrammar()))
    found += times.length
    wanted += gold.times.length
    const taken = new Set<number>()
    for (const want of gold.times) {
      const at = times.findIndex(
        (time, index) => !taken.has(index) && time.span[0] < want.span[1] && want.span[0] < time.span[1],
      )
      const time = times[at]
      if (!time) continue
      taken.add(at)
      right += 1
      if (time.span[0] === want.span[0] && time.span[1] === want.span[1]) strict += 1
      const days = daysOfValue(want.value)
      if (!days || (want.type !== 'DATE' && want.type !== 'TIME')) continue
      valued += 1
      const [start, end] = edgesOf(gold.text.slice(...time.span), days)
      if (start === null || time.start === start) starts += 1
      if ((start === null || time.start === start) && (end === null || time.end === end)) both += 1
    }
  }
  const relaxed = prf(right, found, wanted)
  return {
    expressions: wanted,
    precision: relaxed.precision,
    recall: relaxed.recall,
    f1: relaxed.f1,
    strictF1: prf(strict, found, wanted).f1,
    valueStart: valued > 0 ? starts / valued : 0,
    value: valued > 0 ? both / valued : 0,
  }
}
