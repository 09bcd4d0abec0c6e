import { describe, expect, it } from 'vitest'
import { openLedger } from '#ledger'
import { checkedWatch } from '#publish/watches'
import { makeArticle, makeBatch, makeCapture, makeClaim, makeSource, at as minute } from '../laws/ledger-fixtures.ts'
import { fogline, freshDir } from './fogline.ts'

/** Runs a command over a ledger that learned a claim after a watch was set and told nobody of it yet; what the watch was told by it. */
async function toldBy(args: readonly string[]): Promise<number> {
  const dataDir = freshDir()
  const open = () => openLedger({ dataDir, theatre: 'ukraine', now: () => minute(0) })
  const watch = checkedWatch({ name: 'Port', filter: { words: 'port' }, owner: null }, minute(0))
  const text = 'A drone hit the port.'
  const capture = makeCapture(text)
  const article = makeArticle({ text, publishedAt: minute(1), rawItem: capture.raw.id })
  const claim = makeClaim(article, { span: [0, text.length], learned: minute(1) })
  const before = await open()
  await before.watches.add(watch)
  await before.record(
    makeBatch(minute(1), { sources: [makeSource()], captures: [capture], articles: [article], claims: [claim] }),
  )
  await before.close()
  const { code, err } = fogline(args, { FOGLINE_DATA: dataDir })
  expect(code, err).toBe(0)
  const after = await open()
  const { rows } = await after.watches.changes(watch.id)
  await after.close()
  return rows.length
}

describe('a watch is told of what the ledger has learned by', () => {
  it.each([['reread', '--all'], ['recapture']])('fogline %s', async (...args) =>
    expect(await toldBy(args)).toBeGreaterThan(0),
  )
  it('nothing that only counts what would change', async () => expect(await toldBy(['recapture', '--dry-run'])).toBe(0))
})
