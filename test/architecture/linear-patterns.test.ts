import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/read/model/text/split-sentences.ts'
import { FIGURE_WITH_UNIT } from '../../src/read/model/text/token-pattern.ts'

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

const READER = new URL('../../src/read/', import.meta.url).pathname

/** The regular expressions written in a file, and those made from words in it. */
function patternsIn(file: string): { readonly written: readonly Pattern[]; readonly made: number } {
  const written: Pattern[] = []
  let made = 0
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? []
      written.push({ file, source, flags })
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') made++
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(READER, file), 'utf8'), ts.ScriptTarget.Latest, true))
  return { written, made }
}

const files = readdirSync(READER, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)

/** What makes a pattern take longer than its text is long; empty where nothing does. */
const faults = ({ file, flags, source }: Pattern): readonly string[] =>
  analyse({ source, flags }).reports.map(
    ({ type, exponential }) => `${file}: /${source}/ ${type}${exponential ? ', exponential' : ''}`,
  )

describe('the patterns of the reader on hostile text', () => {
  it('finds the fault in a pattern that is quadratic, and in one that is exponential', () => {
    expect(faults({ file: 'x', source: '\\s*,\\s*', flags: '' })).toHaveLength(1)
    expect(faults({ file: 'x', source: '^(?:a+)+$', flags: '' })[0]).toMatch(/exponential/)
  })

  it('takes time in proportion to the text, whatever the text is', { timeout: 60_000 }, () => {
    const written = files.flatMap(file => patternsIn(file).written)
    const different = new Map(written.map(pattern => [`${pattern.source}/${pattern.flags}`, pattern]))
    const { flags, source } = FIGURE_WITH_UNIT
    const all = [...different.values(), { file: 'token-pattern.ts', source, flags }]
    expect(all.length).toBeGreaterThan(300)
    expect(all.flatMap(faults)).toEqual([])
  })

  it('makes patterns from words in one file alone, whose tokens are bounded', () => {
    expect(files.filter(file => patternsIn(file).made > 0)).toEqual([join('model', 'text', 'token-pattern.ts')])
  })

  // A megabyte that a quadratic step would take minutes for: the time-out fails the test.
  it.each(['a', ' ', '"', '(', 'said, “'])('cuts a megabyte of %j into sentences', { timeout: 60_000 }, unit => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    expect(splitSentences(text).every(({ tokens }) => tokens.length > 0)).toBe(true)
  })
})
