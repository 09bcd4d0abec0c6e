/**
 * Cuts plain texts into sentences for distil.py: one a line, words parted by blanks.
 *
 *     node --conditions=development --import tsx train/parser/cut.ts FILE... > silver.txt
 */
import { readFileSync } from 'node:fs'
import { splitSentences } from '../../src/read/model/text/split-sentences.ts'

for (const path of process.argv.slice(2)) {
  for (const { tokens } of splitSentences(readFileSync(path, 'utf8'))) {
    console.log(tokens.map(({ form }) => form).join(' '))
  }
}
