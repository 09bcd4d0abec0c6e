// Lemma accuracy on gold tags, as the CoNLL 2018 shared task counts it ("_" as gold lemma accepts any), and the commonest errors.
//   node --conditions=development --import tsx train/lemmas/score.ts en_ewt-dev.conllu en_ewt-test.conllu
import { readFileSync } from 'node:fs'
import { readConllu } from '../../src/read/model/conllu.ts'
import { lemmatise } from '../../src/read/model/lemma/lemmatise.ts'

for (const path of process.argv.slice(2)) {
  const tokens = readConllu(readFileSync(path, 'utf8')).sentences.flatMap(sentence => sentence.tokens)
  const errors = new Map<string, number>()
  let right = 0
  for (const { form, lemma, upos, xpos } of tokens) {
    const found = lemmatise(form, upos, xpos)
    if (lemma === '' || found === lemma) right++
    else {
      const error = `${form} ${xpos}: ${found}, not ${lemma}`
      errors.set(error, (errors.get(error) ?? 0) + 1)
    }
  }
  const commonest = [...errors].sort((a, b) => b[1] - a[1]).slice(0, 25)
  process.stdout.write(`${path}: ${((100 * right) / tokens.length).toFixed(2)} % of ${tokens.length}\n`)
  for (const [error, times] of commonest) process.stdout.write(`  ${times} × ${error}\n`)
}
