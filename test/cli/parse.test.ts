import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fogline, freshDir } from './fogline.ts'

const dir = freshDir()
const TEXT = 'Russian forces captured the village of Kopanky on Tuesday. Kyiv denied that.\n'
const file = join(dir, 'report.txt')
writeFileSync(file, TEXT)

interface Tree {
  readonly tokens: readonly {
    readonly form: string
    readonly lemma: string
    readonly span: [number, number]
    readonly relation: string
  }[]
}

describe('fogline parse', () => {
  it('draws each sentence, a line for each word', () => {
    const { out, code } = fogline(['parse', file])
    expect(code).toBe(0)
    expect(out).toMatch(/┤ captured +root +VERB VBD\n/)
    expect(out).toMatch(/forces +nsubj +NOUN NNS +\d\.\d\d/)
    expect(out.trimEnd().split('\n\n')).toHaveLength(2)
  })
  it('reads standard input for -, and prints CoNLL-U that tells the text, the trees and how sure they are', () => {
    const { stdout, status } = spawnSync(process.execPath, ['bin/fogline', 'parse', '--conllu', '-'], {
      input: TEXT,
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(stdout).toContain('# sent_id = 1\n# text = Russian forces captured the village of Kopanky on Tuesday.\n')
    expect(stdout).toMatch(/^3\tcaptured\tcapture\tVERB\tVBD\t_\t0\troot\t_\tConf=[\d.]+$/m)
    expect(stdout).toMatch(/^9\tTuesday\tTuesday\tPROPN\tNNP\t_\t3\tobl\t_\tSpaceAfter=No\|Conf=[\d.]+$/m)
  })
  it('prints the trees as JSON, with places in the text as it was given', () => {
    const { out, code } = fogline(['parse', '--json', file])
    const { text, sentences } = JSON.parse(out) as { text: string; sentences: Tree[] }
    expect(code).toBe(0)
    expect(text).toBe(TEXT)
    expect(sentences).toHaveLength(2)
    for (const { tokens } of sentences) for (const { span, form } of tokens) expect(text.slice(...span)).toBe(form)
  })
  it.each<[string, string[], RegExp]>([
    [
      'a file that is not there',
      ['parse', join(dir, 'none.txt')],
      /none\.txt: expected a text file that can be read, found ENOENT/,
    ],
    [
      'two formats at once',
      ['parse', '--json', '--conllu', file],
      /--conllu and --json: expected one of the two, found both/,
    ],
  ])('refuses %s in one line', (_, args, message) => {
    const { code, err } = fogline(args)
    expect(code).toBe(1)
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
  it('refuses a file without text', () => {
    const empty = join(dir, 'empty.txt')
    writeFileSync(empty, ' \n')
    const { code, err } = fogline(['parse', empty])
    expect(code).toBe(1)
    expect(err).toMatch(/empty\.txt: expected English text, found none/)
  })
})
