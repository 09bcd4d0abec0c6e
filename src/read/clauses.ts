import { findClauseHeads } from './clause-heads.ts'
import { type ClauseRelation, trimEnd, trimStart } from './clause-marks.ts'
import { contentRange } from './clause-range.ts'
import { mendClauses } from './clause-tree.ts'
import type { Document, DocumentSentence, TokenRange } from './document.ts'
import type { ParsedSentence } from './model/tree.ts'
import { ownSubject, surfaceSubject } from './model/walk/arguments.ts'
import { childrenBy, subtree, tokenAt } from './model/walk/children.ts'
import { phraseTokens } from './model/walk/phrase.ts'
import { relativePronoun } from './model/walk/relative-clause.ts'
import type { VerbGroup } from './verb-group.ts'
import { verbGroupAt } from './verb-groups.ts'

/** One predicate with its subject and all that hangs on it, read off the sentence's tree. */
export interface Clause {
  readonly sentence: number
  /** Position in the list of the sentence's clauses. */
  readonly index: number
  /** Everything from the first word that belongs to it to the last; clauses set inside it are within this range. */
  readonly tokens: TokenRange
  /** Its own subject, or that of the clause it shares one with; null where none was found. */
  readonly subject: TokenRange | null
  /** True when the subject is taken from another clause. */
  readonly inherits: boolean
  /** Null in a line without a verb. */
  readonly verb: VerbGroup | null
  /** Infinitives and open complements that belong to the same clause ("continues *to attack*"), in order of the text. */
  readonly complements: readonly VerbGroup[]
  readonly relation: ClauseRelation
  /** The word that opens it ("if", "after", "that", "which"), in lower case, or null. */
  readonly marker: string | null
}

/** What the clauses of one sentence are cut from. */
interface Cut {
  readonly document: Document
  readonly sentence: DocumentSentence
  readonly tree: ParsedSentence
  /** Document index of the tree's first word. */
  readonly base: number
  readonly range: TokenRange
}

/**
 * The clauses of a sentence in the order of their verbs; a line without a verb is one `verbless` clause. No predicate stands
 * at a token of `named`: the words of a name are no verbs ("Grad rockets").
 */
export function chunkClauses(
  document: Document,
  sentence: DocumentSentence,
  named?: ReadonlySet<number>,
): readonly Clause[] {
  const range = contentRange(document, sentence)
  const tree = mendClauses({ span: sentence.span, tokens: sentence.tree })
  const cut: Cut = { document, sentence, tree, base: sentence.tokens[0], range }
  const heads = findClauseHeads(document, tree, cut.base, range, named)
  const openers = heads.filter(({ under }) => under === null)
  const merged = new Set(heads.flatMap(({ joined }) => joined))
  const edges = new Set(openers.map(({ at }) => at))
  const clauses = openers.flatMap(({ at, joined }) => {
    const verb = verbGroupAt(document.tokens, cut.base, tree, at)
    if (!verb) return []
    const below = complementsOf(at, heads)
    const complements = below
      .map(other => verbGroupAt(document.tokens, cut.base, tree, other))
      .filter(group => group !== null)
    const last = joined.at(-1)
    const wide: VerbGroup = last === undefined ? verb : { ...verb, tokens: [verb.tokens[0], cut.base + last + 1] }
    return [clauseAt(cut, at, wide, complements, edges, merged)]
  })
  if (clauses.length === 0) return [verbless(sentence.index, range)]
  return clauses
    .toSorted((a, b) => (a.verb?.head ?? 0) - (b.verb?.head ?? 0))
    .map((clause, index) => ({ ...clause, index }))
}

/** The predicates that belong to the clause of `at`, straight or through each other, in order of the text. */
function complementsOf(at: number, heads: ReturnType<typeof findClauseHeads>): readonly number[] {
  const straight = heads.filter(({ under }) => under === at).map(head => head.at)
  return straight.flatMap(other => [other, ...complementsOf(other, heads)]).toSorted((a, b) => a - b)
}

const verbless = (sentence: number, tokens: TokenRange): Clause => ({
  sentence,
  index: 0,
  tokens,
  subject: tokens,
  inherits: false,
  verb: null,
  complements: [],
  relation: 'verbless',
  marker: null,
})

function clauseAt(
  cut: Cut,
  at: number,
  verb: VerbGroup,
  complements: readonly VerbGroup[],
  edges: ReadonlySet<number>,
  merged: ReadonlySet<number>,
): Clause {
  const { tree } = cut
  const own = subtree(tree, at, ({ index }) => !edges.has(index) || merged.has(index))
  const marker = markerOf(tree, at)
  const subject = subjectOf(cut, at)
  return {
    sentence: cut.sentence.index,
    index: 0,
    tokens: rangeOf(cut, own, verb, complements),
    subject: subject?.range ?? null,
    inherits: subject?.inherits ?? false,
    verb,
    complements,
    relation: relationOf(tree, at, verb, marker),
    marker,
  }
}

function rangeOf(
  { document, tree, base, range }: Cut,
  own: readonly number[],
  verb: VerbGroup,
  complements: readonly VerbGroup[],
): TokenRange {
  const words = own.filter(word => tokenAt(tree, word).upos !== 'PUNCT')
  const [first, last] = [words[0] ?? 0, words.at(-1) ?? 0]
  const reach = Math.max(verb.tokens[1], ...complements.map(group => group.tokens[1]))
  const start = Math.max(range[0], Math.min(base + first, verb.tokens[0]))
  const end = Math.min(range[1], Math.max(base + last + 1, reach))
  return [trimStart(document.tokens, start, verb.tokens[0]), trimEnd(document.tokens, end, reach)]
}

function subjectOf(cut: Cut, at: number): { readonly range: TokenRange; readonly inherits: boolean } | null {
  const { tree, base, range } = cut
  const [expletive] = childrenBy(tree, at, 'expl')
  if (expletive !== undefined && expletive < at)
    return { range: [base + expletive, base + expletive + 1], inherits: false }
  const found = surfaceSubject(tree, at)
  if (!found) return null
  const words = phraseTokens(tree, found.token, { relatives: false })
  const [from, to] = [base + (words[0] ?? found.token), base + (words.at(-1) ?? found.token) + 1]
  const relative = tokenAt(tree, at).relation === 'acl:relcl'
  const kept: TokenRange = [Math.max(from, range[0]), Math.min(to, range[1])]
  return kept[0] < kept[1] ? { range: kept, inherits: ownSubject(tree, at) === null && !relative } : null
}

/** The word that opens a clause: its subordinator, its relative or interrogative word, or the conjunction that joins it. */
function markerOf(tree: ParsedSentence, at: number): string | null {
  const lower = (word: number | null | undefined): string | null =>
    word === null || word === undefined ? null : tokenAt(tree, word).form.toLowerCase()
  const marks = childrenBy(tree, at, 'mark').filter(word => word < at && tokenAt(tree, word).lemma !== 'to')
  if (marks[0] !== undefined) return lower(marks[0])
  if (tokenAt(tree, at).relation === 'acl:relcl') return lower(relativePronoun(tree, at) ?? asked(tree, at))
  return lower(asked(tree, at)) ?? lower(childrenBy(tree, at, 'cc').find(word => word < at))
}

/** The "when", "where", "what" or "which" that a clause begins with. */
const asked = (tree: ParsedSentence, at: number): number | undefined =>
  childrenBy(tree, at, 'advmod', 'obj', 'nsubj', 'obl', 'det').find(
    word => word < at && tokenAt(tree, word).xpos.startsWith('W'),
  )

function relationOf(tree: ParsedSentence, at: number, verb: VerbGroup, marker: string | null): ClauseRelation {
  const { relation, head } = tokenAt(tree, at)
  if (verb.kind === 'gerund' && relation !== 'root') return 'gerund'
  switch (relation) {
    case 'root':
      return 'main'
    case 'ccomp':
    case 'csubj':
    case 'xcomp':
      return marker === null ? 'coordinate' : 'complement'
    case 'advcl':
      return verb.kind === 'bare' && marker === null ? 'participle' : 'adverbial'
    case 'acl:relcl':
      return 'relative'
    case 'acl':
      return verb.kind === 'bare' && marker === null ? 'participle' : 'complement'
    case 'conj':
      return head !== null && isReducedList(tree, at, head, verb) ? 'participle' : 'coordinate'
    default:
      return 'coordinate'
  }
}

/** "houses *damaged* and *burned* in the raid": a participle joined to one that describes a noun. */
const isReducedList = (tree: ParsedSentence, at: number, head: number, verb: VerbGroup): boolean =>
  verb.kind === 'bare' && tokenAt(tree, head).relation === 'acl' && tokenAt(tree, at).xpos === tokenAt(tree, head).xpos
