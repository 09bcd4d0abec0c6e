import type { Token } from './document.ts'

/** The phrase after a verb, up to a preposition other than "of", a mark or another verb. */
export function objectPhrase(tokens: readonly Token[], after: readonly number[], from: number): number[] {
  const phrase: number[] = []
  let last = from - 1
  for (const at of after) {
    const token = tokens[at]
    if (!token || (at !== last + 1 && phrase.length > 0)) break
    const noun = phrase.some(
      index =>
        tokens[index]?.tag === 'noun' ||
        tokens[index]?.tag === 'name' ||
        tokens[index]?.tag === 'num' ||
        tokens[index]?.tag === 'pron',
    )
    if (
      token.tag === 'prep' &&
      !['least', 'most'].includes(tokens[at + 1]?.lower ?? '') &&
      !(token.lower === 'of' && (noun || tokens[at - 1]?.lower === 'out')) &&
      !(token.lower === 'out' && tokens[at + 1]?.lower === 'of') &&
      !(token.lower === 'over' || token.lower === 'about' || token.lower === 'around')
    )
      break
    if (token.lower === 'to' && token.tag === 'part') break
    if (token.form === ';' || token.form === ':' || token.form === '(') break
    if (
      (token.tag === 'verb' && noun && token.verbForm !== 'participle' && !isAttribute(tokens, at)) ||
      token.tag === 'aux'
    )
      break
    phrase.push(at)
    last = at
  }
  return phrase
}

/** "12 Iranian-made drones", "nine captured tanks": a past form that belongs to the noun behind it. */
function isAttribute(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.verbForm !== 'past' || !next || !['noun', 'name', 'adj'].includes(next.tag)) return false
  return before?.form === '-' || before?.tag === 'num' || before?.tag === 'adj' || before?.tag === 'det'
}

/** The part of a noun phrase before its first preposition other than "of". */
export function headPart(tokens: readonly Token[], phrase: readonly number[]): number[] {
  const cut = phrase.findIndex((at, order) => order > 0 && tokens[at]?.tag === 'prep' && tokens[at]?.lower !== 'of')
  const comma = phrase.findIndex((at, order) => order > 1 && (tokens[at]?.form === '—' || tokens[at]?.form === '('))
  const end = Math.min(cut < 0 ? phrase.length : cut, comma < 0 ? phrase.length : comma)
  return phrase.slice(0, end)
}
