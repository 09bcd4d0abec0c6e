import type { ParsedSentence, ParsedToken } from '../tree.ts'
import { childrenBy, tokenAt } from './children.ts'

/** What the words around a predicate say of its time and manner. */
export interface VerbGroup {
  /** Auxiliaries and copula, in order of the text; those of the first of two joined verbs count for the second too. */
  readonly auxiliaries: readonly number[]
  /** Lemma of the modal verb (may, could, should, would …), or null. `will` and `shall` are tense, not modality. */
  readonly modal: string | null
  /** By the finite word of the group; null where none is (infinitives, participles) or a modal hides it. */
  readonly tense: 'past' | 'present' | 'future' | null
  readonly voice: 'active' | 'passive'
  /** "have seized". */
  readonly perfect: boolean
  /** "is seizing". */
  readonly progressive: boolean
  /** False for infinitives and participles that carry no tense: "to seize", "seizing". */
  readonly finite: boolean
}

const TENSES: Readonly<Record<string, 'past' | 'present'>> = { VBD: 'past', VBZ: 'present', VBP: 'present' }

/** True when a joined verb leaves its auxiliaries to the first: "was seized and burned", "will attack and take". */
const sharesAuxiliaries = (sentence: ParsedSentence, token: ParsedToken): boolean =>
  token.relation === 'conj' &&
  token.head !== null &&
  tokenAt(sentence, token.head).xpos === token.xpos &&
  !['VBD', 'VBZ', 'VBP'].includes(token.xpos) &&
  childrenBy(sentence, token.index, 'aux', 'cop', 'nsubj', 'mark').length === 0

/** Auxiliaries and copula of a predicate, in order of the text, those it shares with the verb it is joined to included. */
export function auxiliaries(sentence: ParsedSentence, at: number): readonly number[] {
  const token = tokenAt(sentence, at)
  const own = childrenBy(sentence, at, 'aux', 'cop')
  return own.length === 0 && token.head !== null && sharesAuxiliaries(sentence, token)
    ? auxiliaries(sentence, token.head)
    : own
}

/**
 * True when the surface subject of a verb is what its action is done to. By the tree ("was seized", "the town seized by")
 * and, where a participle has no auxiliary at all ("Two killed in Sumy"), by its tag.
 */
export function isPassive(sentence: ParsedSentence, at: number): boolean {
  const token = tokenAt(sentence, at)
  if (childrenBy(sentence, at, 'aux:pass', 'nsubj:pass', 'csubj:pass').length > 0) return true
  if (token.xpos !== 'VBN' || token.upos !== 'VERB') return false
  const group = auxiliaries(sentence, at).map(aux => tokenAt(sentence, aux))
  if (group.some(({ relation }) => relation === 'aux:pass')) return true
  if (childrenBy(sentence, at, 'obl:agent').length > 0) return true
  return group.length === 0 && childrenBy(sentence, at, 'obj').length === 0
}

/** Tense, voice, aspect and modality of a predicate: a verb, or a noun or adjective with its copula. */
export function verbGroup(sentence: ParsedSentence, at: number): VerbGroup {
  const token = tokenAt(sentence, at)
  const group = auxiliaries(sentence, at)
  const words = [...group.map(aux => tokenAt(sentence, aux)), ...(['VERB', 'AUX'].includes(token.upos) ? [token] : [])]
  const modals = words.filter(({ xpos }) => xpos === 'MD').map(({ lemma }) => lemma)
  const modal = modals.find(lemma => lemma !== 'will' && lemma !== 'shall') ?? null
  const finite = words.find(({ xpos }) => xpos in TENSES)
  const helps = (lemma: string): boolean =>
    words.some(word => word.index !== at && word.lemma === lemma && word.relation !== 'cop')
  return {
    auxiliaries: group,
    modal,
    tense: modal !== null ? null : modals.length > 0 ? 'future' : ((finite && TENSES[finite.xpos]) ?? null),
    voice: isPassive(sentence, at) ? 'passive' : 'active',
    perfect: helps('have') && words.some(({ xpos }) => xpos === 'VBN'),
    progressive: helps('be') && words.some(({ xpos }) => xpos === 'VBG'),
    finite: finite !== undefined || modals.length > 0,
  }
}
