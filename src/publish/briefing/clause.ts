import type { RecordedClaim } from '#domain'
import { foldName } from '#kit'
import { frameOf } from './frames.ts'
import { withArticle } from './names.ts'
import { isWhole, shownWords } from './wording.ts'
import { quoted } from './words.ts'

/** What a claim says, ready to stand after "says": made from its fields, or its own words in quotation marks. */
export interface Clause {
  readonly words: string
  readonly quoted: boolean
  /** True where the words can stand alone; a frame always can. */
  readonly whole: boolean
  /** Of whom a quoted fragment speaks ("are threatening a supply route"), where its own words do not say; else null. */
  readonly about: string | null
}

/**
 * The clause of a claim. A frame of its type is filled where the claim's fields carry the whole proposition; everything
 * else is said in the claim's own words, because a paraphrase would have to add or drop something.
 */
export function clauseOf(claim: RecordedClaim): Clause {
  const shown = shownWords(claim.text)
  const whole = isWhole(shown)
  const isPlain = claim.time.tense !== 'future' && claim.confidence >= LEAST_TRUST
  const words = isPlain ? frameOf(denied(claim), !whole || saysNo(claim)) : null
  if (words !== null) return { words, quoted: false, whole: true, about: null }
  return { words: quoted(shown), quoted: true, whole, about: aboutOf(claim) }
}

const NO =
  /(?:\b(?:did|does|do|has|have|had|was|were|is|are|could|can)(?: not|n['’]t)|\bcannot|\b(?:not|never|no longer|nor))\b\s*/giu

const REFUSES = /\b(?:den(?:y|ies|ied|ying|ial)|refut\p{L}+|reject\p{L}*|dismiss\p{L}*|false|untrue|no)\b/iu

/** True for a denial whose own words say no ("did not capture"): after "denies" they would read as their opposite. */
export const saysNo = ({ stance, text }: Pick<RecordedClaim, 'stance' | 'text'>): boolean =>
  stance !== 'asserts' && (text.search(NO) >= 0 || REFUSES.test(text))

/** What a denial denies, for a frame to say: its fields hold the deed, and its words without their "not" are those of the deed. */
const denied = (claim: RecordedClaim): RecordedClaim =>
  saysNo(claim) ? { ...claim, text: claim.text.replace(NO, '') } : claim

/** A reading that the reader itself trusts less is told in the report's words alone. */
const LEAST_TRUST = 0.6

/** The agent of words that begin in mid-sentence and do not name it, unless it is the speaker. */
function aboutOf({ text, agent, holder }: RecordedClaim): string | null {
  if (agent === null || !/^\p{Lu}/u.test(agent) || !/^\p{Ll}/u.test(text) || foldName(agent) === foldName(holder.name))
    return null
  return foldName(text).includes(foldName(agent).slice(0, 5)) ? null : withArticle(agent)
}
