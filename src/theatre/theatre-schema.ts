import { z } from 'zod'
import type {
  Actor,
  BeliefParameters,
  Camp,
  Day,
  GenericHolder,
  Metonym,
  Party,
  Source,
  TheatreHolder,
  TheatrePlace,
  Weapon,
} from '#domain'
import {
  CERTAINTIES,
  CLAIM_TYPES,
  FAMILIES,
  HOLDER_KINDS,
  MEASURES,
  OWNER_KINDS,
  parseDay,
  RELIABILITIES,
  SOURCE_KINDS,
  SOURCE_STANCES,
  THEATRE_PLACE_KINDS,
} from '#domain'

/** The shape of each file of a pack. A field that may be left out has its default here, so the files stay short. */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a slug of small letters, digits and hyphens')
const text = z.string().min(1, 'expected a text that is not empty')
const texts = z.array(text).default([])
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code such as "UA"')
  .nullable()
  .default(null)
const day = z.string().transform((value, context): Day => {
  const parsed = parseDay(value)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'expected a day that exists, as YYYY-MM-DD' })
  return z.NEVER
})
const openDay = day.nullable().default(null)
const url = z.url('expected a web address such as "https://example.org/"').nullable().default(null)

const camp = z.strictObject({
  id: slug,
  name: text,
  party: slug.nullable().default(null),
  ally: z.boolean().default(false),
})

const party = z.strictObject({
  id: slug,
  name: text,
  camp: slug,
  country,
  aliases: texts,
  demonyms: texts,
  enemyOf: z.array(slug).default([]),
})

const actor = z.strictObject({
  id: slug,
  name: text,
  camp: slug,
  country,
  aliases: texts,
  demonyms: texts,
  kind: z.enum(['state', 'alliance', 'organisation', 'company', 'armed-group']),
})

const holder = z.strictObject({
  id: slug,
  name: text,
  kind: z.enum(HOLDER_KINDS),
  camp: slug,
  country,
  aliases: texts,
  titles: texts,
  of: slug.nullable().default(null),
  from: openDay,
  to: openDay,
  family: slug.nullable().default(null),
})

const genericHolder = z.strictObject({ name: text, aliases: texts, kind: z.enum(HOLDER_KINDS), camp: slug })

const weapon = z.strictObject({
  id: slug,
  name: text,
  aliases: texts,
  measure: z.enum(MEASURES),
  class: z.enum([
    'missile',
    'drone',
    'aircraft',
    'helicopter',
    'tank',
    'armour',
    'artillery',
    'mlrs',
    'air-defence',
    'ship',
    'vehicle',
    'bomb',
    'small-arms',
    'other',
  ]),
  party: slug.nullable().default(null),
})

const place = z.strictObject({
  id: slug,
  name: text,
  aliases: texts,
  kind: z.enum(THEATRE_PLACE_KINDS),
  lat: z.number().min(-90, 'expected a latitude of -90 to 90').max(90, 'expected a latitude of -90 to 90').nullable(),
  lon: z
    .number()
    .min(-180, 'expected a longitude of -180 to 180')
    .max(180, 'expected a longitude of -180 to 180')
    .nullable(),
  admin: text.nullable().default(null),
  country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code such as "UA"'),
  front: z.boolean().default(false),
  heldBefore: slug.nullable().default(null),
  course: z
    .strictObject({
      points: z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])).min(2),
      right: texts,
      left: texts,
    })
    .nullable()
    .default(null),
})

const source = z.strictObject({
  id: slug,
  name: text,
  kind: z.enum(SOURCE_KINDS),
  camp: slug,
  country,
  stance: z.enum(SOURCE_STANCES).default('unknown'),
  reliability: z.enum(RELIABILITIES).default('F'),
  family: slug.nullable().default(null),
  url,
  since: day.optional(),
  owner: z.enum(OWNER_KINDS).default('unknown'),
  feeds: z.array(z.url('expected web addresses such as "https://example.org/rss"')).min(1).nullable().default(null),
})

const metonym = z.strictObject({ words: z.array(text).min(1), of: slug, alsoPlace: z.boolean() })

const weight = z.number().min(-10, 'expected a weight of -10 to 10').max(10, 'expected a weight of -10 to 10')
const factor = z.number().min(0, 'expected a factor of 0 to 10').max(10, 'expected a factor of 0 to 10')
const PRIORS: ReadonlySet<string> = new Set(['default', ...FAMILIES, ...CLAIM_TYPES])
const share = z.number().min(0, 'expected a factor of 0 to 1').max(1, 'expected a factor of 0 to 1')
const belief = z.strictObject({
  reliability: z.record(z.enum(RELIABILITIES), weight),
  kindReliability: z.record(z.enum(HOLDER_KINDS), z.enum(RELIABILITIES)),
  hedge: z.record(
    z.enum(CERTAINTIES),
    z.number().min(-1, 'expected a factor of -1 to 1').max(1, 'expected a factor of -1 to 1'),
  ),
  againstInterest: factor,
  inInterest: factor,
  directness: z.strictObject({ ownVoice: share, perHand: share, least: share }),
  doubt: share,
  accepted: factor,
  campDiscount: share,
  prior: z
    .record(text, weight)
    .refine(prior => 'default' in prior, 'expected a weight under "default" for the rest')
    .refine(
      prior => Object.keys(prior).every(key => PRIORS.has(key)),
      'expected claim types, families or "default" as keys',
    ),
  controlHalfLifeDays: z.number().positive('expected a number of days above 0'),
})

const theatre = z.strictObject({
  id: slug,
  name: text,
  dayOne: day,
  camps: z.array(camp),
  metonyms: z.array(metonym),
  belief,
})

/** What stands in `theatre.json`. */
export interface TheatreHead {
  readonly id: string
  readonly name: string
  readonly dayOne: Day
  readonly camps: readonly Camp[]
  readonly metonyms: readonly Metonym[]
  readonly belief: BeliefParameters
}

/** What each file of a pack holds, by its name without `.json`. */
export interface TheatreFiles {
  readonly theatre: TheatreHead
  readonly parties: readonly Party[]
  readonly actors: readonly Actor[]
  readonly holders: readonly TheatreHolder[]
  readonly 'generic-holders': readonly GenericHolder[]
  readonly weapons: readonly Weapon[]
  readonly places: readonly TheatrePlace[]
  readonly sources: readonly Source[]
}
export type TheatreFile = keyof TheatreFiles

/** The checked shape of every file; parsing gives exactly the types of `#domain`. */
export const THEATRE_SCHEMAS: { readonly [F in TheatreFile]: z.ZodType<TheatreFiles[F]> } = {
  theatre,
  parties: z.array(party),
  actors: z.array(actor),
  holders: z.array(holder),
  'generic-holders': z.array(genericHolder),
  weapons: z.array(weapon),
  places: z.array(place),
  sources: z.array(source),
}
