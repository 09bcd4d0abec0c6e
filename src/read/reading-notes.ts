import type { Claim, Note } from '#domain'
import type { DocumentSentence } from './document.ts'

/** Rules of the Notes on a reading with no claim, and on one whose claims stand in headlines alone. */
export const NO_CLAIMS = 'no-claims'
export const HEADLINES_ONLY = 'headline-claims-only'

/** What whoever counts on a reading should know of it: that it found nothing, or nothing below the headlines. */
export function notesOn(
  sentences: readonly DocumentSentence[],
  claims: readonly Claim[],
  onTopic: boolean,
): readonly Note[] {
  const read = sentences.filter(({ boilerplate }) => !boilerplate)
  if (claims.length === 0) return [{ rule: NO_CLAIMS, reason: whyNone(read.length, onTopic), span: null }]
  const body = read.filter(({ kind }) => kind !== 'headline')
  const inBody = claims.some(({ span: [start] }) => body.some(({ span }) => span[0] <= start && start < span[1]))
  if (inBody || body.length === 0) return []
  const reason = `only headlines gave claims, none of the ${body.length} sentences below them`
  return [{ rule: HEADLINES_ONLY, reason, span: null }]
}

function whyNone(sentences: number, onTopic: boolean): string {
  if (sentences === 0) return 'no claim: there is nothing to read but lines of the site'
  if (!onTopic) return 'no claim: it names no party and no place of the theatre'
  return `no claim: none of its ${sentences} sentences states what the codebook codes`
}
