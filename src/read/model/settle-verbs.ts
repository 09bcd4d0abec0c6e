import { lemmatise } from './lemma/lemmatise.ts'
import type { ParsedSentence, ParsedToken } from './tree.ts'
import { childrenBy, isTree, subtree, tokenAt } from './walk/children.ts'

/**
 * Gives back the verbs that a parser of English news takes for other words, so that what they tell is read:
 *
 * 1. "Forces recently *advanced* in X": a word in -ed with a subject and no copula is a past tense, no adjective.
 * 2. "NAME, the commander, *rejected* claims that …": a participle behind the comma that closes an aside, before a noun with
 *    a clause of its own, in a sentence without a predicate, is that predicate: the name its subject, the noun its object.
 * 3. "advanced north of X": a participle between a noun and a point of the compass is a past tense.
 * 4. "… of X and likely *seized* Y": a participle behind an adverb, before a bare name joined to another, is a joined verb.
 * 5. "forces *control* X": behind a plural and before a name, "control" is a verb.
 * 6. "*Claims* that … were rejected": what opens a sentence with a clause under it, and has no subject itself, is the noun
 *    that is the subject of the predicate behind.
 *
 * 7. "Claims of taking X *rejected* by Y": in a headline without a predicate, a participle of judging with its doer behind
 *    "by" is the predicate, and the noun of saying that opens it the subject.
 *
 * Words stay where they are. A tree that needs none is returned itself.
 */
export const settleVerbs = (tree: ParsedSentence): ParsedSentence =>
  [settleAdjective, settleCompass, settleAside, settleJoined, settleControl, settleOpening, settleVerdict].reduce(
    (mended, rule) => rule(mended),
    tree,
  )

type Changes = Map<number, Partial<Pick<ParsedToken, 'head' | 'relation' | 'upos' | 'xpos' | 'lemma'>>>

/** The tree with some words changed; as it was where the changes would close a ring. */
function change(tree: ParsedSentence, changes: Changes): ParsedSentence {
  if (changes.size === 0) return tree
  const tokens = tree.tokens.map(token => ({ ...token, ...changes.get(token.index) }))
  return isTree(tokens) ? { ...tree, tokens } : tree
}

const asVerb = ({ form }: ParsedToken, xpos: string): Partial<ParsedToken> => ({
  upos: 'VERB',
  xpos,
  lemma: lemmatise(form, 'VERB', xpos),
})

const isPastForm = ({ form, upos, xpos }: ParsedToken): boolean =>
  /^\p{Ll}+ed$/u.test(form) && ((upos === 'ADJ' && xpos === 'JJ') || (upos === 'VERB' && /^VB[DN]$/.test(xpos)))

const isNominal = ({ upos }: ParsedToken): boolean => upos === 'NOUN' || upos === 'PROPN'

function settleAdjective(tree: ParsedSentence): ParsedSentence {
  const changes: Changes = new Map()
  for (const token of tree.tokens) {
    const { index, upos } = token
    if (upos !== 'ADJ' || !isPastForm(token) || childrenBy(tree, index, 'cop', 'aux', 'det').length > 0) continue
    const [subject] = childrenBy(tree, index, 'nsubj')
    if (subject === undefined || subject > index) continue
    changes.set(index, asVerb(token, 'VBD'))
    changes.set(subject, { relation: 'nsubj' })
  }
  return change(tree, changes)
}

const COMPASS = /^(?:north|south|east|west)(?:east|west|ward|wards)?$/

function settleCompass(tree: ParsedSentence): ParsedSentence {
  for (const token of tree.tokens) {
    const { index, relation, head } = token
    if (relation !== 'amod' || head !== index + 1 || !isPastForm(token)) continue
    const point = tokenAt(tree, head)
    if (!COMPASS.test(point.form.toLowerCase()) || childrenBy(tree, head, 'cop', 'det', 'case').some(at => at < index))
      continue
    const [subject] = [...childrenBy(tree, index, 'nsubj', 'compound'), ...childrenBy(tree, head, 'nsubj', 'compound')]
    if (subject === undefined || subject > index || !isNominal(tokenAt(tree, subject))) continue
    const changes: Changes = new Map([
      [index, { ...asVerb(token, 'VBD'), head: point.head, relation: point.relation }],
      [head, { head: index, relation: 'advmod', upos: 'ADV', xpos: 'RB' }],
      [subject, { head: index, relation: 'nsubj' }],
    ])
    for (const at of childrenBy(tree, head, 'conj', 'advmod', 'advcl', 'parataxis', 'mark', 'punct', 'amod'))
      if (at !== index && (at < index || tokenAt(tree, at).relation !== 'punct')) changes.set(at, { head: index })
    return change(tree, changes)
  }
  return tree
}

function settleAside(tree: ParsedSentence): ParsedSentence {
  for (const token of tree.tokens) {
    const { index, relation, head } = token
    if (relation !== 'amod' || head === null || head < index || !isPastForm(token)) continue
    if (tree.tokens[index - 1]?.form !== ',') continue
    const noun = tokenAt(tree, head)
    const root = noun.head === null ? null : tokenAt(tree, noun.head)
    if (!root || root.head !== null || root.index > index || !isNominal(root) || noun.relation !== 'appos') continue
    if (childrenBy(tree, root.index, 'cop', 'nsubj', 'aux').length > 0 || childrenBy(tree, head, 'acl').length === 0)
      continue
    const changes: Changes = new Map([
      [index, { ...asVerb(token, 'VBD'), head: null, relation: 'root' }],
      [root.index, { head: index, relation: 'nsubj' }],
      [head, { head: index, relation: 'obj' }],
    ])
    for (const at of childrenBy(tree, root.index, 'parataxis', 'punct', 'advcl', 'conj'))
      if (at > head) changes.set(at, { head: index })
    return change(tree, changes)
  }
  return tree
}

function settleJoined(tree: ParsedSentence): ParsedSentence {
  for (const token of tree.tokens) {
    const { index, relation, head } = token
    if (relation !== 'amod' || head === null || head < index || !isPastForm(token)) continue
    const name = tokenAt(tree, head)
    const adverbs = [...childrenBy(tree, index, 'advmod'), ...childrenBy(tree, head, 'advmod')].filter(at => at < index)
    if (name.upos !== 'PROPN' || name.relation !== 'conj' || adverbs.length === 0) continue
    const above = verbAbove(tree, head)
    if (above === null || childrenBy(tree, head, 'det', 'case').some(at => at < index)) continue
    const changes: Changes = new Map([
      [index, { ...asVerb(token, 'VBD'), head: above, relation: 'conj' }],
      [head, { head: index, relation: 'obj' }],
    ])
    for (const at of childrenBy(tree, head, 'cc', 'advmod', 'advcl', 'obl')) changes.set(at, { head: index })
    return change(tree, changes)
  }
  return tree
}

function verbAbove(tree: ParsedSentence, from: number): number | null {
  for (let at = tokenAt(tree, from).head; at !== null; at = tokenAt(tree, at).head)
    if (tokenAt(tree, at).upos === 'VERB') return at
  return null
}

function settleControl(tree: ParsedSentence): ParsedSentence {
  for (const token of tree.tokens) {
    const { index, form, upos, head } = token
    if (form !== 'control' || upos !== 'NOUN') continue
    const upright = settleControlHead(tree, token)
    if (upright) return upright
    if (head === null || head < index) continue
    const [holder] = childrenBy(tree, index, 'compound')
    const place = tokenAt(tree, head)
    if (holder !== index - 1 || tokenAt(tree, holder).xpos !== 'NNS' || place.upos !== 'PROPN') continue
    if ((subtree(tree, head).find(at => at > index) ?? -1) !== index + 1) continue
    const changes: Changes = new Map([
      [index, { ...asVerb(token, 'VBP'), head: place.head, relation: place.relation }],
      [holder, { head: index, relation: 'nsubj' }],
      [head, { head: index, relation: 'obj' }],
    ])
    for (const at of childrenBy(tree, head, 'mark', 'punct', 'obl', 'advmod', 'advcl')) changes.set(at, { head: index })
    // "Chasiv Yar" read as a verb and its object is one name.
    for (const at of childrenBy(tree, head, 'obj'))
      if (tokenAt(tree, at).upos === 'PROPN') changes.set(at, { relation: 'flat' })
    return change(tree, changes)
  }
  return tree
}

/** "Forces | control | A and B": read as one noun, with the places beside it. */
function settleControlHead(tree: ParsedSentence, token: ParsedToken): ParsedSentence | null {
  const { index } = token
  const [holder] = childrenBy(tree, index, 'compound', 'nsubj')
  const place = childrenBy(tree, index, 'appos', 'nmod', 'dep', 'flat', 'obj').find(at => at === index + 1)
  if (holder !== index - 1 || tokenAt(tree, holder).xpos !== 'NNS' || place === undefined) return null
  if (tokenAt(tree, place).upos !== 'PROPN' || childrenBy(tree, index, 'det', 'case', 'cop').length > 0) return null
  return change(
    tree,
    new Map([
      [index, asVerb(token, 'VBP')],
      [holder, { relation: 'nsubj' }],
      [place, { relation: 'obj' }],
    ]),
  )
}

function settleOpening(tree: ParsedSentence): ParsedSentence {
  const first = tree.tokens[0]
  if (!first || first.xpos !== 'VBZ' || first.upos !== 'VERB' || first.head !== null) return tree
  if (childrenBy(tree, 0, 'nsubj', 'aux', 'obj').length > 0) return tree
  const told = childrenBy(tree, 0, 'ccomp', 'advcl').find(at => childrenBy(tree, at, 'mark').includes(1))
  const verb = childrenBy(tree, 0, 'ccomp', 'conj', 'parataxis', 'advcl').find(
    at => told !== undefined && at > told && childrenBy(tree, at, 'aux', 'cop').length > 0,
  )
  if (told === undefined || verb === undefined || childrenBy(tree, verb, 'nsubj', 'mark', 'cc').length > 0) return tree
  const passive = childrenBy(tree, verb, 'aux:pass').length > 0
  const changes: Changes = new Map([
    [verb, { head: null, relation: 'root' }],
    [0, { ...asNoun(first), head: verb, relation: passive ? 'nsubj:pass' : 'nsubj' }],
    [told, { relation: 'acl' }],
  ])
  for (const at of childrenBy(tree, 0, 'punct', 'parataxis', 'advcl', 'conj'))
    if (at > verb) changes.set(at, { head: verb })
  return change(tree, changes)
}

const asNoun = ({ form }: ParsedToken): Partial<ParsedToken> => ({
  upos: 'NOUN',
  xpos: 'NNS',
  lemma: lemmatise(form.toLowerCase(), 'NOUN', 'NNS'),
})

const SAID = /^(?:claim|report|allegation|accusation|assertion|statement|rumou?r|news)$/
const JUDGING = /^(?:deny|reject|dismiss|refute|rebut|debunk|confirm|dispute|contradict|question)$/

function settleVerdict(tree: ParsedSentence): ParsedSentence {
  const noun = tree.tokens.find(({ head }) => head === null)
  if (!noun || noun.upos !== 'NOUN' || !SAID.test(noun.lemma)) return tree
  const verdict = tree.tokens.find(
    ({ index, xpos, lemma }) =>
      index > noun.index &&
      xpos === 'VBN' &&
      JUDGING.test(lemma) &&
      childrenBy(tree, index, 'aux', 'aux:pass', 'nsubj', 'nsubj:pass').length === 0 &&
      childrenBy(tree, index, 'obl:agent', 'obl').some(at => at > index),
  )
  if (!verdict) return tree
  return change(
    tree,
    new Map([
      [verdict.index, { head: null, relation: 'root' }],
      [noun.index, { head: verdict.index, relation: 'nsubj:pass' }],
    ]),
  )
}
