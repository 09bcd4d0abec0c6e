import { InputError } from '#domain'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { joinPages } from './join-pages.ts'

/** Pages read of one document; a longer one is a book. */
const MOST_PAGES = 2_000

type Pdf = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>

async function open(body: Uint8Array, name: string): Promise<Pdf> {
  // Its reader takes half a second to load, which those who read no PDF should not wait for.
  const { getDocumentProxy } = await import('unpdf')
  try {
    // The reader takes the bytes for its own; the capture needs them too. Verbosity 0: what it minds goes to our notes.
    return await getDocumentProxy(Uint8Array.from(body), { verbosity: 0, stopAtErrors: false })
  } catch (cause) {
    const { name: kind, message } = cause as Error
    if (kind === 'PasswordException')
      throw new InputError(`${name} is locked with a password: expected an open PDF; save it without.`, { cause })
    throw new InputError(`${name} is no whole PDF (${message}); get it again.`, { cause })
  }
}

/** A run of words, or (without `str`) a mark of the document's structure. */
type PdfItem = { readonly str?: string; readonly hasEOL?: boolean }

/** The lines of each page. */
async function pagesOf(pdf: Pdf): Promise<string[][]> {
  const pages: string[][] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = (items as readonly PdfItem[]).map(item => `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`).join('')
    pages.push(text.split('\n'))
    page.cleanup()
  }
  return pages
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** A title that a program wrote: a file's name, "untitled". */
const isTitle = (title: string): boolean =>
  title.length >= 8 &&
  /\s/.test(title) &&
  !/\.(?:docx?|indd|pdf|pptx?|xlsx?|qxd|rtf|odt)\b|^(?:untitled|microsoft)/i.test(title)

/**
 * The report a PDF holds: its words page by page, without running heads and page numbers. When the file was made is no
 * publication date and is not taken for one. Throws InputError for what is no PDF, is locked, or has no words (a scan).
 */
export async function readPdf(body: Uint8Array, name: string): Promise<Draft> {
  const pdf = await open(body, name)
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new InputError(`${name} has ${pdf.numPages} pages: expected at most ${MOST_PAGES}; split it.`)
    const words = joinPages(await pagesOf(pdf))
    if (words === '') throw new InputError(`${name} holds no words, only pictures: expected text; run it through OCR.`)
    const { info } = (await pdf.getMetadata()) as { info: Readonly<Record<string, unknown>> }
    const title = text(info['Title'])
    return {
      ...BLANK_DRAFT,
      title: title !== null && isTitle(title) ? title : null,
      byline: text(info['Author']),
      text: words,
    }
  } finally {
    await pdf.destroy()
  }
}
