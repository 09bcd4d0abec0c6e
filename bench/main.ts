import { existsSync, readFileSync } from 'node:fs'

/** What a benchmark gives: numbers by name. Shares are 0–1. */
export type Scores = Readonly<Record<string, number>>

interface Bench {
  readonly what: string
  readonly data: string
  readonly load: () => Promise<{ run: (data: string) => Promise<Scores> }>
}

const BENCHES: Readonly<Record<string, Bench>> = {
  claims: {
    what: 'claims read against hand-coded ones',
    data: 'folder of NAME.txt, NAME.meta.json, NAME.gold.json',
    load: () => import('./quality/claims.ts'),
  },
  attribution: {
    what: 'who said what, against PolNeAR',
    data: 'folder of texts with .ann beside them',
    load: () => import('./quality/attribution.ts'),
  },
  hedges: {
    what: 'hedged sentences, against CoNLL-2010',
    data: 'the CSV file',
    load: () => import('./quality/hedges.ts'),
  },
  places: {
    what: 'place names in news, against LGL or GeoVirus',
    data: 'the XML file',
    load: () => import('./quality/places.ts'),
  },
  ukraine: {
    what: 'incidents in Ukraine placed by their descriptions, with the postal list imported',
    data: 'folder with ukraine-events-geocoded.csv and geonames_postal_UA.txt',
    load: () => import('./quality/ukraine.ts'),
  },
  times: {
    what: 'time expressions, against TimeBank and AQUAINT',
    data: 'folder of .tml files',
    load: () => import('./quality/times.ts'),
  },
  figures: {
    what: 'cumulative losses read from a news wire, against the published series',
    data: 'folder with wire*.jsonl and russia_losses_*.json',
    load: () => import('./quality/figures.ts'),
  },
  gva: {
    what: 'killed and wounded read from news of single incidents, against the Gun Violence Archive',
    data: 'folder with gva-docs-*.jsonl and gva-incidents-*.jsonl',
    load: () => import('./quality/gva.ts'),
  },
  muc4: {
    what: 'day, number of people hit and confidence in the doer, against the MUC-4 answer keys, each beside a baseline',
    data: 'folder with the MUC-3/4 texts and key-* files',
    load: () => import('./quality/muc4.ts'),
  },
  control: {
    what: 'who holds 25 towns day by day, against their changes of hands listed from public knowledge',
    data: 'folder of daily assessments, February to September 2022',
    load: () => import('./quality/control.ts'),
  },
  stories: {
    what: 'reports grouped into stories, against GVA or ECB+',
    data: 'the JSONL file',
    load: () => import('./quality/stories.ts'),
  },
  pages: {
    what: 'article text and dates from pages, against WCXB',
    data: 'folder of JSON beside HTML',
    load: () => import('./quality/pages.ts'),
  },
  pagesSpeed: {
    what: 'article pages extracted per second, beside jsdom with Readability in the same run',
    data: 'folder of HTML files, also .html.gz',
    load: () => import('./speed/pages.ts'),
  },
  feeds: {
    what: 'feeds parsed, against the feedparser tests',
    data: 'folder of feed files',
    load: () => import('./quality/feeds.ts'),
  },
  parser: {
    what: 'words, sentences and trees, against a Universal Dependencies treebank',
    data: 'the CoNLL-U file, or a folder of them',
    load: () => import('./quality/parser.ts'),
  },
  parsing: {
    what: 'tokens parsed per second, on one thread and two, beside wink-nlp in the same run',
    data: 'folder of texts',
    load: () => import('./speed/parse.ts'),
  },
  poll: {
    what: "many feeds polled in one run, with the pacing counted from the server's log",
    data: 'any path, such as .; the feeds are made up',
    load: () => import('./speed/poll.ts'),
  },
  copies: {
    what: 'copies found among 100,000 made-up articles, with memory and articles per second',
    data: 'any path, such as .; the articles are made up',
    load: () => import('./scale/copies.ts'),
  },
  reconcile: {
    what: 'reports reconciled per second as they come, 100,000 made-up ones with a million claims, with memory',
    data: 'any path, such as .; the reports are made up',
    load: () => import('./scale/reconcile.ts'),
  },
  warc: {
    what: 'peak memory of reading a capture of 1 GB against one of 100 MB',
    data: 'a folder in which the captures are made (2.5 GB)',
    load: () => import('./scale/warc.ts'),
  },
  ingestMemory: {
    what: 'peak memory of taking a capture into the ledger from end to end, a large one against a small one',
    data: 'a folder in which the captures are made',
    load: () => import('./scale/ingest-memory.ts'),
  },
  memory: {
    what: 'live memory while a million words are read',
    data: 'folder of texts, read over and over under other names',
    load: () => import('./scale/memory.ts'),
  },
  speed: {
    what: 'words read per second on one thread and two, beside wink-nlp and compromise in the same run',
    data: 'folder of texts',
    load: () => import('./speed/read.ts'),
  },
}

/** Lowest score allowed, by benchmark and name of the data set; raised when a method gets better, never lowered silently. */
const floorsOf = (name: string): Scores => {
  const all = JSON.parse(readFileSync(new URL('./quality/floors.json', import.meta.url), 'utf8')) as Record<
    string,
    Scores
  >
  return all[name] ?? {}
}

const usage = (): string =>
  [
    'usage: npm run bench -- NAME DATA',
    '',
    ...Object.entries(BENCHES).map(
      ([name, { what, data }]) => `  ${name.padEnd(12)} ${what}\n  ${''.padEnd(12)} DATA: ${data}`,
    ),
  ].join('\n')

async function main([name, data]: readonly string[]): Promise<0 | 1 | 2> {
  const bench = name === undefined ? undefined : BENCHES[name]
  if (!name || !bench || !data) {
    console.error(usage())
    return 2
  }
  if (!existsSync(data)) {
    console.error(
      `bench ${name}: skipped, no data at ${data} (expected: ${bench.data}; docs/benchmarks.md says where each set comes from)`,
    )
    return 1
  }
  const { run } = await bench.load()
  const scores = await run(data)
  const below = Object.entries(floorsOf(name)).filter(
    ([key, floor]) => scores[key] !== undefined && scores[key] < floor,
  )
  for (const [key, floor] of below) console.error(`bench ${name}: ${key} ${scores[key]} is below its floor ${floor}`)
  console.log(JSON.stringify({ bench: name, data, ...scores }))
  return below.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
