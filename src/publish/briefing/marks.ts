import { BAND_WORDS, type Briefing, type BriefingItem, type Citation, type Note } from '#domain'
import { groupBy, unique } from '#kit'
import { EMPTY_DAY } from './notes.ts'
import {
  counted,
  longDate,
  momentWords,
  nested,
  numberWords,
  oneLine,
  publishedWords,
  quoted,
  sentenceCase,
} from './words.ts'

/** "Day 1,007 · Tuesday 26 November 2024 · Russia–Ukraine war". */
export const titleLine = ({ day, date, theatre }: Briefing): string =>
  `Day ${numberWords(day)} · ${longDate(date)} · ${oneLine(theatre)}`

/**
 * "34 reports by 18 outlets, whose claims go back to 47 independent origins · as known at 2024-11-26 23:59 UTC". One report
 * quotes several, so origins may outnumber reports.
 */
export const countLine = ({ reports, outlets, origins, asOf }: Briefing): string =>
  [
    `${counted(reports, 'report')} by ${counted(outlets.length, 'outlet')}${origins === 0 ? '' : `, whose claims go back to ${counted(origins, 'independent origin')}`}`,
    `as known at ${momentWords(asOf)}`,
  ].join(' · ')

/** What stands before a line, short: Fogline's likelihood and confidence where it has one, origins, disputed, changed. */
export function marksOf(item: BriefingItem): readonly string[] {
  const { likelihood, confidence, changed, text, camps } = item
  const sides = camps.length > 1 ? ` in ${numberWords(camps.length)} camps` : ''
  return [
    ...(likelihood === null ? [] : [sentenceCase(BAND_WORDS[likelihood])]),
    ...(confidence === null ? [] : [`${confidence} confidence`]),
    `${counted(item.origins, 'origin')}${sides}`,
    ...(item.disputed ? ['disputed'] : []),
    ...(changed?.kind !== 'changed'
      ? []
      : [changed.was === null || text.includes(changed.was) ? 'changed' : `was ${oneLine(changed.was).split(',')[0]}`]),
  ]
}

/** "Agentstvo → Reuters → Northgate Wire, 2024-11-26 08:30 UTC": who is quoted, by whom, where, when. */
export const sourceWords = ({ chain, outlet, publishedAt }: Citation): string => {
  const way = chain.at(-1) === outlet ? chain : [...chain, outlet]
  return `${way.map(oneLine).join(' → ')}, ${publishedWords(publishedAt)}`
}

/** Citations of one report by one way, shown together: what of its words stands under the line, and whence. */
export interface Cited {
  /** The words that the line has not yet, in quotation marks, each once; may be empty. */
  readonly quotes: readonly string[]
  /** Where they stand: one citation of each report, the first first. */
  readonly sources: readonly Citation[]
}

/** The citations of a line with those of one report put together, and reports that say it in the same words; in order. */
export function citedUnder(item: BriefingItem): Cited[] {
  const groups = groupBy(item.citations, ({ article, chain }) => JSON.stringify([article, chain]))
  const each = [...groups.values()].map(group => {
    const told = group.filter(citation => !isTold(item, citation)).map(({ quote }) => nested(quote))
    const longest = unique(told).filter(words => !told.some(other => other !== words && other.includes(words)))
    return { quotes: longest.map(words => `“${words}”`), sources: group.slice(0, 1) }
  })
  return [...groupBy(each, ({ quotes }) => quotes.join('\n')).values()].map(group => ({
    quotes: group[0]?.quotes ?? [],
    sources: group.flatMap(({ sources }) => sources),
  }))
}

/** Sources spelled out beside one stretch of words; the others are counted. */
const MOST_SOURCES = 4
/** The sources of some words, each rendered, the rest counted. */
export function sourcesIn({ sources }: Cited, render: (citation: Citation) => string): string {
  const left = sources.length - MOST_SOURCES
  return [...sources.slice(0, MOST_SOURCES).map(render), ...(left > 0 ? [`and ${left} more`] : [])].join('; ')
}

/** True where a line already has the whole words of a citation, which then need not stand under it again. */
const isTold = ({ text }: BriefingItem, { quote }: Citation): boolean =>
  text.includes(quoted(quote)) && !quoted(quote).endsWith('…”')

/** The address as a link may lead to it: http and https alone; null for anything else a report may hold. */
export const safeUrl = (url: string | null): string | null =>
  url !== null && /^https?:\/\/[^\s"'<>]+$/i.test(url) ? url : null

/** Notes of the edition, with the empty day's said in the body instead. */
export const notesShown = ({ notes }: Briefing): readonly Note[] => notes.filter(({ reason }) => reason !== EMPTY_DAY)

/** True where the edition has nothing to tell because no report of the day is known. */
export const isEmptyDay = ({ notes }: Briefing): boolean => notes.some(({ rule }) => rule === 'no-reports')

/** What stands where there are reports but no line. */
export const NO_LINES = 'The reports of this day hold no claim that could be read.'
