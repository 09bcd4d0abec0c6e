import { addDays, type Day, dayOf } from '#domain'
import type { DayRange } from './calendar.ts'
import type { Document, TimeMention, Token } from './document.ts'
import { ancestors, childrenBy, tokenAt } from './model/walk/children.ts'
import { verbGroup } from './model/walk/verb-group.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { resolveCompared } from './time-compared.ts'
import { readAbsolute } from './time-dates.ts'
import { type ReadTime, type TimeReader, wordAt } from './time-reader.ts'
import { calendarUnit, readRelative } from './time-relative.ts'

const AHEAD =
  /^(?:will|'ll|’ll|shall|expected|scheduled|set|plans|plan|planned|hopes?|due|intends?|upcoming|would|going|next|pledged|promised|vowed)$/
const STARTS =
  /^(?:\d.*|the|a|an|early|late|earlier|later|last|next|this|past|coming|recent|previous|current|today|tonight|yesterday|tomorrow|overnight|in|within|day|night|morning|evening|afternoon|first|second|third|fourth|spring|summer|autumn|fall|winter|q[1-4]|mid|end|beginning|half|\p{L}+teen|a|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple|following|now|currently|recently|daily|weekly|monthly|annually|hourly|every|each|several)$/u

/** Whether a clause looks ahead: an auxiliary or verb of the future within the ten words before. */
function looksAhead(tokens: readonly Token[], at: number, start: number): boolean {
  for (let back = at - 1; back >= Math.max(start, at - 14); back -= 1) {
    const token = tokens[back] as Token
    if (AHEAD.test(token.lower)) return !(token.lower === 'set' && tokens[back + 1]?.lower !== 'to')
    if (token.form === ';') return false
    if (token.tag === 'verb' && (token.verbForm === 'past' || token.verbForm === 'present')) return false
  }
  return false
}

/**
 * Whether the predicate a date hangs on looks ahead, by the tree: "will", "would", or a plan ("is due to meet on Monday"); null
 * where the tree names no finite predicate above it.
 */
function isAheadByTree({ tokens, span, tree }: Document['sentences'][number], token: number): boolean | null {
  const parsed = { span, tokens: tree }
  for (const at of ancestors(parsed, token - tokens[0])) {
    const { form, upos } = tokenAt(parsed, at)
    if (upos !== 'VERB' && childrenBy(parsed, at, 'cop').length === 0) continue
    const { tense, modal, finite } = verbGroup(parsed, at)
    if (tense === 'future' || modal === 'would' || AHEAD.test(form.toLowerCase())) return true
    if (finite) return false
  }
  return null
}

/** What the words beside a day tell of it: "as soon as Tuesday" lies ahead, "announced Friday" behind; null where they tell nothing. */
function sidesOf(tokens: readonly Token[], at: number): boolean | null {
  const before = at > 0 ? tokens[at - 1] : undefined
  if (before?.lower === 'as' && /^(?:soon|early|late)$/.test(tokens[at - 2]?.lower ?? '')) return true
  if (before?.tag !== 'verb' || /^(?:set|due|planned|scheduled|expected)$/.test(before.lower)) return null
  return before.verbForm === 'past' || before.verbForm === 'participle' ? false : null
}

/** A connecting word before an expression turns the days it names into a range. */
function bend(word: string, range: DayRange, day: Day): DayRange | null {
  if (!range.start || !range.end) return null
  switch (word) {
    case 'since':
      return { start: range.start, end: range.start > day ? range.end : day }
    case 'before':
      return range.start > day
        ? { start: day, end: addDays(range.start, -1) }
        : { start: null, end: addDays(range.start, -1) }
    case 'after':
      return { start: addDays(range.end, 1), end: range.end < day ? day : null }
    case 'until':
    case 'till':
      return range.end >= day ? { start: day, end: range.end } : { start: null, end: range.end }
    case 'by':
      return range.end > day ? { start: day, end: range.end } : range
    default:
      return null
  }
}

/**
 * "early March", "late 2022", "mid-April", "the end of March", "the beginning of the year": words before a date that name a
 * stretch of it without a border. The whole is kept as the range, for where "early" ends the text does not say.
 */
function readEdge(reader: TimeReader, at: number): { readonly from: number; readonly edge: string } {
  const word = wordAt(reader, at)
  if (/^(?:early|late|mid)$/.test(word))
    return { from: wordAt(reader, at + 1) === '-' || wordAt(reader, at + 1) === 'in' ? at + 2 : at + 1, edge: word }
  const the = word === 'the' ? 1 : 0
  const noun = wordAt(reader, at + the)
  if (/^(?:end|beginning|start|middle)$/.test(noun) && wordAt(reader, at + the + 1) === 'of')
    return { from: at + the + 2, edge: noun }
  return { from: at, edge: '' }
}

/** Reads an expression at a token, with words like "early" or "the end of" before it. */
function readTime(reader: TimeReader, at: number): ReadTime | null {
  const plain = readAbsolute(reader, at) ?? readRelative(reader, at)
  if (plain) return plain
  const { from, edge } = readEdge(reader, at)
  if (from === at) return null
  const inner =
    readAbsolute(reader, from) ?? (edge === 'mid' ? null : readRelative(reader, from)) ?? readThisUnit(reader, from)
  return inner?.start ? inner : null
}

/** "the year", "the month" behind "the end of": the current one. */
function readThisUnit(reader: TimeReader, at: number): ReadTime | null {
  if (wordAt(reader, at) !== 'the' || !/^(?:week|month|year)$/.test(wordAt(reader, at + 1))) return null
  const range = calendarUnit(reader, wordAt(reader, at + 1), 0)
  return range ? { ...range, to: at + 2 } : null
}

/** "from 5 to 7 March", "between March 5 and April 2": one range of two expressions. */
function joinRange(reader: TimeReader, at: number, first: ReadTime): ReadTime {
  const before = at > 0 ? (reader.tokens[at - 1]?.lower ?? '') : ''
  const link = wordAt(reader, first.to)
  const pairs =
    (before === 'from' && /^(?:to|until|till|through|-|–)$/.test(link)) || (before === 'between' && link === 'and')
  if (!first.start || !(pairs || /^(?:–|—|through)$/.test(link))) return first
  const second = readAbsolute(reader, first.to + 1) ?? readRelative(reader, first.to + 1)
  if (!second?.end || second.end < first.start) return first
  return { start: first.start, end: second.end, to: second.to }
}

/**
 * Finds time expressions and resolves them to whole UTC days against the day of publication, as section 5 of the codebook
 * says: dates of all shapes, weekdays (the one just gone, or ahead in a clause about the future), "overnight" from the
 * eve, "this week" from Monday to Sunday, "in the last three days" up to the day of the report, "day 1,007 of the war" by
 * the theatre's day one (not read when `index` is null). `since`, `before`, `after`, `until` and `by` make ranges, and
 * then belong to the span. Lengths of time without a day ("for two weeks") have `start` and `end` null.
 */
export function findTimes(document: Document, index: TheatreIndex | null = null): readonly TimeMention[] {
  const dayOne = index?.dayOne ?? null
  const known = read.get(document)
  if (known && known.dayOne === dayOne) return known.times
  const times = readTimes(document, dayOne)
  read.set(document, { dayOne, times })
  return times
}

/** Times of documents read before: numbers and claims both ask for them. */
const read = new WeakMap<Document, { readonly dayOne: Day | null; readonly times: readonly TimeMention[] }>()

/** A reader of one expression; whether its clause looks ahead is asked by few, and worth a walk up the tree. */
const readerOf = (
  tokens: readonly Token[],
  end: number,
  day: Day,
  dayOne: Day | null,
  isAhead: () => boolean,
): TimeReader => ({
  tokens,
  end,
  day,
  dayOne,
  get future() {
    return isAhead()
  },
})

function readTimes(document: Document, dayOne: Day | null): TimeMention[] {
  const day = dayOf(document.report.publishedAt)
  const found: TimeMention[] = []
  for (const placed of document.sentences) {
    const {
      tokens: [start, end],
      index: sentence,
    } = placed
    for (let at = start; at < end; at += 1) {
      const token = document.tokens[at] as Token
      if (!/^\p{Lu}/u.test(token.form) && !STARTS.test(token.lower)) continue
      const isAhead = (): boolean =>
        sidesOf(document.tokens, at) ?? isAheadByTree(placed, at) ?? looksAhead(document.tokens, at, start)
      const reader = readerOf(document.tokens, end, day, dayOne, isAhead)
      const first = readTime(reader, at)
      if (!first) continue
      const whole = joinRange(reader, at, first)
      const before = at > start ? (document.tokens[at - 1] as Token) : undefined
      const bent = before ? bend(before.lower, whole, day) : null
      const from = bent ? at - 1 : at
      const span = [(document.tokens[from] as Token).span[0], (document.tokens[whole.to - 1] as Token).span[1]] as const
      const range = bent ?? whole
      found.push({
        span,
        text: document.report.text.slice(...span),
        start: range.start,
        end: range.end,
        tokens: [from, whole.to],
        sentence,
      })
      at = whole.to - 1
    }
  }
  return resolveCompared(found)
}
