import type { Document, TokenRange } from './document.ts'
import type { ParsedSentence } from './model/tree.ts'
import { childrenBy, tokenAt } from './model/walk/children.ts'
import { isInfinitive } from './verb-groups.ts'

/** A predicate that opens a clause, or one that belongs to the clause of another. */
export interface ClauseHead {
  /** Place of the predicate in the tree. */
  readonly at: number
  /** The predicate whose clause it belongs to ("continues *to attack*"); null for one that opens its own. */
  readonly under: number | null
  /** Verbs joined to it that share its object ("killed, *injured* or *captured* 50 soldiers"). */
  readonly joined: readonly number[]
}

const CLAUSAL = new Set([
  'root',
  'ccomp',
  'xcomp',
  'csubj',
  'csubj:pass',
  'advcl',
  'advcl:relcl',
  'acl',
  'acl:relcl',
  'parataxis',
  'conj',
])

/** The predicates of a sentence in order of the text, those that open a clause and those under another. */
export function findClauseHeads(
  document: Document,
  tree: ParsedSentence,
  base: number,
  [from, to]: TokenRange,
  named?: ReadonlySet<number>,
): readonly ClauseHead[] {
  const found: ClauseHead[] = []
  const taken = new Set<number>()
  for (const { index: at } of tree.tokens) {
    if (taken.has(at) || base + at < from || base + at >= to || !isPredicate(tree, at)) continue
    if (named?.has(base + at) && childrenBy(tree, at, 'nsubj', 'cop').length === 0) continue
    const joined = sharing(document, base, tree, at)
    for (const word of joined) taken.add(word)
    found.push({ at, under: governorOf(tree, at), joined })
  }
  return lifted(found)
}

/** A complement of a word that heads no clause opens one itself. */
const lifted = (heads: readonly ClauseHead[]): readonly ClauseHead[] => {
  const known = new Set(heads.map(({ at }) => at))
  return heads.map(head => (head.under !== null && known.has(head.under) ? head : { ...head, under: null }))
}

function isPredicate(tree: ParsedSentence, at: number): boolean {
  const { upos, relation } = tokenAt(tree, at)
  const subject = childrenBy(tree, at, 'nsubj', 'csubj', 'expl').length > 0
  if (childrenBy(tree, at, 'cop').length > 0) return true
  if (upos === 'VERB') return CLAUSAL.has(relation) || subject
  return upos === 'AUX' && subject && !['aux', 'aux:pass', 'cop'].includes(relation)
}

/** Words after which a gerund only names the act: "the cost *of rebuilding*". */
const NAMING = new Set([
  'of',
  'for',
  'in',
  'at',
  'from',
  'against',
  'to',
  'on',
  'about',
  'into',
  'over',
  'towards',
  'toward',
])

/** The predicate whose clause takes in an infinitive, a gerund that names an act, or an open complement; null for any other. */
function governorOf(tree: ParsedSentence, at: number): number | null {
  const { relation, head, xpos } = tokenAt(tree, at)
  if (head === null || childrenBy(tree, at, 'nsubj').length > 0) return null
  const infinitive = isInfinitive(tree, at) && relation !== 'conj'
  const gerund = xpos === 'VBG' && childrenBy(tree, at, 'aux').length === 0
  const mark = childrenBy(tree, at, 'mark', 'case').map(word => tokenAt(tree, word).lemma)
  const names = gerund && ['advcl', 'acl', 'csubj', 'ccomp'].includes(relation) && mark.some(word => NAMING.has(word))
  const describes = gerund && relation === 'acl' && !isParted(tree, at) && mark.length === 0
  const over = predicateOver(tree, head)
  // "shot down 16 of 21 drones *launched overnight*": a participle behind the verb tells which ones are meant.
  const tells = xpos === 'VBN' && relation === 'acl' && !isParted(tree, at) && over !== null && over < at
  const open = relation === 'xcomp' || (relation === 'ccomp' && gerund && !isParted(tree, at))
  const below = infinitive || names || describes || tells || open
  return below ? over : null
}

/** True when a comma or dash stands right before the words of a clause. */
const isParted = (tree: ParsedSentence, at: number): boolean =>
  [',', '—', '–', ';'].includes(tree.tokens[at - 1]?.form ?? '')

function predicateOver(tree: ParsedSentence, from: number): number | null {
  for (let at: number | null = from; at !== null; at = tokenAt(tree, at).head) if (isPredicate(tree, at)) return at
  return null
}

/** Verbs that share one object are one act under the first of them. */
const SHARING = new Set(
  'kill wound injure hurt maim damage destroy capture detain deport abduct arrest shell bomb seize ruin loot torture rape'.split(
    ' ',
  ),
)

function sharing(document: Document, base: number, tree: ParsedSentence, at: number): readonly number[] {
  if (!SHARING.has(document.tokens[base + at]?.lemma ?? '')) return []
  const found: number[] = []
  let last = at
  for (const other of childrenBy(tree, at, 'conj')) {
    const between = tree.tokens.slice(last + 1, other)
    const bare = between.length <= 3 && between.every(({ upos }) => ['PUNCT', 'CCONJ', 'ADV'].includes(upos))
    if (!bare || !SHARING.has(document.tokens[base + other]?.lemma ?? '')) break
    found.push(other)
    last = other
  }
  return found
}
