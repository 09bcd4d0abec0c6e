import { sql } from 'kysely'
import type { Instant } from '#domain'
import type { AccessKey, Account, AuditEntry } from '../people.ts'
import type { Db } from '../tables.ts'
import { storableText } from './current.ts'

/** Every account by name. */
export async function listAccounts(db: Db): Promise<Account[]> {
  const { rows } = await sql<{ body: Account }>`select body from account order by name`.execute(db)
  return rows.map(({ body }) => body)
}

/** Adds an account or changes the one of that name. */
export async function saveAccount(db: Db, account: Account): Promise<void> {
  await sql`insert into account (name, body) values (${storableText(account.name)}, ${JSON.stringify(account)}::json)
    on conflict (name) do update set body = excluded.body`.execute(db)
}

/** Keeps a key by its hash. */
export async function addKey(db: Db, key: AccessKey): Promise<void> {
  await sql`insert into access_key (id, hash, account, body)
    values (${key.id}, ${key.hash}, ${storableText(key.account)}, ${JSON.stringify(key)}::json)`.execute(db)
}

/** The key of a hash and its account; null where there is none. */
export async function findKey(db: Db, hash: string): Promise<{ key: AccessKey; account: Account } | null> {
  const { rows } = await sql<{ key: AccessKey; account: Account }>`
    select k.body as key, a.body as account from access_key as k join account as a on a.name = k.account
    where k.hash = ${hash}`.execute(db)
  return rows[0] ?? null
}

/** Keys of an account, newest first. */
export async function listKeys(db: Db, account: string): Promise<AccessKey[]> {
  const { rows } = await sql<{ body: AccessKey }>`
    select body from access_key where account = ${storableText(account)} order by body ->> 'created' desc, id`.execute(
    db,
  )
  return rows.map(({ body }) => body)
}

/** Ends a key for good; one that was ended before keeps its moment. */
export async function revokeKey(db: Db, id: string, at: Instant): Promise<void> {
  await sql`update access_key set body = (body::jsonb || jsonb_build_object('revoked', ${at}::text))::json
    where id = ${id} and body ->> 'revoked' is null`.execute(db)
}

/** Appends a line to the audit log. */
export async function noteAudit(db: Db, entry: AuditEntry): Promise<void> {
  await sql`insert into audit (at, body) values (${entry.at}::timestamptz, ${JSON.stringify({
    ...entry,
    who: entry.who && storableText(entry.who),
    on: entry.on && storableText(entry.on),
  })}::json)`.execute(db)
}

/** The audit log, newest first. */
export async function listAudit(
  db: Db,
  { limit, before }: { readonly limit: number; readonly before?: Instant | undefined },
): Promise<AuditEntry[]> {
  const { rows } = await sql<{ body: AuditEntry }>`
    select body from audit where ${before === undefined ? sql`true` : sql`at < ${before}::timestamptz`}
    order by at desc, line desc limit ${limit}`.execute(db)
  return rows.map(({ body }) => body)
}
