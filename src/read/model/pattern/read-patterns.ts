import { LineReader } from './line-reader.ts'
import type { Part, Pattern, PatternWord, Test } from './pattern.ts'
import { PatternError } from './pattern-error.ts'
import { readRole } from './read-role.ts'
import { readTest } from './read-test.ts'
import type { WordLists } from './read-words.ts'
import { listedWord, readWords } from './read-words.ts'

const ANY: Test = { alternatives: [], conditions: [] }
const NAME = /[\p{L}][\p{L}\p{N}_.-]*/uy

/** A line with the deeper lines below it. */
interface Block {
  readonly reader: LineReader
  readonly below: Block[]
}

/** What is known while a source is read. */
interface Scope {
  readonly lists: Map<string, readonly PatternWord[]>
  readonly captures: Set<string>
}

/**
 * Reads a source of patterns. `lists`: word lists by name, for `@name` in the source.
 *
 * @throws PatternError for the first line that cannot be read.
 */
export function readPatterns(source: string, lists: Readonly<Record<string, readonly string[]>>): readonly Pattern[] {
  const known = new Map(Object.entries(lists).map(([name, words]) => [name, words.map(listedWord)]))
  const patterns = new Map<string, Pattern>()
  for (const block of blocksOf(source)) {
    if (block.reader.look(/@/y) !== null) defineList(block, known)
    else {
      const pattern = readPattern(block, known, new Set(patterns.keys()))
      patterns.set(pattern.name, pattern)
    }
  }
  return [...patterns.values()]
}

/** The lines of a source as blocks by their indentation; comments (`#` after a blank or at the start) and empty lines left out. */
function blocksOf(source: string): readonly Block[] {
  const top: Block[] = []
  const open: Block[] = []
  for (const [at, line] of source.split(/\r?\n/).entries()) {
    const text = line.replace(/(^|\s)#.*$/, '')
    if (text.trim() === '') continue
    const reader = new LineReader(text, at + 1)
    const block: Block = { reader, below: [] }
    while ((open.at(-1)?.reader.indent ?? -1) >= reader.indent) open.pop()
    const parent = open.at(-1)
    checkIndent(reader, parent, top)
    if (parent) parent.below.push(block)
    else top.push(block)
    open.push(block)
  }
  return top
}

/** Siblings stand at one depth; a first line stands where the source's first does. */
function checkIndent(reader: LineReader, parent: Block | undefined, top: readonly Block[]): void {
  const siblings = parent ? parent.below : top
  const depth = siblings[0]?.reader.indent ?? reader.indent
  if (depth !== reader.indent)
    throw new PatternError(reader.line, reader.indent + 1, {
      expected: `a line indented by ${depth}, as line ${siblings[0]?.reader.line ?? 1}`,
      found: `one indented by ${reader.indent}`,
      remedy: 'line the parts of one word up',
    })
}

function defineList({ reader, below }: Block, lists: Map<string, readonly PatternWord[]>): void {
  reader.take(/@/y)
  const name = reader.want(
    /[\p{L}\p{N}_-]+/uy,
    'the name of a word list after @',
    'write for example: @places = town | village',
  )
  reader.want(/=/y, '= after the name of a word list', 'write for example: @places = town | village')
  const words = readWords(reader, lists)
  if (!reader.done) throw reader.error('| or the end of the line', 'part the words with |')
  const [inner] = below
  if (inner)
    throw inner.reader.error('no parts below a word list', 'end the list on its line, or begin a pattern first')
  lists.set(name, [...(lists.get(name) ?? []), ...words])
}

function readPattern({ reader, below }: Block, lists: WordLists, taken: ReadonlySet<string>): Pattern {
  const name = reader.want(NAME, 'the name of a pattern', 'begin with a name and a colon: capture: verb seize')
  if (taken.has(name))
    throw reader.error('a name no other pattern has', `rename one of the two, for example ${name}.2`, name.length)
  reader.want(/:/y, 'a colon after the name of the pattern', `write ${name}: and the test of its head word`)
  const scope: Scope = { lists: new Map(lists), captures: new Set() }
  const test = readTest(reader, lists)
  return { name, test, parts: below.map(block => readPart(block, scope, false)), line: reader.line }
}

/** `absent`: whether the part lies inside one that must not be there. */
function readPart({ reader, below }: Block, scope: Scope, absent: boolean): Part {
  const forbidden = reader.take(/no\b/y) !== null
  const role = readRole(reader)
  const capture = readCapture(reader, scope, forbidden || absent)
  const optional = reader.look(/\?/y) !== null
  if (optional && forbidden)
    throw reader.error('a colon or the end of the line', 'a part after "no" cannot be optional: take the ? out')
  reader.take(/\?/y)
  const test = reader.take(/:/y) === null ? ANY : readTest(reader, scope.lists)
  if (!reader.done)
    throw reader.error(
      '(name), ?, a colon with a test, or the end of the line',
      'write for example: in | at (where)?: name',
    )
  return {
    role,
    forbidden,
    optional,
    capture,
    test,
    parts: below.map(block => readPart(block, scope, forbidden || absent)),
  }
}

function readCapture(reader: LineReader, scope: Scope, forbidden: boolean): string | null {
  if (reader.look(/\(/y) === null) return null
  if (forbidden) throw reader.error('no name for a part that must not be there', 'take the brackets out')
  reader.take(/\(/y)
  const name = reader.want(NAME, 'a name to capture under', 'write for example: object (target)')
  if (scope.captures.has(name))
    throw reader.error('a name this pattern has not captured under yet', 'rename one of the two', name.length)
  reader.want(/\)/y, 'a closing bracket', 'close the bracket after the name')
  scope.captures.add(name)
  return name
}
