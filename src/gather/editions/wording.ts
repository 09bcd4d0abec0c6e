import { type Article, sha256 } from '#domain'
import { foldName } from '#kit'
import { findFigures, type WordedFigure } from './worded-figures.ts'

/** Words of one run. */
const RUN = 3
/** One run in four is looked up: which one is decided by its hash, so both texts of a pair choose the same. */
const SAMPLE = 4

/** The wording of an article's body, for comparing it with others'. Words are letters and digits in lower case. */
export interface Wording {
  /** How many words there are. */
  readonly length: number
  /** Hashes (32 bits) of each run of three words, each once, ascending. */
  readonly runs: Uint32Array
  /** The numbers in it, worked out when first asked for. */
  readonly figures: () => readonly WordedFigure[]
}

/** The text without its title: a reprint often has a headline of its own. */
function bodyOf(article: Article): string {
  const first = article.paragraphs[0]
  if (article.title === null || first === undefined || article.paragraphs.length < 2) return article.text
  const opens = foldName(article.text.slice(first[0], first[1])) === foldName(article.title)
  return opens ? article.text.slice(first[1]) : article.text
}

const WORD = /[\p{L}\p{M}\p{N}]/u
/** Whether each UTF-16 unit is a letter, mark or digit: 0 not looked up yet, 1 yes, 2 no. */
const KINDS = new Uint8Array(1 << 16)

function isWord(unit: number): boolean {
  if (KINDS[unit] === 0) KINDS[unit] = WORD.test(String.fromCharCode(unit)) ? 1 : 2
  return KINDS[unit] === 1
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** True for the comma in "12,000": what follows is three digits and no more. */
function isThousands(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 44 || !isDigit(text.charCodeAt(at - 1))) return false
  for (let next = at + 1; next <= at + 3; next += 1) if (!isDigit(text.charCodeAt(next))) return false
  return !(at + 4 < text.length && isWord(text.charCodeAt(at + 4)))
}

/** Where words' and runs' hashes are worked out: arrays made anew for each text would cost more than the reading. */
let scratch = { words: new Int32Array(1 << 12), runs: new Uint32Array(1 << 12) }

/** Writes a hash (FNV-1a, 32 bits) of each word to the scratch, thousands' commas passed over, and gives how many there are. */
function hashWords(text: string): number {
  const most = (text.length >> 1) + 1
  if (most > scratch.words.length) scratch = { words: new Int32Array(most * 2), runs: new Uint32Array(most * 2) }
  const hashes = scratch.words
  let count = 0
  let value = 0x811c9dc5
  let open = false
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 32
    if (isWord(unit)) {
      value = Math.imul(value ^ unit, 0x01000193)
      open = true
    } else if (open && !isThousands(text, at)) {
      hashes[count++] = value
      value = 0x811c9dc5
      open = false
    }
  }
  return count
}

/** Three words' hashes as one, mixed so that every bit counts (the finisher of MurmurHash3). */
function mix(a: number, b: number, c: number): number {
  let value = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** The runs of the words in the scratch: sorted, each once. */
function runsOf(length: number): Uint32Array {
  const { words } = scratch
  const runs = scratch.runs.subarray(0, Math.max(0, length - RUN + 1))
  for (let at = 0; at < runs.length; at += 1) runs[at] = mix(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0)
  runs.sort()
  let kept = 0
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] ?? 0
    if (kept === 0 || run !== runs[kept - 1]) runs[kept++] = run
  }
  return runs.slice(0, kept)
}

/** Reads an article's wording. */
export function readWording(article: Article): Wording {
  const body = bodyOf(article).toLowerCase()
  const length = hashWords(body)
  let figures: readonly WordedFigure[] | null = null
  return { length, runs: runsOf(length), figures: () => (figures ??= figuresOf(body)) }
}

const figuresOf = (body: string): WordedFigure[] =>
  findFigures(body.replace(/(?<=\d),(?=\d{3}\b)/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])

/**
 * The runs by which a wording is found. Sampling by hash (Manber 1994, Broder 1997) finds a short cut of a long text as
 * well as a whole reprint, which MinHash bands do not.
 */
export const sketchOf = ({ runs }: Wording): Uint32Array => runs.filter(run => run % SAMPLE === 0)

/** Equal for bodies of the same runs of words. */
export const digestOf = ({ runs }: Wording): string =>
  sha256(new Uint8Array(runs.buffer, runs.byteOffset, runs.byteLength)).slice(0, 20)

/** How many runs two wordings share. */
export function sharedRuns({ runs: a }: Wording, { runs: b }: Wording): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0]
    if (left === right) shared += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return shared
}
