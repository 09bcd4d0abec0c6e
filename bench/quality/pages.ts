import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractPage, textOf } from '#gather'

/** The truth about one page, as the WCXB set (Web Content Extraction Benchmark, CC BY 4.0) writes it. */
interface Truth {
  readonly url: string
  readonly ground_truth: {
    readonly title: string | null
    readonly author: string | null
    readonly publish_date: string | null
    readonly main_content: string
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []

/** How many words two texts share, each as often as it stands in both. */
function shared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let count = 0
  for (const word of b) {
    const open = left.get(word) ?? 0
    if (open > 0) {
      left.set(word, open - 1)
      count += 1
    }
  }
  return count
}

const fold = (text: string | null): string => wordsOf(text ?? '').join(' ')
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** How one page was read against its truth; a share is null where the truth says nothing. */
export interface PageScore {
  readonly id: string
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly title: number | null
  readonly author: number | null
  readonly date: number | null
  /** True where the truth gives no date and a page date was read all the same. */
  readonly inventedDate: boolean
}

function scorePage(id: string, html: string, truth: Truth): PageScore {
  const page = extractPage(html, truth.url)
  const wanted = wordsOf(truth.ground_truth.main_content)
  const found = wordsOf(page.text)
  const both = shared(wanted, found)
  const precision = found.length > 0 ? both / found.length : 0
  const recall = wanted.length > 0 ? both / wanted.length : 0
  const { title, author, publish_date: date } = truth.ground_truth
  return {
    id,
    precision,
    recall,
    f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    title: title ? Number(fold(page.title) === fold(title)) : null,
    author: author ? Number(fold(page.byline) === fold(author)) : null,
    date: date ? Number(page.publishedAt?.slice(0, 10) === date.slice(0, 10)) : null,
    inventedDate: !date && page.publishedAt !== null,
  }
}

/** The scores page by page, for looking at the worst. */
export function scorePages(dataPath: string): PageScore[] {
  const names = readdirSync(join(dataPath, 'html'))
    .filter(name => /\.html(\.gz)?$/.test(name))
    .sort()
  return names.map(name => {
    const id = name.replace(/\.html(\.gz)?$/, '')
    const bytes = readFileSync(join(dataPath, 'html', name))
    const html = textOf(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, name)
    const truth = JSON.parse(readFileSync(join(dataPath, 'ground-truth', `${id}.json`), 'utf8')) as Truth
    return scorePage(id, html, truth)
  })
}

/**
 * Extraction of articles from pages, on the WCXB development set unpacked to `dataPath` (folders `html` and
 * `ground-truth`). `f1` is the mean over pages of the word-bag F1; `title`, `author` and `date` are shares equal to the
 * truth (title and author compared by their words); `inventedDates` counts pages where only Fogline sees a date.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const scores = scorePages(dataPath)
  const share = (pick: (score: PageScore) => number | null): number =>
    mean(scores.map(pick).filter(value => value !== null))
  return {
    pages: scores.length,
    f1: mean(scores.map(score => score.f1)),
    precision: mean(scores.map(score => score.precision)),
    recall: mean(scores.map(score => score.recall)),
    title: share(score => score.title),
    author: share(score => score.author),
    date: share(score => score.date),
    inventedDates: scores.filter(score => score.inventedDate).length,
  }
}
