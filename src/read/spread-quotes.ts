import { type AttributionMention, make, trim } from './attribution-parts.ts'
import type { Document, DocumentSentence } from './document.ts'

/**
 * Lets a quotation that runs over sentences keep its speaker: sentences wholly in quotation marks, without a speaker of
 * their own, belong to the speaker of the quotation before them in the paragraph, or after them when none is before.
 */
export function spreadQuotes(
  document: Document,
  bySentence: readonly (readonly AttributionMention[])[],
): readonly (readonly AttributionMention[])[] {
  const result = bySentence.map(list => [...list])
  const { sentences, tokens } = document
  const open = sentences.map(sentence => isWhollyQuoted(document, sentence))
  const paragraph = (index: number): number => sentences[index]?.paragraph ?? -9
  const extend = (index: number, from: number): void => {
    const speaker = quotingSpeaker(document, result[from])
    const range = trim(tokens, sentences[index]?.tokens ?? [0, 0])
    if (!speaker || !range) return
    const kind = speaker.cueKind === 'source' ? 'says' : speaker.cueKind
    result[index]?.push(make(document, index, kind, speaker.sourceTokens, speaker.cueTokens, [range], null))
  }
  for (let index = 0; index < open.length; index++) {
    if (open[index] && !hasSpeaker(result[index]) && paragraph(index - 1) >= paragraph(index) - 1)
      extend(index, index - 1)
  }
  for (let index = open.length - 2; index >= 0; index--) {
    if (open[index] && !hasSpeaker(result[index]) && paragraph(index + 1) === paragraph(index)) extend(index, index + 1)
  }
  return result
}

/** The attribution of a sentence whose words said are at least partly in quotation marks. */
const quotingSpeaker = (
  { tokens }: Document,
  list: readonly AttributionMention[] | undefined,
): AttributionMention | undefined =>
  list?.find(
    ({ cueKind, contentTokens }) =>
      cueKind !== 'object' && contentTokens.some(range => tokens.slice(...range).some(token => token.quoted)),
  )

const hasSpeaker = (list: readonly AttributionMention[] | undefined): boolean =>
  (list ?? []).some(other => other.cueKind !== 'object' && other.sourceTokens !== null)

function isWhollyQuoted(document: Document, sentence: DocumentSentence): boolean {
  const range = trim(document.tokens, sentence.tokens)
  if (!range) return false
  const body = document.tokens.slice(...range).filter(token => token.tag !== 'punct')
  return body.length > 1 && body.filter(token => token.quoted).length >= body.length * 0.9
}
