import type { ParsedSentence } from '../tree.ts'
import type { Found } from '../walk/index.ts'
import {
  childrenBy,
  complements,
  conjuncts,
  deepObject,
  deepSubject,
  firstConjunct,
  headChain,
  laterConjuncts,
  modifiers,
  obliques,
  recipient,
  subtree,
  tokenAt,
} from '../walk/index.ts'
import type { Role, RoleAtom, RoleName } from './pattern.ts'

/** Words that can fill a role of `head`, in the order they are tried; a word found two ways counts once. */
export function findCandidates(sentence: ParsedSentence, head: number, { atoms, anywhere }: Role): readonly Found[] {
  const found = anywhere
    ? clauseWords(sentence, head).flatMap(at => below(sentence, head, at, atoms))
    : atoms.flatMap(atom => byAtom(sentence, head, atom))
  const tokens = new Set<number>()
  return found.filter(({ token }) => token !== head && !tokens.has(token) && tokens.add(token))
}

/** Clauses that tell of something else than the one they hang on. */
const OTHER_CLAUSE = /^(?:ccomp|advcl|acl:relcl|parataxis|csubj)/

/** The words of the clause of `head`, in order of the text, other clauses and joined predicates left out. */
const clauseWords = (sentence: ParsedSentence, head: number): readonly number[] =>
  subtree(
    sentence,
    head,
    ({ relation, upos }) => !OTHER_CLAUSE.test(relation) && !(relation === 'conj' && ['VERB', 'AUX'].includes(upos)),
  )

/** What hangs on a word of the clause by one of these atoms, or the word itself where there are none. */
function below(sentence: ParsedSentence, head: number, at: number, atoms: readonly RoleAtom[]): readonly Found[] {
  const chain = (headChain(sentence, at, head) ?? []).slice(0, -1)
  if (atoms.length === 0) return [{ token: at, arcs: chain }]
  return atoms
    .flatMap(atom => byAtom(sentence, at, atom))
    .map(({ token, arcs }) => ({ token, arcs: [...arcs, ...chain] }))
}

function byAtom(sentence: ParsedSentence, head: number, atom: RoleAtom): readonly Found[] {
  if (atom.kind === 'role') return ROLES[atom.name](sentence, head)
  if (atom.kind === 'relation')
    return childrenBy(sentence, head, ...atom.names).flatMap(at => listOf(sentence, { token: at, arcs: [at] }))
  return [...phrases(sentence, head, atom.words), ...clauses(sentence, head, atom.words)]
}

const phrases = (sentence: ParsedSentence, head: number, words: string): readonly Found[] =>
  obliques(sentence, head).filter(
    ({ preposition, particle }) => preposition === words || `${particle} ${preposition}` === words,
  )

/** "accused of *shelling*": clauses a preposition introduces. */
const clauses = (sentence: ParsedSentence, head: number, words: string): readonly Found[] =>
  childrenBy(sentence, head, 'advcl', 'acl', 'xcomp')
    .filter(at => tokenAt(sentence, at).xpos === 'VBG')
    .filter(at => childrenBy(sentence, at, 'mark', 'case').some(mark => tokenAt(sentence, mark).lemma === words))
    .map(token => ({ token, arcs: [token] }))

/** A word and the later members of its list. */
const listOf = (sentence: ParsedSentence, { token, arcs }: Found): readonly Found[] => [
  { token, arcs },
  ...laterConjuncts(sentence, token).map(other => ({
    token: other,
    arcs: [...arcs, ...(headChain(sentence, other, token) ?? []).slice(0, -1)],
  })),
]

const withList = (sentence: ParsedSentence, found: Found | null): readonly Found[] =>
  found ? listOf(sentence, found) : []

/** The other members of a word's list; the way to each goes by the list's first. */
function others(sentence: ParsedSentence, at: number): readonly Found[] {
  const first = firstConjunct(sentence, at)
  const toFirst = (from: number): readonly number[] => (headChain(sentence, from, first) ?? []).slice(0, -1)
  return conjuncts(sentence, at)
    .filter(other => other !== at)
    .map(other => ({ token: other, arcs: [...toFirst(at), ...toFirst(other)] }))
}

const ROLES: Readonly<Record<RoleName, (sentence: ParsedSentence, head: number) => readonly Found[]>> = {
  subject: (sentence, head) => withList(sentence, deepSubject(sentence, head)),
  object: (sentence, head) => withList(sentence, deepObject(sentence, head)),
  recipient: (sentence, head) => withList(sentence, recipient(sentence, head)),
  content: (sentence, head) => complements(sentence, head).flatMap(found => listOf(sentence, found)),
  modifier: (sentence, head) => modifiers(sentence, head).map(token => ({ token, arcs: [token] })),
  conjunct: others,
  head: (sentence, head) => {
    const { head: above } = tokenAt(sentence, head)
    return above === null ? [] : [{ token: above, arcs: [head] }]
  },
}
