import type { Transaction } from 'kysely'
import type { Briefing } from '#domain'
import { InputError } from '#domain'
import { explainFailure } from './explain-failure.ts'
import { appendJournal } from './journal.ts'
import type { Ledger, LedgerBatch, LedgerOptions, RecordCounts } from './ledger.ts'
import { migrate } from './migrate.ts'
import { SCHEMA } from './migrations/index.ts'
import type { Database } from './open-database.ts'
import { openEmbedded, openServer, serverOf } from './open-database.ts'
import type { People } from './people.ts'
import { findArticle, findCapture, listArticles, listSources } from './queries/articles.ts'
import { besideRows, takeBeside } from './queries/beside.ts'
import { listClaims, listReadings } from './queries/claims.ts'
import { countDeliveries, leaseDeliveries, settleDelivery } from './queries/deliveries.ts'
import {
  findDispute,
  listBeliefs,
  listControl,
  listDisputes,
  listEvents,
  listFigures,
  listStories,
} from './queries/derived.ts'
import { countRows, findBriefing, findTheatre, listDays, listJudgements } from './queries/editions.ts'
import { findFormerStory } from './queries/former-story.ts'
import { journalLines } from './queries/journal-lines.ts'
import {
  addKey,
  findKey,
  listAccounts,
  listAudit,
  listKeys,
  noteAudit,
  revokeKey,
  saveAccount,
} from './queries/people.ts'
import {
  holdHost,
  leasePolls,
  listHealth,
  listOutages,
  listSubscriptions,
  releasePolls,
  reserveTurn,
  settlePoll,
} from './queries/register.ts'
import { listRevisions } from './queries/revisions.ts'
import { findAccount, listForecasts, listMaps, listQuestions, listTracks } from './queries/scores.ts'
import { addWatch, listChanges, listWatches, lookFor, removeWatch } from './queries/watches.ts'
import { listWholeIds } from './queries/whole-ids.ts'
import { findAlike, keepWordings, listUnworded, listWordings } from './queries/wordings.ts'
import { appendRows } from './record/append-rows.ts'
import { otherTheatre, recordBatch, takeTurn } from './record/record-batch.ts'
import { storableJson } from './record/storable.ts'
import { refreshStatistics } from './refresh-statistics.ts'
import type { Register } from './register.ts'
import type { Tables } from './tables.ts'
import type { Watches } from './watches.ts'

/**
 * Opens the ledger: on the PostgreSQL server of `databaseUrl`, else embedded in the data folder, which is then this
 * process's alone until it is closed. Brings its tables up to date. Throws `InputError`, in one line that says what to
 * do, when the folder is in use or cannot be written, the server does not answer, the ledger is of another theatre, or a
 * newer Fogline made it.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const url = options.databaseUrl ?? null
  const place =
    url === null
      ? { kind: 'embedded' as const, where: options.dataDir }
      : { kind: 'postgres' as const, where: serverOf(url) }
  try {
    const database = url === null ? await openEmbedded(options) : await openServer(url, options.readOnly ?? false)
    try {
      await migrate(database.db, { readOnly: options.readOnly ?? false })
      await checkTheatre(database, options.theatre ?? null)
    } catch (error) {
      await database.close()
      throw error
    }
    return over(database, options)
  } catch (error) {
    throw explainFailure(error, place)
  }
}

async function checkTheatre({ db }: Database, theatre: string | null): Promise<void> {
  const known = await findTheatre(db)
  if (theatre !== null && known !== null && theatre !== known) throw otherTheatre(known, theatre)
}

/** Every read of a record, as it stands or stood. */
const readsOf = (db: Database['db']) =>
  ({
    article: (id, query = {}) => findArticle(db, id, query),
    capture: id => findCapture(db, id),
    wholeIds: (begins, limit) => listWholeIds(db, begins, limit),
    claims: (query = {}) => listClaims(db, query),
    readings: (query = {}) => listReadings(db, query),
    stories: (query = {}) => listStories(db, query),
    formerStory: (id, query = {}) => findFormerStory(db, id, query),
    events: (query = {}) => listEvents(db, query),
    beliefs: (query = {}) => listBeliefs(db, query),
    disputes: (query = {}) => listDisputes(db, query),
    dispute: (id, query = {}) => findDispute(db, id, query),
    figures: (query = {}) => listFigures(db, query),
    control: (query = {}) => listControl(db, query),
    revisions: (query = {}) => listRevisions(db, query),
    judgements: (query = {}) => listJudgements(db, query),
    maps: (query = {}) => listMaps(db, query),
    questions: (query = {}) => listQuestions(db, query),
    forecasts: (query = {}) => listForecasts(db, query),
    tracks: (query = {}) => listTracks(db, query),
    account: (story, query = {}) => findAccount(db, story, query),
    briefing: (date, query = {}) => findBriefing(db, date, query),
    days: (query = {}) => listDays(db, query),
    journal: () => journalOf(db),
  }) satisfies Partial<Ledger>

function over(database: Database, options: LedgerOptions): Ledger {
  const { db, kind, where } = database
  let closed: Promise<void> | null = null
  return {
    kind,
    where,
    sources: (query = {}) => listSources(db, query),
    articles: (query = {}) => listArticles(db, query),
    record: batch => record(database, options, batch),
    register: registerOver(database, options),
    people: peopleOver(database, options),
    watches: watchesOver(database, options),
    beside: () => besideRows(db),
    takeBeside: rows => write(database, options, trx => takeBeside(trx, rows)),
    wordings: {
      missing: () => listUnworded(db),
      keep: wordings => write(database, options, trx => keepWordings(trx, wordings)),
      between: (from, to) => listWordings(db, from, to),
      alike: (addresses, digests) => findAlike(db, addresses, digests),
    },
    saveBriefing: briefing => saveBriefing(database, options, briefing),
    ...readsOf(db),
    stats: () => countRows(db, SCHEMA),
    theatre: () => findTheatre(db),
    close: () => (closed ??= database.close()),
  }
}

async function* journalOf(db: Database['db']): AsyncGenerator<string> {
  for await (const line of journalLines(db)) yield storableJson(line)
}

const NOTHING: Omit<LedgerBatch, 'learned'> = {
  sources: [],
  captures: [],
  articles: [],
  claims: [],
  reconciled: null,
  judgements: [],
}

function peopleOver(database: Database, options: LedgerOptions): People {
  const { db } = database
  return {
    accounts: () => listAccounts(db),
    saveAccount: account => write(database, options, trx => saveAccount(trx, account)),
    addKey: key => write(database, options, trx => addKey(trx, key)),
    findKey: hash => findKey(db, hash),
    keys: account => listKeys(db, account),
    revokeKey: (id, at) => write(database, options, trx => revokeKey(trx, id, at)),
    note: entry => write(database, options, trx => noteAudit(trx, entry)),
    audit: query => listAudit(db, query),
  }
}

function watchesOver(database: Database, options: LedgerOptions): Watches {
  const { db } = database
  return {
    list: () => listWatches(db),
    add: watch => write(database, options, trx => addWatch(trx, watch)),
    remove: id => write(database, options, trx => removeWatch(trx, id)),
    look: async now => {
      let found = 0
      for (const { id } of await listWatches(db)) found += await write(database, options, trx => lookFor(trx, id, now))
      return found
    },
    changes: (watch, query = {}) => listChanges(db, watch, query),
    lease: request => write(database, options, trx => leaseDeliveries(trx, request)),
    settle: settled =>
      write(database, options, async trx => {
        for (const one of settled) await settleDelivery(trx, one)
      }),
    counts: watch => countDeliveries(db, watch),
  }
}

function registerOver(database: Database, options: LedgerOptions): Register {
  const { db } = database
  return {
    subscriptions: (query = {}) => listSubscriptions(db, query),
    change: change => record(database, options, { ...NOTHING, ...change, sources: change.sources ?? [] }),
    outages: (query = {}) => listOutages(db, query),
    health: now => listHealth(db, now),
    lease: request => write(database, options, trx => leasePolls(trx, request)),
    renew: (by, until) => releasePolls(db, by, until),
    settle: (by, polls) =>
      write(database, options, async trx => {
        for (const poll of polls) await settlePoll(trx, by, poll)
      }),
    release: by => releasePolls(db, by, null),
    reserve: (host, gapMs, mostMs) => reserveTurn(db, host, gapMs, mostMs),
    holdOff: (host, ms) => holdHost(db, host, ms),
  }
}

async function record(database: Database, options: LedgerOptions, batch: LedgerBatch): Promise<RecordCounts> {
  const counts = await write(database, options, async trx => {
    const { counts, added } = await recordBatch(trx, batch, options.theatre ?? null)
    // Before the rows are committed: whatever the embedded database then loses can be made again from the journal.
    if (database.kind === 'embedded' && options.journal !== false) await appendJournal(options.dataDir, added)
    return counts
  })
  if (database.kind === 'embedded') await refreshStatistics(database.db)
  return counts
}

async function saveBriefing(database: Database, options: LedgerOptions, briefing: Briefing): Promise<void> {
  await write(database, options, async trx => {
    const known = await trx.selectFrom('briefing').select('id').where('id', '=', briefing.id).executeTakeFirst()
    if (known) return
    const at = await takeTurn(trx, options.now())
    const types = {
      id: 'text',
      row: 'bigint',
      learned: 'timestamptz',
      date: 'date',
      as_of: 'timestamptz',
      body: 'json',
    }
    const { id, date, asOf } = briefing
    await appendRows(trx, 'briefing', types, [
      { id, row: at.next, learned: at.learned, date, as_of: asOf, body: briefing },
    ])
  })
}

async function write<Result>(
  database: Database,
  options: LedgerOptions,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  if (options.readOnly) {
    throw new InputError(`the ledger at ${database.where} was opened for reading only: nothing can be recorded in it`)
  }
  // The first thing that went wrong: a rollback that then fails too would hide it.
  let cause: unknown
  try {
    return await database.db.transaction().execute(trx =>
      work(trx).catch((error: unknown) => {
        cause = error
        throw error
      }),
    )
  } catch (error) {
    throw explainFailure(cause ?? error, database)
  }
}
