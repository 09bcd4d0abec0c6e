import { addDays, type Briefing, type Day, dayNumber, type Instant, makeId, type Note, type Theatre } from '#domain'
import { unique } from '#kit'
import type { Ledger } from '#ledger'
import { changesOf } from './changes.ts'
import { CORRECTIONS, correctedOf, correctionNotes } from './corrected.ts'
import { type DayRecord, readDay } from './day-record.ts'
import { disputedOf } from './disputed.ts'
import { happeningsOf, type RankedItem } from './happenings.ts'
import { dayNotes } from './notes.ts'
import { originsOf } from './origins.ts'
import { HAPPENING_SECTIONS } from './rank.ts'
import { realDisputes } from './real-disputes.ts'
import { talliesOf } from './tallies.ts'
import { counted } from './words.ts'

/** Most lines of one section; the rest are counted in a note `left-out`. */
const MOST_LINES = 12
const MOST_CHANGES = 8
/** Lines of a section that assessments, forecasts and plans may have although there are facts enough to fill it. */
const VIEW_LINES = 2
/** A section with so many good lines does without its poor ones: one good line alone reads better than a broken one beside it. */
const ENOUGH_LINES = 1
const SECTIONS = [...HAPPENING_SECTIONS, 'Disputed', 'Figures', 'Changed since yesterday', CORRECTIONS] as const

/**
 * Writes the edition of one UTC day from what the ledger knew at `asOf`. Sections come in a fixed order, empty ones are
 * left out; the lines of each are ranked by `importanceOf`, facts before views. The id is a hash of all that is said, without `asOf` and
 * `since`: equal knowledge gives the equal edition. Nothing is recorded; a day without reports gives an edition that says so.
 */
export async function writeBriefing(input: {
  readonly ledger: Ledger
  readonly theatre: Theatre
  readonly date: Day
  readonly asOf: Instant
  /** Lines a section may have, whatever their grade; null: as many as an edition has. */
  readonly most?: number | null
}): Promise<Briefing> {
  const { ledger, theatre, date, asOf } = input
  const all = await readDay(ledger, theatre, date, asOf)
  const record = { ...all, disputes: realDisputes(all) }
  const ranked = [
    ...happeningsOf(record),
    ...disputedOf(record),
    ...talliesOf(record),
    ...changesOf(record),
    ...correctedOf(record),
  ]
  const { sections, notes } = toSections(ranked, input.most ?? null)
  const content = {
    theatre: theatre.name,
    day: dayNumber(theatre.dayOne, date),
    date,
    window: record.window,
    reports: record.articles.length,
    outlets: outletsOf(record),
    origins: originsOf(record.today, theatre).length,
    sections,
    notes: [...dayNotes(record), ...correctionNotes(record), ...notes],
  }
  const since = await ledger.briefing(addDays(date, -1), { asOf })
  return { id: makeId('briefing', content), ...content, asOf, since: since?.id ?? null }
}

function toSections(
  ranked: readonly RankedItem[],
  most: number | null,
): { sections: Briefing['sections']; notes: readonly Note[] } {
  const sections = SECTIONS.flatMap(heading => {
    const lines = toldOnce(ranked.filter(({ section }) => section === heading).sort(byImportance))
    return lines.length > 0
      ? [{ heading, lines, shown: most === null ? shownOf(heading, lines) : bestFirst(lines).slice(0, most) }]
      : []
  })
  return {
    sections: sections
      .filter(({ shown }) => shown.length > 0)
      .map(({ heading, shown }) => ({ heading, items: shown.map(({ item }) => item) })),
    notes: sections
      .filter(({ lines, shown }) => lines.length > shown.length)
      .map(({ heading, lines, shown }) =>
        leftOut(
          heading,
          lines.filter(line => !shown.includes(line)),
        ),
      ),
  }
}

/** Without the lines of rival sides whose own words stand in the line above as what is said against it: the section of disputes has both. */
function toldOnce(lines: readonly RankedItem[]): readonly RankedItem[] {
  const kept: RankedItem[] = []
  for (const line of lines) {
    const { disputes, claims, disputed } = line.item
    const told = kept.some(
      ({ item }) =>
        disputed && item.disputes.some(id => disputes.includes(id)) && item.claims.some(id => claims.includes(id)),
    )
    if (!told || !(HAPPENING_SECTIONS as readonly string[]).includes(line.section)) kept.push(line)
  }
  return kept
}

/** The lines of a section that are shown: facts, then views, then poor lines where there are few others. */
function shownOf(heading: string, lines: readonly RankedItem[]): readonly RankedItem[] {
  const most = heading === 'Changed since yesterday' ? MOST_CHANGES : MOST_LINES
  const [facts, views, poor] = (['fact', 'view', 'poor'] as const).map(grade =>
    lines.filter(line => line.grade === grade),
  )
  const factLines = (facts ?? []).slice(0, most - Math.min(VIEW_LINES, views?.length ?? 0))
  const good = [...factLines, ...(views ?? []).slice(0, most - factLines.length)]
  return good.length >= ENOUGH_LINES ? good : [...good, ...(poor ?? []).slice(0, ENOUGH_LINES - good.length)]
}

/** Facts, then views, then poor lines; each by importance. */
const bestFirst = (lines: readonly RankedItem[]): readonly RankedItem[] =>
  (['fact', 'view', 'poor'] as const).flatMap(grade => lines.filter(line => line.grade === grade))

function leftOut(heading: string, lines: readonly RankedItem[]): Note {
  const claims = unique(lines.flatMap(({ item }) => item.claims)).length
  const what = `${counted(lines.length, 'further line')} of less stated importance (${counted(claims, 'claim')})`
  return { rule: 'left-out', reason: `${heading}: ${what} ${lines.length === 1 ? 'is' : 'are'} left out.`, span: null }
}

/** Most important first; among equals the one whose first claim has the lower id, so that the order never depends on chance. */
const byImportance = (a: RankedItem, b: RankedItem): number =>
  b.importance - a.importance || (a.item.claims[0] < b.item.claims[0] ? -1 : 1)

const outletsOf = ({ articles, sources }: DayRecord): string[] =>
  unique(articles.map(({ outlet, source }) => outlet ?? sources.get(source)?.name ?? source)).sort()
