import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Article, type Instant, makeId } from '#domain'
import { findParagraphs } from '../find-paragraphs.ts'
import { linkEditions } from '../link-editions.ts'
import { markEdition } from './mark-edition.ts'
import { NearFinder } from './near-finder.ts'

const VOCABULARY =
  'bridge river night mayor town shells crews power trains junction governor village school crossing depot column road harbour ferry mines winter supply front brigade'.split(
    ' ',
  )

function makeArticle(source: string, hour: number, text: string, more: Partial<Article> = {}): Article {
  const publishedAt = new Date(Date.UTC(2024, 10, 1, hour)).toISOString() as Instant
  return {
    id: makeId('article', { source, hour, text }),
    rawItem: 'r_1',
    source,
    outlet: source,
    url: null,
    title: null,
    byline: null,
    language: 'en',
    publishedAt,
    editedAt: null,
    text,
    paragraphs: findParagraphs(text),
    revisionOf: null,
    copyOf: null,
    notes: [],
    ...more,
  }
}

const words = fc.array(fc.constantFrom(...VOCABULARY), { minLength: 60, maxLength: 120 }).map(list => list.join(' '))
const edits = fc.record({
  cut: fc.constantFrom(1, 0.8, 0.6),
  swap: fc.nat(9),
  line: fc.constantFrom('', 'Reporting by our desk.'),
})
const edited = (text: string, { cut, swap, line }: { cut: number; swap: number; line: string }): string => {
  const list = text.split(' ')
  const kept = list
    .slice(0, Math.ceil(list.length * cut))
    .map((word, at) => (swap > 0 && at % 30 === swap * 3 ? 'elsewhere' : word))
  return `${kept.join(' ')} ${line}`.trim()
}

describe('laws of copies', () => {
  it('a copy never makes a new independent article, however it was edited and whoever came first to us', () => {
    fc.assert(
      fc.property(
        words,
        fc.array(edits, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 99 }),
        (text, list, seed) => {
          const pool = [
            makeArticle('agency', 0, text),
            ...list.map((edit, at) => makeArticle(`outlet${at}`, at + 1, edited(text, edit))),
          ]
          const shuffled = pool
            .map((article, at) => ({ article, key: (at * 7919 + seed * 104729) % 97 }))
            .sort((a, b) => a.key - b.key)
          const linked = linkEditions(
            shuffled.map(({ article }) => article),
            [],
          ).fresh
          const independent = linked.filter(({ copyOf }) => copyOf === null)
          expect(independent.map(({ source }) => source)).toEqual(['agency'])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('a copy is one whoever came in first: one report at a time, in any order, leaves one independent article', () => {
    fc.assert(
      fc.property(words, fc.array(edits, { minLength: 1, maxLength: 5 }), fc.nat(), (text, list, seed) => {
        const pool = [
          makeArticle('agency', 0, text),
          ...list.map((edit, at) => makeArticle(`outlet${at}`, at + 1, edited(text, edit))),
        ]
        const held = new Map<string, Article>()
        const order = pool.toSorted((a, b) => ((a.text.length * seed) % 97) - ((b.text.length * seed) % 97))
        for (const next of order) {
          const { fresh, relinked } = linkEditions([next], [...held.values()])
          for (const article of [...fresh, ...relinked]) held.set(article.id, article)
        }
        const rootOf = (article: Article): string => {
          const original = article.copyOf === null ? undefined : held.get(article.copyOf)
          return original ? rootOf(original) : article.source
        }
        expect(new Set([...held.values()].map(rootOf))).toEqual(new Set(['agency']))
      }),
      { numRuns: 60 },
    )
  })

  it('what the index of known articles finds is what looking at all of them finds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, edits), { minLength: 2, maxLength: 6 }), list => {
        const known = linkEditions(
          list.flatMap(([text, edit], at) => [
            makeArticle('agency', at, text),
            makeArticle('daily', at + 1, edited(text, edit)),
          ]),
          [],
        ).fresh
        const fresh = list.map(([text, edit], at) => makeArticle('evening', 40 + at, edited(text, edit)))
        const finder = new NearFinder()
        finder.add(known.map(markEdition))
        const near = finder.find(
          fresh.map(markEdition),
          '2000-01-01T00:00:00.000Z' as Instant,
          '2100-01-01T00:00:00.000Z' as Instant,
        )
        const some = known.filter(({ id }) => near.has(id))
        expect(linkEditions(fresh, some)).toEqual(linkEditions(fresh, known))
      }),
      { numRuns: 40 },
    )
  })

  it('of a wire with a thousand reprints every one is found, edited ones of edited ones too', () => {
    const text = Array.from({ length: 90 }, (_, at) => `${VOCABULARY[(at * 7) % VOCABULARY.length]}${at % 13}`).join(
      ' ',
    )
    const pool = Array.from({ length: 1_000 }, (_, at) =>
      makeArticle(`outlet${at}`, at, at % 3 === 0 ? text : `${text} reporting by desk number ${at}`),
    )
    const linked = linkEditions(pool.toReversed(), []).fresh
    expect(linked.filter(({ copyOf }) => copyOf !== pool[0]?.id).map(({ id }) => id)).toEqual([pool[0]?.id])
  })
})

describe('the evidence of a copy', () => {
  const text = Array.from({ length: 60 }, (_, at) => `${VOCABULARY[(at * 5) % VOCABULARY.length]}${at}`).join(' ')
  it('says how much of it stands where, which was first, and whether the original is named', () => {
    const original = makeArticle('River Agency', 0, text)
    const named = makeArticle('daily', 2, `(River Agency) - ${text}`)
    const silent = makeArticle('evening', 3, text)
    const [first, second] = linkEditions([named, silent], [original]).fresh
    expect(first?.notes).toEqual([
      {
        rule: 'copy',
        reason: `97 % of its wording stands in the report of River Agency of 2024-11-01 00:00 UTC (${original.id}), the earliest known; this one came at 2024-11-01 02:00; it names River Agency.`,
        span: null,
      },
    ])
    expect(second?.notes[0]?.reason).toMatch(/^100 % .* it does not name River Agency\.$/)
  })
  it('is not made of a machine’s translation', () => {
    const original = makeArticle('agency', 0, text)
    const translation = makeArticle('daily', 1, text, { translationOf: 'a_other' })
    expect(linkEditions([translation], [original]).fresh[0]?.copyOf).toBeNull()
  })
})
