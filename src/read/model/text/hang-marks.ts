import type { ParsedToken } from '../tree.ts'
import type { TextMark } from './split-sentences.ts'
import type { TextToken } from './tokenise.ts'

type Hanging = Pick<ParsedToken, 'upos' | 'xpos' | 'relation'>

const BRACKETS: Readonly<Record<string, string>> = { '[': '-LRB-', '(': '-LRB-', ']': '-RRB-', ')': '-RRB-', '.': '.' }

/** How the treebanks tag and hang a sign of a mark: numbers under the root of the sentence, the marks around them under the number. */
function hangingOf({ form }: TextToken, kind: TextMark['kind']): Hanging {
  if (/^\p{N}/u.test(form))
    return kind === 'footnote'
      ? { upos: 'NUM', xpos: 'CD', relation: 'dep' }
      : { upos: 'NUM', xpos: 'LS', relation: 'discourse' }
  if (/^\p{L}/u.test(form)) return { upos: 'X', xpos: 'LS', relation: 'discourse' }
  return { upos: 'PUNCT', xpos: BRACKETS[form] ?? 'NFP', relation: 'punct' }
}

/** The tokens of a mark as words of the sentence; heads are indices into `tree` or, for -1 - n, the n-th token of this mark. */
function readMark({ kind, tokens }: TextMark, root: number): ParsedToken[] {
  const number = tokens.findIndex(({ form }) => /^[\p{N}\p{L}]/u.test(form))
  return tokens.map((token, at) => ({
    index: at,
    span: token.span,
    form: token.form,
    lemma: token.form,
    ...hangingOf(token, kind),
    head: number < 0 || at === number ? root : -1 - number,
    confidence: 1,
  }))
}

/**
 * Puts the marks of a sentence back into its tree, so that every sign of the text is in it: bullets, emphasis and the
 * numbers of items and footnotes hang on the root, the brackets and dots about a number on the number. Marks take no part
 * in the parse and no other word changes its head. `tree` is of one sentence, in order, with exactly one root; it comes
 * back as it is where there are no marks. Relations as in the English Web Treebank and GUM.
 */
export function hangMarks(tree: readonly ParsedToken[], marks: readonly TextMark[]): readonly ParsedToken[] {
  const root = tree.findIndex(({ head }) => head === null)
  if (marks.length === 0 || root < 0) return tree
  const all = marks
    .flatMap((mark, order) => readMark(mark, root).map(token => ({ token, order })))
    .concat(tree.map(token => ({ token, order: -1 })))
    .toSorted((a, b) => a.token.span[0] - b.token.span[0])
  const places = new Map(all.map(({ token, order }, at) => [`${order}:${token.index}`, at]))
  const placeOf = (head: number, order: number): number =>
    places.get(head < 0 ? `${order}:${-1 - head}` : `-1:${head}`) ?? 0
  return all.map(({ token, order }, index) => ({
    ...token,
    index,
    head: token.head === null ? null : placeOf(token.head, order),
  }))
}
