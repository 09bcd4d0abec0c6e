import type { BriefingItem, Note } from '#domain'
import { unique } from '#kit'
import { atLeastOne, citationsOf } from './citations.ts'
import type { Corrected, DayRecord } from './day-record.ts'
import type { RankedItem } from './happenings.ts'
import { originsBehind } from './origins.ts'

/** Heading of the section of corrections. */
export const CORRECTIONS = 'Corrections'

/**
 * One line for each correction of the day that puts right what was said before it: by an analyst, by a claimant of its own
 * count, of who held a place on an earlier day, or because words are read otherwise. A likelihood that the day's own
 * reports moved is no correction of the edition: it stands under what changed. A correction whose claims are gone has no
 * words to stand on and is told in the notes.
 */
export function correctedOf(record: DayRecord): RankedItem[] {
  return tellable(record).flatMap(({ correction, claims }) => {
    if (claims.length === 0) return []
    const origins = originsBehind(claims, record.theatre)
    const item: BriefingItem = {
      text: correction.text,
      likelihood: null,
      confidence: null,
      origins: origins.length,
      camps: unique(origins.map(({ camp }) => camp)).sort(),
      disputed: false,
      place: null,
      beliefs: [],
      disputes: [],
      figures: correction.kind === 'figure' ? [correction.about] : [],
      claims: atLeastOne(
        claims.map(({ id }) => id),
        'correction',
      ),
      citations: atLeastOne(citationsOf(claims, record), 'correction'),
      changed: { kind: 'changed', was: correction.said },
    }
    const importance = correction.judgements.length > 0 ? 10 : correction.kind === 'control' ? 6 : 3
    return [{ section: CORRECTIONS, importance, grade: 'fact' as const, item }]
  })
}

/** Corrections of the day that rest on no claim any more. */
export const correctionNotes = (record: DayRecord): Note[] =>
  tellable(record)
    .filter(({ claims }) => claims.length === 0)
    .map(({ correction }) => ({ rule: 'corrected', reason: `Corrected: ${correction.text}`, span: null }))

function tellable({ corrections, date }: DayRecord): Corrected[] {
  return corrections.filter(({ correction: { kind, judgements, saidAt } }) => {
    if (kind === 'belief') return judgements.length > 0
    return kind !== 'control' || saidAt.slice(0, 10) < date
  })
}
