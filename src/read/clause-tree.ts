import type { ParsedSentence, ParsedToken } from './model/tree.ts'
import { ancestors, childrenBy, isTree, tokenAt } from './model/walk/children.ts'

/**
 * Mends what a parser gets wrong about which words are predicates and whose their subjects are:
 *
 * 1. "are *shelling* Siversk": a verb in -ing between a form of "be" and a noun is the predicate, the noun its object.
 * 2. "missiles *launched* at a base *were intercepted*": of two past forms, of which the second alone has an auxiliary and
 *    neither subject nor opener of its own, the first describes the subject.
 * 3. "said a worker whom soldiers detained *was freed*": the object before such a verb is its subject.
 * 4. "The city cleared, Russia *says*": of two subjects of one verb, the first belongs to the clause between them.
 * 5. "21 drones *launched* overnight": a past form without subject, object and auxiliary right behind a noun describes it.
 * 6. "Norway *to send* tanks": behind the noun that opens a line without another verb, an infinitive is its predicate, "to" its auxiliary.
 *
 * Words stay where they are; an arc made by rule keeps the confidence of the one it replaces.
 */
export const mendClauses = (tree: ParsedSentence): ParsedSentence =>
  [mendProgressive, mendGardenPath, mendObjectSubject, mendTwoSubjects, mendParticiple, mendHeadline].reduce(
    (mended, rule) => rule(mended),
    tree,
  )

type Changes = ReadonlyMap<number, Partial<Pick<ParsedToken, 'head' | 'relation' | 'upos' | 'xpos' | 'lemma'>>>

/** The tree with some words changed; as it was where the changes would close a ring, since then the rule read it wrongly. */
function change(tree: ParsedSentence, changes: Changes): ParsedSentence {
  if (changes.size === 0) return tree
  const tokens = tree.tokens.map(token => ({ ...token, ...changes.get(token.index) }))
  return isTree(tokens) ? { ...tree, tokens } : tree
}

function mendProgressive(tree: ParsedSentence): ParsedSentence {
  for (const { index, xpos, relation, head } of tree.tokens) {
    if (xpos !== 'VBG' || head === null || head < index || !['compound', 'amod'].includes(relation)) continue
    const noun = tokenAt(tree, head)
    const copulas = childrenBy(tree, head, 'cop').filter(word => word < index)
    const before = tree.tokens[index - 1]
    const close = before?.upos === 'AUX' || (before?.upos === 'ADV' && tree.tokens[index - 2]?.upos === 'AUX')
    if (copulas.length === 0 || !close || childrenBy(tree, head, 'det', 'case').some(word => word < index)) continue
    const changes = new Map<number, Partial<ParsedToken>>([
      [index, { head: noun.head, relation: noun.relation }],
      [head, { head: index, relation: 'obj' }],
    ])
    for (const word of childrenBy(tree, head, 'cop', 'aux')) changes.set(word, { head: index, relation: 'aux' })
    for (const word of childrenBy(
      tree,
      head,
      'nsubj',
      'expl',
      'advcl',
      'mark',
      'cc',
      'obl',
      'ccomp',
      'parataxis',
      'conj',
    ))
      changes.set(word, { head: index })
    return change(tree, changes)
  }
  return tree
}

/** A verb with an auxiliary, but neither a subject nor a word that opens or joins its clause. */
const isOrphan = (tree: ParsedSentence, at: number): boolean => {
  const { upos, relation } = tokenAt(tree, at)
  if (
    !['VERB', 'ADJ', 'NOUN'].includes(upos) ||
    !['advcl', 'ccomp', 'conj', 'parataxis', 'xcomp', 'dep'].includes(relation)
  )
    return false
  const auxiliaries = childrenBy(tree, at, 'aux', 'cop').map(word => tokenAt(tree, word))
  return (
    auxiliaries.some(({ xpos }) => ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos)) &&
    childrenBy(tree, at, 'nsubj', 'csubj', 'expl', 'mark', 'cc').length === 0 &&
    !isMark(tree.tokens[Math.min(at, ...auxiliaries.map(({ index }) => index)) - 1])
  )
}

const isMark = (token: ParsedToken | undefined): boolean => token === undefined || token.upos === 'PUNCT'

function mendGardenPath(tree: ParsedSentence): ParsedSentence {
  for (const { index: second, head: first } of tree.tokens) {
    if (first === null || first > second || !isOrphan(tree, second)) continue
    const verb = tokenAt(tree, first)
    const [subject] = childrenBy(tree, first, 'nsubj').filter(word => word < first)
    if (!['VBD', 'VBN'].includes(verb.xpos) || subject === undefined) continue
    if (childrenBy(tree, first, 'aux', 'cop', 'obj', 'ccomp').filter(word => word !== second).length > 0) continue
    const changes = new Map<number, Partial<ParsedToken>>([
      [second, { head: verb.head, relation: verb.relation }],
      [subject, { head: second, relation: childrenBy(tree, second, 'aux:pass').length > 0 ? 'nsubj:pass' : 'nsubj' }],
      [first, { head: subject, relation: 'acl', xpos: 'VBN' }],
    ])
    for (const word of childrenBy(tree, first, 'punct', 'mark', 'cc')) changes.set(word, { head: second })
    for (const word of childrenBy(tree, first, 'advmod', 'obl', 'parataxis', 'conj', 'advcl'))
      if (word !== second && (word < subject || word > second)) changes.set(word, { head: second })
    return change(tree, changes)
  }
  return tree
}

function mendObjectSubject(tree: ParsedSentence): ParsedSentence {
  for (const { index: at, head } of tree.tokens) {
    if (head === null || head > at || !isOrphan(tree, at)) continue
    const [object] = childrenBy(tree, head, 'obj').filter(word => word > head && word < at)
    const relative = object === undefined ? [] : childrenBy(tree, object, 'acl')
    if (object === undefined || relative.length === 0) continue
    return change(tree, new Map([[object, { head: at, relation: 'nsubj' }]]))
  }
  return tree
}

function mendTwoSubjects(tree: ParsedSentence): ParsedSentence {
  for (const { index: verb } of tree.tokens) {
    const [first, second] = childrenBy(tree, verb, 'nsubj')
    if (first === undefined || second === undefined || second > verb) continue
    const between = childrenBy(tree, verb, 'ccomp', 'advcl', 'parataxis').find(
      word => word > first && word < second && childrenBy(tree, word, 'nsubj').length === 0,
    )
    if (between === undefined || ancestors(tree, between).includes(first)) continue
    return change(tree, new Map([[first, { head: between, relation: 'nsubj' }]]))
  }
  return tree
}

function mendParticiple(tree: ParsedSentence): ParsedSentence {
  const changes = new Map<number, Partial<ParsedToken>>()
  for (const { index: at, xpos, relation } of tree.tokens) {
    const before = tree.tokens[at - 1]
    if (xpos !== 'VBD' || !['parataxis', 'ccomp', 'advcl', 'dep'].includes(relation)) continue
    if (!before || !['NOUN', 'PROPN'].includes(before.upos)) continue
    if (childrenBy(tree, at, 'nsubj', 'csubj', 'aux', 'mark', 'cc', 'obj', 'ccomp').length === 0)
      changes.set(at, { head: before.index, relation: 'acl', xpos: 'VBN' })
  }
  return change(tree, changes)
}

function mendHeadline(tree: ParsedSentence): ParsedSentence {
  const root = tree.tokens.find(({ head }) => head === null)
  if (!root || !['NOUN', 'PROPN'].includes(root.upos) || childrenBy(tree, root.index, 'cop', 'nsubj').length > 0)
    return tree
  const verb = childrenBy(tree, root.index, 'acl', 'advcl', 'xcomp').find(
    at => at > root.index && tokenAt(tree, at).xpos === 'VB' && childrenBy(tree, at, 'mark').length === 1,
  )
  const [to] = verb === undefined ? [] : childrenBy(tree, verb, 'mark')
  if (verb === undefined || to === undefined || tokenAt(tree, to).lemma !== 'to') return tree
  const finite = tree.tokens.some(({ index, xpos }) => index < to && ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos))
  if (finite || tokenAt(tree, 0).upos === 'ADP' || AIMS.has(root.lemma.toLowerCase())) return tree
  const changes = new Map<number, Partial<ParsedToken>>([
    [verb, { head: null, relation: 'root' }],
    [root.index, { head: verb, relation: 'nsubj' }],
    [to, { relation: 'aux' }],
  ])
  for (const word of childrenBy(tree, root.index, 'punct', 'parataxis', 'advcl', 'obl'))
    if (word > to && word !== verb) changes.set(word, { head: verb })
  return change(tree, changes)
}
/** Nouns whose infinitive says what they are: "a plan to leave". */
const AIMS = new Set(
  'plan bid attempt effort way right call order ability decision need time chance reason move deal agreement refusal failure readiness willingness offer pledge promise request demand threat proposal'.split(
    ' ',
  ),
)
