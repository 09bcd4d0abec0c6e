import type { Address, Email } from 'postal-mime'
import { InputError, type Note } from '#domain'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { dropChrome } from '../pages/drop-chrome.ts'
import { markupToText } from '../pages/markup-to-text.ts'

/** Parts within parts deeper than this are no honest letter. */
const DEEPEST = 50
/** All headers together, in bytes. */
const HEADERS = 1_000_000

const mailboxOf = (from: Address | undefined): { name: string; address: string } => {
  const box = from?.group?.[0] ?? from
  return { name: from?.name || box?.name || '', address: box && 'address' in box ? (box.address ?? '') : '' }
}

/** Words of a letter: its plain part, or its HTML where that says more. */
function wordsOf({ text, html }: Email): string {
  const plain = (text ?? '').replace(/\r\n/g, '\n').trim()
  const laidOut = html ? dropChrome(markupToText(html)) : ''
  return laidOut.length > plain.length * 1.5 ? laidOut : plain
}

/** Sent to a list: the sender's name is then the publisher's; else it is a person's. */
const isBulk = ({ headers }: Email): boolean =>
  headers.some(({ key, value }) => key.startsWith('list-') || (key === 'precedence' && /bulk|list/i.test(value)))

function draftOf(mail: Email): Draft {
  const { name, address } = mailboxOf(mail.from)
  const host = address.split('@')[1]?.toLowerCase() ?? null
  const bulk = isBulk(mail)
  const names = mail.attachments.filter(part => !part.related).map(part => part.filename ?? part.mimeType)
  const note: Note = {
    rule: 'attachment-not-read',
    reason: `The letter carries ${names.join(', ').slice(0, 200)}, which was not read; save it and give it by itself.`,
    span: null,
  }
  return {
    ...BLANK_DRAFT,
    title: mail.subject?.trim() || null,
    outlet: (bulk ? name : '') || host || name || null,
    byline: bulk ? null : name || null,
    publishedAt: mail.date ?? null,
    text: wordsOf(mail),
    notes: names.length > 0 ? [note] : [],
  }
}

/**
 * The report a letter (`.eml`, RFC 5322 with MIME) holds: subject, text and the date it was sent. Of a list's letter the
 * sender is the outlet, of a person's letter the address's host is. What is attached is named in a Note and not read.
 * Throws InputError for what is no letter, or has no words.
 */
export async function readMail(body: Uint8Array, name: string): Promise<Draft> {
  const { default: PostalMime } = await import('postal-mime')
  let mail: Email
  try {
    mail = await PostalMime.parse(body, { maxNestingDepth: DEEPEST, maxHeadersSize: HEADERS, maxRfc822NestingDepth: 3 })
  } catch (cause) {
    throw new InputError(`${name} cannot be read as a letter (${(cause as Error).message}).`, { cause })
  }
  if (!mail.from && !mail.date && !mail.subject)
    throw new InputError(`${name} is no letter: expected headers such as From, Date and Subject at its start.`)
  const draft = draftOf(mail)
  if (draft.text === '' && draft.title === null) throw new InputError(`${name} holds no words.`)
  return draft
}
