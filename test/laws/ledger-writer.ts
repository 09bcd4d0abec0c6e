/** Records batches of ten reports for ever and says so after each; a test kills it. Argument: the data folder. */
import { openLedger } from '#ledger'
import { at, makeArticle, makeBatch, makeCapture, makeClaim } from './ledger-fixtures.ts'

const ledger = await openLedger({ dataDir: process.argv[2] ?? '', now: () => at(0) })
for (let batch = 0; ; batch++) {
  const articles = Array.from({ length: 10 }, (_, index) =>
    makeArticle({ text: `Report ${batch}.${index} of a long night` }),
  )
  const captures = articles.map(({ text }) => makeCapture(text))
  await ledger.record(makeBatch(at(batch), { captures, articles, claims: articles.map(article => makeClaim(article)) }))
  process.stdout.write(`${batch}\n`)
}
