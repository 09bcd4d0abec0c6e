import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Note } from '#domain'
import { InputError } from '#domain'
import type { Ledger, LedgerBatch } from '#ledger'
import { openLedger, readJournal, setAsideLedger } from '#ledger'
import type { Place } from './ledger-engines.ts'
import { EMBEDDED } from './ledger-engines.ts'
import {
  at,
  makeArticle,
  makeBatch,
  makeCapture,
  makeClaim,
  makeEvent,
  makeSource,
  NOTHING,
} from './ledger-fixtures.ts'

const port = makeArticle()
const port2 = makeArticle({ text: 'The mill at Veslo burned.', publishedAt: at(5) })
const first = makeBatch(at(1), {
  sources: [makeSource()],
  captures: [makeCapture(port.text)],
  articles: [port],
  claims: [makeClaim(port)],
  reconciled: { ...NOTHING, events: [makeEvent([makeClaim(port)])] },
})
const second = makeBatch(at(2), {
  sources: [makeSource({ reliability: 'B' })],
  captures: [makeCapture(port2.text)],
  articles: [port2],
  judgements: [
    {
      id: 'j_1',
      analyst: 'ada',
      at: at(2),
      on: port2.id,
      verdict: 'reject',
      change: null,
      reason: 'of last year',
    },
  ],
})

let place: Place
let dataDir: string
beforeEach(async () => {
  place = await EMBEDDED.place()
  dataDir = place.options.dataDir
})
afterEach(() => place.remove())

const journal = () => join(dataDir, 'journal.jsonl')
const lock = () => join(dataDir, 'ledger.lock')

async function using<Result>(use: (ledger: Ledger) => Promise<Result>, more = {}): Promise<Result> {
  const ledger = await place.open(more)
  return use(ledger).finally(() => ledger.close())
}

async function journaled(): Promise<{ batches: LedgerBatch[]; notes: Note[] }> {
  const notes: Note[] = []
  const batches: LedgerBatch[] = []
  for await (const batch of readJournal(dataDir, note => notes.push(note))) batches.push(batch)
  return { batches, notes }
}

describe('the lock of a data folder', () => {
  it('keeps a second opening out, of this process or another, readers too', async () => {
    await using(async () => {
      for (const readOnly of [false, true]) {
        await expect(place.open({ readOnly })).rejects.toThrow(
          `${dataDir} is in use by process ${process.pid}; stop it or use another FOGLINE_DATA`,
        )
      }
    })
    await using(async ledger => expect(ledger.kind).toBe('embedded'))
    expect(existsSync(lock())).toBe(false)
  })

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), started: '1' }],
    ['a process whose number another has now', { pid: process.pid, host: hostname(), started: '1' }],
  ])('of %s is taken over', async (_, holder) => {
    writeFileSync(lock(), JSON.stringify(holder))
    await using(async ledger => expect((await ledger.stats()).schema).toBe(8))
    expect(readdirSync(dataDir).filter(name => name.startsWith('ledger.lock'))).toEqual([])
  })

  it('of a process on another host is left alone while it is fresh', async () => {
    writeFileSync(lock(), JSON.stringify({ pid: 7, host: 'elsewhere', started: null }))
    await expect(place.open()).rejects.toThrow(`process 7 on elsewhere`)
    await expect(place.open()).rejects.toThrow(`delete ${lock()} if that process is gone`)
  })

  it('is not taken for a ledger that cannot be opened', async () => {
    mkdirSync(join(dataDir, 'ledger'))
    writeFileSync(join(dataDir, 'ledger', 'PG_VERSION'), '99')
    await expect(place.open()).rejects.toThrow()
    expect(existsSync(lock())).toBe(false)
  })
})

describe('a data folder', () => {
  it('that cannot be a folder is said to be so in one line', async () => {
    const file = join(dataDir, 'notes.txt')
    writeFileSync(file, '')
    for (const path of [file, join(file, 'below')]) {
      await expect(openLedger({ dataDir: path, now: () => at(0) })).rejects.toThrow(InputError)
      await expect(openLedger({ dataDir: path, now: () => at(0) })).rejects.toThrow(`the ledger at ${path}: `)
    }
  })

  it('without a ledger is not made one by a reader', async () => {
    await expect(place.open({ readOnly: true })).rejects.toThrow(`no ledger in ${dataDir} yet`)
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('is made where there is none, or where one was left half-made', async () => {
    const inner = join(dataDir, 'a', 'b')
    mkdirSync(join(inner, 'ledger.new'), { recursive: true })
    writeFileSync(join(inner, 'ledger.new', 'PG_VERSION'), '18')
    const newest = Number.parseInt(
      readdirSync('src/ledger/migrations')
        .filter(name => /^\d/.test(name))
        .sort()
        .at(-1) ?? '',
      10,
    )
    const ledger = await openLedger({ dataDir: inner, now: () => at(0) })
    expect([ledger.where, (await ledger.stats()).schema]).toEqual([inner, newest])
    await ledger.close()
    await ledger.close()
  })
})

describe('the address of a server', () => {
  it.each([
    ['mysql://ann:secret@db.example/war', 'DATABASE_URL: expected postgres://user:password@host:5432/database'],
    ['secret', 'DATABASE_URL: expected postgres://user:password@host:5432/database'],
    ['postgres://ann:secret@127.0.0.1:1/war', 'the ledger at 127.0.0.1:1/war: no server answers there'],
  ])('that leads nowhere is said so, the password unsaid (%s)', async (databaseUrl, message) => {
    const opened = openLedger({ dataDir, databaseUrl, now: () => at(0) })
    await expect(opened).rejects.toThrow(InputError)
    await expect(opened).rejects.toThrow(message)
    await expect(opened).rejects.not.toThrow('secret')
    expect(readdirSync(dataDir)).toEqual([])
  })
})

describe('the journal', () => {
  it('holds what cannot be made again, once, and gives it back in order', async () => {
    await using(async ledger => {
      await ledger.record(first)
      await ledger.record(first)
      await ledger.record(second)
    })
    const { batches, notes } = await journaled()
    expect(batches).toMatchObject([{ ...first, claims: [], reconciled: null }, second])
    expect(notes).toEqual([])
  })

  it('makes the ledger again', async () => {
    const read = async (ledger: Ledger) => ({
      articles: await ledger.articles(),
      sources: [await ledger.sources(), await ledger.sources({ asOf: at(1) })],
      capture: await ledger.capture(makeCapture(port.text).raw.id),
      judgements: await ledger.judgements(),
      days: (await ledger.days()).map(({ date, reports }) => [date, reports]),
    })
    const before = await using(async ledger => {
      await ledger.record(first)
      await ledger.record(second)
      return read(ledger)
    })
    const lines = readFileSync(journal(), 'utf8')
    expect(existsSync(setAsideLedger(dataDir, at(9)) ?? '')).toBe(true)
    await using(
      async ledger => {
        for await (const batch of readJournal(dataDir, () => undefined)) await ledger.record(batch)
        expect(await read(ledger)).toEqual(before)
      },
      { journal: false },
    )
    expect(readFileSync(journal(), 'utf8')).toBe(lines)
    expect(setAsideLedger(join(dataDir, 'nowhere'), at(9))).toBeNull()
  })

  it('skips a line that a crash left unfinished, and says so', async () => {
    await using(ledger => ledger.record(first))
    appendFileSync(journal(), '{"learned":"2024-03-01T00:02:00.000Z","article":{"id":"a_')
    await using(ledger => ledger.record(second))
    const { batches, notes } = await journaled()
    expect(batches.flatMap(batch => batch.articles)).toEqual([port, port2])
    expect(notes).toEqual([
      { rule: 'journal-line', reason: `line 4 of ${journal()} is not whole and was skipped`, span: null },
    ])
  })

  it('does not pass off a body that is not what its hash says', async () => {
    await using(ledger => ledger.record(first))
    const text = readFileSync(journal(), 'utf8')
    writeFileSync(journal(), text.replace(/"sha256":"\w/, '"sha256":"z'))
    const { batches, notes } = await journaled()
    expect([batches.flatMap(batch => batch.captures), notes.length]).toEqual([[], 1])
  })

  it.runIf(existsSync('/dev/full'))('on a full disk leaves nothing half-written', async () => {
    symlinkSync('/dev/full', journal())
    await using(async ledger => {
      const message = `the ledger at ${dataDir}: the disk is full; free some space, then run the command again`
      await expect(ledger.record(first)).rejects.toThrow(new InputError(message))
      expect((await ledger.stats()).rows).toMatchObject({ source: 0, article: 0, claim: 0, event: 0 })
      rmSync(journal())
      expect(await ledger.record(first)).toMatchObject({ article: 1, claim: 1 })
    })
  })

  it('is empty where there is none', async () => {
    expect(await journaled()).toEqual({ batches: [], notes: [] })
  })
})

describe('a process killed while it writes', () => {
  it('leaves every batch whole or not at all, and none that it spoke of lost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fogline-killed-'))
    const args = ['--conditions=development', '--import', 'tsx', 'test/laws/ledger-writer.ts', folder]
    const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = 0
    for await (const chunk of writer.stdout) {
      told += String(chunk).split('\n').length - 1
      if (told >= 5) writer.kill('SIGKILL')
    }
    // Its pipe closes a moment before the process is gone, and until then its lock is a living one's.
    if (writer.signalCode === null && writer.exitCode === null) await once(writer, 'exit')
    const ledger = await openLedger({ dataDir: folder, now: () => at(0) })
    const { article = 0, claim, raw_item } = (await ledger.stats()).rows
    await ledger.close()
    rmSync(folder, { recursive: true })
    expect(article).toBeGreaterThanOrEqual(told * 10)
    expect([article % 10, claim, raw_item]).toEqual([0, article, article])
  }, 60_000)
})
