import type { Article, Instant } from '#domain'
import { linkEditions } from '#gather'
import type { Scores } from '../main.ts'
import { Dice } from './dice.ts'

const ARTICLES = 100_000
const ORIGINALS = 600
const COPIES_EACH = 20
const DAYS = 30
const FIRST_DAY = Date.parse('2024-11-01T00:00:00Z')

const SYLLABLES = 'ka lo mir ta ven sho dra pel nu ri os tem gar vil ho sen bra kul'.split(' ')
const STOCK = [
  'the regional governor said on Monday',
  'according to the general staff of the armed forces',
  'the claim could not be independently verified',
  'killed and 12 others wounded in the attack',
  'air defence units shot down 16 drones overnight',
  'crews were working to restore power to the area',
]

/** Words as a language has them: few that come often, many that come seldom. */
function makeWriter(dice: Dice): (sentences: number) => string {
  const words = Array.from({ length: 8_000 }, () =>
    Array.from({ length: 1 + dice.next(3) }, () => SYLLABLES[dice.next(SYLLABLES.length)]).join(''),
  )
  const word = (): string => words[Math.floor(words.length * (dice.next(1e6) / 1e6) ** 3)] ?? 'the'
  const sentence = (): string => {
    if (dice.next(4) === 0) return STOCK[dice.next(STOCK.length)] ?? ''
    return Array.from({ length: 10 + dice.next(16) }, word).join(' ')
  }
  return count => Array.from({ length: count }, () => `${sentence()}.`).join(dice.next(2) === 0 ? '\n\n' : ' ')
}

/** What desks do to a wire: nothing, another headline, a word in twelve, the first half, a line of their own. */
const EDITS: readonly ((text: string, dice: Dice, write: (sentences: number) => string) => string)[] = [
  text => text,
  (text, dice) => `Another headline ${dice.next(1e6)}\n\n${text}`,
  (text, dice) =>
    text
      .split(' ')
      .map(word =>
        dice.next(12) === 0 && !/\d/.test(word) ? `x${dice.next(9999).toString(36).replace(/\d/g, 'q')}` : word,
      )
      .join(' '),
  text => text.slice(0, text.lastIndexOf(' ', Math.floor(text.length * 0.5))),
  (text, _, write) => `${text}\n\n${write(1)} Reporting by our desk.`,
]
/** What is like a copy and is none: the next day's communiqué with other figures, a report that quotes a third of another. */
const LIKES: readonly ((text: string, dice: Dice, write: (sentences: number) => string) => string)[] = [
  (text, dice) =>
    `In all 5 posts and 31 guns were hit near the crossing. ${text}`.replace(/\b\d+\b/g, () =>
      String(100 + dice.next(900)),
    ),
  (text, _, write) => `${text.slice(0, text.length / 3)}\n\n${write(16)}`,
]

interface Made {
  readonly articles: Article[]
  /** The original of each copy. */
  readonly truth: ReadonlyMap<string, string>
}

function makeArticle(number: number, source: string, minute: number, text: string): Article {
  return {
    id: `a_${String(number).padStart(8, '0')}`,
    rawItem: 'r_1',
    source,
    outlet: source,
    url: `https://${source}.example/news/${number}`,
    title: null,
    byline: null,
    language: 'en',
    publishedAt: new Date(FIRST_DAY + minute * 60_000).toISOString() as Instant,
    editedAt: null,
    text,
    paragraphs: [],
    revisionOf: null,
    copyOf: null,
    notes: [],
  }
}

function makeArticles(count: number): Made {
  const dice = new Dice(20241126)
  const write = makeWriter(dice)
  const articles: Article[] = []
  const truth = new Map<string, string>()
  const minutes = DAYS * 24 * 60
  const put = (source: string, minute: number, text: string): Article => {
    const article = makeArticle(articles.length, source, minute, text)
    articles.push(article)
    return article
  }
  for (let at = 0; at < ORIGINALS; at += 1) {
    const text = `In all ${2 + dice.next(90)} posts and ${2 + dice.next(90)} guns were hit near the crossing. ${write(8 + dice.next(18))}`
    const minute = dice.next(minutes - 3000)
    const original = put(`agency${dice.next(5)}`, minute, text)
    for (let copy = 0; copy < COPIES_EACH; copy += 1) {
      const made = EDITS[copy % EDITS.length]?.(text, dice, write) ?? text
      truth.set(put(`outlet${copy}`, minute + 1 + dice.next(2500), made).id, original.id)
    }
    for (const like of LIKES) put('another', minute + 2600, like(text, dice, write))
  }
  while (articles.length < count) put(`outlet${dice.next(400)}`, dice.next(minutes), write(8 + dice.next(18)))
  return { articles, truth }
}

const mb = (bytes: number): number => Math.round(bytes / 1_000_000)

/**
 * Copies found among made-up articles: 600 wires with twenty edited copies each and two look-alikes, among as many others
 * as make 100,000, which the project promises. Recall and precision are of pairs copy → original;
 * `articles/s` is the whole of linking, texts read included, by the processor's clock (all threads): other work on the
 * machine does not change it; `peakMB` is the process's, `addedMB` what linking added to
 * what held the articles.
 */
export async function run(): Promise<Scores> {
  const { articles, truth } = makeArticles(ARTICLES)
  const before = process.memoryUsage().rss
  const begun = process.cpuUsage()
  const { fresh: linked } = linkEditions(articles, [])
  const { user, system } = process.cpuUsage(begun)
  const seconds = (user + system) / 1e6
  const peak = process.resourceUsage().maxRSS * 1024
  const found = linked.filter(article => article.copyOf !== null)
  const right = found.filter(article => truth.get(article.id) === article.copyOf).length
  return {
    articles: articles.length,
    words: Math.round(articles.reduce((sum, { text }) => sum + text.length / 6, 0) / articles.length),
    copies: truth.size,
    recall: right / truth.size,
    precision: right / Math.max(1, found.length),
    'articles/s': Math.round(articles.length / seconds),
    peakMB: mb(peak),
    addedMB: mb(peak - before),
  }
}
