import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { convert } from 'html-to-text'
import { parseHTML } from 'linkedom'
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
  /** The same for `@mozilla/readability` alone, and for the libraries Fogline builds on without its own work. */
  readonly readabilityF1: number
  readonly librariesF1: number
  readonly title: number | null
  readonly author: number | null
  readonly date: number | null
  /** True where the truth gives no date and a page date was read all the same. */
  readonly inventedDate: boolean
}

/** How many of the words wanted were found and of those found were wanted, each as often as it stands. */
function scoreText(wantedText: string, foundText: string): Pick<PageScore, 'precision' | 'recall' | 'f1'> {
  const wanted = wordsOf(wantedText)
  const found = wordsOf(foundText)
  const both = shared(wanted, found)
  const precision = found.length > 0 ? both / found.length : 0
  const recall = wanted.length > 0 ? both / wanted.length : 0
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** What the libraries Fogline builds on give by themselves: Readability's own text, and its HTML laid out by html-to-text. */
function byLibraries(html: string): { readability: string; laidOut: string } {
  try {
    const found = new Readability(parseHTML(html).document as never).parse()
    const laidOut = convert(found?.content ?? '', {
      wordwrap: false,
      selectors: [
        { selector: 'img', format: 'skip' },
        { selector: 'a', options: { ignoreHref: true } },
      ],
    })
    return { readability: found?.textContent ?? '', laidOut }
  } catch (error) {
    // It gives up on some pages: then it found nothing.
    if (error instanceof Error) return { readability: '', laidOut: '' }
    throw error
  }
}

function scorePage(id: string, html: string, truth: Truth): PageScore {
  const page = extractPage(html, truth.url)
  const { title, author, publish_date: date, main_content: wanted } = truth.ground_truth
  const { readability, laidOut } = byLibraries(html)
  return {
    id,
    ...scoreText(wanted, page.text),
    readabilityF1: scoreText(wanted, readability).f1,
    librariesF1: scoreText(wanted, laidOut).f1,
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
 * `readability.f1` is `@mozilla/readability` alone on the same pages, `libraries.f1` linkedom, Readability and html-to-text.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const scores = scorePages(dataPath)
  const share = (pick: (score: PageScore) => number | null): number =>
    mean(scores.map(pick).filter(value => value !== null))
  return {
    pages: scores.length,
    f1: mean(scores.map(score => score.f1)),
    'readability.f1': mean(scores.map(score => score.readabilityF1)),
    'libraries.f1': mean(scores.map(score => score.librariesF1)),
    precision: mean(scores.map(score => score.precision)),
    recall: mean(scores.map(score => score.recall)),
    title: share(score => score.title),
    author: share(score => score.author),
    date: share(score => score.date),
    inventedDates: scores.filter(score => score.inventedDate).length,
  }
}
