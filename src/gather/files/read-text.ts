import { parseDocument } from 'yaml'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'

/** What front matter may say, and which part of a report each key gives. */
const KEYS: Readonly<Record<string, 'title' | 'outlet' | 'publishedAt' | 'editedAt' | 'url' | 'byline' | 'language'>> =
  {
    title: 'title',
    headline: 'title',
    outlet: 'outlet',
    publisher: 'outlet',
    source: 'outlet',
    date: 'publishedAt',
    published: 'publishedAt',
    publishedat: 'publishedAt',
    updated: 'editedAt',
    lastmod: 'editedAt',
    editedat: 'editedAt',
    url: 'url',
    link: 'url',
    author: 'byline',
    authors: 'byline',
    byline: 'byline',
    language: 'language',
    lang: 'language',
  }

/** Front matter is no longer than this, in characters. */
const LONGEST = 20_000

interface FrontMatter {
  readonly fields: Partial<Draft>
  readonly body: string
}

const lineOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(lineOf).filter(Boolean).join(', ') : typeof value === 'string' ? value.trim() : ''

/**
 * `---`, YAML, `---`. Anything else at the start of a text is its text, so a rule of dashes is kept: what stands between
 * must be YAML keys with values, at least one of them about a report. All values are read as words, dates too.
 */
function frontMatterOf(text: string): FrontMatter | null {
  const found = /^---[ \t]*\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, LONGEST))
  if (!found || !/^[A-Za-z_-]+[ \t]*:/m.test(found[1] ?? '')) return null
  const yaml = parseDocument(found[1] ?? '', { schema: 'failsafe' })
  const value: unknown = yaml.errors.length > 0 ? null : yaml.toJS({ maxAliasCount: 10 })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields: Record<string, string> = {}
  for (const [name, given] of Object.entries(value)) {
    const key = Object.hasOwn(KEYS, name.toLowerCase()) ? KEYS[name.toLowerCase()] : undefined
    const line = lineOf(given)
    if (key !== undefined && line !== '' && line !== 'null' && line !== '~') fields[key] ??= line
  }
  return Object.keys(fields).length > 0 ? { fields, body: text.slice(found[0].length) } : null
}

/** The report a `.txt` or `.md` holds. Without front matter the text is kept to the letter; with it, its body counts. */
export function readText(text: string): Draft {
  const front = frontMatterOf(text)
  if (front === null) return { ...BLANK_DRAFT, text, verbatim: true }
  return { ...BLANK_DRAFT, ...front.fields, text: front.body }
}
