import { BAND_WORDS, type Day, type RecordedClaim } from '#domain'
import { foldName, groupBy, unique } from '#kit'
import { type Clause, clauseOf, saysNo } from './clause.ts'
import { happenedOn } from './happened-on.ts'
import { holderName, type Speakers, speakersOf, viaWords } from './names.ts'
import { newestCounts } from './newest-counts.ts'
import { LEAST_TO_LEAD } from './rank.ts'
import { contentWords, overlap } from './same-thing.ts'
import { shownWords, wordingOf } from './wording.ts'
import { listWords, numberWords, oneLine, quoted, sentenceCase } from './words.ts'

/** Claims that say the same with the same certainty, so that one clause stands for all of them. */
interface Saying {
  readonly claims: readonly RecordedClaim[]
  readonly clause: Clause
  readonly holders: number
  /** How well the words carry a line: `wordingOf` of the best of them. */
  readonly wording: number
}

/** Most different things asserted of one happening that a line spells out; the others stand in its citations. */
const MOST_VARIANTS = 2
/** Two quotations that share more of the shorter one's words than this are not both shown. */
const ALIKE = 0.6
/** The same for two quotations of one holder. */
const ALIKE_OF_ONE = 0.4

/**
 * The sentence of one happening: who asserts what and how surely, who says otherwise, who denies it, who doubts it.
 * Takes the claims of one happening (at least one) and the day of the edition, from which it tells other days; null tells
 * none. Every word is a name, a field or a quotation of one of the claims, or
 * of the fixed frame between them.
 */
export function sayClaims(claims: readonly RecordedClaim[], date: Day | null = null): string {
  const { standing, older } = newestCounts(claims.filter(claim => claim.stance === 'asserts'))
  const asserted = sayings(standing)
  const denied = claims.filter(claim => claim.stance === 'denies')
  const doubted = claims.filter(claim => claim.stance === 'questions')
  const parts = [...assertions(asserted, older, date)]
  if (denied.length > 0)
    parts.push(parts.length > 0 ? says(denied, 'denies it', 'deny it') : refusals(denied, DENY, date))
  if (doubted.length > 0) {
    parts.push(
      parts.length > 0 ? says(doubted, 'casts doubt on it', 'cast doubt on it') : refusals(doubted, DOUBT, date),
    )
  }
  return `${sentenceCase(parts.join('; '))}.`
}

/** What one claim asserts, to stand inside a sentence: "the General Staff says Northland holds Mill Ford". */
export const sayAside = (claim: RecordedClaim): string => sayings([claim]).map(assertion).join('')

/** The sayings of some claims, the one to lead first: trusted before not, in whole words before broken ones, a frame before a quotation. */
function sayings(claims: readonly RecordedClaim[]): Saying[] {
  const alike = groupBy(claims, claim => {
    const clause = clauseOf(claim)
    return clause.quoted ? `“${clause.words.toLowerCase()}${claim.certainty}` : `${clause.words} ${claim.certainty}`
  })
  return [...alike.values()]
    .map(group => ({
      claims: group,
      clause: clauseOf(group[0] as RecordedClaim),
      holders: unique(group.map(claim => claim.holder.name)).length,
      wording: Math.max(...group.map(wordingOf)),
    }))
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        gravityOf(b) - gravityOf(a) ||
        b.holders - a.holders ||
        b.wording - a.wording ||
        earlier(a, b),
    )
}

const rankOf = ({ claims, clause }: Saying): number =>
  (claims.some(({ confidence }) => confidence >= LEAST_TO_LEAD) ? 0 : 4) +
  (clause.whole ? 0 : 2) +
  (clause.quoted ? 1 : 0)

/** What was launched is said before how much of it came down. */
const gravityOf = ({ claims }: Saying): number => (claims.some(({ type }) => type === 'combat.strike') ? 1 : 0)

const earlier = (a: Saying, b: Saying): number => {
  const [left, right] = [a.claims[0], b.claims[0]]
  if (!left || !right) return 0
  return left.said < right.said || (left.said === right.said && left.id < right.id) ? -1 : 1
}

function assertions(asserted: readonly Saying[], older: readonly number[], date: Day | null): string[] {
  const [lead, ...others] = asserted
  if (!lead) return []
  const variants = others.filter(saying => addsTo(lead, saying)).slice(0, MOST_VARIANTS - 1)
  const named = [lead, ...variants]
  const spoken = new Set(named.flatMap(saying => saying.claims.map(claim => foldName(claim.holder.name))))
  const rest = others.filter(saying => !variants.includes(saying)).flatMap(saying => saying.claims)
  const silent = rest.filter(claim => !spoken.has(foldName(claim.holder.name)))
  const [first = '', ...more] = named.map(assertion)
  const again = older.length > 0 ? ` (also given as ${listWords(older.map(numberWords))})` : ''
  const where = whereWords(
    lead.claims,
    others.flatMap(({ claims }) => claims),
    [first, ...more].join(' '),
  )
  const aside = asideWords([where, whenWords(lead.claims, date, first)])
  const parts = [`${first}${again}${aside}`, ...more]
  if (silent.length > 0) parts.push(`also on this: ${alsoWords(silent)}`)
  const ways = otherWays(lead, rest)
  if (ways !== '') parts.push(`also ${ways}`)
  return parts
}

/** " (Mill Ford, 22 November)": what the clause leaves out and the claims of the happening say. */
function asideWords(words: readonly (string | null)[]): string {
  const known = words.filter(each => each !== null)
  return known.length === 0 ? '' : ` (${known.join(', ')})`
}

/** "22 November" where the claims say when and it is not the edition's day. */
const whenWords = (claims: readonly RecordedClaim[], date: Day | null, shown: string): string | null =>
  date === null ? null : happenedOn(claims, date, shown)

/** "Mill Ford" where the lead says of no place and all the others that do say of that one, and the words shown do not name it. */
function whereWords(lead: readonly RecordedClaim[], rest: readonly RecordedClaim[], shown: string): string | null {
  const placed = (claims: readonly RecordedClaim[]) => claims.flatMap(({ places }) => places.filter(isAt))
  const [place, ...others] = [...new Map(placed(rest).map(each => [each.id ?? foldName(each.name), each])).values()]
  if (placed(lead).length > 0 || !place || others.length > 0) return null
  return foldName(shown).includes(foldName(place.name)) ? null : oneLine(place.name)
}

const isAt = ({ role }: RecordedClaim['places'][number]): boolean => role === 'at'

/** True for a saying worth spelling out beside the lead: in whole words, and not the lead's over again. */
function addsTo(lead: Saying, { clause, claims, wording }: Saying): boolean {
  if (!clause.whole) return false
  const [first, other] = [lead.claims[0], claims[0]]
  if (!first || !other) return false
  if (!clause.quoted) {
    const nested = lead.clause.words.startsWith(clause.words) || clause.words.startsWith(lead.clause.words)
    return !nested && !(first.holder.name === other.holder.name && shareCount(first, other))
  }
  if (wording < LEAST_WORDING) return false
  if (!lead.clause.quoted && other.type === first.type) return false
  const most = first.holder.name === other.holder.name ? ALIKE_OF_ONE : ALIKE
  return overlap(contentWords(first.text), contentWords(other.text)) < most
}

const shareCount = (a: RecordedClaim, b: RecordedClaim): boolean =>
  a.figures.some(left => b.figures.some(({ measure, value }) => measure === left.measure && value === left.value))

/** The wording below which a quotation is not worth a second place in a line. */
const LEAST_WORDING = 4.5
const MOST_ALSO = 4

/** "Dnipro Courier, the regional administration (via Dnipro Courier) and 2 more". */
function alsoWords(claims: readonly RecordedClaim[]): string {
  const groups = [...groupBy(claims, claim => foldName(claim.holder.name)).values()]
  const named = groups.slice(0, MOST_ALSO).map(group => {
    const via = viaWords(group)
    return `${group[0] ? holderName(group[0].holder) : ''}${via && ` (${via})`}`
  })
  const left = groups.length - named.length
  return listWords(left > 0 ? [...named, `${left} more`] : named)
}

/** "via DeepState via Northgate Wire": the ways by which the lead's one holder also reached the reader, in other words. */
function otherWays({ claims }: Saying, rest: readonly RecordedClaim[]): string {
  const holder = claims[0]?.holder.name
  if (holder === undefined || claims.some(claim => claim.holder.name !== holder)) return ''
  const outlets = new Set(claims.map(({ chain }) => chain.at(-1)))
  return viaWords(rest.filter(({ holder: { name }, chain }) => name === holder && !outlets.has(chain.at(-1))))
}

/**
 * "X says it is highly likely that …": the holder's own certainty, with the word that carried it where the clause lost it.
 * A quoted clause follows a colon and not "says": the words are the report's, who may have put the holder's into its own.
 */
function assertion({ claims, clause }: Saying): string {
  const speakers = speakersOf(claims)
  const [claim] = claims
  if (!claim) return ''
  const odds = forecastWords(claim)
  if (odds !== null) return `${speakers.words} ${verbOf(speakers, 'puts', 'put')} ${odds}`
  if (clause.quoted) {
    const about = clause.about === null ? '' : `${speakers.words === speakers.bare ? '' : ','} on ${clause.about}`
    const verb =
      speakers.outlets && speakers.direct && clause.about === null ? ` ${verbOf(speakers, 'reports', 'report')}` : ''
    const subject = verb === '' ? speakers.bare : speakers.words
    return `${subject}${about}${verb}: ${clause.words}${hedgeAside(claim)}`
  }
  const says = speakers.outlets ? verbOf(speakers, 'reports', 'report') : verbOf(speakers, 'says', 'say')
  return `${speakers.words} ${says} ${hedged(claim, clause.words)}`
}

/** "at 8%: “Russia and Ukraine will agree on a cease-fire before 1 January”": what follows the number, or all the words; null without a probability. */
function forecastWords({ figures, text }: RecordedClaim): string | null {
  const odds = figures.find(({ measure, value }) => measure === 'probability' && value !== null)
  if (!odds || odds.value === null) return null
  const what = /(?:%|per ?cent) (?:chance|probability|likelihood|odds) (?:that|of) (\S.{10,})$/i.exec(
    shownWords(text),
  )?.[1]
  return `at ${odds.approx ? 'about ' : ''}${numberWords(odds.value * 100)}%: ${quoted(what ?? shownWords(text))}`
}

/** A clause of our frames under the holder's own certainty. */
function hedged({ certainty, certaintyWords }: RecordedClaim, clause: string): string {
  if (certainty === 'stated') return clause
  const words = certaintyWords === null ? '' : ` (${quoted(certaintyWords)})`
  if (certainty === 'unverified') return `without confirmation${words} that ${clause}`
  const band = BAND_WORDS[certainty]
  const aside = certaintyWords !== null && band.includes(certaintyWords.toLowerCase()) ? '' : words
  return `${band.startsWith('a ') ? 'there is' : 'it is'} ${band}${aside} that ${clause}`
}

/** After a quotation: how sure its holder is, where the quoted words do not say it themselves. */
function hedgeAside({ certainty, certaintyWords, text }: RecordedClaim): string {
  if (certainty === 'stated') return ''
  const band = certainty === 'unverified' ? 'unverified' : BAND_WORDS[certainty]
  const spoken = certaintyWords ?? band.replace(/^a /, '')
  if (text.toLowerCase().includes(spoken.toLowerCase())) return ''
  return certaintyWords === null || band.includes(certaintyWords)
    ? ` (${band})`
    : ` (${quoted(certaintyWords)}: ${band})`
}

/** Words of a refusal: after what is refused, and, one and many, before the words of the refusal itself. */
interface RefusalVerbs {
  readonly by: string
  readonly own: readonly [string, string]
}
const DENY: RefusalVerbs = {
  by: 'denied by',
  own: ['denies:', 'deny:'],
}
const DOUBT: RefusalVerbs = {
  by: 'doubted by',
  own: ['casts doubt:', 'cast doubt:'],
}

/**
 * A denial or doubt with nothing before it to point at: what is denied in the positive, as Fogline's likelihood is of it, and
 * by whom; or its own words, which stand after a colon where they say "not" themselves.
 */
function refusals(claims: readonly RecordedClaim[], verbs: RefusalVerbs, date: Day | null): string {
  const [claim] = claims
  if (!claim) return ''
  const clause = clauseOf(claim)
  const when = asideWords([whenWords(claims, date, clause.words)])
  const speakers = speakersOf(claims)
  if (!clause.quoted) return `${clause.words}${when}: ${verbs.by} ${speakers.bare}`
  return `${saysNo(claim) ? `${speakers.bare}:` : says(claims, ...verbs.own)} ${clause.words}${when}`
}

/** True for claims that only deny or doubt, in words that cannot be put in the positive: no likelihood fits over their line. */
export const isBareRefusal = (claims: readonly RecordedClaim[]): boolean => {
  const refused = claims.find(({ stance }) => stance === 'denies') ?? claims[0]
  return claims.every(({ stance }) => stance !== 'asserts') && refused !== undefined && clauseOf(refused).quoted
}

function says(claims: readonly RecordedClaim[], one: string, many: string): string {
  const speakers = speakersOf(claims)
  return `${speakers.words} ${verbOf(speakers, one, many)}`
}

const verbOf = (speakers: Speakers, one: string, many: string): string => (speakers.plural ? many : one)
