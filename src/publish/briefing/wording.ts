import type { RecordedClaim } from '#domain'

/** Words no statement ends in: what followed them was cut off. */
const DANGLING = new Set(
  `who whom whose which that and or but nor the a an of in on at to for from by with as than into about between its their
  his her while when where if because until is are was were has have had be been will would could may`.split(/\s+/),
)
/** Verbs that take a closing "on" ("the fighting goes on"). */
const GOES = /^(?:go|goes|going|went|gone|carr(?:y|ies|ied)|h[eo]lds?|held|fights?|fought|moved?|moves)$/i
/** "KYIV, Nov 26 (Example Wire) – ", "KYIV – ", "14.04.22 07:37 - ": where, when and by whom a report was sent. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu} .'’-]{2,30}(?:, [^–—()]{1,20}(?:\([^()]{1,40}\) ?)?)?\s*[–—]|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2} [-–—])\s+(?=\S)/u
const CUT_SHORT = /(?:\s+as (?:long|soon|much|many|far|well)|,?\s+and that(?:\s+[\p{L}'’-]+){1,2})$/u

/**
 * The stretch of a claim's words that a line shows: without a dateline, what runs on into another heading (`a | b`), an
 * opened and never closed bracket, and trailing words that lead nowhere ("…, and that"). Always one exact piece of the
 * text; the text itself where too little would be left. Citations keep the whole.
 */
export function shownWords(text: string): string {
  const parts = text.split(' | ')
  let shown = (parts.find(isWhole) ?? parts[0] ?? text).replace(DATELINE, '').trim()
  const open = shown.lastIndexOf('(')
  if (open > 0 && !shown.includes(')', open)) shown = shown.slice(0, open).trim()
  shown = trimEnd(shown)
  return shown.split(/\s+/).length > 2 ? shown : text.trim()
}

function trimEnd(text: string): string {
  let shown = text.replace(/[\s,;:–—-]+$/u, '')
  for (;;) {
    const short = shown.replace(CUT_SHORT, tail => (/^,?\s+and that/.test(tail) && hasVerb(tail) ? tail : ''))
    const [last = '', before = ''] = short.split(/\s+/).reverse()
    const cut = DANGLING.has(last) && !(last === 'on' && GOES.test(before))
    const next = (cut ? short.slice(0, -last.length) : short).replace(/[\s,;:–—-]+$/u, '')
    if (next === shown) return shown
    shown = next
  }
}

const FINITE =
  /^(?:is|are|was|were|has|have|had|will|would|could|may|might|must|can|cannot|should|do|does|did|took|hit|struck|shot|fell|lost|sent|held|said|told|began|broke|left|won|came|went|made|gave|put|kept|rose|met|got|saw|drove|withdrew|brought|sought|led|paid|ran|spoke|stood|lay|cut|drew|fought|flew|grew|knew|sank|set|spent|burnt|blew|became|built|caught|found|hurt|says?|holds?|takes?|wants?|plans?|calls?|hits|strikes|shells?|shows?|enters?|fights?|repels?|pushes|push|loses?|kills?|seeks?|denies|deny|needs?|remains?|continues?|controls?|stands?|launche?s?|fires?|attacks?|destroys?|captures?|advances?|expects?|warns?|urges?|condemns?|supports?|belongs?|rejects?|threatens?|leaves?|faces?|runs?|flies|gives?|gets?|makes?|comes?|goes|keeps?|claims?|reports?|addresses|asks?|looks?)$/i
/** Past forms that stand before a noun more often than they end a sentence. */
const ADJECTIVES =
  /^(?:united|armed|red|wounded|injured|unidentified|unmanned|hundred|combined|occupied|liberated|displaced|sacred|need|speed|seed|indeed)$/i

const isVerb = (word: string): boolean => FINITE.test(word) || (/\p{L}{3}ed$/u.test(word) && !ADJECTIVES.test(word))
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? []
const hasVerb = (text: string): boolean => wordsOf(text).some(isVerb)

/** Opens in mid-sentence: a relative, a conjunction, a small preposition, or the verb itself. */
const OPENS_INSIDE =
  /^(?:(?:who|whom|which|whose|that|and|but|or|whether|than)\b|(?:of|by|with|from|to|into|amid)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:at|in|on|near|by)\b)/

/** True for words that can stand alone as a statement: they open with a subject, have a verb, and do not break off. */
export function isWhole(words: string): boolean {
  const line = words.trim()
  const [first = '', ...rest] = wordsOf(line)
  if (OPENS_INSIDE.test(line)) return false
  if (
    /^\p{Ll}/u.test(line) &&
    isVerb(first) &&
    !/^(?:shelling|attacks?|reports?|claims?|plans?|calls?|fires?)$/.test(first)
  )
    return false
  return rest.some(isVerb) && trimEnd(line).length >= line.replace(/[\s,;:–—-]+$/u, '').length
}

/** Subjects that only a sentence before could explain. */
const POINTS_BACK = /^(?:it|its|they|their|he|his|she|her|this|these|those|there|the (?:guys|group|latest))\b/i

/**
 * How well the words of a claim can carry a line, higher is better (about −2 to 7): 4 for standing alone, 1 for naming
 * its place, less for a subject that points back, for having to be cut, for great length; plus the reader's trust (0–1).
 */
export function wordingOf(claim: Pick<RecordedClaim, 'text' | 'span' | 'places' | 'confidence'>): number {
  const shown = shownWords(claim.text)
  const names = claim.places.some(({ carried, span: [start, end] }) => {
    const own = claim.text.slice(Math.max(0, start - claim.span[0]), Math.max(0, end - claim.span[0]))
    return !carried && /^\p{Lu}/u.test(own) && shown.includes(own)
  })
  return (
    (isWhole(shown) ? 4 : 0) +
    (names ? 1 : 0) -
    (POINTS_BACK.test(shown) ? 1 : 0) -
    (shown.length < claim.text.trim().length ? 1 : 0) -
    (shown.length > LONG ? 1 : 0) -
    (/^\p{Ll}/u.test(shown) ? 0.5 : 0) +
    claim.confidence
  )
}
const LONG = 220

/** True for words whose subject only the sentence before names ("they carry Russian oil"). */
export const pointsBack = (text: string): boolean => POINTS_BACK.test(text)
