import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gazetteer, GazetteerEntry } from '#domain'
import { findActors } from './actors.ts'
import { documentOf, MADE_UP_INDEX } from './made-up-theatre.ts'
import { isOneEdit } from './one-edit.ts'
import { findPlaces } from './places.ts'

const entry = (
  id: string,
  name: string,
  country: string,
  admin: string | null,
  population: number,
  kind: GazetteerEntry['kind'] = 'settlement',
) => ({ id, name, lat: 1, lon: 2, admin, country, population, kind })
const WORLD: readonly GazetteerEntry[] = [
  entry('gn:1', 'Springton', 'US', 'Ohio', 50_000),
  entry('gn:2', 'Springton', 'GB', 'Kent', 90_000),
  entry('adm:1', 'Ohio', 'US', 'Ohio', 9_000_000, 'region'),
  entry('gn:3', 'Marvik', 'SE', 'Skane', 200_000),
  entry('gn:4', 'Verek', 'CZ', null, 3_000),
  entry('iso:PT', 'Portugal', 'PT', null, 9_000_000, 'country'),
]
const gazetteer: Gazetteer = { find: name => WORLD.filter(place => place.name === name) }

const placesOf = (text: string, world: Gazetteer | null = gazetteer) => {
  const document = documentOf(text)
  const actors = findActors(document, MADE_UP_INDEX)
  return findPlaces(document, MADE_UP_INDEX, world, actors).map(place => ({
    ...place,
    words: text.slice(...place.span),
  }))
}
const ids = (text: string) => placesOf(text).map(({ id, words }) => `${words} → ${id}`)

describe('places', () => {
  it.each([
    ['Shells fell on the Torsk and Halden regions.', ['torsk-oblast', 'halden']],
    ['Shells hit the Lindavka Art Museum.', ['lindavka']],
    ['Lindavka TV reported it.', []],
    ['They fought near Marvik-Sela.', [null]],
    ['A drone fell in Springton, Torsk Oblast.', [null, 'torsk-oblast']],
    ['A drone fell in Lindavka, Torsk Oblast.', ['lindavka', 'torsk-oblast']],
    ['They reached the Lindavka reservoir. The city was quiet.', ['lindavka']],
    ['They fought near Ozerna on Monday.', [null]],
  ])('%s', (text, ids) => expect(placesOf(text).map(place => place.id)).toEqual(ids))

  it('finds a town by any spelling and by one letter off', () => {
    expect(ids('Shells fell on Marwik and near Lindafka.')).toEqual(['Marwik → marvik', 'Lindafka → lindavka'])
  })

  it.each([
    ['Fighting went on in eastern Marvik.', 'east'],
    ['Troops took the eastern part of Marvik.', 'east'],
    ['Troops took the centre of Marvik.', 'centre'],
    ['Fires burn on the outskirts of Marvik.', 'outskirts'],
    ['They crossed to the west bank of the Ister River.', 'west bank'],
    ['Troops are west of Marvik.', null],
    ['Marvik burns.', null],
  ])('%s', (text, part) => expect(placesOf(text)[0]?.part).toBe(part))

  it('marks a capital that speaks as a government and the town as ground', () => {
    expect(placesOf('Grom says it will go on.')).toMatchObject([{ id: 'grom', government: true }])
    expect(placesOf('A train left for the city of Grom.')).toMatchObject([{ id: 'grom', government: false }])
  })

  it('takes the region for a city’s name where the words say so', () => {
    expect(ids('Towns in Torsk burn.')).toEqual(['Torsk → torsk-oblast'])
    expect(ids('The Torsk city of Marvik burns.')).toEqual(['Torsk → torsk-oblast', 'Marvik → marvik'])
    expect(ids('The Torsk region burns.')).toEqual(['Torsk region → torsk-oblast'])
    expect(ids('The city of Torsk burns.')).toEqual(['Torsk → torsk'])
  })

  it('resolves "the town" to the one the report dwells on and "the capital" to the party’s', () => {
    expect(placesOf('Marvik is a hub. Troops left Marvik for Lindavka. The town burns.').at(-1)).toMatchObject({
      words: 'The town',
      id: 'marvik',
      anaphor: true,
    })
    expect(placesOf('Norlandian guns fired. Alarms sounded in the capital.')).toMatchObject([
      { words: 'the capital', id: 'halden', anaphor: true },
    ])
  })

  it('takes "the Ister" for the river and "the river" for the one named before', () => {
    expect(placesOf('Troops crossed the Ister. The river is wide.').map(({ id, words }) => [words, id])).toEqual([
      ['Ister', 'ister'],
      ['The river', 'ister'],
    ])
  })

  it('finds no earlier town and keeps silent', () => expect(placesOf('The town burns.')).toEqual([]))

  it('settles a name by the region beside it, else by population', () => {
    expect(ids('A storm hit Springton, Ohio.')).toEqual(['Springton → gn:1', 'Ohio → adm:1'])
    expect(ids('A storm raged in Springton.')).toEqual(['Springton → gn:2'])
  })

  it('keeps a town of the theatre in a report of its war, whatever city elsewhere bears the name', () => {
    expect(ids('Veskian troops left Lindavka for Marvik.')).toEqual(['Lindavka → lindavka', 'Marvik → marvik'])
  })

  it('keeps an unknown name where only a place can stand, with no id, and never a person', () => {
    expect(placesOf('Two died in Oskarov.')).toMatchObject([{ words: 'Oskarov', id: null, lat: null }])
    expect(placesOf('Jon Verek spoke to Verek.')).toEqual([])
    expect(placesOf('Two died in Oskarov.', null)).toMatchObject([{ words: 'Oskarov', id: null }])
  })

  it('reads a country behind "in" and none in a day or month', () => {
    expect(ids('In March it rained in Portugal on Monday.')).toEqual(['Portugal → iso:PT'])
  })

  it('calls two words one edit apart when one change makes them equal, and never a word and itself', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.constantFrom('a', 'b', 'z'),
        (word, at, letter) => {
          const place = at % word.length
          const changed = word.slice(0, place) + letter + word.slice(place + 1)
          expect(isOneEdit(word, changed)).toBe(word !== changed)
          expect(isOneEdit(word, word.slice(0, place) + letter + word.slice(place))).toBe(true)
          expect(isOneEdit(word, word)).toBe(false)
        },
      ),
    )
  })
})

const at = (id: string, admin: string, lat: number, lon: number, population: number) => ({
  ...entry(id, 'Dunmore', 'US', admin, population),
  lat,
  lon,
})
const TWO_OF_A_NAME: readonly GazetteerEntry[] = [
  at('gn:11', 'Ohio', 40, -83, 90_000),
  at('gn:12', 'Iowa', 42, -93, 4_000),
  { ...entry('adm:US.IA.001', 'Harrow County', 'US', 'Iowa', 20_000, 'district'), lat: 42.1, lon: -93.1 },
  { ...entry('adm:US.OH.001', 'Larch County', 'US', 'Ohio', 20_000, 'district'), lat: 40.1, lon: -83.1 },
  { ...entry('adm:US.IA', 'Iowa', 'US', 'Iowa', 3_000_000, 'region'), lat: 42, lon: -93.5 },
]
const dunmore = (text: string) =>
  placesOf(text, { find: name => TWO_OF_A_NAME.filter(place => place.name === name) }).flatMap(({ id, words }) =>
    words === 'Dunmore' ? [id] : [],
  )

describe('traps of places, each with its twin', () => {
  it.each([
    ['A storm raged in Dunmore and in Harrow County.', ['gn:12']],
    ['A storm raged in Dunmore and in Larch County.', ['gn:11']],
    ['A storm raged in Dunmore.', ['gn:11']],
    ['A storm raged in Dunmore, Iowa. Roads into Dunmore are shut.', ['gn:12', 'gn:12']],
  ])('two towns of one name: %s', (text, expected) => expect(dunmore(text)).toEqual(expected))

  it.each([
    ['Ships crossed the Red Sea.', 'land:red-sea', 'sea'],
    ['The war spread over North Africa.', 'land:north-africa', 'area'],
  ])('a land or water of no one state has a point: %s', (text, id, kind) =>
    expect(placesOf(text)).toMatchObject([{ id, kind, country: null }]),
  )

  it('keeps a capital that speaks apart from one that is hit, and "the city" two sentences later', () => {
    expect(placesOf('Grom said it would not talk.')[0]?.government).toBe(true)
    expect(placesOf('Missiles fell on central Grom.')[0]?.government).toBe(false)
    expect(placesOf('Shells fell on Lindavka. Nobody was hurt. The city is dark.').at(-1)).toMatchObject({
      words: 'The city',
      id: 'lindavka',
    })
  })
})
