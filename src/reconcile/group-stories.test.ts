import { describe, expect, it } from 'vitest'
import type { Article } from '#domain'
import { articleOf, at, claim, reprint } from '../../test/laws/reconcile-fixtures.ts'
import { groupStories } from './group-stories.ts'

const report = (text: string, said: number, more: Partial<Article> = {}): Article => ({
  ...articleOf(claim('combat.strike', text, { said })),
  ...more,
})
const sizes = (articles: readonly Article[]) => groupStories(articles, []).map(story => story.articles.length)

describe('groupStories', () => {
  it('puts two tellings of one thing together and another thing apart', () => {
    const stories = groupStories(
      [
        report('Grain ship leaves the port of Belm with forty thousand tonnes of wheat', 10),
        report('First wheat ship sails: forty thousand tonnes of grain leave Belm port', 10),
        report('Parliament in Corrin votes down the pension bill after a night of debate', 10),
      ],
      [],
    )
    expect(stories.map(({ articles }) => articles.length)).toEqual([2, 1])
    expect(stories[0]?.headline).toMatch(/wheat/)
  })
  it('keeps a reprint with its original even under another title', () => {
    const original = claim('combat.strike', 'A depot burned at Arden', {})
    const copy = { ...articleOf(reprint(original, 'Evening Star')), title: 'Overnight news', text: 'Overnight news' }
    expect(sizes([articleOf(original), copy])).toEqual([2])
  })
  it('does not follow two reports that name each other as the original for ever', () => {
    const [a, b] = [report('A depot burned at Arden', 10), report('Depot burns in Arden town', 11)]
    const ring = [
      { ...a, copyOf: b.id },
      { ...b, copyOf: a.id },
    ]
    expect(groupStories(ring, []).flatMap(({ articles }) => articles)).toHaveLength(2)
  })
  it('is not misled by the furniture of a page', () => {
    const furniture = 'Sign up to the morning letter of the paper and never miss a story again, dear reader.'
    const far = [
      report(`Depot burned at Arden after shelling.\n${furniture}`, 10, { title: null }),
      report(`Choir wins a prize in Corrin.\n${furniture}`, 40, { title: null }),
      report(`Snow closes the pass at Belm.\n${furniture}`, 41, { title: null }),
    ]
    expect(sizes(far)).toEqual([1, 1, 1])
  })
  it('keeps look-alike attacks in two towns apart by what their claims say', () => {
    const words = 'A drone struck an apartment block in the night and the fire was put out by morning'
    const told = (town: string) => claim('combat.strike', words, { places: [at(town)] })
    const [arden, belm] = [told('arden'), told('belm')]
    const stories = groupStories([articleOf(arden), articleOf(belm)], [arden, belm])
    expect(stories.map(({ claims }) => claims).sort()).toEqual([[arden.id], [belm.id]].sort())
  })
  it('keeps two tellings of one attack in one town together', () => {
    const told = (words: string) => claim('combat.strike', words, { places: [at('arden')] })
    const [a, b] = [
      told('A drone struck an apartment block in Arden in the night'),
      told('Arden: night drone hits flats, apartment block burns'),
    ]
    expect(groupStories([articleOf(a), articleOf(b)], [a, b])).toHaveLength(1)
  })
  it('makes no story of a rare name alone', () => {
    const told = ['Vorontsevich opens a bakery school in Corrin', 'Vorontsevich, asked about grain, blames the weather']
    expect(sizes(told.map(text => report(text, 10)))).toEqual([1, 1])
  })
  it('joins short lines of one day that alike lines of three weeks later do not join', () => {
    const words = (town: string) => `Envoy meets farmers in ${town} over grain prices`
    expect(sizes([report(words('Arden'), 10), report(`${words('Arden')}, aide says`, 10)])).toEqual([2])
    expect(sizes([report(words('Arden'), 1), report(words('Belm'), 22)])).toEqual([1, 1])
  })
  it('tells two like arrests apart by the weekdays their reports name', () => {
    const [boats, crew] = ['Both boats were towed to port and searched', 'Nine of the crew await a judge, a clerk told']
    const told = (day: string, rest: string) => report(`Smuggler held off Belm on ${day}. ${rest}.`, 10)
    expect(sizes([told('Thursday', boats), told('Thursday', crew)])).toEqual([2])
    expect(sizes([told('Thursday', boats), told('Saturday', crew)])).toEqual([1, 1])
  })
  it('shows a story by its first sentence that is more than a greeting, and leads with the next', () => {
    const text = 'Good morning.\nKOPANKY.\nTwo bridges over the Lutra are closed. Buses run by Arden.'
    const ends = [...text.matchAll(/[^\n]+/g)].map(
      found => [found.index, found.index + found[0].length] as [number, number],
    )
    const [story] = groupStories([report(text, 10, { text, title: null, paragraphs: ends })], [])
    expect(story?.headline).toBe('Two bridges over the Lutra are closed.')
    expect(story?.lead?.text).toBe('Buses run by Arden.')
  })
  it('leaves the name of the site out of a headline', () => {
    const title = 'Two bridges over the Lutra are closed (05.03.30 10:11) « Roads | Example.NET'
    const [story] = groupStories([report('Two bridges are closed.', 10, { title })], [])
    expect(story?.headline).toBe('Two bridges over the Lutra are closed (05.03.30 10:11)')
  })
})
