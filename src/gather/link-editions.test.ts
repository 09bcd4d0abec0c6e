import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Article, type Instant, makeId } from '#domain'
import { findParagraphs } from './find-paragraphs.ts'
import { linkEditions } from './link-editions.ts'

function article(source: string, day: number, text: string, more: Partial<Article> = {}): Article {
  const publishedAt = `2024-11-${String(day).padStart(2, '0')}T08:00:00.000Z` as Instant
  return {
    id: makeId('article', { source, day, text, more }),
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

const wire =
  'Rescue workers pulled 7 people from the ruins of a school in the river town on Monday after a missile tore through its roof, the regional governor said.\n\n' +
  'Power was cut in 12 villages along the eastern bank while crews waited for the shelling to stop, and trains to the north were held at the junction for most of the morning.\n\n' +
  'The governor asked residents to stay away from the bridge, which engineers were still checking for cracks late in the evening.'
const [lead = '', middle = ''] = wire.split('\n\n')

const linked = (fresh: Article[], known: Article[] = []) =>
  new Map(linkEditions(fresh, known).fresh.map(one => [one.id, one]))

describe('a reprint', () => {
  const original = article('agency', 1, wire)

  it('under another headline points at the agency’s report', () => {
    const reprint = article('daily', 2, `School hit in river town\n\n${wire}`, { title: 'School hit in river town' })
    expect(linked([reprint], [original]).get(reprint.id)?.copyOf).toBe(original.id)
  })

  it('cut to its first paragraph is a reprint still', () => {
    const cut = article('daily', 2, lead)
    expect(linked([cut, original]).get(cut.id)?.copyOf).toBe(original.id)
  })

  it('lightly edited is a reprint still', () => {
    const edited = article(
      'daily',
      2,
      wire.replace('pulled', 'dug out').replace('late in the evening', 'on Monday night'),
    )
    expect(linked([edited, original]).get(edited.id)?.copyOf).toBe(original.id)
  })

  it('of a reprint points at the first report, never at another copy', () => {
    const second = article('daily', 2, wire)
    const third = article('evening', 3, wire)
    const links = linked([third, second], [original])
    expect(links.get(second.id)?.copyOf).toBe(original.id)
    expect(links.get(third.id)?.copyOf).toBe(original.id)
    const later = article('weekly', 4, wire)
    expect(linked([later], [original, { ...second, copyOf: original.id }]).get(later.id)?.copyOf).toBe(original.id)
  })

  it('is not what the same outlet repeats, nor the earlier of two', () => {
    const repeat = article('agency', 2, wire)
    const earlier = article('daily', 1, wire, { publishedAt: '2024-10-01T00:00:00.000Z' as Instant })
    expect(linked([repeat], [original]).get(repeat.id)?.copyOf).toBeNull()
    expect(linked([earlier], [original]).get(earlier.id)?.copyOf).toBeNull()
  })

  it('is not a report of its own that takes in some of the agency’s words', () => {
    const own = article(
      'daily',
      2,
      `${lead}\n\n${'Our reporter walked through the quarter and counted what was left of its shops and stalls. '.repeat(1)}${Array.from({ length: 120 }, (_, at) => `word${at}`).join(' ')}`,
    )
    expect(linked([own], [original]).get(own.id)?.copyOf).toBeNull()
  })

  it('is not a text of a few words', () => {
    const short = 'Air raid alert for the whole of the region, take cover now.'
    const later = article('daily', 2, short)
    expect(linked([later], [article('agency', 1, short)]).get(later.id)?.copyOf).toBeNull()
  })

  it('is not the next communiqué, which has the same words and other figures', () => {
    const next = article('daily', 2, wire.replace('7 people', '9 people').replace('12 villages', '4 villages'))
    expect(linked([next], [original]).get(next.id)?.copyOf).toBeNull()
    const words = article('daily', 2, wire.replace('7 people', 'nine people'))
    expect(linked([words], [original]).get(words.id)?.copyOf).toBeNull()
  })

  it('may write the same figure in words', () => {
    const words = article(
      'daily',
      2,
      wire.replace('7 people', 'seven people').replace('12 villages', 'twelve villages'),
    )
    expect(linked([words], [original]).get(words.id)?.copyOf).toBe(original.id)
  })
})

describe('a later edition', () => {
  const url = 'https://www.daily.example/news/school?utm_source=feed#top'
  const first = article('daily', 1, wire, { url })

  it('is the same address with other words', () => {
    const second = article('daily', 1, `${wire} Two of them died.`, {
      url: 'http://daily.example/news/school/',
      editedAt: '2024-11-01T10:00:00.000Z' as Instant,
    })
    const third = article('daily', 1, `${wire} Three of them died.`, {
      url,
      editedAt: '2024-11-01T12:00:00.000Z' as Instant,
    })
    const links = linked([third, second], [first])
    expect(links.get(second.id)?.revisionOf).toBe(first.id)
    expect(links.get(third.id)?.revisionOf).toBe(second.id)
  })

  it('is not the same words fetched again, nor another entry of a live page', () => {
    const again = article('daily', 2, wire, { url })
    expect(linked([again], [first]).get(again.id)?.revisionOf).toBeNull()
    const live = 'https://daily.example/live'
    const one = article('daily', 1, lead, { url: `${live}#entry-1` })
    const two = article('daily', 1, middle, { url: `${live}#entry-2` })
    expect(linked([two], [one]).get(two.id)?.revisionOf).toBeNull()
  })
})

describe('links between articles', () => {
  const pool = [
    wire,
    lead,
    `${lead}\n\n${middle}`,
    wire.replace('7', '8'),
    `${wire}\n\nReporting by our desk.`,
  ].flatMap((text, at) => [
    article('agency', at + 1, text, { url: `https://agency.example/${at % 2}/x` }),
    article('daily', 5 - at, text),
    article('evening', 3, text),
  ])

  it('do not depend on the order in which articles come, and never chain', () => {
    const all = linked(pool)
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), shuffled => {
        const links = linked(shuffled)
        return [...links].every(
          ([id, one]) => one.copyOf === all.get(id)?.copyOf && one.revisionOf === all.get(id)?.revisionOf,
        )
      }),
    )
    for (const one of all.values()) {
      expect(one.copyOf).not.toBe(one.id)
      if (one.copyOf !== null) expect(all.get(one.copyOf)?.copyOf).toBeNull()
    }
    expect([...all.values()].filter(one => one.copyOf !== null).length).toBeGreaterThan(3)
  })
})
