import type { Article, ArticleId, Instant } from '#domain'
import { isUnread, type Translator, translateArticles } from '#gather'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import type { Parcel } from './parcel.ts'
import { recordParcels, type Walk } from './record-parcels.ts'

/** Sends reports in other languages to be translated, and knows the translations there are already. */
export class FreshTranslator {
  readonly #translator: Translator
  readonly #ledger: Ledger
  #known: Map<ArticleId, ArticleId> | null = null

  constructor(translator: Translator, ledger: Ledger) {
    this.#translator = translator
    this.#ledger = ledger
  }

  /** Fresh reports with the translations of those in other languages after them. */
  async withTranslations(fresh: readonly Article[], now: Instant): Promise<readonly Article[]> {
    if (!fresh.some(isUnread)) return fresh
    this.#known ??= await translationsIn(this.#ledger)
    const { articles, translations } = await translateArticles(fresh, this.#translator, now, this.#known)
    for (const { id, translationOf } of translations) if (translationOf) this.#known.set(translationOf, id)
    return [...articles, ...translations]
  }
}

/** The translation the ledger holds of each article that has one. */
async function translationsIn(ledger: Ledger): Promise<Map<ArticleId, ArticleId>> {
  const articles = await allRows(page => ledger.articles(page))
  return new Map(articles.flatMap(({ id, translationOf }) => (translationOf ? [[translationOf, id] as const] : [])))
}

/** What a translation of the reports in the ledger did: how many were not read, how many now are, and why others are not. */
export interface TranslatedLedger {
  readonly unread: number
  readonly translated: number
  readonly claims: number
  readonly failures: readonly string[]
}

/** Translates and reads every report in the ledger that is in another language and has no translation yet. */
export async function translateUnread(translator: Translator, walk: Walk): Promise<TranslatedLedger> {
  const unread = await unreadArticles(walk.ledger)
  const known = await translationsIn(walk.ledger)
  const { articles, translations } = await translateArticles(unread, translator, walk.now(), known)
  const done = new Set(translations.map(({ translationOf }) => translationOf))
  const left = articles.filter(({ id }) => !done.has(id))
  const reasons = left.flatMap(({ notes }) => notes.filter(({ rule }) => rule === 'translation-failed'))
  const failures = [...new Set(reasons.map(({ reason }) => reason))]
  const parcel: Parcel = { learned: walk.now(), articles: translations, sources: [], captures: [], judgements: [] }
  const { claims } = await recordParcels(translations.length === 0 ? [] : [parcel], walk)
  return { unread: unread.length, translated: translations.length, claims, failures }
}

/** The reports in the ledger that are in another language and have no translation, oldest first. */
export async function unreadArticles(ledger: Ledger, asOf: Instant | null = null): Promise<Article[]> {
  const articles = await allRows(page => ledger.articles({ asOf, ...page }))
  const translated = new Set(articles.flatMap(({ translationOf }) => translationOf ?? []))
  return articles
    .filter(article => isUnread(article) && !translated.has(article.id))
    .sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0))
}
