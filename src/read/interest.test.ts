import { expect, test } from 'vitest'
import { loadTheatre } from '#theatre'
import { isAgainstInterest } from './interest.ts'

const theatre = loadTheatre('ukraine')

test.each([
  ['control.seized', 'asserts', 'ukraine', 'Russia', 'Soledar', true],
  ['control.seized', 'asserts', 'russia', 'Russia', 'Soledar', false],
  ['control.seized', 'denies', 'ukraine', 'Russia', 'Soledar', false],
  ['control.left', 'asserts', 'russia', 'Russia', 'Kherson', true],
  ['control.left', 'asserts', 'ukraine', 'Russia', 'Kherson', false],
  ['harm.losses', 'asserts', 'russia', null, 'Russia', true],
  ['harm.losses', 'asserts', 'ukraine', 'Ukraine', 'Russia', false],
  ['combat.mishap', 'asserts', 'russia', 'Russia', 'helicopter', true],
  ['control.advanced', 'asserts', 'ukraine-ally', 'Russia', 'Bakhmut', true],
  ['control.advanced', 'asserts', 'third-party', 'Russia', 'Bakhmut', false],
  ['harm.losses', 'asserts', 'unknown', null, 'Russia', false],
] as const)(
  '%s %s by %s, agent %s, target %s: against interest is %s',
  (type, stance, camp, agent, target, expected) => {
    expect(isAgainstInterest({ type, stance, camp, agent, target }, theatre)).toBe(expected)
  },
)
