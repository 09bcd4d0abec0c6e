import { type Article, addDays, dayOf, type Instant, startOfDay } from '#domain'
import { findNear, type Gathered, type LinkedEditions, linkEditions, markEdition } from '#gather'
import type { KeptWording, Ledger } from '#ledger'

/** Days before and after a report in which an original it repeats in other words is looked for. */
const EDITION_WINDOW_DAYS = 30

/**
 * The reports the ledger does not hold yet, oldest first, each with the edition it revises or the report it copies; and
 * those it holds that turn out to revise or copy one of them.
 */
export async function linkFresh(gathered: readonly Gathered[], ledger: Ledger): Promise<LinkedEditions> {
  const unseen = new Map<string, Article>()
  for (const { article } of gathered) {
    if (!unseen.has(article.id) && !(await ledger.article(article.id))) unseen.set(article.id, article)
  }
  const fresh = [...unseen.values()].sort((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0,
  )
  const [first, last] = [fresh[0], fresh.at(-1)]
  if (!first || !last) return { fresh: [], relinked: [] }
  const saidFrom = startOfDay(addDays(dayOf(first.publishedAt), -EDITION_WINDOW_DAYS))
  const saidTo = startOfDay(addDays(dayOf(last.publishedAt), EDITION_WINDOW_DAYS))
  const marks = fresh.map(markEdition)
  const kept = await keptMarks(ledger, saidFrom, saidTo)
  const addresses = marks.flatMap(({ address }) => address ?? [])
  // An edition or a reprint, word for word, is found however old the first is; an edited reprint only within the window.
  const alike = await ledger.wordings.alike(
    addresses,
    marks.map(({ digest }) => digest),
  )
  const near = await Promise.all([...new Set([...findNear(marks, kept), ...alike])].map(id => ledger.article(id)))
  return linkEditions(
    fresh,
    near.filter(article => article !== null),
  )
}

/** The index of wordings in a window, made whole first: it may lag behind the articles, and is not in a journal. */
async function keptMarks(ledger: Ledger, from: Instant, to: Instant): Promise<readonly KeptWording[]> {
  for (let missing = await ledger.wordings.missing(); missing.length > 0; missing = await ledger.wordings.missing())
    await ledger.wordings.keep(missing.map(markEdition))
  return ledger.wordings.between(from, to)
}
