import type { ClaimType, Figure, Measure, RecordedClaim } from '#domain'
import type { Evidence } from './evidence.ts'
import { mainPlace } from './places.ts'

/** What a question can be asked about, in the words of the claims' own fields; null where none of them gives one, or where it is no name that a question can be built on. */
export interface QuestionParts {
  readonly agent: string | null
  readonly target: string | null
  readonly place: string | null
  readonly part: string | null
}

type Template = (parts: QuestionParts) => string | null

const at = (place: string | null) => (place === null ? '' : ` at ${place}`)
/** Parts that read as English in "the … of Arden". */
const PARTS: ReadonlySet<string> = new Set(['north', 'south', 'east', 'west', 'centre', 'outskirts', 'suburbs'])
const whereabouts = ({ part, place }: QuestionParts) => (part === null ? place : `the ${part} of ${place}`)

/** One question a type; null where the fields it needs are missing. */
const TEMPLATES: Partial<Record<ClaimType, Template>> = {
  'control.seized': parts =>
    parts.place === null ? null : `Was ${whereabouts(parts)} taken${parts.agent === null ? '' : ` by ${parts.agent}`}?`,
  'control.held': parts =>
    parts.place === null || parts.agent === null ? null : `Does ${parts.agent} hold ${whereabouts(parts)}?`,
  'control.left': parts =>
    parts.place === null || parts.agent === null ? null : `Did ${parts.agent} leave ${whereabouts(parts)}?`,
  'control.advanced': ({ agent, place }) => (agent === null ? null : `Did ${agent} gain ground${at(place)}?`),
  'control.threatened': ({ place }) => (place === null ? null : `Is ${place} at risk of being taken or cut off?`),
  'combat.assault': ({ agent, place }) =>
    agent === null || place === null ? null : `Did ${agent} attack${at(place)}?`,
  'combat.strike': ({ agent, place }) =>
    place === null ? null : agent === null ? `Was ${place} struck?` : `Did ${agent} strike ${place}?`,
  'combat.interception': ({ agent, target, place }) =>
    agent === null ? null : `Did ${agent} shoot down ${target ?? 'what was launched'}${at(place)}?`,
  'combat.deployment': ({ agent, place }) =>
    agent === null ? null : `Did ${agent} move forces${place === null ? '' : ` to ${place}`}?`,
  'combat.mishap': ({ agent, place }) => (agent === null ? null : `Did ${agent} suffer an accident${at(place)}?`),
  'harm.casualties': ({ agent, place }) =>
    place === null
      ? null
      : agent === null
        ? `Were people killed or hurt${at(place)}?`
        : `Did ${agent} kill or hurt people${at(place)}?`,
  'harm.losses': ({ target, place }) =>
    target === null ? null : `Did ${target} suffer the losses claimed${at(place)}?`,
  'politics.meeting': ({ agent, target }) =>
    agent === null || target === null ? null : `Did ${agent} meet ${target}?`,
}

/** A name, and not a phrase the reader took for one. */
const isName = (name: string): boolean =>
  /^(the )?\p{Lu}/u.test(name) && name.length <= 60 && !/\b(and|or|of the)$/u.test(name)

/** The fields of a claim a question can be built from: an agent and a target are parties, states or bodies that have a name. */
export function partsOf(claim: RecordedClaim, { parties }: Evidence): QuestionParts {
  const place = mainPlace(claim)
  const nameOf = (name: string | null) => {
    if (name === null) return null
    const party = parties.idOf(name)
    return party === null ? (parties.actorOf(name) ?? (isName(name) ? name : null)) : parties.nameOf(party)
  }
  return {
    agent: nameOf(claim.agent),
    target: nameOf(claim.target),
    place: place && isName(place.name) ? place.name : null,
    part: place?.part != null && PARTS.has(place.part) ? place.part : null,
  }
}

/** The question an event's claims answer yes or no; the words of the best-worded assertion where no good one can be built. */
export const askAboutEvent = (type: ClaimType, parts: QuestionParts, says: string): string =>
  TEMPLATES[type]?.(parts) ?? `Is it so: “${says.replace(/\s+/g, ' ').trim()}”?`

/** The question rival holders answer. */
export const askWhoHolds = (place: string): string => `Who holds ${place}?`

/** The question rival accounts of one blow answer; `thing` has the blow's object, else `place` where it fell. */
export function askWhoDidIt(thing: string | null, place: string | null, accident: boolean): string {
  const what = thing ?? place ?? 'it'
  return accident ? `Was ${what} struck, or was it an accident?` : `Who struck ${what}?`
}

const COUNTED: Partial<Record<Measure, string>> = {
  'people.killed': 'people were killed',
  'people.wounded': 'people were wounded',
  'people.missing': 'people are missing',
  'people.trapped': 'people were trapped',
  'people.captured': 'people were captured',
  'people.displaced': 'people were displaced',
  'munitions.launched': 'munitions were launched',
  'munitions.shot-down': 'munitions were shot down',
  'munitions.hit': 'munitions hit',
}

/** The question rival figures answer: "How many tanks did Russia lose?" */
export function askHowMany({ measure, subject, unit }: Figure, place: string | null): string {
  const where = place === null ? '' : ` at ${place}`
  const whose = subject === null ? '' : ` (${subject})`
  const counted = COUNTED[measure]
  if (counted) return `How many ${counted}${where}?`
  const [kind, what] = measure.split('.')
  const thing = (what ?? kind ?? measure).replace(/-/g, ' ')
  const loser = subject === null ? 'were lost' : `did ${subject} lose`
  if (measure === 'personnel.losses') return `How many soldiers ${loser}${where}?`
  if (kind === 'personnel') return `How many soldiers were ${thing}${whose}${where}?`
  if (kind === 'equipment')
    return `How many ${thing === 'other' ? 'other pieces of equipment' : thing} ${loser}${where}?`
  if (measure === 'count') return `How many ${unit ?? 'were counted'}${where}${whose}?`
  if (measure === 'troops') return `How many troops${whose}${where}?`
  return `How much ${thing}${unit === null ? '' : ` in ${unit}`}${where}${whose}?`
}
