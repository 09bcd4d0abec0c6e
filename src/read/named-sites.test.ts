import { expect, test } from 'vitest'
import type { Gazetteer, GazetteerEntry } from '#domain'
import { findActors } from './actors.ts'
import { documentOf, MADE_UP_INDEX } from './made-up-theatre.ts'
import { findPlaces } from './places.ts'

const entry = (
  id: string,
  name: string,
  country: string,
  [lat, lon]: readonly [number, number],
  population: number,
  kind: GazetteerEntry['kind'] = 'settlement',
) => ({ id, name, lat, lon, admin: null, country, population, kind })
const WORLD: readonly GazetteerEntry[] = [
  entry('gn:1', 'Springton', 'US', [40, -80], 900_000),
  entry('gn:2', 'Springton', 'GB', [52, 0], 20_000),
  entry('gn:3', 'Harwell', 'GB', [52.1, 0.1], 150_000),
  entry('gn:4', 'Oakmere', 'GB', [52, 0.2], 120_000),
  entry('gn:5', 'Ashby', 'US', [41, -90], 8_000),
]
const gazetteer: Gazetteer = { find: name => WORLD.filter(place => place.name === name) }
const places = (text: string) => {
  const document = documentOf(text)
  return findPlaces(document, MADE_UP_INDEX, gazetteer, findActors(document, MADE_UP_INDEX))
}

test.each([
  ['The Corwen County Board met.', ['Corwen County']],
  ['They live in Corwen Street.', ['Corwen Street']],
  ['Traffic on Highway 19 was stopped.', ['Highway 19']],
  ['Water rose in the Blue River Valley.', ['Blue River Valley']],
  ['The International Airport was closed.', []],
])('a name whose last word makes it a place: %s', (text, names) => {
  expect(places(text).map(({ span }) => text.slice(...span))).toEqual(names)
})

test('a body named for its town is that town, acting and no ground', () => {
  const [place] = places('The Ashby City Council voted for it.')
  expect(place).toMatchObject({ id: 'gn:5', government: true })
})

test('of two towns of one name the one near the others of its report is meant, alone the larger', () => {
  const idOf = (text: string) => places(text).find(({ name }) => name === 'Springton')?.id
  expect(idOf('Fires burned in Harwell and in Oakmere, and a bomb fell in Springton.')).toBe('gn:2')
  expect(idOf('A bomb fell in Springton.')).toBe('gn:1')
})
