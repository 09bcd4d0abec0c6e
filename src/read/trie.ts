import { foldName } from '#kit'
import type { Token } from './document.ts'
import { tokenise } from './model/text/tokenise.ts'

/** What a name of the index must look like in a text, word by word: any case, a capital, or capitals throughout. */
type Shape = 'any' | 'capital' | 'capitals'

interface Leaf<Value> {
  readonly value: Value
  shapes: readonly Shape[]
}
interface Node<Value> {
  readonly next: Map<string, Node<Value>>
  readonly leaves: Leaf<Value>[]
}

/** A set of names, each a sequence of folded words, for finding the longest that begins at a token. */
export interface NameTrie<Value> {
  readonly root: Node<Value>
}

/** The longest names found at a token: all values that share them, and the token after the last word. */
export interface NameMatch<Value> {
  readonly to: number
  readonly values: readonly Value[]
}

const HYPHEN = /^[-‐‑–'’ʼ`´]$/
const CACHE_LIMIT = 50_000
const cache = new Map<string, readonly string[] | null>()

/**
 * The words a token counts for in names: none for a hyphen or apostrophe, null for any other mark, which no name crosses.
 */
function nameWords(form: string): readonly string[] | null {
  const known = cache.get(form)
  if (known !== undefined) return known
  const folded = foldName(form.replace(/[\u00ad]/g, ''))
  const words = HYPHEN.test(form) ? [] : /[\p{L}\p{N}]/u.test(folded) ? folded.split(' ').filter(Boolean) : null
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(form, words)
  return words
}

const shapeOf = (form: string): Shape => {
  const letters = form.replace(/[^\p{L}]/gu, '')
  if (letters.length >= 2 && letters.length <= 6 && letters === letters.toUpperCase()) return 'capitals'
  return /^\p{Lu}/u.test(form) ? 'capital' : 'any'
}

const fits = (shape: Shape, form: string): boolean => {
  if (shape === 'any') return true
  if (!/^['’]?[\p{Lu}\p{N}]/u.test(form)) return false
  return shape === 'capital' || form === form.toUpperCase()
}

export const makeTrie = <Value>(): NameTrie<Value> => ({ root: { next: new Map(), leaves: [] } })

const SHAPES: readonly Shape[] = ['any', 'capital', 'capitals']
/** The less demanding of two shapes. */
const looser = (one: Shape, other: Shape | undefined): Shape =>
  other !== undefined && SHAPES.indexOf(other) < SHAPES.indexOf(one) ? other : one

/**
 * Adds a name. Its capitals are kept as a demand on the text: a name written "Grad" is not found in "grad students". A
 * second spelling of the same words for the same value loosens the demand word by word ("Foreign Ministry", "foreign
 * ministry"; "NATO", "Nato") and adds no second entry.
 */
export function addName<Value>(trie: NameTrie<Value>, name: string, value: Value): void {
  let node = trie.root
  const shapes: Shape[] = []
  for (const { form } of tokenise(name)) {
    for (const word of nameWords(form) ?? []) {
      const next = node.next.get(word) ?? { next: new Map(), leaves: [] }
      node.next.set(word, next)
      node = next
      shapes.push(shapeOf(form))
    }
  }
  if (shapes.length === 0) return
  const known = node.leaves.find(leaf => leaf.value === value)
  if (known) known.shapes = known.shapes.map((shape, at) => looser(shape, shapes[at]))
  else node.leaves.push({ value, shapes })
}

/**
 * The longest name of the trie that begins at token `at` and ends before token `end`; null when there is none.
 */
export function matchName<Value>(
  trie: NameTrie<Value>,
  tokens: readonly Token[],
  at: number,
  end: number,
): NameMatch<Value> | null {
  let node = trie.root
  let best: NameMatch<Value> | null = null
  let forms: string[] | null = null
  for (let next = at; next < end; next += 1) {
    const form = (tokens[next] as Token).form
    const words = nameWords(form)
    if (words === null || (words.length === 0 && next === at)) break
    for (const word of words) {
      const child = node.next.get(word)
      if (!child) return best
      node = child
      forms ??= []
      forms.push(form)
    }
    if (words.length === 0 || node.leaves.length === 0) continue
    const seen = forms ?? []
    const values = node.leaves
      .filter(leaf => leaf.shapes.every((shape, index) => fits(shape, seen[index] as string)))
      .map(leaf => leaf.value)
    if (values.length > 0) best = { to: next + 1, values }
  }
  return best
}
