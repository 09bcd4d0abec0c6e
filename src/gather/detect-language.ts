import { eld } from 'eld/small'

/** Below this many characters a guess is worth nothing. */
const SHORTEST = 20
/** The start of a report tells its language; the rest only costs time. */
const SAMPLE = 2000

/** The language of a text as ISO 639-1, or null when it is too short or the detector is not sure. */
export function detectLanguage(text: string): string | null {
  const sample = text
    .slice(0, SAMPLE)
    .replace(/https?:\S+/g, ' ')
    .trim()
  if (sample.length < SHORTEST) return null
  const found = eld.detect(sample)
  return found.language !== '' && found.isReliable() ? found.language : null
}

/** `en-GB`, `EN_us` → `en`; null when it is no language tag. */
export function languageTag(tag: string | null | undefined): string | null {
  const found = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? '')
  return found?.[1]?.toLowerCase() ?? null
}
