import { BLANK_DRAFT, type Draft } from '../gathered.ts'

/** What front matter may say, and which part of a report each key gives. */
const KEYS: Readonly<Record<string, 'title' | 'outlet' | 'publishedAt' | 'editedAt' | 'url' | 'byline' | 'language'>> =
  {
    title: 'title',
    outlet: 'outlet',
    date: 'publishedAt',
    published: 'publishedAt',
    publishedat: 'publishedAt',
    updated: 'editedAt',
    editedat: 'editedAt',
    url: 'url',
    link: 'url',
    author: 'byline',
    byline: 'byline',
    language: 'language',
  }

const unquote = (value: string): string =>
  /^"(.*)"$|^'(.*)'$/
    .exec(value)
    ?.slice(1)
    .find(part => part !== undefined) ?? value

interface FrontMatter {
  readonly fields: Partial<Draft>
  readonly body: string
}

/** `---`, lines of `key: value`, `---`. Anything else at the start of a text is its text, so a rule of dashes is kept. */
function frontMatterOf(text: string): FrontMatter | null {
  const found = /^---[ \t]*\r?\n((?:[A-Za-z_-]+[ \t]*:.*\r?\n|[ \t]*\r?\n|#.*\r?\n)+)---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!found) return null
  const fields: Record<string, string> = {}
  for (const line of (found[1] ?? '').split(/\r?\n/)) {
    const at = line.indexOf(':')
    const key = KEYS[line.slice(0, at).trim().toLowerCase()]
    const value = unquote(line.slice(at + 1).trim())
    if (key !== undefined && value !== '' && value !== 'null') fields[key] = value
  }
  return Object.keys(fields).length > 0 ? { fields, body: text.slice(found[0].length) } : null
}

/** The report a `.txt` or `.md` holds. Without front matter the text is kept to the letter; with it, its body counts. */
export function readText(text: string): Draft {
  const front = frontMatterOf(text)
  if (front === null) return { ...BLANK_DRAFT, text, verbatim: true }
  return { ...BLANK_DRAFT, ...front.fields, text: front.body }
}
