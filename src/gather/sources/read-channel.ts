import type { Note } from '#domain'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { type PageElement, parsePage } from '../pages/dom.ts'
import { markupToText } from '../pages/markup-to-text.ts'

/** A page of a Telegram channel as its public preview (`t.me/s/NAME`) shows it: some twenty posts, oldest first. */
export interface ChannelPage {
  readonly name: string | null
  readonly drafts: readonly Draft[]
  /** The page with the posts before these; null: there are none. */
  readonly earlier: string | null
}

/** The public preview of a channel: `https://t.me/NAME` and its kin; null for any other address. */
export function channelAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { hostname, pathname } = new URL(address)
  if (!/^(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)$/i.test(hostname)) return null
  const name = /^\/(?:s\/)?([A-Za-z]\w{3,31})(?:\/\d*)?\/?$/.exec(pathname)?.[1]
  return name === undefined ? null : `https://t.me/s/${name}`
}

/** True for the preview page of a channel. */
export const isChannelPage = (html: string): boolean => /tgme_channel_history|tgme_widget_message_wrap/.test(html)

function forwardNote(post: PageElement): Note[] {
  const from = post.querySelector('.tgme_widget_message_forwarded_from_name')
  const name = from?.textContent.trim()
  if (!name) return []
  const address = from?.getAttribute('href')
  return [{ rule: 'forwarded', reason: `Forwarded from ${name}${address ? ` (${address})` : ''}.`, span: null }]
}

function draftOf(post: PageElement, outlet: string | null): Draft | null {
  const words = post.querySelector('.js-message_text, .tgme_widget_message_text:not(.js-message_reply_text)')
  const text = words === null ? '' : markupToText(words.innerHTML)
  const id = post.getAttribute('data-post')
  if (text === '' || id === null) return null
  return {
    ...BLANK_DRAFT,
    outlet,
    url: `https://t.me/${id}`,
    publishedAt:
      post.querySelector('.tgme_widget_message_date time[datetime], time[datetime]')?.getAttribute('datetime') ?? null,
    text,
    notes: forwardNote(post),
  }
}

/** Reads a channel's preview page; posts without words (pictures, polls) are left out. `url` is where it was found. */
export function readChannel(html: string, url: string): ChannelPage {
  const page = parsePage(html)
  const name =
    page.querySelector('.tgme_channel_info_header_title')?.textContent.trim() ||
    page.querySelector('meta[property="og:title"]')?.getAttribute('content')?.trim() ||
    null
  const drafts = [...page.querySelectorAll('.tgme_widget_message[data-post]')].flatMap(
    post => draftOf(post, name) ?? [],
  )
  const before = page.querySelector('a.tme_messages_more[data-before]')?.getAttribute('data-before')
  return { name, drafts, earlier: before ? new URL(`?before=${encodeURIComponent(before)}`, url).href : null }
}
