import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InputError, type Instant } from '#domain'
import type { Gathered, Translator } from '#gather'
import { gather } from '#gather'
import type { Ledger } from '#ledger'
import { allRows, openLedger } from '#ledger'
import { openGrammar } from '#read/model'
import { readHere } from '#readers'
import { loadTheatre, openGazetteer } from '#theatre'
import { ingest, translateUnread, unreadArticles } from '../src/pipeline.ts'

const theatre = loadTheatre('ukraine')
const now = () => '2025-01-01T00:00:00.000Z' as Instant

const UKRAINIAN = 'Речник військової адміністрації повідомив у вівторок, що російські дрони вдарили по мосту в Херсоні.'
const EDITED = `${UKRAINIAN} Двоє людей загинули, ще п’ятеро дістали поранення.`
const ENGLISH: Readonly<Record<string, string>> = {
  [UKRAINIAN]:
    'A spokesman of the military administration said on Tuesday that Russian drones struck a bridge in Kherson.',
  [EDITED]:
    'A spokesman of the military administration said on Tuesday that Russian drones struck a bridge in Kherson. Two people were killed and five were wounded.',
}
const dictionary: Translator = {
  host: 'dictionary.example',
  translate: async texts => texts.map(text => ENGLISH[text.trim()] ?? text),
}
const down: Translator = {
  host: 'down.example',
  translate: async () => {
    throw new InputError('the translation server down.example answers 503.')
  },
}

const folder = mkdtempSync(join(tmpdir(), 'fogline-translation-'))
let ledger: Ledger

async function reports(name: string, text: string): Promise<Gathered[]> {
  const path = join(folder, `${name}.json`)
  const report = {
    title: null,
    text,
    outlet: 'River Herald',
    publishedAt: '2024-11-26',
    url: 'https://rh.example/bridge',
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, JSON.stringify(report))
  const found: Gathered[] = []
  for await (const item of gather([path], { now: now(), sources: theatre.sources })) found.push(item)
  return found
}
const readers = readHere({ theatre, gazetteer: openGazetteer(), grammar: openGrammar() })
const walk = () => ({ theatre, readers, ledger, now, asPublished: false })
const articles = () => allRows(page => ledger.articles(page))

beforeAll(async () => {
  ledger = await openLedger({ dataDir: join(folder, 'ledger'), databaseUrl: null, theatre: theatre.id, now })
}, 120_000)
afterAll(async () => {
  await ledger?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a report in Ukrainian', () => {
  it('is kept and listed without a translation server, and when the server is down', async () => {
    const done = await ingest(await reports('first', UKRAINIAN), { ...walk(), translator: down })
    expect(done).toMatchObject({ fresh: 1, claims: 0, notRead: 1 })
    const [unread] = await unreadArticles(ledger)
    expect(unread).toMatchObject({ language: 'uk', text: UKRAINIAN })
    expect(unread?.notes.map(({ rule }) => rule)).toEqual(['translation-failed', 'language-not-read'])
  }, 60_000)

  it('is translated later: both texts are kept and every claim’s span is of the words that were read', async () => {
    const done = await translateUnread(dictionary, walk())
    expect(done).toMatchObject({ unread: 1, translated: 1, failures: [] })
    expect(done.claims).toBeGreaterThan(0)
    const [original, translation] = (await articles()).sort((a, b) => (a.translationOf ? 1 : b.translationOf ? -1 : 0))
    expect(translation).toMatchObject({ translationOf: original?.id, text: ENGLISH[UKRAINIAN], language: 'en' })
    for (const claim of await allRows(page => ledger.claims(page))) {
      expect(claim.article).toBe(translation?.id)
      expect(translation?.text.slice(...claim.span)).not.toBe('')
      expect(claim.span[1]).toBeLessThanOrEqual(translation?.text.length ?? 0)
    }
    expect(await unreadArticles(ledger)).toEqual([])
  }, 60_000)

  it('is not sent again, and a second run adds no row', async () => {
    const before = await ledger.stats()
    expect(await translateUnread(down, walk())).toMatchObject({ unread: 0, translated: 0, failures: [] })
    await ingest(await reports('first', UKRAINIAN), { ...walk(), translator: down })
    expect((await ledger.stats()).rows).toEqual(before.rows)
  }, 60_000)

  it('edited by its outlet revises the original, and its translation the translation', async () => {
    const known = await articles()
    await ingest(await reports('second', EDITED), { ...walk(), translator: dictionary })
    const all = await articles()
    const original = known.find(({ translationOf }) => !translationOf)
    const translation = known.find(({ translationOf }) => translationOf)
    const fresh = all.filter(({ id }) => !known.some(article => article.id === id))
    expect(fresh.find(({ language }) => language === 'uk')?.revisionOf).toBe(original?.id)
    expect(fresh.find(({ language }) => language === 'en')?.revisionOf).toBe(translation?.id)
  }, 60_000)
})
