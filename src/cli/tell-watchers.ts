import { createTransport } from 'nodemailer'
import type { Ledger } from '#ledger'
import type { SendFailure, SendInput, SentCounts } from '#publish/watches'
import { sendDue } from '#publish/watches'
import { type MailSettings, now, settingsOf } from './context.ts'
import { say } from './output.ts'
import type { UseLedger } from './poll-round.ts'

type Mail = NonNullable<SendInput['mail']>

/** Sends letters through the server of an SMTP address; the message id is the message's own at every try. */
export function mailOver({ url, from }: MailSettings): Mail {
  const transport = createTransport({ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 })
  const host = from.replace(/^.*@|>.*$/g, '')
  return async ({ id, to, subject, text }) => {
    await transport.sendMail({
      from,
      to: [...to],
      subject,
      text,
      messageId: `<${id}@${host}>`,
      headers: { 'auto-submitted': 'auto-generated' },
      // A letter is words alone: nothing is loaded from a path or an address that stands in them.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
}

/** What kept a message from being taken: an address that is refused or gone, and a mail server's "never", are for good. */
export function failureOf(error: unknown): SendFailure {
  const message = error instanceof Error ? error.message : String(error)
  const has = <Key extends string>(key: Key): unknown =>
    typeof error === 'object' && error !== null && key in error ? (error as Record<Key, unknown>)[key] : undefined
  const forGood =
    ['refused', 'address'].includes(String(has('trouble'))) ||
    has('status') === 410 ||
    (typeof has('responseCode') === 'number' && Number(has('responseCode')) >= 500)
  return { message, passing: !forGood }
}

/** Finds and sends what is new for watches, and says so where there was anything. Nothing is opened where nobody watches. */
export async function tellWatchers(useLedger: UseLedger): Promise<SentCounts> {
  const { mail, deskUrl } = settingsOf(process.env)
  const { createPoster } = await import('#gather')
  const poster = createPoster()
  try {
    const told = await sendDue({
      useLedger,
      now,
      desk: deskUrl,
      post: posting => poster.post(posting),
      mail: mail && mailOver(mail),
      failureOf,
    })
    if (told.failed > 0)
      say(
        `fogline: ${told.failed} messages of watches could not be sent and wait for the next try; see "fogline watches list"`,
      )
    return told
  } finally {
    await poster.close()
  }
}

/** The same over a ledger that is open already. */
export const tellWatchersOf = (ledger: Ledger): Promise<SentCounts> => tellWatchers(use => use(ledger))
