import type { Document, Token, TokenRange } from './document.ts'

const MEASURE_WORDS = new Set(
  'least most more many several few some about around nearly almost over numerous such total number series dozens hundreds thousands sq square km kilometre kilometres kilometer kilometers mile miles meter meters metre metres hectares percent part parts large'.split(
    ' ',
  ),
)
/** Nouns that only count or open the phrase behind "of". */
const COUNTING = new Set('total number series dozens hundreds thousands majority rest toll'.split(' '))
const TIME_NOUNS = new Set(
  'day night morning evening afternoon week month year autumn winter spring summer monday tuesday wednesday thursday friday saturday sunday overnight today yesterday'.split(
    ' ',
  ),
)

/** The head noun phrase of a stretch of tokens, without determiners and numbers, at most 80 characters; null where none can be told. */
export function headPhrase(document: Document, tokens: readonly number[]): string | null {
  const kept = nounPhrase(document, tokens)
  if (kept.length === 0 || kept.length > 8) return null
  const range: TokenRange = [kept[0] ?? 0, (kept.at(-1) ?? 0) + 1]
  const [from] = document.tokens[range[0]]?.span ?? [0]
  const [, to] = document.tokens[range[1] - 1]?.span ?? [0, 0]
  return document.report.text.slice(from, to).replace(/\s+/g, ' ').slice(0, 80) || null
}

function nounPhrase({ tokens: all }: Document, tokens: readonly number[]): readonly number[] {
  const start = tokens.findIndex(
    at => ['noun', 'name', 'adj'].includes(all[at]?.tag ?? '') && !MEASURE_WORDS.has(all[at]?.lower ?? ''),
  )
  if (start < 0) return []
  const rest = tokens.slice(start)
  const stop = rest.findIndex((at, order) => order > 0 && endsPhrase(all, at, rest[order - 1] ?? at))
  const kept = stop < 0 ? [...rest] : rest.slice(0, stop)
  while (kept.length > 0 && !['noun', 'name'].includes(all[kept.at(-1) ?? 0]?.tag ?? '')) kept.pop()
  const head = all[kept.at(-1) ?? -1]
  return head === undefined || COUNTING.has(head.lemma) || (kept.length === 1 && TIME_NOUNS.has(head.lower)) ? [] : kept
}

const PHRASE_ENDS = new Set('over near across toward towards around into as'.split(' '))

/** A mark (save a hyphen inside a word), a gap, a preposition other than "of", a determiner, pronoun or time ends a phrase. */
function endsPhrase(all: readonly Token[], at: number, before: number): boolean {
  const token = all[at]
  if (!token || at !== before + 1) return true
  const joined = token.form === '-' && token.span[0] === all[before]?.span[1] && all[at + 1]?.span[0] === token.span[1]
  if (joined) return false
  if (token.tag === 'punct' || token.tag === 'pron' || token.tag === 'aux' || token.lower === 'that') return true
  if (token.tag === 'det') return all[before]?.tag !== 'prep'
  if (token.tag === 'prep') return token.lower !== 'of'
  if (PHRASE_ENDS.has(token.lower)) return true
  return (
    TIME_NOUNS.has(token.lower) ||
    (token.tag === 'verb' && all[before]?.form !== '-' && token.verbForm !== 'participle')
  )
}
