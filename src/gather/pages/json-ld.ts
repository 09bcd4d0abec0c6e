import type { PageDocument } from './dom.ts'

/** What a page says of its article in JSON-LD (schema.org), as written; unknown is null. */
export interface LinkedData {
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly publishedAt: string | null
  readonly editedAt: string | null
  readonly language: string | null
  readonly url: string | null
}

/** One thing of a page's JSON-LD. */
export type Thing = Readonly<Record<string, unknown>>

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|AnalysisNewsArticle|SocialMediaPosting)$/
const PAGE = /^(?:WebPage|ItemPage)$/
/** Nesting of lists and `@graph` that is followed. */
const DEEPEST = 6

/** True for an object, which a list is not. */
export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** All things a value holds: itself, what its lists, `@graph` and main entity hold. */
function thingsIn(value: unknown, depth = 0): Thing[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(value)) return value.flatMap(item => thingsIn(item, depth + 1))
  if (!isThing(value)) return []
  return [value, ...thingsIn(value['@graph'], depth + 1), ...thingsIn(value['mainEntity'], depth + 1)]
}

/** The JSON of a script element; scripts with comments, line breaks inside strings or a stray semicolon are mended once. */
function parseScript(script: string): unknown {
  const plain = script
    .trim()
    .replace(/^<!--|^\/\/<!\[CDATA\[|^<!\[CDATA\[/, '')
    .replace(/(?:-->|\/\/\]\]>|\]\]>|;)\s*$/, '')
  for (const text of [plain, plain.replace(/[\0-\x1f]+/g, ' ')]) {
    try {
      return JSON.parse(text) as unknown
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return null
}

/** The types a thing gives itself, without a context. */
export const typesOf = (thing: Thing): string[] =>
  [thing['@type']].flat().filter((type): type is string => typeof type === 'string')

/** The first text of a value or list, trimmed; null when there is none. */
export const wordsOf = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null
}

/** Names of one or several persons or bodies, given as text, thing or list; joined by ", ". */
export function namesOf(value: unknown, things: readonly Thing[]): string | null {
  const names = [value].flat().flatMap(item => {
    if (typeof item === 'string') return item.startsWith('http') ? [] : [item]
    if (!isThing(item)) return []
    const whole =
      item['name'] === undefined
        ? things.find(thing => thing['@id'] === item['@id'] && thing['name'] !== undefined)
        : item
    return [wordsOf(whole?.['name'])].filter(name => name !== null)
  })
  return names.length > 0 ? [...new Set(names)].join(', ') : null
}

/** Every thing a page's JSON-LD holds at its top, in its graphs and as main entity. */
export const readThings = (page: PageDocument): Thing[] =>
  [...page.querySelectorAll('script[type*="ld+json"]')].flatMap(script => thingsIn(parseScript(script.textContent)))

/** The article among a page's things, else its page; null where there is neither. */
export function articleOf(things: readonly Thing[]): LinkedData | null {
  const dated = (thing: Thing): boolean => wordsOf(thing['datePublished']) !== null
  const articles = things.filter(thing => typesOf(thing).some(type => ARTICLE.test(type)))
  const pages = things.filter(thing => typesOf(thing).some(type => PAGE.test(type)))
  const found = articles.find(dated) ?? articles[0] ?? pages.find(dated)
  if (found === undefined) return null
  return {
    title: wordsOf(found['headline']) ?? wordsOf(found['name']),
    byline: namesOf(found['author'], things) ?? namesOf(found['creator'], things),
    outlet: namesOf(found['publisher'], things),
    publishedAt:
      wordsOf(found['datePublished']) ?? wordsOf(pages.find(dated)?.['datePublished']) ?? wordsOf(found['dateCreated']),
    editedAt: wordsOf(found['dateModified']),
    language: wordsOf(found['inLanguage']),
    url: wordsOf(found['url']),
  }
}
