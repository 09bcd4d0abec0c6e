import { cueRange } from './attribution-cue.ts'
import {
  inDocument,
  isMark,
  isQuoted,
  isUndergone,
  lowerAt,
  phraseRange,
  type SpeechView,
  trimWords,
  type WordRange,
} from './attribution-view.ts'
import type { TokenRange } from './document.ts'
import { passiveAgent, surfaceSubject } from './model/walk/arguments.ts'
import { childrenBy, tokenAt } from './model/walk/children.ts'
import { resolveRelative } from './model/walk/relative-clause.ts'

/** Who speaks: the words that stand for him at the cue, and those that name him. */
export interface Speaker {
  /** As written: "who" in "the mayor, who said"; appositions and titles included. */
  readonly shown: TokenRange
  /** Whom they mean, without asides: "the mayor". */
  readonly named: TokenRange
}

/** A noun phrase as a speaker. */
export function speakerAt(view: SpeechView, at: number, shown = at): Speaker {
  return { shown: inDocument(view, wide(view, shown)), named: inDocument(view, core(view, at)) }
}

/** The phrase up to the comma that opens an aside. */
function core(view: SpeechView, at: number): WordRange {
  const [from, to] = phraseRange(view, at)
  for (let next = at + 1; next < to; next++) if (lowerAt(view, next) === ',') return [from, next]
  return [from, to]
}

const wide = (view: SpeechView, at: number): WordRange =>
  tokenAt(view.tree, at).xpos.startsWith('W') ? [at, at + 1] : phraseRange(view, at)

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** The subject of a cue itself: of several the nearest, and none within a quotation that the cue stands outside of; null where it has none. */
export function subjectOf(view: SpeechView, verb: number): number | null {
  const outside = !isQuoted(view, verb)
  const subjects = childrenBy(view.tree, verb, 'nsubj').filter(
    at => !(outside && isQuoted(view, at)) && !WEEKDAY.test(lowerAt(view, at)),
  )
  return subjects.toSorted((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0] ?? null
}

/** Who the subject of a cue is; null where it has none, as in "it is expected that". */
export function speakerOf(view: SpeechView, verb: number): Speaker | null {
  const { tree } = view
  if (isUndergone(view, verb)) {
    const agent = passiveAgent(tree, verb)
    return agent ? speakerAt(view, agent.token) : null
  }
  const own = subjectOf(view, verb)
  if (own !== null) {
    const meant = resolveRelative(tree, verb, { token: own, arcs: [] })
    return speakerAt(view, meant.token, own)
  }
  if (isEvidence(view, verb)) return null
  const found = surfaceSubject(tree, verb)
  return found && (isQuoted(view, found.token) && !isQuoted(view, verb) ? null : speakerAt(view, found.token))
}

/** "Locals saw strikes, *indicating* that …": it is what happened that indicates it, and nobody says so but the report. */
const isEvidence = (view: SpeechView, verb: number): boolean => {
  const { lemma, relation, xpos } = tokenAt(view.tree, verb)
  return xpos === 'VBG' && relation === 'advcl' && EVIDENCING.has(lemma) && lowerAt(view, verb - 1) === ','
}
const EVIDENCING = new Set(['indicate', 'suggest', 'signal', 'imply', 'demonstrate', 'prove', 'mean', 'confirm'])

/** Whoever stands beside a cue of speech where the tree tells no subject: "…,” NAME, a neighbour, said" or "…,” said NAME"; null where nobody does. */
export function besideCue(view: SpeechView, verb: number, floor: number): Speaker | null {
  const left = nameBefore(view, verb, floor)
  const found = left ?? nameAfter(view, verb)
  if (!found) return null
  const comma = Array.from({ length: found[1] - found[0] }, (_, step) => found[0] + step).find(
    at => lowerAt(view, at) === ',',
  )
  return { shown: inDocument(view, found), named: inDocument(view, [found[0], comma ?? found[1]]) }
}

const isNominal = (view: SpeechView, at: number): boolean =>
  ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(view.tree.tokens[at]?.upos ?? '')

/** From the mark of quotation before the cue, or the verb before it, to the cue. */
export function nameBefore(view: SpeechView, verb: number, floor: number): WordRange | null {
  const from = cueRange(view, verb)[0]
  let start = from
  while (start > floor && !stopsName(view, start - 1)) start--
  const range = trimWords(view, [start, from])
  return range && isNominal(view, range[1] - 1) ? range : null
}

const stopsName = (view: SpeechView, at: number): boolean =>
  isQuoted(view, at) ||
  ['VERB', 'AUX', 'SCONJ', 'CCONJ'].includes(tokenAt(view.tree, at).upos) ||
  (isMark(view, at) && lowerAt(view, at) !== ',')

function nameAfter(view: SpeechView, verb: number): WordRange | null {
  let end = verb + 1
  while (end < view.tree.tokens.length && !stopsName(view, end)) end++
  const range = trimWords(view, [verb + 1, end])
  return range && range[0] === verb + 1 && isNominal(view, range[1] - 1) ? range : null
}

/** A speaker's words up to the cue: "the speaker laying out a plan" names him with "the speaker" where "laying out" is the cue. */
export function beforeCue(view: SpeechView, speaker: Speaker, cue: WordRange): Speaker {
  const at = view.from + cue[0]
  const clip = ([from, to]: TokenRange): TokenRange => {
    if (at <= from || at >= to) return [from, to]
    const kept = trimWords(view, [from - view.from, cue[0]])
    return kept ? inDocument(view, kept) : [from, to]
  }
  return { shown: clip(speaker.shown), named: clip(speaker.named) }
}

/** "X, who saw it, said": an aside between two commas before the cue is shown with the source. */
export function withAside(view: SpeechView, speaker: Speaker, cue: WordRange): Speaker {
  const [from, to] = [speaker.shown[1] - view.from, cue[0] - 1]
  if (view.tree.tokens[speaker.shown[0] - view.from]?.xpos.startsWith('W')) return speaker
  if (speaker.shown[0] > view.from + cue[0]) return withTail(view, speaker)
  if (lowerAt(view, from) !== ',' || lowerAt(view, to) !== ',' || to <= from + 1 || to - from > 40) return speaker
  if (!describes(view, from + 1)) return speaker
  for (let at = from; at < to; at++) if (isQuoted(view, at)) return speaker
  return { ...speaker, shown: [speaker.shown[0], to + view.from] }
}

/** True for a word that may open an apposition or a relative clause, and no phrase of time or manner. */
const describes = ({ tree }: SpeechView, at: number): boolean => {
  const token = tree.tokens[at]
  return (
    token !== undefined && (token.xpos.startsWith('W') || ['DET', 'PROPN', 'NOUN', 'ADJ', 'PRON'].includes(token.upos))
  )
}

/** "…,” said X, who saw it.": the aside runs to the end of the sentence or the next quotation. */
function withTail(view: SpeechView, speaker: Speaker): Speaker {
  const from = speaker.shown[1] - view.from
  if (lowerAt(view, from) !== ',' || !describes(view, from + 1)) return speaker
  let end = from + 1
  while (end < view.tree.tokens.length && !isQuoted(view, end) && !endsAside(view, end)) end++
  const kept = trimWords(view, [speaker.shown[0] - view.from, end])
  return kept ? { ...speaker, shown: inDocument(view, kept) } : speaker
}

const endsAside = (view: SpeechView, at: number): boolean =>
  (isMark(view, at) && ![',', '(', ')', '-', '–', '’', "'"].includes(lowerAt(view, at))) ||
  (lowerAt(view, at - 1) === ',' && (tokenAt(view.tree, at).xpos === 'VBG' || tokenAt(view.tree, at).upos === 'CCONJ'))
