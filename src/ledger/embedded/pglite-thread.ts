import { Worker } from 'node:worker_threads'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { DatabaseError } from 'pg'

/** One message of PostgreSQL's wire protocol, as the thread sends it over. */
type WireMessage = Readonly<Record<string, unknown>> & { readonly name: string }
/** What the other side is given: an error message is an Error again. */
type Reply = WireMessage | DatabaseError
interface Answer {
  readonly id: number
  readonly messages?: readonly WireMessage[]
  readonly error?: { readonly message: string; readonly code: string | null }
}
interface Waiting {
  readonly resolve: (messages: Reply[]) => void
  readonly reject: (error: Error) => void
}

/** What the thread's start and its end are numbered; the questions between count from 1. */
const START = 0
const END = -1

/** A PGlite database running in a thread of its own. */
export interface PgliteThread {
  /** What `pg` connects with. */
  readonly config: ReturnType<typeof createPgConfig>
  /** Closes the database cleanly and ends the thread. */
  close(): Promise<void>
}

// A quarter of PostgreSQL's usual 128 MB: 15,000 claims were read as fast with it, and every process has its own.
const SETTINGS = ['shared_buffers=32MB', 'timezone=UTC', 'log_min_messages=fatal']

/** Starts PGlite on a folder, which it makes when it is not there. Rejects with the database's own error when it cannot. */
export async function startPglite(folder: string): Promise<PgliteThread> {
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { folder, settings: SETTINGS },
    // The loaders of this process (tsx in a checkout) are no business of the thread's.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  const ask = connect(worker)
  const database = { waitReady: ask(START, {}), execProtocolStream: askBytes(ask) }
  try {
    await database.waitReady
  } catch (error) {
    await worker.terminate()
    throw error
  }
  return {
    // The bridge needs no more of a PGlite than these two members.
    config: createPgConfig(database as unknown as Parameters<typeof createPgConfig>[0] & object),
    async close() {
      // One that has stopped by itself has nothing left to close.
      await ask(END, { close: true }).catch(() => undefined)
      await worker.terminate()
    },
  }
}

type Ask = (id: number, message: { readonly bytes?: Uint8Array; readonly close?: true }) => Promise<Reply[]>

/** Numbers the queries. */
function askBytes(ask: Ask): (bytes: Uint8Array) => Promise<Reply[]> {
  let last = 0
  return bytes => ask(++last, { bytes })
}

/** Pairs what is sent to the thread with what comes back, and lets the process end when nothing is awaited. */
function connect(worker: Worker): Ask {
  const waiting = new Map<number, Waiting>()
  let dead: Error | null = null
  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    return found
  }
  const fail = (error: Error): void => {
    dead ??= error
    for (const id of waiting.keys()) settle(id)?.reject(dead)
  }
  worker.on('error', fail)
  worker.on('exit', code => fail(new Error(`the embedded database stopped (exit code ${code})`)))
  worker.on('message', ({ id, messages, error }: Answer) => {
    const revived = messages?.map(revive)
    const panic = revived?.find(isPanic)
    // A disk that fills up under the database's log leaves it unable even to roll back; opened again, it recovers.
    if (panic) fail(panic)
    else if (revived) settle(id)?.resolve(revived)
    else settle(id)?.reject(Object.assign(new Error(error?.message ?? 'no answer'), { code: error?.code }))
  })
  return (id, message) =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead)
      waiting.set(id, { resolve, reject })
      worker.ref()
      if (id !== START) worker.postMessage({ id, ...message })
    })
}

const isPanic = (message: Reply): message is DatabaseError =>
  message instanceof DatabaseError && (message.severity === 'PANIC' || message.severity === 'FATAL')

function revive(message: WireMessage): Reply {
  if (message.name !== 'error') return message
  const error = new DatabaseError(String(message['message']), Number(message['length'] ?? 0), 'error')
  return Object.assign(error, message)
}
