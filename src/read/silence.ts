import type { Clause } from './clauses.ts'
import type { Document } from './document.ts'

/** Words of somebody keeping silent; an answer is to a question, since "did not respond to the attack" tells what was not done. */
const SILENCE = [
  /\b(?:refus|declin)(?:e|es|ed|ing) (?:to )?(?:immediately |further |publicly )?(?:comment|answer|elaborate|discuss|say|disclose|respond to (?:a |the )?(?:request|question))/,
  /\b(?:not|n't|n’t) (?:immediately |officially |publicly |yet )?(?:comment|reply|replied|answered? (?:a |the |our |calls|questions|requests))/,
  /\b(?:not|n't|n’t) (?:immediately |officially |publicly |yet )?(?:respond|return)(?:ed)? (?:to )?(?:[\w'’-]{1,20} ){0,3}(?:request|question|inquir|quer|call|message|e-?mail)/,
  /\bno (?:immediate |official |further )?(?:comment|reply|response|word) (?:on|from|by|was|about)\b/,
]

/** True for a clause that says only that somebody would not speak ("declined to comment on the strike"): nobody claims anything in it. */
export function isSilence({ tokens }: Document, clause: Clause): boolean {
  const words = tokens
    .slice(...clause.tokens)
    .map(({ lower }) => lower)
    .join(' ')
  return SILENCE.some(pattern => pattern.test(words))
}

/** Verbs of keeping back: what follows them as a question is left open. */
export const isKeptBack = (lemma: string): boolean => lemma === 'refuse' || lemma === 'decline'

/** "*Asked* whether X had fallen, Y said …": the question put to whoever speaks in the sentence. */
export const isAskedOf = ({ verb, subject }: Clause): boolean =>
  verb?.lemma === 'ask' && (subject === null || subject[0] > verb.head)
