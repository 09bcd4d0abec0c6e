import { describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import { loadTheatre } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { findQuantities } from './quantities.ts'
import { readDocument } from './sentences.ts'
import { compileTheatre } from './theatre-index.ts'
import { countToll } from './toll.ts'

const index = compileTheatre(loadTheatre('ukraine'))
const tollOf = (text: string): string => {
  const report = {
    title: null,
    outlet: null,
    publishedAt: '2023-03-24T00:00:00.000Z' as Instant,
    url: null,
    language: 'en',
    text,
  }
  const document = readDocument(report, openGrammar())
  const { killed, wounded } = countToll(document, findQuantities(document, index))
  return `${killed} ${wounded}`
}

describe('how many were killed and wounded in the event a report tells of', () => {
  it.each([
    // By number.
    ['1 0', 'One person was killed in a market fire on Monday.'],
    [
      '3 5',
      'Blast at bus stop kills 3.\n\nThree people died and five were wounded when a bomb went off in the old town.',
    ],
    // Victim by victim.
    ['1 0', 'A baker was shot dead outside his shop on Sunday, police said.'],
    ['0 1', 'A baker was shot in the leg outside his shop on Sunday, police said.'],
    ['2 0', 'A farmer killed his brother and then himself, the sheriff said.'],
    ['3 0', 'The gunman killed a teacher, a driver and a nurse.'],
    // Those struck and not killed are wounded.
    ['1 3', 'Four people were shot at a wedding on Friday. One of them, a musician, died in hospital.'],
    ['0 4', 'Four people were shot at a wedding on Friday. All are in stable condition.'],
    // Ages, charges, tallies and attempts are no dead.
    ['1 0', 'A 17-year-old died on Monday after he was stabbed. It was the 31st of 40 homicides this year.'],
    ['0 1', 'A man was charged with the attempted murder of his neighbour, who was stabbed twice.'],
    ['0 2', 'Two men were wounded in a brawl, and the homicide squad is asking for witnesses.'],
    ['2 0', 'Police call the deaths of a couple a murder-suicide.'],
    ['0 0', 'The mayor opened a new library on Tuesday.'],
  ])('%s: %s', (toll, text) => expect(tollOf(text)).toBe(toll))
})
