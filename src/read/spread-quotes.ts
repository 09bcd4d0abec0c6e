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
  const paragraph = (index: number): number => sentences[index]?.paragraph ?? -9
  const lacks = sentences.map(
    (sentence, index) => isWhollyQuoted(document, sentence) && !hasSpeaker(tokens, result[index]),
  )
  const extend = (index: number, from: number): boolean => {
    const speaker = quotingSpeaker(document, result[from])
    const range = trim(tokens, sentences[index]?.tokens ?? [0, 0])
    if (!speaker || !range) return false
    const kind = speaker.cueKind === 'source' ? 'says' : speaker.cueKind
    result[index]?.push(make(document, index, kind, speakerOf(speaker), speaker.cueTokens, [range], null))
    return true
  }
  // One pair of marks over several sentences: its speaker is named at its end or at its beginning.
  for (let index = lacks.length - 2; index >= 0; index--)
    if (lacks[index] && runsOn(document, index) && paragraph(index + 1) === paragraph(index))
      lacks[index] = !extend(index, index + 1)
  for (let index = 1; index < lacks.length; index++)
    if (lacks[index] && paragraph(index - 1) >= paragraph(index) - 1) lacks[index] = !extend(index, index - 1)
  for (let index = lacks.length - 2; index >= 0; index--)
    if (lacks[index] && paragraph(index + 1) === paragraph(index)) extend(index, index + 1)
  return result
}

/** True when a quotation goes on from a sentence into the next. */
function runsOn({ tokens, sentences }: Document, index: number): boolean {
  const [from, to] = sentences[index + 1]?.tokens ?? [0, 0]
  return from < to && tokens[from]?.quoted === true && tokens[from - 1]?.quoted === true
}

const speakerOf = ({ sourceTokens, shownTokens }: AttributionMention) =>
  sourceTokens && { named: sourceTokens, shown: shownTokens ?? sourceTokens }

/** The attribution of a sentence whose words said are at least partly in quotation marks. */
const quotingSpeaker = (
  { tokens }: Document,
  list: readonly AttributionMention[] | undefined,
): AttributionMention | undefined =>
  list?.find(
    ({ cueKind, contentTokens, cueTokens }) =>
      cueKind !== 'object' &&
      tokens[cueTokens[0]]?.quoted !== true &&
      contentTokens.some(range => tokens.slice(...range).some(token => token.quoted)),
  )

/** True when somebody is named who says it; whom a speaker quotes within his own words does not count. */
const hasSpeaker = (tokens: Document['tokens'], list: readonly AttributionMention[] | undefined): boolean =>
  (list ?? []).some(
    ({ cueKind, sourceTokens, cueTokens }) =>
      cueKind !== 'object' && sourceTokens !== null && tokens[cueTokens[0]]?.quoted !== true,
  )

function isWhollyQuoted(document: Document, sentence: DocumentSentence): boolean {
  const range = trim(document.tokens, sentence.tokens)
  if (!range) return false
  const body = document.tokens.slice(...range).filter(token => token.tag !== 'punct')
  return body.length > 1 && body.filter(token => token.quoted).length >= body.length * 0.9
}
