import { reachOf } from './attribution-content.ts'
import { type AttributionMention, make } from './attribution-parts.ts'
import { speakerOf } from './attribution-source.ts'
import { caseOf, inDocument, isQuoted, type SpeechView, trimWords } from './attribution-view.ts'
import { ADJECTIVE_CUES } from './lexicon/cues.ts'
import { childrenBy, subtree, tokenAt } from './model/walk/children.ts'

/** "is confident that …", "was critical of …", "are open to …": an adjective that tells what its subject thinks. */
export function adjectiveCue(view: SpeechView, at: number): AttributionMention | null {
  const { tree } = view
  const { lemma } = tokenAt(tree, at)
  const prepositions = ADJECTIVE_CUES.get(lemma.toLowerCase())
  const [copula] = childrenBy(tree, at, 'cop', 'aux')
  if (!prepositions || copula === undefined || isQuoted(view, at)) return null
  const content = childrenBy(tree, at, 'ccomp', 'xcomp', 'advcl', 'obl').find(
    child =>
      child > at &&
      (prepositions.has(caseOf(view, child)) || ['ccomp', 'xcomp'].includes(tokenAt(tree, child).relation)),
  )
  const speaker = speakerOf(view, at)
  if (content === undefined || !speaker) return null
  const first = subtree(tree, content)[0] ?? content
  const skip = ['of', 'about', 'with', 'by', 'in'].includes(caseOf(view, content)) ? 1 : 0
  const range = trimWords(view, [first + skip, reachOf(view, at, first)])
  const cue = inDocument(view, [Math.min(copula, at), at + 1 + skip])
  return range && make(view.document, view.sentence.index, 'object', speaker, cue, [inDocument(view, range)], null)
}
