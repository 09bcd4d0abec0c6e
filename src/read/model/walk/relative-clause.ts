import type { ParsedSentence } from '../tree.ts'
import { childrenBy, subtree, tokenAt } from './children.ts'
import type { Found } from './confidence.ts'

const isRelativePronoun = ({ xpos, upos, lemma }: { xpos: string; upos: string; lemma: string }): boolean =>
  ['WDT', 'WP', 'WP$'].includes(xpos) || (upos === 'PRON' && lemma === 'that')

/** The word a relative clause describes ("the *town* that fell"), by the clause's verb or one joined to it; null when `verb` heads none. */
export function antecedent(sentence: ParsedSentence, verb: number): Found | null {
  const { relation, head } = tokenAt(sentence, verb)
  if (head === null) return null
  if (relation === 'acl:relcl') return { token: head, arcs: [verb] }
  const above =
    relation === 'conj' && childrenBy(sentence, verb, 'nsubj').length === 0 ? antecedent(sentence, head) : null
  return above && { token: above.token, arcs: [...above.arcs, verb] }
}

/** The clause's own who, which or that, or null: "which" of "which fell", also inside a phrase ("the capital of which"). */
export function relativePronoun(sentence: ParsedSentence, verb: number): number | null {
  const isOwn = ({ relation }: { relation: string }): boolean => !/^(?:ccomp|advcl|acl|parataxis|conj)/.test(relation)
  return subtree(sentence, verb, isOwn).find(at => at !== verb && isRelativePronoun(tokenAt(sentence, at))) ?? null
}

/** A relative pronoun of a clause as the word it stands for; any other word as itself. */
export function resolveRelative(sentence: ParsedSentence, verb: number, found: Found): Found {
  if (!isRelativePronoun(tokenAt(sentence, found.token))) return found
  const described = antecedent(sentence, verb)
  return described ? { token: described.token, arcs: [...found.arcs, ...described.arcs] } : found
}

/** True when a relative clause has a gap no pronoun fills ("the town Russia took"): neither pronoun nor "where", "when", "why". */
export const isBareRelative = (sentence: ParsedSentence, verb: number): boolean =>
  tokenAt(sentence, verb).relation === 'acl:relcl' &&
  relativePronoun(sentence, verb) === null &&
  childrenBy(sentence, verb, 'advmod', 'mark').every(at => !/^W|^IN$/.test(tokenAt(sentence, at).xpos))
