import type { ParsedSentence, ParsedToken } from '../tree.ts'

const LEAF: readonly number[] = []
const CHILDREN = new WeakMap<readonly ParsedToken[], readonly (readonly number[])[]>()

/** The table of children, made once for the words of a sentence, whichever record they are handed on in. */
function childrenTable({ tokens }: ParsedSentence): readonly (readonly number[])[] {
  const made = CHILDREN.get(tokens)
  if (made) return made
  const table: (number[] | typeof LEAF)[] = tokens.map(() => LEAF)
  for (const { head, index } of tokens) {
    if (head === null || head < 0 || head >= tokens.length) continue
    const known = table[head] as number[] | typeof LEAF
    if (known === LEAF) table[head] = [index]
    else (known as number[]).push(index)
  }
  CHILDREN.set(tokens, table)
  return table
}

/** Words that hang on word `at`, in order of the text; empty for a leaf. */
export const children = (sentence: ParsedSentence, at: number): readonly number[] => childrenTable(sentence)[at] ?? LEAF

/**
 * The word at an index of a sentence.
 *
 * @throws RangeError when the sentence has no such word: a mistake of the caller, not of a text.
 */
export function tokenAt(sentence: ParsedSentence, at: number): ParsedToken {
  const token = sentence.tokens[at]
  if (!token) throw new RangeError(`expected a word from 0 to ${sentence.tokens.length - 1}, found ${at}`)
  return token
}

/** True when a relation is one of those named; `nsubj` names its subtypes too, `nsubj:pass` itself alone. */
export function isRelation(relation: string, names: readonly string[]): boolean {
  if (names.includes(relation)) return true
  const colon = relation.indexOf(':')
  return colon >= 0 && names.includes(relation.slice(0, colon))
}

/** Children of `at` by relation, in order of the text; a relation without a subtype names all its subtypes. */
export function childrenBy(sentence: ParsedSentence, at: number, ...relations: readonly string[]): readonly number[] {
  const all = children(sentence, at)
  return all === LEAF ? LEAF : all.filter(child => isRelation(tokenAt(sentence, child).relation, relations))
}

/** All words below `at` and itself, in order of the text. `enter`: says whether to go into a child; every child when left out. */
export function subtree(
  sentence: ParsedSentence,
  at: number,
  enter: (token: ParsedToken) => boolean = () => true,
): readonly number[] {
  const found = [at]
  for (let next = 0; next < found.length; next++)
    for (const child of children(sentence, found[next] ?? at)) if (enter(tokenAt(sentence, child))) found.push(child)
  return found.sort((a, b) => a - b)
}

/** True when exactly one word has no head and every word leads to it: what each change of a tree must keep. */
export const isTree = (tokens: readonly ParsedToken[]): boolean =>
  tokens.filter(({ head }) => head === null).length === 1 &&
  tokens.every(({ head }) => {
    let [at, steps] = [head, 0]
    while (at !== null && steps <= tokens.length) [at, steps] = [tokens[at]?.head ?? null, steps + 1]
    return at === null
  })

/** Words from the one `at` hangs on up to the root; empty for the root. */
export function ancestors(sentence: ParsedSentence, at: number): readonly number[] {
  const found: number[] = []
  let { head } = tokenAt(sentence, at)
  while (head !== null) {
    found.push(head)
    head = tokenAt(sentence, head).head
  }
  return found
}

/** Index of the sentence's root. */
export const rootOf = (sentence: ParsedSentence): number =>
  sentence.tokens.find(({ head }) => head === null)?.index ?? 0
