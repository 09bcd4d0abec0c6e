import { type AttributionMention, make, trim } from './attribution-parts.ts'
import {
  inDocument,
  isQuoted,
  labelEnd,
  lowerAt,
  type SpeechView,
  trimWords,
  type WordRange,
} from './attribution-view.ts'
import type { Document, DocumentSentence, Token, TokenRange } from './document.ts'
import { kindOfWords } from './holder-kinds.ts'
import { SOURCE_PHRASES } from './lexicon/cues.ts'
import { subtree, tokenAt } from './model/walk/children.ts'
import { phraseTokens } from './model/walk/phrase.ts'

/** "according to X", "as reported by X", "as X put it": the source has its whole sentence in scope. */
export function sourcePhrases(view: SpeechView): readonly AttributionMention[] {
  const found: AttributionMention[] = []
  for (let at = 0; at < view.tree.tokens.length; at++) {
    const first = lowerAt(view, at)
    const phrase = SOURCE_PHRASES.find(
      words => words[0] === first && words.every((word, step) => lowerAt(view, at + step) === word),
    )
    if (!phrase || (phrase[0] === 'reported' && lowerAt(view, at - 1) === 'as')) continue
    const source = sourceBehind(view, at + phrase.length)
    if (!source || lowerAt(view, at + phrase.length) === 'plan') continue
    const content = scopeOf(view, at, source)
    if (content.length > 0)
      found.push(
        make(
          view.document,
          view.sentence.index,
          'source',
          { shown: inDocument(view, source), named: inDocument(view, source) },
          inDocument(view, [at, at + phrase.length]),
          content.map(range => inDocument(view, range)),
          null,
        ),
      )
    at = source[1] - 1
  }
  return found
}

/** The noun phrase behind the words that name a source; to the comma or mark where the tree has none. */
function sourceBehind(view: SpeechView, from: number): WordRange | null {
  const { tree } = view
  let head = from
  while (head < tree.tokens.length && !['NOUN', 'PROPN', 'PRON'].includes(tokenAt(tree, head).upos)) head++
  for (
    let above = tree.tokens[head]?.head ?? null;
    above !== null && above > head;
    above = tree.tokens[head]?.head ?? null
  ) {
    if (!['NOUN', 'PROPN', 'PRON'].includes(tokenAt(tree, above).upos) || (subtree(tree, above)[0] ?? 0) < from - 3)
      break
    head = above
  }
  if (head >= tree.tokens.length) return null
  const end = (phraseTokens(tree, head).at(-1) ?? head) + 1
  return end <= from
    ? null
    : opensSentence(view, from)
      ? [from, openingEnd(view, head, end)]
      : [from, closingEnd(view, end)]
}

const opensSentence = (view: SpeechView, from: number): boolean => trimWords(view, [labelEnd(view), from - 2]) === null

const hasTense = ({ tree }: SpeechView, [from, to]: WordRange): boolean =>
  tree.tokens.slice(from, to).some(({ xpos }) => /^(?:VBD|VBZ|VBP|MD)$/.test(xpos))

/** "According to X, a former officer, the army …": to the first comma, or the second where an apposition with an article stands between. */
function openingEnd(view: SpeechView, head: number, end: number): number {
  const { tokens } = view.tree
  const commas = tokens.filter(({ form, index }) => form === ',' && index > head).map(({ index }) => index)
  const [first, second] = commas
  if (first === undefined) return end
  const aside = second !== undefined && second - first < 14 && !hasTense(view, [first, second])
  const opensAside = ['DET'].includes(tokens[first + 1]?.upos ?? '') || tokens[first + 2]?.xpos === 'POS'
  return aside && opensAside ? second : tokens[first + 1]?.xpos.startsWith('W') && second !== undefined ? second : first
}

/** "…, according to X, who saw it.": to the end of the sentence where nothing else is told there. */
function closingEnd(view: SpeechView, end: number): number {
  const { tokens } = view.tree
  if (tokens[end]?.form !== ',') return end
  const rest = trimWords(view, [end, tokens.length])
  const relates = tokens[end + 1]?.xpos.startsWith('W') || tokens[end + 1]?.form === 'including'
  return rest && (relates || !hasTense(view, rest)) && !isQuoted(view, rest[0]) ? rest[1] : end
}

/** What a source phrase speaks for: the rest of its sentence, or of the part between semicolons, or of the quotation it stands in. */
function scopeOf(view: SpeechView, at: number, source: WordRange): readonly WordRange[] {
  const { tokens } = view.tree
  const parts = tokens.filter(({ form, index }) => form === ';' && !isQuoted(view, index)).map(({ index }) => index)
  const from = parts.findLast(index => index < at) ?? labelEnd(view)
  const to = parts.find(index => index > at) ?? tokens.length
  return [trimWords(view, [from, at]), trimWords(view, [source[1], to])].filter(
    (range): range is WordRange => range !== null && range[1] - range[0] > 1,
  )
}

/** "CONTENT, the X ministry reports.": a verb of saying at the very end, which reads as a noun there. */
export function tailCue(document: Document, sentence: DocumentSentence): AttributionMention | null {
  const { tokens } = document
  let cue = sentence.tokens[1] - 1
  while (cue > sentence.tokens[0] && tokens[cue]?.tag === 'punct') cue--
  const word = tokens[cue]
  if (!word || word.tag !== 'noun' || !TAIL_CUES.has(word.lower)) return null
  let from = cue
  while (from > sentence.tokens[0] && cue - from < 9 && tokens[from - 1]?.form !== ',') {
    if (['verb', 'aux'].includes(tokens[from - 1]?.tag ?? '')) return null
    from--
  }
  const named = tokens.slice(from, cue).some(token => token.tag === 'name')
  const content = trim(tokens, [sentence.tokens[0], from])
  if (!named || tokens[from - 1]?.form !== ',' || !content || content[1] - content[0] < 4) return null
  return make(document, sentence.index, 'says', plain([from, cue]), [cue, cue + 1], [content], null)
}

/** A source that is shown as it is. */
const plain = (range: TokenRange): { readonly shown: TokenRange; readonly named: TokenRange } => ({
  shown: range,
  named: range,
})

const TAIL_CUES = new Set(['reports', 'claims', 'notes', 'states', 'comments'])

/** "CONTENT - X": the source at the end of a headline or quotation, after a spaced dash. */
export function dashSource(document: Document, sentence: DocumentSentence): AttributionMention | null {
  const { tokens } = document
  const { text } = document.report
  const [from, to] = sentence.tokens
  for (let at = to - 2; at > Math.max(from + 3, to - 11); at--) {
    const token = tokens[at]
    if (!token || !['-', '–', '—', '―'].includes(token.form) || !/\s/.test(text[token.span[0] - 1] ?? '')) continue
    const tail = trim(tokens, [at + 1, to])
    const content = trim(tokens, [from, at])
    if (!tail || !content || content[1] - content[0] < 3 || (tokens[to - 1]?.form === '.' && tail[1] - tail[0] > 5))
      return null
    const body = tokens.slice(...tail)
    if (body.some(word => word.tag === 'verb' || word.tag === 'aux' || word.quoted)) return null
    return body.some(word => word.tag === 'name' || TAIL_NOUNS.has(word.lower)) &&
      !document.tokens.slice(...content).every(word => word.tag === 'name')
      ? make(document, sentence.index, 'source', plain(tail), [at, at + 1], [content], null)
      : null
  }
  return null
}

const TAIL_NOUNS = new Set(
  'official officials source sources ministry mayor governor president army military media report reports council minister spokesman spokesperson spokeswoman intelligence staff police kremlin embassy analyst analysts expert experts agency tass reuters un'.split(
    ' ',
  ),
)

/** "X: CONTENT" in headlines, transcripts and quotations. */
export function colonSource(document: Document, sentence: DocumentSentence): AttributionMention | null {
  const { tokens } = document
  const [from, to] = sentence.label ? [sentence.tokens[0], sentence.tokens[0]] : sentence.tokens
  for (let at = from + 1; at < Math.min(to - 2, from + 9); at++) {
    const token = tokens[at]
    if (token?.form !== ':') continue
    const cue = isTrailingCue(tokens, from, at) ? at - 1 : at
    const head = tokens.slice(from, cue)
    const nameLike =
      (cue < at ? head.some(isSpeakerWord) : head.some(word => word.tag === 'name')) &&
      head.every(word => word.tag !== 'verb' && word.tag !== 'aux' && !/\d/.test(word.form))
    const content = trim(tokens, [at + 1, to])
    const states = cue < at || tokens.slice(at + 1, to).some(word => word.tag === 'verb' || word.tag === 'aux')
    return nameLike && content && states
      ? make(document, sentence.index, 'says', plain([from, cue]), [cue, at + 1], [content], null)
      : null
  }
  return null
}

/** "The mayor *answers*:": a verb of saying right before the colon, whatever it was taken for. */
const isTrailingCue = (tokens: readonly Token[], from: number, at: number): boolean =>
  at - from > 1 && COLON_CUES.has(tokens[at - 1]?.lower ?? '')
const COLON_CUES = new Set(
  'answers answered replies replied says said writes wrote adds added comments responds responded reports notes insists'.split(
    ' ',
  ),
)

/** Somebody by name or by office. */
const isSpeakerWord = ({ tag, lemma }: Token): boolean =>
  tag === 'name' || kindOfWords([lemma], 'unnamed') !== 'unnamed'
