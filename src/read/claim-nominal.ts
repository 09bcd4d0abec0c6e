import type { ClaimType } from '#domain'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Frame } from './frame.ts'
import {
  CARRYING,
  ENDING,
  EXPECTING,
  FARING,
  HAPPENING,
  HINDERING,
  PLANNING,
  typeOfEvent,
} from './lexicon/event-nouns.ts'
import { headPart } from './view-phrases.ts'

/** An act told by a noun, with the place of the noun. */
interface NamedAct {
  readonly type: ClaimType
  readonly at: number
}

const SIDES = ['@party', '@forces', '@actor', '@state', '@person', '@named', '@country', '@place', '@military']

/**
 * The frame of an act that a noun names and a verb of little meaning carries ("stepped up its *bombardment*", "an
 * *assault* began", "*conscription* was extended"); null where no noun names one, or the clause names nobody and no place.
 */
export function nominalFrame(findings: Findings, view: ClauseView): Frame | null {
  const { verb } = view
  if (verb === null || !SIDES.some(tag => view.all.has(tag))) return null
  const first = verb.split(' ')[0] ?? verb
  const is = (list: ReadonlySet<string>): boolean => list.has(verb) || (verb.includes(' ') && list.has(first))
  const object = actIn(findings, view.passive ? view.subjectTokens : view.objectTokens)
  if (object) {
    const found = carried(object.type, is)
    if (found) return frameOf(found, 0.64)
  }
  if (view.passive) return null
  const subject = actIn(findings, view.subjectTokens)
  if (!subject) return null
  const happened = happening(subject.type, is, view)
  return happened && frameOf(happened, 0.62)
}

const frameOf = (type: ClaimType, strength: number): Frame => ({ type, verb: '*', strength })

const isOfTheField = (type: ClaimType): boolean => /^(?:combat|control)\./.test(type)
const isTold = (type: ClaimType): boolean => !type.startsWith('assessment.') && type !== 'politics.position'

/** What a verb makes of the act its object names. */
function carried(type: ClaimType, is: (list: ReadonlySet<string>) => boolean): ClaimType | null {
  const field = isOfTheField(type)
  if (is(PLANNING)) return field ? 'assessment.intent' : isTold(type) && !type.startsWith('harm.') ? type : null
  if (is(EXPECTING)) return isTold(type) ? 'assessment.forecast' : null
  if (is(HINDERING))
    return field || type === 'assessment.momentum' || type === 'assessment.intent' ? 'assessment.momentum' : null
  if (is(ENDING)) return field ? 'assessment.momentum' : isTold(type) ? type : null
  return is(CARRYING) ? type : null
}

/** What a verb makes of the act its subject names. */
function happening(type: ClaimType, is: (list: ReadonlySet<string>) => boolean, view: ClauseView): ClaimType | null {
  if (type === 'assessment.intent' || type === 'politics.position') return null
  const plain = is(HAPPENING) && !(is(BEING) && tellsHow(view))
  if (plain) return type
  if (!isOfTheField(type) && type !== 'assessment.momentum') return null
  return is(HAPPENING) || is(FARING) ? 'assessment.momentum' : null
}
const BEING: ReadonlySet<string> = new Set(['be', 'remain'])

/** "the assault was *slow*" tells how it goes; "the assault is *under way*" that it is. */
const tellsHow = ({ after }: ClauseView): boolean =>
  !['under way', 'underway', 'ongoing', 'in progress', 'on', 'there'].some(word => after.has(word))

/** The act that the head of a noun phrase names, or null. */
function actIn({ document: { tokens } }: Findings, phrase: readonly number[]): NamedAct | null {
  const part = headPart(tokens, phrase)
  const of = part.findIndex((at, order) => order > 0 && tokens[at]?.lower === 'of')
  const before = of < 0 ? part : part.slice(0, of)
  const head = before.findLast(at => tokens[at]?.tag === 'noun')
  if (head === undefined) return null
  const beside = before.filter(at => at < head).map(at => tokens[at]?.lemma ?? '')
  const type = typeOfEvent(tokens[head]?.lemma ?? '', beside)
  return type && { type, at: head }
}
