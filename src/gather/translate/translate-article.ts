import { type Article, type ArticleId, InputError, type Instant, makeId } from '#domain'
import { findParagraphs } from '../find-paragraphs.ts'
import type { Translator } from './translator.ts'

/** The language that is read. */
const READ = 'en'

/** True for an article in a language that is not read; one whose language could not be told is tried. */
export const isUnread = ({ language }: Article): boolean => language !== null && language !== READ

/** What stands between the paragraphs of a text stays; the paragraphs are replaced one for one. */
function replaceParagraphs({ text, paragraphs }: Article, words: readonly string[]): string {
  let end = 0
  const parts = paragraphs.map(([from, to], at) => {
    const part = text.slice(end, from) + (words[at] ?? '')
    end = to
    return part
  })
  return parts.join('') + text.slice(end)
}

/**
 * An article in English as an article of its own, so that the spans of its claims point into the words that were read; the
 * original stays as it is and is named in `translationOf`. `earlier` gives the translations known of other articles: what
 * the original revises or copies is in its translation the translation of that. Throws InputError when it could not be translated.
 */
export async function translateArticle(
  article: Article,
  translator: Translator,
  now: Instant,
  earlier: ReadonlyMap<ArticleId, ArticleId>,
): Promise<Article> {
  const from = article.language ?? 'auto'
  const originals = article.paragraphs.map(([start, end]) => article.text.slice(start, end))
  const sent = article.title === null ? originals : [...originals, article.title]
  const words = await translator.translate(sent, from)
  const text = replaceParagraphs(article, words)
  if (text === article.text) throw new InputError(`${translator.host} gave the text back as it was.`)
  const reason = `Translated by machine from "${from}" (${translator.host}, ${now}); quotations are of the translation.`
  return {
    ...article,
    id: makeId('article', { translationOf: article.id, text }),
    title: article.title === null ? null : (words.at(-1) ?? null),
    language: READ,
    text,
    paragraphs: findParagraphs(text),
    revisionOf: article.revisionOf === null ? null : (earlier.get(article.revisionOf) ?? article.revisionOf),
    copyOf: article.copyOf === null ? null : (earlier.get(article.copyOf) ?? article.copyOf),
    translationOf: article.id,
    notes: [
      ...article.notes.filter(
        ({ rule, span }) => span === null && rule !== 'language-not-read' && rule !== 'translation-failed',
      ),
      { rule: 'machine-translation', reason, span: null },
    ],
  }
}

/** Articles as they stand after those in other languages were sent to be translated. */
export interface Translated {
  /** All that were given, in order; where one could not be translated with a Note that says why. */
  readonly articles: readonly Article[]
  readonly translations: readonly Article[]
}

/** Translates the articles that are not read, in order; one that fails is noted and the others go on. */
export async function translateArticles(
  articles: readonly Article[],
  translator: Translator,
  now: Instant,
  known: ReadonlyMap<ArticleId, ArticleId>,
): Promise<Translated> {
  const earlier = new Map(known)
  const translations: Article[] = []
  const after: Article[] = []
  for (const article of articles) {
    if (!isUnread(article) || earlier.has(article.id)) {
      after.push(article)
      continue
    }
    try {
      const translation = await translateArticle(article, translator, now, earlier)
      earlier.set(article.id, translation.id)
      translations.push(translation)
      after.push(article)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const failed = { rule: 'translation-failed', reason: `Not translated: ${error.message}`, span: null }
      after.push({ ...article, notes: [...article.notes.filter(({ rule }) => rule !== failed.rule), failed] })
    }
  }
  return { articles: after, translations }
}
