import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** A database of its own on the test server, so that test files never meet; `drop` removes it. */
export async function testDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `fogline_${randomUUID().replaceAll('-', '')}`
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await admin(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) }
}
