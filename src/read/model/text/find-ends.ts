import { TITLE_ABBREVIATIONS } from './abbreviations.ts'
import { SPEECH_WORDS } from './speech-words.ts'
import type { TextToken } from './tokenise.ts'

const STOP = /^(?:[.!?…]|\.{2,}|[!?]{2,})$/
const CLOSER = /^(?:["”″’'»)\]}]|''|[:;]-?[)(DPp])$/
const LOWER = /^\p{Ll}/u
const UPPER = /^["“‘«'(]?[\p{Lu}\p{N}]/u
const PLAIN_WORD = /^\p{Ll}{2,}$/u
/** Marks that carry a sentence on. */
const GOES_ON = /^[,;:)\]}=%]$/
const DASH = /^(?:[–—-]|--)$/
const ABBREVIATED = /^(?:\p{L}\.){2,}$|^\p{L}{2,}\.$|^Ph\.D\.$/u
const INITIAL = /^\p{Lu}\.$/u
/** What numbers an item at the head of a sentence: "2.", "3.1.", "b." */
const ITEM_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|\p{L})$/u
const HOUR = /^[ap]\.m\.$/i
/** Capitalised words behind an hour that still tell the time: "10 a.m. Monday", "9 p.m. Kyiv time", "8 a.m. GMT". */
const TELLS_TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{Lu}{2,4}|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)\p{L}*)$/u
const OPENING =
  /^(?:the|a|an|he|she|it|they|we|i|you|this|that|these|those|in|on|at|but|and|as|after|before|for|from|with|there|his|her|its|their|our|if|when|while|however|meanwhile|also|according|some|many|no|one|earlier)$/i
/** Of those, the words that are no surname: what may open a sentence behind a single capital letter with a dot. */
const OPENING_AFTER_INITIAL = /^(?:The|It|This|That|These|They|We|But|And|However|There|When|While|If|After|According)$/

/** Whether an abbreviation ends its sentence: only before a capitalised word that no name begins with. */
function abbreviationEnds(form: string, follower: TextToken, next: TextToken | undefined): boolean {
  if (TITLE_ABBREVIATIONS.has(form.slice(0, -1).toLowerCase())) return false
  if (INITIAL.test(form)) return OPENING_AFTER_INITIAL.test(follower.form)
  if (HOUR.test(form) && /^\p{Lu}/u.test(follower.form))
    return !TELLS_TIME.test(follower.form) && next?.form.toLowerCase() !== 'time'
  if (/^etc\.$/i.test(form)) return UPPER.test(follower.form)
  return OPENING.test(follower.form) && UPPER.test(follower.form)
}

/** Whether a sentence ends at the stop at `at` although the next word, at `next`, is in lower case. */
function endsBeforeLower(tokens: readonly TextToken[], at: number, next: number): boolean {
  const [word, stop, follower] = [tokens[at - 1], tokens[at], tokens[next]]
  const plain = word !== undefined && PLAIN_WORD.test(word.form) && word.span[1] === stop?.span[0]
  const apart = follower !== undefined && follower.span[0] > (tokens[next - 1]?.span[1] ?? 0)
  return next === at + 1 && plain && apart && stop?.form !== '…' && !stop?.form.startsWith('..')
}

/** Whether a dash opens a sentence: a capitalised word stands behind it, and no hyphen ties it to the word before. */
function opensSpeech(tokens: readonly TextToken[], at: number): boolean {
  const [dash, word] = [tokens[at], tokens[at + 1]]
  return word !== undefined && UPPER.test(word.form) && (dash?.form !== '-' || word.span[0] > dash.span[1])
}

/** Whether words behind a question or cry in quotation marks tell who uttered it: “Why?” Hald asked. */
function tellsSpeaker(tokens: readonly TextToken[], at: number, next: number): boolean {
  if (next === at + 1 || !/[?!]$/.test(tokens[at]?.form ?? '')) return false
  return tokens.slice(next, next + 4).some(({ form }) => SPEECH_WORDS.has(form))
}

/** Whether a sentence that began at `start` ends before the token at `next`, given that the token at `at` may end one. */
function endsBefore(tokens: readonly TextToken[], start: number, at: number, next: number): boolean {
  const { form, span } = tokens[at] as TextToken
  const follower = tokens[next]
  if (!follower) return true
  if (!STOP.test(form)) return abbreviationEnds(form, follower, tokens[next + 1])
  if (STOP.test(follower.form) || GOES_ON.test(follower.form)) return false
  if (DASH.test(follower.form)) return next === at + 1 && opensSpeech(tokens, next)
  if (form === '.' && at === start + 1 && ITEM_NUMBER.test(tokens[start]?.form ?? '')) return false
  if (LOWER.test(follower.form)) return endsBeforeLower(tokens, at, next)
  if (follower.form === '[' && LOWER.test(tokens[next + 1]?.form ?? '')) return false
  if (tellsSpeaker(tokens, at, next)) return false
  return !(form === '.' && follower.span[0] === span[1] && /^\p{N}/u.test(follower.form))
}

/** The token after the quotation marks, brackets and faces that close behind a stop. */
function skipClosers(tokens: readonly TextToken[], from: number): number {
  let next = from
  while (next < tokens.length && isCloser(tokens, next)) next += 1
  return next
}

/** A straight mark after a stop closes when it stands close to the word before; a curly one says so itself. */
function isCloser(tokens: readonly TextToken[], at: number): boolean {
  const { form, span } = tokens[at] as TextToken
  if (!CLOSER.test(form)) return false
  if (form !== '"' && form !== "'") return true
  return tokens[at - 1]?.span[1] === span[0]
}

/**
 * Where the sentences of one block end: for each the index after its last token, the last being the number of tokens. A
 * stop and what closes behind it ends a sentence unless what follows carries it on or the stop belongs to an
 * abbreviation. Linear in the number of tokens.
 */
export function findEnds(tokens: readonly TextToken[]): number[] {
  const ends: number[] = []
  let start = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const { form } = tokens[at] as TextToken
    const last = form.charCodeAt(form.length - 1)
    const stops =
      (last === 46 || last === 33 || last === 63 || last === 0x2026) &&
      (STOP.test(form) || ABBREVIATED.test(form) || INITIAL.test(form))
    if (!stops) continue
    const next = skipClosers(tokens, at + 1)
    if (!endsBefore(tokens, start, at, next)) continue
    ends.push(next)
    start = next
    at = next - 1
  }
  if (start < tokens.length) ends.push(tokens.length)
  return ends
}
