import type { Article } from '#domain'
import { foldOnce } from './remember.ts'
import { contentWords } from './words.ts'

/** Words of the body that are looked at: what a report is about is told early. */
const BODY_WORDS = 600
const TITLE_WEIGHT = 3
const KIND_WEIGHT = { name: 2, number: 2, word: 1 } as const

/** The date or the hour of a page, which all pages of that day or hour have. */
const STAMP = /^(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?)$/

/** The sentences of a report's text, in order. */
export const sentencesOf = ({ text }: Article): readonly string[] =>
  text.split(/(?<=[.!?])\s+|\n+/).filter(part => part.trim() !== '')

/** A title without the name of the site at its end: `Two killed in Sumy - Example Daily`. */
export const titleMatter = (title: string): string => title.split(/\s[-|–—«]\s/)[0] ?? title

/** The title's and the body's words with their weighted counts. Sentences that `leaveOut` names are passed over. */
export function countWords(
  article: Article,
  sentences: readonly string[],
  leaveOut: (sentence: string, at: number) => boolean,
): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => {
    if (!STAMP.test(term)) terms.set(term, (terms.get(term) ?? 0) + weight)
  }
  for (const { stem, kind } of contentWords(titleMatter(article.title ?? '')))
    add(stem, TITLE_WEIGHT * KIND_WEIGHT[kind])
  let room = BODY_WORDS
  for (const [at, sentence] of sentences.entries()) {
    if (room <= 0) break
    if (leaveOut(sentence, at)) continue
    for (const { stem, kind } of contentWords(sentence)) {
      add(stem, KIND_WEIGHT[kind])
      room -= 1
    }
  }
  return terms
}

/** Words that date or number one instalment of a series. */
const INSTALMENT =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\d[\d.,:]*(?:st|nd|rd|th)?/giu
/** A title with fewer words left than this names no series. */
const LEAST_WORDS = 3

/**
 * The series a report is an instalment of, if it is of one: its outlet and its title without dates and numbers ("Losses of
 * the enemy as of 5 April"). Null where the outlet or the title is not known or says too little.
 */
export function seriesOf({ outlet, title }: Article): string | null {
  if (outlet === null || title === null) return null
  const left =
    titleMatter(title)
      .replace(INSTALMENT, ' ')
      .match(/\p{L}{2,}/gu) ?? []
  return left.length < LEAST_WORDS ? null : `${foldOnce(outlet)}\n${left.join(' ').toLowerCase()}`
}

/** From the weekday that 1 January 1970 was. */
const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday']
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'g')

/** The days a report's title and text name by their weekday, in days since 1970 began: of each name the last up to the day it was `published`. */
export function daysNamed({ title, text }: Article, published: number): readonly number[] {
  const names = new Set(`${title ?? ''}\n${text}`.match(WEEKDAY))
  return [...names].map(name => published - ((((published - WEEKDAYS.indexOf(name)) % 7) + 7) % 7))
}
