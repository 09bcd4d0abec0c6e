import { adjectiveCue } from './attribution-adjectives.ts'
import { nounCue } from './attribution-nouns.ts'
import type { AttributionMention } from './attribution-parts.ts'
import { colonSource, dashSource, sourcePhrases, tailCue } from './attribution-phrases.ts'
import { truthCue } from './attribution-truth.ts'
import { verbCue } from './attribution-verbs.ts'
import { viewSpeech } from './attribution-view.ts'
import type { Clause } from './clauses.ts'
import type { Document, DocumentSentence } from './document.ts'

/** Finds who says what in a sentence, outermost first. Content that runs over more sentences is added by `spreadQuotes`. */
export function findAttributions(
  document: Document,
  sentence: DocumentSentence,
  clauses: readonly Clause[],
): readonly AttributionMention[] {
  const view = viewSpeech(document, sentence, clauses)
  const found: AttributionMention[] = []
  for (const { index } of view.tree.tokens) {
    const attribution = truthCue(view, index) ?? verbCue(view, index, found) ?? adjectiveCue(view, index)
    if (attribution) found.push(attribution)
  }
  found.push(...sourcePhrases(view))
  const last = found.length === 0 ? tailCue(document, sentence) : null
  if (last) found.push(last)
  const tail = dashSource(document, sentence)
  if (tail && found.every(other => other.cueKind === 'object' || other.cueTokens[0] > tail.cueTokens[0]))
    found.push(tail)
  const colon = colonSource(document, sentence)
  if (colon && found.every(other => other.cueTokens[0] > colon.cueTokens[0])) found.unshift(colon)
  for (const { index } of view.tree.tokens) {
    const attribution = nounCue(view, index, found)
    if (attribution) found.push(attribution)
  }
  return found.filter(one => !isPartOfCue(one, found)).toSorted((a, b) => size(b) - size(a))
}

const size = (attribution: AttributionMention): number =>
  attribution.contentTokens.reduce((sum, [from, to]) => sum + to - from, 0)

/** "declined" where "declined to say" is a cue too. */
const isPartOfCue = ({ cueKind, cueTokens }: AttributionMention, found: readonly AttributionMention[]): boolean =>
  cueKind === 'object' &&
  found.some(
    other => other.cueKind !== 'object' && other.cueTokens[0] === cueTokens[0] && other.cueTokens[1] > cueTokens[1],
  )
