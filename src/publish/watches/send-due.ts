import type { Instant } from '#domain'
import { InputError } from '#domain'
import type { Delivery, Ledger, Settled } from '#ledger'
import { type Letter, letterOf, webhookBody } from './message.ts'
import { signedHeaders } from './signature.ts'

/** What a try to send threw, where it is known whether another may succeed. */
export interface SendFailure {
  readonly message: string
  readonly passing: boolean
}

/** How messages leave, and what is known of whoever reads them. */
export interface SendInput {
  /** Opens the ledger for one piece of work: nothing is sent while it is held. */
  readonly useLedger: <Result>(use: (ledger: Ledger) => Promise<Result>) => Promise<Result>
  readonly now: () => Instant
  /** Address at which the desk is read, without a slash at its end; null: links are left out. */
  readonly desk: string | null
  /** Posts a webhook's message. */
  readonly post: (posting: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly allowHosts: readonly string[]
  }) => Promise<void>
  /** Sends a letter under a message id that is the same at every try; null: no mail server is named. */
  readonly mail: ((letter: Letter & { readonly id: string; readonly to: readonly string[] }) => Promise<void>) | null
  /** What a thrown thing means. */
  readonly failureOf: (error: unknown) => SendFailure
}

/** What was found and sent. */
export interface SentCounts {
  readonly found: number
  readonly sent: number
  readonly failed: number
}

/** How long after a failed try the next one is due, in minutes; after the last, the message is given up. */
const BACK_OFF = [1, 5, 30, 120, 480, 1440, 2880] as const
const MINUTE_MS = 60_000
/** A message taken on is another process's to send after so long. */
const LEASE_MS = 10 * MINUTE_MS
const AT_ONCE = 20

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString() as Instant

/**
 * Looks for what is new for every watch, and sends every message that is due. A message is settled when it was taken; a process
 * that dies between the two leaves it to be sent again under the same id.
 */
export async function sendDue(input: SendInput): Promise<SentCounts> {
  const { useLedger, now } = input
  const found = await useLedger(async ledger =>
    (await ledger.watches.list()).length === 0 ? null : ledger.watches.look(now()),
  )
  if (found === null) return { found: 0, sent: 0, failed: 0 }
  let [sent, failed] = [0, 0]
  for (;;) {
    const at = now()
    const due = await useLedger(ledger => ledger.watches.lease({ now: at, until: later(at, LEASE_MS), limit: AT_ONCE }))
    if (due.length === 0) return { found, sent, failed }
    const settled = await Promise.all(due.map(delivery => send(delivery, input)))
    await useLedger(ledger => ledger.watches.settle(settled))
    const wrong = settled.filter(({ error }) => error !== null).length
    sent += settled.length - wrong
    failed += wrong
  }
}

async function send(delivery: Delivery, input: SendInput): Promise<Settled> {
  try {
    await (delivery.channel === 'webhook' ? post(delivery, input) : mail(delivery, input))
    return { id: delivery.id, due: null, error: null }
  } catch (error) {
    const { message, passing } = input.failureOf(error)
    const minutes = passing ? BACK_OFF[delivery.attempts] : undefined
    return {
      id: delivery.id,
      due: minutes === undefined ? null : later(input.now(), minutes * MINUTE_MS),
      error: message.slice(0, 500),
    }
  }
}

async function post(delivery: Delivery, { post, now, desk }: SendInput): Promise<void> {
  const { webhook } = delivery.watch
  if (webhook === null) return
  const body = webhookBody(delivery, desk)
  const seconds = Math.floor(Date.parse(now()) / 1000)
  const headers = signedHeaders({ id: delivery.id, seconds, body, secret: webhook.secret })
  await post({ url: webhook.url, headers, body, allowHosts: webhook.allowHosts })
}

async function mail(delivery: Delivery, { mail, desk }: SendInput): Promise<void> {
  if (mail === null) throw new InputError('no mail server is named: set FOGLINE_SMTP_URL')
  await mail({ ...letterOf(delivery, desk), id: delivery.id, to: delivery.watch.email })
}
