import type { Measure, ReadReport, Sentence, Span, TheatreHolder, TimeExpression } from '#domain'
import type { ParsedToken } from './model/tree.ts'

/** Half-open range of token indices of a Document. */
export type TokenRange = readonly [from: number, to: number]

/** Coarse word class, decided by lexicon, ending and neighbours. `name` is a proper noun. */
export type Tag =
  | 'noun'
  | 'name'
  | 'verb'
  | 'aux'
  | 'adj'
  | 'adv'
  | 'det'
  | 'pron'
  | 'prep'
  | 'conj'
  | 'num'
  | 'part'
  | 'punct'
  | 'other'

/** Inflection of a verb or auxiliary; `past` covers forms that are also the participle (`captured`) until the context tells. */
export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'gerund'

/** One word, number or mark, with exact offsets into the untouched text. */
export interface Token {
  readonly index: number
  readonly span: Span
  readonly form: string
  readonly lower: string
  /** Dictionary form (`seize` for "seized"); the lower-case form where no rule applies. */
  readonly lemma: string
  readonly tag: Tag
  readonly verbForm: VerbForm | null
  readonly sentence: number
  /** True inside quotation marks (the marks themselves are not). */
  readonly quoted: boolean
}

/** A sentence with its tokens. */
export interface DocumentSentence extends Sentence {
  readonly tokens: TokenRange
  /** Index of its paragraph. */
  readonly paragraph: number
  /** True for navigation, credits, newsletter lines and the like: no claim is read there. */
  readonly boilerplate: boolean
  /** The label ("Civilian Casualties:") or dateline ("ODESA, Nov 3 (Northgate Wire) –") it opens with, or null; the span includes it. */
  readonly label: Span | null
  /** Its tree; the n-th word is the n-th of `tokens`. */
  readonly tree: readonly ParsedToken[]
}

/** A report cut into sentences and tokens. Offsets are into `report.text`. */
export interface Document {
  readonly report: ReadReport
  readonly tokens: readonly Token[]
  readonly sentences: readonly DocumentSentence[]
}

/** A name or phrase that stands for somebody who acts or speaks. */
export interface ActorMention {
  readonly span: Span
  readonly tokens: TokenRange
  readonly sentence: number
  /** Canonical name: `Russia` for "Russian forces", `UK Ministry of Defence` for "British military intelligence". */
  readonly name: string
  /** `office`: a role without a name ("the spokesperson"); `person`: a name the theatre does not list; `pronoun`: he, it, they, the enemy once resolved. */
  readonly kind: 'party' | 'actor' | 'holder' | 'generic' | 'person' | 'office' | 'pronoun'
  /** Id of party, actor or holder in the theatre; null where unlisted. */
  readonly id: string | null
  readonly camp: string
  /** The theatre's holder record where there is one, in office on the day of the report. */
  readonly holder: TheatreHolder | null
  /** Id of the party it belongs to or speaks for (`russia` for "Russian forces", "the Kremlin"), or null. */
  readonly party: string | null
  /** True for troops, army, units, defenders: somebody who fights. */
  readonly forces: boolean
  /** True for an adjective or possessive before a noun ("Russian" in "Russian shelling", "Ukraine's"). */
  readonly modifier: boolean
  readonly score: number
}

/** A place name of the text and what it resolves to. */
export interface PlaceMention {
  readonly span: Span
  readonly tokens: TokenRange
  readonly sentence: number
  /** Canonical name of the entry, or the words themselves where there is none. */
  readonly name: string
  /** Theatre slug, gazetteer id, or null. */
  readonly id: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly admin: string | null
  readonly country: string | null
  readonly kind: 'settlement' | 'site' | 'region' | 'district' | 'river' | 'sea' | 'area' | 'country' | 'road' | 'front'
  /** Which part is meant ("eastern Bakhmut" → `east`), or null for the whole. */
  readonly part: string | null
  /** True where the name stands for a government that acts or speaks. */
  readonly government: boolean
  /** True for "the town", "the city" resolved to the name carried here; `span` is then of those words. */
  readonly anaphor: boolean
  readonly score: number
}

/** A number with what it counts, in the unit of its measure: shares and probabilities 0–1, areas km², lengths m. */
export interface Quantity {
  /** The words of the number and its noun: "16 out of 21 Shahed drones" → "16 out of 21". */
  readonly span: Span
  readonly tokens: TokenRange
  readonly sentence: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly approx: boolean
  readonly of: number | null
  readonly change: number | null
  /** ISO 4217 for money, `km2`, `m`, `percent`, `day`…, or the head noun's lemma; null for a bare number. */
  readonly unit: string | null
  /** The counted noun phrase, or null. */
  readonly noun: Span | null
  /** The measure that noun and neighbouring verbs give by themselves; null when only the claim around it can tell. */
  readonly measure: Measure | null
}

/** A time expression with the tokens it covers. */
export interface TimeMention extends TimeExpression {
  readonly tokens: TokenRange
  readonly sentence: number
}
