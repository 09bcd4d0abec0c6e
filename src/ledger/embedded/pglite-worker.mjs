// PGlite in a thread of its own: a query blocks the thread it runs in. A plain module, so that it runs from sources and
// from the built package alike. It is sent wire-protocol bytes and answers with the messages they gave.

import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

// An Error loses its fields on the way between threads; the other side makes it one again.
const plain = message => (message instanceof Error ? { ...message, message: message.message, name: 'error' } : message)
const failure = error => ({ message: String(error?.message ?? error), code: error?.code ?? null })

const database = new PGlite(workerData.folder, {
  startParams: [...PGlite.defaultStartParams, ...workerData.settings.flatMap(setting => ['-c', setting])],
})

async function answer({ id, bytes, close }) {
  try {
    if (close) {
      await database.close()
      return parentPort.postMessage({ id, messages: [] })
    }
    const messages = await database.execProtocolStream(bytes, { throwOnError: false })
    parentPort.postMessage({ id, messages: messages.map(plain) })
  } catch (error) {
    parentPort.postMessage({ id, error: failure(error) })
  }
}

try {
  await database.waitReady
  parentPort.on('message', answer)
  parentPort.postMessage({ id: 0, messages: [] })
} catch (error) {
  parentPort.postMessage({ id: 0, error: failure(error) })
}
