import { isMark, type SpeechView, type WordRange } from './attribution-view.ts'
import { childrenBy, tokenAt } from './model/walk/children.ts'
import { auxiliaries } from './model/walk/verb-group.ts'

/** The words of a cue: auxiliaries, adverbs between, verb and particle ("has repeatedly called", "did not say"), to the preposition `last` where given. */
export function cueRange({ tree, ...view }: SpeechView, verb: number, last = verb): WordRange {
  const group = new Set([
    ...auxiliaries(tree, verb),
    ...childrenBy(tree, verb, 'advmod', 'compound:prt', 'mark').filter(
      at => !['that', 'as', 'if', 'when', 'while'].includes(tokenAt(tree, at).lemma),
    ),
  ])
  let [from, to] = [verb, verb + 1]
  while (from > 0 && group.has(from - 1)) from--
  while (to < tree.tokens.length && tokenAt(tree, to).relation === 'compound:prt' && group.has(to)) to++
  const reach = Math.max(to, last + 1)
  return [from, reach - to <= 2 && !isMark({ tree, ...view }, reach - 1) ? reach : to]
}
