/** What is said to have become of people: `struck` is hit by a bullet or blade, which may or may not have killed. */
export type Harm = 'killed' | 'wounded' | 'struck'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
const all = (harm: Harm, list: string): readonly (readonly [string, Harm])[] =>
  [...words(list)].map(word => [word, harm])

/** Verbs done to people, by dictionary form. */
export const HARM_VERBS: ReadonlyMap<string, Harm> = new Map([
  ...all('killed', 'kill murder slay execute assassinate massacre behead lynch electrocute'),
  ...all('wounded', 'wound injure hurt maim graze hospitalize hospitalise burn disfigure'),
  ...all('struck', 'shoot hit strike stab gun knife pierce'),
])

/** Verbs and adjectives said of the dead, by dictionary form. */
export const DYING = words('die dead perish succumb deceased drown')

/** Nouns of harm whose `of` or possessive names who suffered it. */
export const HARM_NOUNS: ReadonlyMap<string, Harm> = new Map([
  ...all('killed', 'death murder killing slaying homicide suicide assassination manslaughter'),
  ...all('wounded', 'wounding injury'),
  ...all('struck', 'shooting stabbing'),
])

/** Words beside one of being struck that say it killed. */
export const DEADLY = words('fatally mortally dead death deadly fatal')

/** Words that tell of a death without saying whose; a murder that was only tried is none, nor is a homicide squad a death. */
export const DEATH_WORDS = words(
  'fatal fatally deadly died dies dead killed kills slaying slain homicide manslaughter murder murders',
)

/** Words that tell of a wound without saying whose. */
export const WOUND_WORDS = words(
  'wounded injured injury injuries injuring injures shot gunshot wound wounds hospital hospitalized hospitalised',
)

/** Words beside a number or a death that mark a tally of many events rather than the one told of. */
export const TALLY_WORDS = words('homicides annual annually statistics nationwide weekend previous yearly')

/** Nouns that name one person by a part in the event, a trade or kinship, beside the people listed elsewhere. Singular. */
export const ROLES = words(`
  suspect gunman shooter attacker assailant victim girlfriend boyfriend friend neighbor neighbour cousin uncle aunt nephew niece fiance
  fiancee ex teen juvenile male female robber burglar intruder deputy sheriff cop officer guard bouncer clerk owner employee coworker
  co-worker roommate stepfather stepmother stepson stepdaughter grandson granddaughter twin lover partner spouse hunter homeowner
  landlord tenant inmate fugitive carjacker informant freshman sophomore junior senior player coach pastor priest rapper dealer toddler
  preschooler kindergartner bomber hijacker mayor judge bishop activist lawyer trader vendor official minister
`)
