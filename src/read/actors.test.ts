import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findActors } from './actors.ts'
import { documentOf, MADE_UP_INDEX } from './made-up-theatre.ts'

const actorsOf = (text: string, day?: string) => {
  const document = documentOf(text, day)
  return findActors(document, MADE_UP_INDEX).map(actor => ({ ...actor, words: text.slice(...actor.span) }))
}
/** "words → name (kind)" of every mention. */
const said = (text: string, day?: string) =>
  actorsOf(text, day).map(({ kind, name, words }) => `${words} → ${name} (${kind})`)

describe('actors', () => {
  it('reads a people and the noun of those who fight as the party', () => {
    const [troops] = actorsOf('Veskian airborne troops left the port.')
    expect(troops).toMatchObject({
      words: 'Veskian airborne troops',
      name: 'Veskia',
      party: 'veskia',
      forces: true,
      modifier: false,
    })
  })

  it('keeps an adjective before another noun as a modifier', () => {
    expect(actorsOf('Veskian shelling went on.')).toMatchObject([{ words: 'Veskian', modifier: true, forces: false }])
  })

  it('joins title and name, and takes the holder in office on the day of the report', () => {
    expect(said('Norlandian President Petra Hald spoke.', '2023-03-24')).toEqual([
      'Norlandian President Petra Hald → Petra Hald (holder)',
    ])
    expect(said('The Norlandian president spoke.', '2023-03-24')).toEqual([
      'Norlandian president → Petra Hald (holder)',
    ])
    expect(said('The Norlandian president spoke.', '2024-03-24')).toEqual(['Norlandian president → Jon Verek (holder)'])
  })

  it('reads an unlisted person by title, by apposition, and then by surname alone', () => {
    expect(said('Arvenian Foreign Minister Lea Maro arrived. Maro said little.')).toEqual([
      'Arvenian Foreign Minister Lea Maro → Lea Maro (person)',
      'Maro → Lea Maro (person)',
    ])
    expect(said('Tomas Brandt, a local police chief, reported a fire.')).toEqual([
      'Tomas Brandt → Tomas Brandt (person)',
    ])
    expect(actorsOf('Arvenian Foreign Minister Lea Maro arrived.')).toMatchObject([{ camp: 'norland-ally' }])
  })

  it('lets a capital that acts stand for its government, and not one that is only ground', () => {
    expect(said('Halden says the town holds.')).toEqual(['Halden → Norland (party)'])
    expect(said("Grom's proposal failed.")).toEqual(['Grom → Veskia (party)'])
    expect(said('Rain fell in Halden and on the Halden region.')).toEqual([])
    expect(said('Halden’s troops left.')).toEqual(['Halden’s troops → Norland (party)'])
  })

  it('lets a state be an actor as a subject and ground behind "in"', () => {
    expect(said('Norland has launched missiles.')).toEqual(['Norland → Norland (party)'])
    expect(said('Rain fell in eastern Norland.')).toEqual([])
  })

  it('resolves he, it and their troops to whoever fits', () => {
    expect(said('Petra Hald met the Pact in Halden. She praised it.')).toEqual([
      'Petra Hald → Petra Hald (holder)',
      'the Pact → Northern Pact (actor)',
      'She → Petra Hald (pronoun)',
      'it → Northern Pact (pronoun)',
    ])
    expect(actorsOf('Veskia said its troops had left.')).toMatchObject([
      { name: 'Veskia' },
      { words: 'its troops', party: 'veskia', forces: true },
    ])
  })

  it('prefers the subject of the sentence before to a name behind a preposition', () => {
    expect(said('Petra Hald visited Marvik. At a meeting with Jon Verek, she asked for aid.').at(-1)).toBe(
      'she → Petra Hald (pronoun)',
    )
  })

  it('leaves the enemy and we to whoever knows the speaker', () => {
    expect(actorsOf('“The enemy attacked our positions,” the General Staff said.')).toMatchObject([
      { name: 'enemy', kind: 'pronoun' },
      { name: 'we', kind: 'pronoun', modifier: true },
      { id: 'general-staff' },
    ])
  })

  it('takes an office without a name for the one who bore it before', () => {
    expect(said('Spokesperson Ana Toll spoke to reporters. The spokesperson denied it.').slice(0, 2)).toEqual([
      'Spokesperson Ana Toll → Ana Toll (holder)',
      'The spokesperson → Ana Toll (office)',
    ])
  })

  it('finds a body whose name is written in small letters too', () => {
    expect(said('The Veskian defence ministry said so.')).toEqual([
      'Veskian defence ministry → Veskian Defence Ministry (holder)',
    ])
  })

  it.each([
    ['In Grom the defence ministry said so.', 'Veskian Defence Ministry (office)'],
    ['Shells fell on Halden. The defence ministry said so.', 'Norlandian Defence Ministry (office)'],
    ['Veskia kept silent. Its defence ministry said so.', 'Veskian Defence Ministry (office)'],
    ['Ostrian Chancellor Lena Moor arrived. The chancellor spoke.', 'Lena Moor (office)'],
    ['Arvenia agreed. The chancellor spoke.', 'Rolf Amsel (office)'],
    ['Veskian troops left Marvik. The head of the port spoke.', 'head (office)'],
  ])('an office is its country’s, or whoever bore it before: %s', (text, bearer) =>
    expect(said(text).at(-1)?.split(' → ')[1]).toBe(bearer),
  )

  it('names nobody for an office that several countries have when no country is near', () => {
    expect(said('The defence ministry said so.')).toEqual([])
  })

  it('reads a name and its short form in brackets as one', () => {
    expect(said('The Allied Valleys (AV) ministers met.')).toEqual(['Allied Valleys (AV) → Arvenia (actor)'])
  })

  it('does not read a capital at the head of an outlet’s name as a government', () => {
    expect(said('The Grom Daily Times said nothing.')).not.toContain('Grom → Veskia (party)')
  })

  it('needs the capitals of a name: "av" is no Arvenia', () => {
    expect(said('The av unit and AV said so.')).toEqual(['AV → Arvenia (actor)'])
  })

  it('does not let "its troops" reach into a title that begins with the same word', () => {
    const [, its, person] = actorsOf('Veskian its troops spokesperson Ana Toll')
    expect(its && person && its.span[1] <= person.span[0]).toBe(true)
  })

  it('never gives two mentions of one word, in order, with exact slices', () => {
    const words =
      'Veskian troops Petra Hald she the enemy Halden says its forces , . Norlandian President Marvik the spokesperson Grom ’s they " our'.split(
        ' ',
      )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), parts => {
        const actors = actorsOf(parts.join(' '))
        actors.forEach((actor, at) => expect(actor.span[0]).toBeGreaterThanOrEqual(actors[at - 1]?.span[1] ?? 0))
      }),
    )
  })
})
