import type { ParsedSentence } from '../tree.ts'
import type { Found } from '../walk/index.ts'
import { arcsConfidence } from '../walk/index.ts'
import { findCandidates } from './find-candidates.ts'
import type { Part, Pattern } from './pattern.ts'
import { holdsHere, passes } from './test-word.ts'

/** A pattern found in a sentence. */
export interface PatternMatch {
  /** Name of the pattern. */
  readonly pattern: string
  /** Index of the word its first line describes. */
  readonly head: number
  /** Index of the word each name was given to; an optional part that is not there has no entry. */
  readonly captures: Readonly<Record<string, number>>
  /** 0–1: how sure all arcs are that the match rests on (see `arcsConfidence`); 1 for a match on one word. */
  readonly confidence: number
}

/** What a match has gathered so far. */
interface Gathered {
  readonly captures: Readonly<Record<string, number>>
  readonly arcs: readonly number[]
  /** Words that fill a part already: one word fills one. */
  readonly used: readonly number[]
}

/** A pattern on one word of a sentence: its match, or null. Parts are filled in the order they are written, each by the first word that fits. */
export function matchPattern(sentence: ParsedSentence, head: number, pattern: Pattern): PatternMatch | null {
  if (!passes(sentence, head, pattern.test)) return null
  const gathered = fillParts(sentence, head, pattern.parts, { captures: {}, arcs: [], used: [head] })
  if (!gathered) return null
  const confidence = arcsConfidence(sentence, gathered.arcs)
  if (!holdsHere(head, head, confidence, pattern.test)) return null
  return { pattern: pattern.name, head, captures: gathered.captures, confidence }
}

function fillParts(sentence: ParsedSentence, head: number, parts: readonly Part[], start: Gathered): Gathered | null {
  let gathered = start
  for (const part of parts) {
    const filled = fillPart(sentence, head, part, gathered)
    if (part.forbidden ? filled !== null : filled === null && !part.optional) return null
    if (filled && !part.forbidden) gathered = filled
  }
  return gathered
}

/** Tries the words that can fill a part, its own parts with each; null when none does. */
function fillPart(sentence: ParsedSentence, head: number, part: Part, gathered: Gathered): Gathered | null {
  for (const found of findCandidates(sentence, head, part.role)) {
    const filled = tryWord(sentence, head, found, part, gathered)
    if (filled) return filled
  }
  return null
}

function tryWord(
  sentence: ParsedSentence,
  head: number,
  found: Found,
  part: Part,
  gathered: Gathered,
): Gathered | null {
  const { token, arcs } = found
  if (gathered.used.includes(token) && !part.forbidden) return null
  if (!passes(sentence, token, part.test) || !holdsHere(token, head, arcsConfidence(sentence, arcs), part.test))
    return null
  const captures = part.capture === null ? gathered.captures : { ...gathered.captures, [part.capture]: token }
  return fillParts(sentence, token, part.parts, {
    captures,
    arcs: [...gathered.arcs, ...arcs],
    used: [...gathered.used, token],
  })
}
