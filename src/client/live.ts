import type { Instant } from '#domain'

/** One of the events of `/live`. `hello` greets, with null for a ledger that has learned nothing; `learned` says that the ledger learned something at `asOf`. */
export interface LiveEvent {
  readonly event: 'hello' | 'learned'
  readonly asOf: Instant | null
}

/** The events of an answer of `/live`, as they come; lines that only keep the connection are passed over. Ends with the answer, and ends it when no more is taken. */
export async function* liveEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<LiveEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = eventOf(block)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel()
  }
}

function eventOf(block: string): LiveEvent | null {
  const event = /^event: (hello|learned)$/m.exec(block)?.[1]
  const data = /^data: (.+)$/m.exec(block)?.[1]
  if (data === undefined || (event !== 'hello' && event !== 'learned')) return null
  return { event, asOf: (JSON.parse(data) as Pick<LiveEvent, 'asOf'>).asOf }
}
