import { z } from 'zod'
import type { Note } from '#domain'
import { BLANK_DRAFT, type Draft } from '../../gathered.ts'

const Piece = z.union([z.string(), z.object({ text: z.string() })])
const Message = z.object({
  id: z.number(),
  type: z.string(),
  date: z.string().nullish(),
  date_unixtime: z.string().nullish(),
  edited: z.string().nullish(),
  edited_unixtime: z.string().nullish(),
  from: z.string().nullish(),
  author: z.string().nullish(),
  forwarded_from: z.string().nullish(),
  text: z.union([z.string(), z.array(Piece)]).nullish(),
})

/** A channel or group of a Telegram Desktop export (`result.json`), without its messages. */
export interface TelegramChat {
  readonly name: string | null
  /** `public_channel`, `private_channel`, `public_supergroup`, `personal_chat` … */
  readonly type: string | null
  readonly id: number | null
}

/** Talk between persons is no reporting. */
export const isPrivateTalk = ({ type }: TelegramChat): boolean =>
  /^(?:personal_chat|bot_chat|saved_messages)$/.test(type ?? '')

const wordsOf = (text: z.infer<typeof Message>['text']): string =>
  typeof text === 'string' ? text : (text ?? []).map(piece => (typeof piece === 'string' ? piece : piece.text)).join('')

/** The moment of Unix time, exact; else the export's local time, whose zone nobody wrote down. */
function momentOf(unix: string | null | undefined, local: string | null | undefined): string | null {
  const seconds = Number(unix)
  if (unix && Number.isSafeInteger(seconds) && Math.abs(seconds) < 8.64e12)
    return new Date(seconds * 1000).toISOString()
  return local ?? null
}

/**
 * The report a message of an export is; null for one without words, for what Telegram itself says ("joined the channel")
 * and for anything that is no message. Its address is the one Telegram gives to members of the channel.
 */
export function telegramDraft(value: unknown, chat: TelegramChat): Draft | null {
  const checked = Message.safeParse(value)
  if (!checked.success || checked.data.type !== 'message') return null
  const message = checked.data
  const text = wordsOf(message.text).trim()
  if (text === '') return null
  const notes: Note[] = []
  const note = (rule: string, reason: string): number => notes.push({ rule, reason, span: null })
  if (message.forwarded_from) note('forwarded', `Forwarded from "${message.forwarded_from}".`)
  if (!message.date_unixtime && message.date)
    note('date-without-zone', `The export gives the time without a zone (${message.date}); it was taken as UTC.`)
  const isChannel = chat.type?.endsWith('channel') ?? false
  return {
    ...BLANK_DRAFT,
    outlet: chat.name,
    url: chat.id === null ? null : `https://t.me/c/${chat.id}/${message.id}`,
    byline: isChannel ? (message.author ?? null) : (message.from ?? null),
    publishedAt: momentOf(message.date_unixtime, message.date),
    editedAt: message.edited || message.edited_unixtime ? momentOf(message.edited_unixtime, message.edited) : null,
    text,
    notes,
  }
}
