import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Article, Instant, Span } from '#domain'
import { InputError, makeId, parseInstant } from '#domain'
import { groupStories } from '#reconcile'

/** BCubed (Bagga and Baldwin 1998) and pairwise scores of a grouping against the truth, all 0–1. */
export interface ClusterScores {
  readonly documents: number
  readonly bcubed: { readonly precision: number; readonly recall: number; readonly f: number }
  readonly pairwise: { readonly precision: number; readonly recall: number; readonly f: number }
}

interface Labelled {
  readonly article: Article
  readonly truth: string
}

const NO_DATE = '2000-01-01T00:00:00.000Z' as Instant

function makeArticle(id: string, title: string | null, text: string, publishedAt: Instant): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(found => [found.index, found.index + found[0].length] as Span)
  return {
    id: makeId('article', { id }),
    rawItem: makeId('raw', { id }),
    source: 'corpus',
    outlet: null,
    url: null,
    title,
    byline: null,
    language: 'en',
    publishedAt,
    editedAt: null,
    text,
    paragraphs,
    revisionOf: null,
    copyOf: null,
    notes: [],
  }
}

function readRows(path: string): Record<string, string>[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Record<string, string>)
}

const readGva = (path: string): Labelled[] =>
  readRows(path).map(row => ({
    article: makeArticle(
      row['id'] ?? '',
      row['title'] ?? null,
      row['content'] ?? '',
      parseInstant(row['dct'] ?? '') ?? NO_DATE,
    ),
    truth: row['incident'] ?? '',
  }))

const readEcbPlus = (path: string): Labelled[] =>
  readRows(path)
    .filter(row => row['split'] === 'Dev')
    .map(row => ({
      article: makeArticle(row['id'] ?? '', null, row['text'] ?? '', NO_DATE),
      truth: row['subtopic'] ?? '',
    }))

const harmonic = (precision: number, recall: number) =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
const round = (value: number) => Math.round(value * 1000) / 1000
const scores = (precision: number, recall: number) => ({
  precision: round(precision),
  recall: round(recall),
  f: round(harmonic(precision, recall)),
})

/** Compares two labellings of the same items. */
export function scoreClusters(truth: readonly string[], found: readonly string[]): ClusterScores {
  const count = (labels: readonly string[]) => {
    const sizes = new Map<string, number>()
    for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
    return sizes
  }
  const joint = truth.map((label, index) => JSON.stringify([label, found[index]]))
  const [inTruth, inFound, inBoth] = [count(truth), count(found), count(joint)]
  let precision = 0
  let recall = 0
  truth.forEach((label, index) => {
    const shared = inBoth.get(joint[index] ?? '') ?? 0
    precision += shared / (inFound.get(found[index] ?? '') ?? 1)
    recall += shared / (inTruth.get(label) ?? 1)
  })
  const pairs = (sizes: ReadonlyMap<string, number>) =>
    [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  return {
    documents: truth.length,
    bcubed: scores(ratio(precision, truth.length), ratio(recall, truth.length)),
    pairwise: scores(ratio(pairs(inBoth), pairs(inFound)), ratio(pairs(inBoth), pairs(inTruth))),
  }
}

function scoreCorpus(corpus: readonly Labelled[]): ClusterScores {
  const stories = groupStories(
    corpus.map(({ article }) => article),
    [],
  )
  const storyOf = new Map(stories.flatMap(story => story.articles.map(id => [id, story.id] as const)))
  return scoreClusters(
    corpus.map(({ truth }) => truth),
    corpus.map(({ article }) => storyOf.get(article.id) ?? article.id),
  )
}

function flatten(corpus: string, scored: ClusterScores): Record<string, number> {
  const { documents, bcubed, pairwise } = scored
  return {
    [`${corpus}.documents`]: documents,
    [`${corpus}.bcubedPrecision`]: bcubed.precision,
    [`${corpus}.bcubedRecall`]: bcubed.recall,
    [`${corpus}.bcubedF`]: bcubed.f,
    [`${corpus}.pairwiseF`]: pairwise.f,
  }
}

/**
 * How well reports are grouped into stories, on two public corpora that a user gets for themselves:
 * the Gun Violence Database documents of SemEval-2018 Task 5 (`gva-docs*.jsonl.gz`: `incident, id, title, dct, content`),
 * put in date order as they would arrive, and ECB+ (`ecbplus*.jsonl.gz`: `id, subtopic, split, text`; the `Dev` split,
 * which has no dates). Only the text is used: there are no claims here. `dataPath` is one of these files, or a folder
 * that holds either or both. Throws InputError when it holds neither.
 */
export async function run(dataPath: string): Promise<Readonly<Record<string, number>>> {
  const files = statSync(dataPath).isDirectory() ? readdirSync(dataPath).map(name => join(dataPath, name)) : [dataPath]
  const gva = files.find(file => /^gva-docs.*\.jsonl(\.gz)?$/.test(basename(file)))
  const ecbPlus = files.find(file => /^ecbplus.*\.jsonl(\.gz)?$/.test(basename(file)))
  if (!gva && !ecbPlus) {
    const wanted = 'gva-docs*.jsonl.gz or ecbplus*.jsonl.gz'
    throw new InputError(`stories: expected ${wanted} in ${dataPath}, found neither; give their folder`)
  }
  return {
    ...(gva ? flatten('gva', scoreCorpus(readGva(gva))) : {}),
    ...(ecbPlus ? flatten('ecbPlus', scoreCorpus(readEcbPlus(ecbPlus))) : {}),
  }
}
