/** A syntactic word of a treebank: a line with a whole number for its id. */
export interface GoldWord {
  readonly form: string
  readonly upos: string
  /** Index of its head among the words of its sentence, or null for the root. */
  readonly head: number | null
  /** Relation with its subtype, as the file has it. */
  readonly relation: string
  /** Half-open, in characters of the treebank's text without white space; of the whole token where it is part of one. */
  readonly chars: readonly [number, number]
  /** True for a part of a multiword token: "ca" and "n't" of "can't". */
  readonly multiword: boolean
}

/** A CoNLL-U file: its sentences, and the text they were cut from. */
export interface Treebank {
  readonly sentences: readonly (readonly GoldWord[])[]
  /** A space where no `SpaceAfter=No` forbids it, an empty line where a paragraph or document begins. */
  readonly text: string
}

/** Characters that do not count when words are compared: what separates them. */
const SEPARATOR = /[\s\p{Zs}]/gu

interface Surface {
  readonly form: string
  readonly spaced: boolean
  /** How many words it stands for; 1 for a plain word. */
  readonly words: number
}

/** The surface tokens of a sentence: multiword tokens as they stand in the text, and plain words. */
function surfacesOf(rows: readonly (readonly string[])[]): Surface[] {
  const surfaces: Surface[] = []
  let covered = 0
  for (const [id = '', form = '', ...rest] of rows) {
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (!range && (!/^\d+$/.test(id) || Number(id) <= covered)) continue
    covered = range ? Number(range[2]) : Number(id)
    const spaced = !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(rest.at(-1) ?? '')
    surfaces.push({ form, spaced, words: range ? covered - Number(range[1]) + 1 : 1 })
  }
  return surfaces
}

/** The words of a sentence, whose surface begins at character `at`. */
function wordsOf(rows: readonly (readonly string[])[], surfaces: readonly Surface[], at: number): GoldWord[] {
  const words = rows.filter(([id = '']) => /^\d+$/.test(id))
  const gold: GoldWord[] = []
  let from = at
  for (const surface of surfaces) {
    const to = from + surface.form.replace(SEPARATOR, '').length
    for (const [, form = '', , upos = '', , , head = '0', relation = ''] of words.slice(
      gold.length,
      gold.length + surface.words,
    ))
      gold.push({
        form: form.replace(SEPARATOR, ''),
        upos,
        head: head === '0' ? null : Number(head) - 1,
        relation,
        chars: [from, to],
        multiword: surface.words > 1,
      })
    from = to
  }
  return gold
}

/** Reads a CoNLL-U file. Empty nodes are left out; a file without sentences gives none. */
export function readTreebank(conllu: string): Treebank {
  const sentences: GoldWord[][] = []
  let text = ''
  let chars = 0
  for (const block of conllu.replaceAll('\r', '').split(/\n{2,}/)) {
    const lines = block.split('\n')
    const rows = lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split('\t'))
    if (rows.length === 0) continue
    const surfaces = surfacesOf(rows)
    if (text !== '' && lines.some(line => /^# new(?:par|doc)\b/.test(line))) text = `${text.trimEnd()}\n\n`
    for (const { form, spaced } of surfaces) text += spaced ? `${form} ` : form
    const words = wordsOf(rows, surfaces, chars)
    sentences.push(words)
    chars = words.at(-1)?.chars[1] ?? chars
  }
  return { sentences, text }
}

/** For every offset of a text, how many characters that are not white space stand before it; one entry more than it is long. */
export function countCharacters(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  const spaces = new Set([...text.matchAll(SEPARATOR)].map(({ index }) => index))
  for (let at = 0; at < text.length; at += 1) counts[at + 1] = (counts[at] ?? 0) + (spaces.has(at) ? 0 : 1)
  return counts
}
