import type { TextToken } from './tokenise.ts'

/** The most words the parser takes as one sentence: a tree over more is rarely right, and its cost grows with the square. */
export const MAX_SENTENCE_TOKENS = 120

/** How well a sentence is cut behind a token: behind a stop or semicolon best, then a colon or dash, then a comma. */
function boundaryAfter(form: string): number {
  if (/^[.!?…;]+$/.test(form)) return 3
  if (/^(?:[:–—]|--)$/.test(form)) return 2
  return form === ',' ? 1 : 0
}

/**
 * Cuts the tokens of a long sentence into pieces of at most `max` tokens: behind the last of the best boundaries in the
 * second half of each piece (stop or semicolon, colon or dash, comma, any word). No token is lost; a short sentence is
 * its own only piece, an empty one has none.
 * @throws RangeError when `max` is not a whole number of at least 1.
 */
export function cutLong<Token extends Pick<TextToken, 'form'>>(
  tokens: readonly Token[],
  max: number = MAX_SENTENCE_TOKENS,
): readonly (readonly Token[])[] {
  if (!Number.isInteger(max) || max < 1) throw new RangeError(`max: expected a whole number of at least 1, got ${max}`)
  const pieces: (readonly Token[])[] = []
  let from = 0
  while (tokens.length - from > max) {
    let [cut, best] = [from + max, 0]
    for (let at = from + max; at > from + max / 2; at -= 1) {
      const quality = boundaryAfter(tokens[at - 1]?.form ?? '')
      if (quality > best) [cut, best] = [at, quality]
    }
    pieces.push(tokens.slice(from, cut))
    from = cut
  }
  if (from < tokens.length) pieces.push(tokens.slice(from))
  return pieces
}
