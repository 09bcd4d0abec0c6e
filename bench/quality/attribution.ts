import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Attribution, parseInstant, type Span } from '#domain'
import { readArticle } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre } from '#theatre'

interface Said {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

const REPORTING = new Set(
  'say said says saying tell told tells add added adds state stated states write wrote writes report reported reports announce announced argue argued argues claim claimed claims explain explained note noted notes insist insisted insists warn warned warns deny denied denies confirm confirmed confirms according'.split(
    ' ',
  ),
)

/** Attributions of a brat file (`E` lines over `T` lines); several annotators of one text are told apart by the file name's last part. */
function readGold(file: string): readonly Said[] {
  const spans = new Map<string, readonly Span[]>()
  const said: Said[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const mark = /^(T\d+)\t\w+ ([\d ;]+)\t/.exec(line)
    if (mark?.[1] && mark[2])
      spans.set(
        mark[1],
        mark[2].split(';').map(part => part.split(' ').map(Number) as [number, number]),
      )
    if (!line.startsWith('E')) continue
    const role = (name: string): readonly Span[] =>
      [...line.matchAll(new RegExp(`${name}\\d*:(T\\d+)`, 'g'))].flatMap(match => spans.get(match[1] ?? '') ?? [])
    said.push({ source: role('Source'), cue: role('Cue'), content: role('Content') })
  }
  return said.filter(({ cue, content }) => cue.length > 0 && content.length > 0)
}

/** Words of spans as `start` offsets, which is what token scores count. */
const wordsOf = (text: string, spans: readonly Span[]): ReadonlySet<number> =>
  new Set(
    spans.flatMap(([from, to]) =>
      [...text.slice(from, to).matchAll(/[\p{L}\p{N}]+/gu)].map(match => from + match.index),
    ),
  )

function tokenF1(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 && b.size === 0) return 1
  const both = [...a].filter(at => b.has(at)).length
  return (2 * both) / (a.size + b.size)
}

/** r50: the cues share a word, and source and content each have a token F1 of at least .5; one to one, best first. */
function matchAll(text: string, gold: readonly Said[], found: readonly Said[]): ReadonlyMap<number, number> {
  const words = (list: readonly Said[]) =>
    list.map(said => ({
      source: wordsOf(text, said.source),
      cue: wordsOf(text, said.cue),
      content: wordsOf(text, said.content),
    }))
  const [a, b] = [words(gold), words(found)]
  const pairs = a.flatMap((g, i) =>
    b.flatMap((f, j) => {
      const [source, content] = [tokenF1(g.source, f.source), tokenF1(g.content, f.content)]
      return tokenF1(g.cue, f.cue) > 0 && source >= 0.5 && content >= 0.5 ? [{ i, j, score: source + content }] : []
    }),
  )
  const taken = new Map<number, number>()
  const used = new Set<number>()
  for (const { i, j } of pairs.toSorted((x, y) => y.score - x.score)) {
    if (taken.has(i) || used.has(j)) continue
    taken.set(i, j)
    used.add(j)
  }
  return taken
}

const asSaid = ({ source, cue, content }: Attribution): Said => ({
  source: source ? [source] : [],
  cue: [cue],
  content,
})
const isReporting = (text: string, said: Said): boolean =>
  said.cue.some(span =>
    [
      ...text
        .slice(...span)
        .toLowerCase()
        .matchAll(/[a-z]+/g),
    ].some(match => REPORTING.has(match[0])),
  )

const rates = (name: string, right: number, gold: number, found: number): Record<string, number> => ({
  [`${name}Precision`]: found === 0 ? 0 : right / found,
  [`${name}Recall`]: gold === 0 ? 0 : right / gold,
  [name]: gold + found === 0 ? 0 : (2 * right) / (gold + found),
})

type Role = keyof Said
/** By role: words in both, in the gold, in what was found. */
type RoleCounts = Record<Role, [both: number, gold: number, found: number]>

/** Adds the words of each role of one text. */
function countWords(text: string, gold: readonly Said[], found: readonly Said[], roles: RoleCounts): void {
  for (const role of ['source', 'cue', 'content'] as const) {
    const wanted = wordsOf(
      text,
      gold.flatMap(said => said[role]),
    )
    const given = wordsOf(
      text,
      found.flatMap(said => said[role]),
    )
    roles[role][0] += [...wanted].filter(at => given.has(at)).length
    roles[role][1] += wanted.size
    roles[role][2] += given.size
  }
}

/** F1 over words of one role. */
const wordF1 = ([both, gold, found]: RoleCounts[Role]): number => (2 * both) / (gold + found)

/** Every text of the folder with its gold. */
function* annotatedTexts(dataPath: string): Generator<{ text: string; gold: readonly Said[] }> {
  const files = readdirSync(join(dataPath, 'attributions')).toSorted()
  const texts = readdirSync(join(dataPath, 'text')).filter(name => name.endsWith('.txt'))
  for (const file of texts.toSorted()) {
    const name = basename(file, '.txt')
    const annotated = files.find(candidate => candidate.startsWith(`${name}_`) || candidate === `${name}.ann`)
    if (!annotated) continue
    yield {
      text: readFileSync(join(dataPath, 'text', file), 'utf8'),
      gold: readGold(join(dataPath, 'attributions', annotated)),
    }
  }
}

/** Measures attribution on PolNeAR: a folder with `text/*.txt` and `attributions/NAME_annotator.ann`, first annotator of each text. */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const theatre = loadTheatre('ukraine')
  const publishedAt = parseInstant('2016-06-01')
  if (publishedAt === null) throw new Error('no date')
  const count = { right: 0, gold: 0, found: 0, reportingRight: 0, reportingGold: 0, reportingFound: 0 }
  const roles: RoleCounts = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0] }
  for (const { text, gold } of annotatedTexts(dataPath)) {
    const reading = readArticle(
      { title: null, outlet: null, publishedAt, url: null, language: 'en', text },
      { theatre, gazetteer: null, grammar: openGrammar() },
    )
    const found = reading.attributions.map(asSaid)
    const matched = matchAll(text, gold, found)
    count.right += matched.size
    count.gold += gold.length
    count.found += found.length
    count.reportingGold += gold.filter(said => isReporting(text, said)).length
    count.reportingFound += found.filter(said => isReporting(text, said)).length
    count.reportingRight += [...matched.keys()].filter(i => isReporting(text, gold[i] as Said)).length
    countWords(text, gold, found, roles)
  }
  return {
    ...rates('r50', count.right, count.gold, count.found),
    ...rates('reportingR50', count.reportingRight, count.reportingGold, count.reportingFound),
    sourceTokenF1: wordF1(roles.source),
    cueTokenF1: wordF1(roles.cue),
    contentTokenF1: wordF1(roles.content),
    attributions: count.gold,
  }
}
