/** A word a pattern names: a lemma, or with `exact` a form as written; several words are told by their pieces. */
export interface PatternWord {
  /** Lower case, straight apostrophes: `shoot down`, `f-16`. */
  readonly text: string
  readonly exact: boolean
}

/** Word classes a pattern can ask for, by the universal parts of speech each stands for; null is any. */
export const WORD_CLASSES: Readonly<Record<string, readonly string[] | null>> = {
  verb: ['VERB', 'AUX'],
  noun: ['NOUN'],
  name: ['PROPN'],
  pronoun: ['PRON', 'DET'],
  number: ['NUM'],
  adjective: ['ADJ'],
  adverb: ['ADV'],
  word: null,
}

/** One way a word can pass a test: a class, and of that class certain words only, or all but certain words. */
export interface Alternative {
  /** Universal parts of speech; null is any. */
  readonly classes: readonly string[] | null
  /** One of these; null is any word of the class. */
  readonly words: readonly PatternWord[] | null
  readonly except: readonly PatternWord[]
}

/** What is asked beside class and word. */
export type ConditionName =
  | 'negated'
  | 'active'
  | 'passive'
  | 'past'
  | 'present'
  | 'future'
  | 'perfect'
  | 'progressive'
  | 'finite'
  | 'modal'
  | 'plural'
  | 'before'
  | 'after'
  | 'sure'

export interface Condition {
  readonly name: ConditionName
  /** True when it must not hold ("not negated"). */
  readonly not: boolean
  /** For `modal`: which ones; empty is any. */
  readonly words: readonly string[]
  /** For `sure`: the least confidence, 0–1; else 0. */
  readonly least: number
}

export interface Test {
  /** One must pass; empty passes every word. */
  readonly alternatives: readonly Alternative[]
  /** All must hold. */
  readonly conditions: readonly Condition[]
}

/** Roles that look through passive, control, relative clauses and joined verbs, and a few ways about the tree. */
export const ROLE_NAMES = ['subject', 'object', 'recipient', 'content', 'modifier', 'conjunct', 'head'] as const
export type RoleName = (typeof ROLE_NAMES)[number]

/** One way a part can hang on its head. */
export type RoleAtom =
  | { readonly kind: 'role'; readonly name: RoleName }
  | { readonly kind: 'relation'; readonly names: readonly string[] }
  | { readonly kind: 'preposition'; readonly words: string }

export interface Role {
  readonly atoms: readonly RoleAtom[]
  /** Looked for below any word of the clause, not the head alone; with no atoms, any word of it. */
  readonly anywhere: boolean
}

/** A line of a pattern below its first. */
export interface Part {
  readonly role: Role
  /** Must not be there ("no object"). */
  readonly forbidden: boolean
  readonly optional: boolean
  /** Name its word is captured under, or null. */
  readonly capture: string | null
  readonly test: Test
  readonly parts: readonly Part[]
}

/** One pattern as read from its source. */
export interface Pattern {
  readonly name: string
  readonly test: Test
  readonly parts: readonly Part[]
  /** Of its first line in the source, from 1. */
  readonly line: number
}
