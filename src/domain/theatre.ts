import type { HolderKind, Measure } from './codebook.ts'
import type { Slug } from './id.ts'
import type { Source } from './source.ts'
import type { Day } from './time.ts'

/** A camp: one of those who want one side to win, or who arm it. `third-party` and `unknown` exist in every theatre. */
export interface Camp {
  readonly id: Slug
  readonly name: string
  /** The party that leads the camp, or that it arms and finances; null for `third-party` and `unknown`. */
  readonly party: Slug | null
  /** True for the camp of those who back a party without fighting (`ukraine-ally`). */
  readonly ally: boolean
}

/** A party that fights and can hold ground. */
export interface Party {
  readonly id: Slug
  /** Canonical name, as it stands in `agent` and `target`: `Russia`. */
  readonly name: string
  readonly camp: Slug
  readonly country: string | null
  /** Names and phrases that mean the party or its forces: `Russian forces`, `Moscow's troops`, `the invaders`. */
  readonly aliases: readonly string[]
  /** Adjectives and people words: `Russian`, `Russians`. */
  readonly demonyms: readonly string[]
  /** What the other side calls it in its own statements: `the enemy` in a Ukrainian communiqué. True when it is usual. */
  readonly enemyOf: readonly Slug[]
}

/** A state, body or alliance that is no party but acts: the United States, NATO, the EU, China, the ICC. */
export interface Actor {
  readonly id: Slug
  readonly name: string
  readonly camp: Slug
  readonly country: string | null
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
  readonly kind: 'state' | 'alliance' | 'organisation' | 'company' | 'armed-group'
}

/** A person or body that makes claims: a ministry, a staff, a governor, a spokesperson, an outlet, a think tank, a channel. */
export interface TheatreHolder {
  readonly id: Slug
  readonly name: string
  readonly kind: HolderKind
  readonly camp: Slug
  readonly country: string | null
  /** Other names, abbreviations, spellings and full phrases: `British military intelligence`, `UK MoD`. */
  readonly aliases: readonly string[]
  /** Office words, for "the spokesperson" and for title + name: `Ukrainian President`, `defence minister`. */
  readonly titles: readonly string[]
  /** The body this person or organ speaks for: id of a holder, party or actor; null for none. */
  readonly of: Slug | null
  /** First and last day in office; null: open. A former office-holder is resolved by the day of the report. */
  readonly from: Day | null
  readonly to: Day | null
  /** Publisher family, for outlets and agencies; null: its own. */
  readonly family: string | null
}

/** A type of weapon or equipment. */
export interface Weapon {
  readonly id: Slug
  readonly name: string
  readonly aliases: readonly string[]
  /** The measure that counts it when lost or destroyed. */
  readonly measure: Measure
  readonly class:
    | 'missile'
    | 'drone'
    | 'aircraft'
    | 'helicopter'
    | 'tank'
    | 'armour'
    | 'artillery'
    | 'mlrs'
    | 'air-defence'
    | 'ship'
    | 'vehicle'
    | 'bomb'
    | 'small-arms'
    | 'other'
  /** The party that made or mainly uses it, or null. */
  readonly party: Slug | null
}

export const THEATRE_PLACE_KINDS = [
  'settlement',
  'site',
  'region',
  'district',
  'river',
  'sea',
  'area',
  'country',
  'road',
  'front',
] as const

/** A place of the theatre. */
export interface TheatrePlace {
  readonly id: Slug
  /** The name it is shown by: the country's own romanisation (`Kostiantynivka`). */
  readonly name: string
  /** Other spellings and old names: Russian romanisation, common misspellings, `Artemivsk`. */
  readonly aliases: readonly string[]
  readonly kind: (typeof THEATRE_PLACE_KINDS)[number]
  /** WGS 84 degrees: the middle of a settlement or area; null for a river, road or front that has no one point. */
  readonly lat: number | null
  readonly lon: number | null
  /** First-order region by its shown name, or null. */
  readonly admin: string | null
  /** ISO 3166-1 alpha-2, by recognised borders. */
  readonly country: string
  /** True for a settlement near the line of contact at some time in the war. */
  readonly front: boolean
  /** Who held it on the day before day one: a party id or null where that is not known or makes no sense. */
  readonly heldBefore: Slug | null
  /** The course of a river, so that places can be told by bank; null or absent for other places, and where nobody needs it. */
  readonly course?: RiverCourse | null
}

/** Where a river runs, coarsely. */
export interface RiverCourse {
  /** Points `[lon, lat]` from source to mouth, WGS 84 degrees; at least two. */
  readonly points: readonly (readonly [number, number])[]
  /** Compass words by which reports call the right bank (on the right hand, looking downstream): `west`, `north`. */
  readonly right: readonly string[]
  readonly left: readonly string[]
}

/** A capital or seat that can stand for a government: `Kyiv` → `ukraine`, `the Kremlin` → `kremlin`. */
export interface Metonym {
  readonly words: readonly string[]
  /** Id of the party, actor or holder it speaks for. */
  readonly of: Slug
  /** True when the words also name a place (`Kyiv`), false when they never do (`the Kremlin` as a speaker). */
  readonly alsoPlace: boolean
}

/** A phrase that means a source of one side without naming it: `Russian milbloggers`, `Ukrainian media`, `Western officials`. */
export interface GenericHolder {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: HolderKind
  readonly camp: Slug
}

/** Parameters of the belief model; `docs/method.md` gives the formulas. Weights are in logits (natural log of odds). */
export interface BeliefParameters {
  /** Evidence of one assertion by an origin whose publisher or self has this reliability letter. */
  readonly reliability: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'E' | 'F', number>>
  /** Reliability letter assumed for a holder by its kind, where no source record gives one. */
  readonly kindReliability: Readonly<Record<HolderKind, 'A' | 'B' | 'C' | 'D' | 'E' | 'F'>>
  /** Factor on the weight by the speaker's own certainty: `stated` is 1. Negative turns an assertion against itself (`unlikely`). */
  readonly hedge: Readonly<Record<string, number>>
  /** Factor when the claim harms the holder's own camp (above 1) and when it serves it (below 1). */
  readonly againstInterest: number
  readonly inInterest: number
  /** Factors for how directly a claim is heard; see `directness` in `docs/method.md`. */
  readonly directness: {
    /** On an outlet's own voice about what it did not see. */
    readonly ownVoice: number
    /** On each hand a statement went through after the first relay. */
    readonly perHand: number
    /** What hands can bring it down to. */
    readonly least: number
  }
  /** What a doubt weighs of a denial. */
  readonly doubt: number
  /** Factor on a claim an analyst accepted. */
  readonly accepted: number
  /** Factor on each further origin of one camp after the first: the n-th counts `campDiscount^(n-1)`. */
  readonly campDiscount: number
  /** Logit one may start from before any claim, by family or type; `default` for the rest. */
  readonly prior: Readonly<Record<string, number>>
  /** Days after which evidence on who holds a place weighs half. */
  readonly controlHalfLifeDays: number
}

/** A war as data. Nothing of any one war is in the code. */
export interface Theatre {
  readonly id: Slug
  readonly name: string
  readonly dayOne: Day
  readonly camps: readonly Camp[]
  readonly parties: readonly Party[]
  readonly actors: readonly Actor[]
  readonly holders: readonly TheatreHolder[]
  readonly genericHolders: readonly GenericHolder[]
  readonly metonyms: readonly Metonym[]
  readonly weapons: readonly Weapon[]
  readonly places: readonly TheatrePlace[]
  /** Sources whose outlet name or host is known beforehand; a report of none of them gets a source made from its outlet name. */
  readonly sources: readonly Source[]
  readonly belief: BeliefParameters
}

/** One entry of the world gazetteer behind the theatre's own places. */
export interface GazetteerEntry {
  /** `gn:` and the GeoNames number, `adm:` and the codes of a region or district, or `iso:` and the country code. */
  readonly id: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly admin: string | null
  readonly country: string
  readonly population: number
  readonly kind: 'settlement' | 'district' | 'region' | 'country'
}

/** Looks a name up in the world gazetteer; every place that bears it, most populous first; empty when there is none. */
export interface Gazetteer {
  find(name: string): readonly GazetteerEntry[]
}
