import type { Draft } from '../../gathered.ts'
import { contentTypeOf } from '../kind-of-file.ts'
import { readList } from '../read-records.ts'
import { BLOCK_SIZE, type Block } from './block.ts'
import { type JsonItem, jsonItems } from './json-items.ts'
import { isPrivateTalk, type TelegramChat, telegramDraft } from './telegram.ts'

/** How a large JSON text is read. */
export interface JsonLimits {
  readonly maxBytes: number
  readonly onProblem: (line: string) => void
}

const blockOf = (value: unknown, drafts: readonly Draft[]): Block => ({
  body: Buffer.from(JSON.stringify(value)),
  drafts,
  contentType: contentTypeOf('json'),
})

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0

/** The reports of a JSON list of any length, block by block. What is no report goes to `onProblem` with its number (from 1). */
export async function* listBlocks(
  chunks: AsyncIterable<Buffer>,
  path: string,
  { maxBytes, onProblem }: JsonLimits,
): AsyncGenerator<Block> {
  let items: unknown[] = []
  let size = 0
  let first = 1
  const close = (): Block => blockOf(items, readList(items, path, onProblem, first))
  for await (const { value } of jsonItems(chunks, ['$.*'], path, maxBytes)) {
    items.push(value)
    size += sizeOf(value)
    if (size < BLOCK_SIZE) continue
    yield close()
    first += items.length
    items = []
    size = 0
  }
  if (size > 0) yield close()
}

const PATHS = ['name', 'type', 'id', 'messages.*']
const CHAT_PATHS = [...PATHS.map(path => `$.${path}`), ...PATHS.map(path => `$.chats.list.*.${path}`)]

/** Messages of one chat, with what the export says of the chat. */
interface OpenChat {
  readonly key: string
  readonly chat: { name: string | null; type: string | null; id: number | null }
  messages: unknown[]
  size: number
}

const newChat = (key: string): OpenChat => ({ key, chat: { name: null, type: null, id: null }, messages: [], size: 0 })

function describe(open: OpenChat, { keys, value }: JsonItem): void {
  const field = keys.at(-1)
  if (field === 'name' && typeof value === 'string') open.chat.name = value
  if (field === 'type' && typeof value === 'string') open.chat.type = value
  if (field === 'id' && typeof value === 'number') open.chat.id = value
}

/** The reports among a chat's messages. */
export const draftsOfChat = (chat: TelegramChat, messages: readonly unknown[]): Draft[] =>
  isPrivateTalk(chat) ? [] : messages.flatMap(message => telegramDraft(message, chat) ?? [])

const closeChat = ({ chat, messages }: OpenChat): Block => blockOf({ ...chat, messages }, draftsOfChat(chat, messages))

/** The messages of a Telegram Desktop export of one chat or of all, block by block. Talk between persons goes to `onProblem`. */
export async function* telegramBlocks(
  chunks: AsyncIterable<Buffer>,
  path: string,
  { maxBytes, onProblem }: JsonLimits,
): AsyncGenerator<Block> {
  let open = newChat('')
  for await (const item of jsonItems(chunks, CHAT_PATHS, path, maxBytes)) {
    const isMessage = item.keys.at(-2) === 'messages'
    const key = item.keys.slice(0, isMessage ? -2 : -1).join('/')
    if (key !== open.key) {
      if (open.messages.length > 0) yield closeChat(open)
      open = newChat(key)
    }
    if (!isMessage) describe(open, item)
    else if (isPrivateTalk(open.chat)) {
      if (item.keys.at(-1) === 0)
        onProblem(`${path}: "${open.chat.name ?? 'a chat'}" is talk between persons; left out.`)
    } else {
      open.messages.push(item.value)
      open.size += sizeOf(item.value)
    }
    if (open.size < BLOCK_SIZE) continue
    yield closeChat(open)
    open.messages = []
    open.size = 0
  }
  if (open.messages.length > 0) yield closeChat(open)
}

interface Export {
  readonly messages?: unknown
  readonly chats?: { readonly list?: unknown }
}

/** The chats of a whole Telegram export, each with its messages; none where a JSON value is no such export. */
export function chatsOf(value: unknown): { chat: TelegramChat; messages: readonly unknown[] }[] {
  if (typeof value !== 'object' || value === null) return []
  const { messages, chats } = value as Export
  if (Array.isArray(chats?.list)) return chats.list.flatMap(chatsOf)
  if (!Array.isArray(messages) || !('type' in value)) return []
  const open = newChat('')
  for (const [key, field] of Object.entries(value)) describe(open, { keys: [key], value: field })
  return [{ chat: open.chat, messages }]
}
