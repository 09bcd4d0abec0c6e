import type { Attribution, Gazetteer, Mention, MentionKind, Reading, ReadReport, Span, Theatre } from '#domain'
import { groupBy } from '#kit'
import { findActors } from './actors.ts'
import { type AttributionMention, spanOf } from './attribution-parts.ts'
import { findAttributions } from './attributions.ts'
import type { Trace } from './claim-trace.ts'
import { type Findings, tagMentions } from './claim-view.ts'
import { findClaims, isOnTopic } from './claims.ts'
import { chunkClauses } from './clauses.ts'
import type { ActorMention, Document } from './document.ts'
import { findHedges, listHedges } from './hedges.ts'
import { classesOf } from './lexicon/frames-nouns.ts'
import type { Grammar } from './model/grammar.ts'
import { findPlaces } from './places.ts'
import { findQuantities } from './quantities.ts'
import { notesOn } from './reading-notes.ts'
import type { SentenceParts } from './sentence-parts.ts'
import { readDocument } from './sentences.ts'
import { spreadQuotes } from './spread-quotes.ts'
import { compileTheatre } from './theatre-index.ts'
import { findTimes } from './times.ts'
import { findWeapons } from './weapons.ts'

/** What reading needs besides the report: the war, the world's places (null: only the theatre's own), and the grammar of English. */
export interface ReadContext {
  readonly theatre: Theatre
  readonly gazetteer: Gazetteer | null
  readonly grammar: Grammar
}

/**
 * Reads a report: sentences, mentions, attributions, times, hedges and claims, every one with its span in the text.
 * Takes any text without throwing: trouble inside it is a Note of the reading.
 */
export const readArticle = (report: ReadReport, context: ReadContext): Reading => readThrough(report, context).reading

/** A reading with all it was made from: what each step found before the record was written. */
export interface ReadThrough {
  readonly reading: Reading
  readonly found: Findings
  readonly parts: SentenceParts
}

/** Reads a report as `readArticle` does and keeps what the steps found. `trace` is told what becomes of each clause. */
export function readThrough(report: ReadReport, context: ReadContext, trace: Trace | null = null): ReadThrough {
  const plain = {
    title: report.title,
    outlet: report.outlet,
    publishedAt: report.publishedAt,
    url: report.url,
    language: report.language,
    text: report.text,
  }
  const document = readDocument(
    plain,
    context.grammar,
    'paragraphs' in report ? (report.paragraphs as readonly Span[]) : undefined,
  )
  const found = findMentions(document, context)
  const named = namedTokens(found)
  const clauses = document.sentences.map(sentence =>
    sentence.boilerplate ? [] : chunkClauses(document, sentence, named),
  )
  const attributions = spreadQuotes(
    document,
    document.sentences.map((sentence, index) =>
      sentence.boilerplate ? [] : findAttributions(document, sentence, clauses[index] ?? []),
    ),
  )
  const parts: SentenceParts = { clauses, attributions, hedges: findHedges(document) }
  const claims = findClaims(found, parts, context.theatre, trace)
  const notes = notesOn(document.sentences, claims, isOnTopic(found, context.theatre))
  const reading: Reading = {
    report: plain,
    sentences: document.sentences.map(({ index, span, kind }) => ({ index, span, kind })),
    claims,
    mentions: mentionsOf(found),
    attributions: plainAttributions(document, attributions.flat()),
    times: found.times.map(({ span, text, start, end }) => ({ span, text, start, end })),
    hedges: listHedges(document, parts.hedges),
    notes,
  }
  return { reading, found, parts }
}

function findMentions(document: Document, { theatre, gazetteer }: ReadContext): Findings {
  const index = compileTheatre(theatre)
  const actors = findActors(document, index)
  const parts = {
    document,
    actors,
    places: findPlaces(document, index, gazetteer, actors),
    times: findTimes(document, index),
    quantities: findQuantities(document, index),
    weapons: findWeapons(document, index),
  }
  return { ...parts, tagsAt: tagMentions(parts) }
}

/** Tokens that belong to the name of a weapon, place or body, none of which is a verb. */
function namedTokens({ document, actors, places, weapons }: Findings): ReadonlySet<number> {
  const named = new Set<number>()
  const add = ({ tokens: [from, to] }: { readonly tokens: readonly [number, number] }): void => {
    for (let at = from; at < to; at++) named.add(at)
  }
  actors.filter(actor => actor.kind !== 'pronoun').forEach(add)
  places.filter(place => !place.anaphor).forEach(add)
  weapons.forEach(add)
  // "Grad rockets": the noun of kind behind a weapon's name.
  for (const {
    tokens: [, to],
  } of weapons)
    if (classesOf(document.tokens[to]?.lower ?? '').includes('@munition')) named.add(to)
  return named
}

/**
 * One attribution a cue, with all that is said under it, in order of the text. What a speaker reports within quotation
 * marks is left out: those are his words already; the claims read it all the same.
 */
function plainAttributions({ tokens }: Document, mentions: readonly AttributionMention[]): readonly Attribution[] {
  // "… was false" tells who says what of nobody.
  const told = mentions.filter(({ cueKind, source }) => cueKind !== 'denies' || source !== null)
  const own = told.filter(({ cueTokens }) => tokens[cueTokens[0]]?.quoted !== true)
  return [...groupBy(own, ({ cue }) => cue[0]).values()]
    .map(([first, ...more]) => ({
      source: first?.source ?? null,
      cue: first?.cue ?? [0, 0],
      content: [...(first?.content ?? []), ...more.flatMap(({ content }) => content)].toSorted((a, b) => a[0] - b[0]),
    }))
    .toSorted((a, b) => a.cue[0] - b.cue[0])
}

/** Every mention as the record holds it, in order of the text. */
function mentionsOf({ document, actors, places, times, quantities, weapons }: Findings): readonly Mention[] {
  const { text } = document.report
  const nowhere = { lat: null, lon: null, country: null }
  const make = (kind: MentionKind, sentence: number, span: Span, entity: string | null, score: number): Mention => ({
    sentence,
    span,
    surface: text.slice(...span),
    kind,
    entity,
    score,
    ...nowhere,
  })
  return [
    ...actors
      .filter(({ kind }) => kind !== 'pronoun')
      .map(actor => make(kindOfMention(actor), actor.sentence, actor.span, actor.id, actor.score)),
    ...places
      .filter(({ anaphor }) => !anaphor)
      .map(place => {
        const { sentence, span, id, score, lat, lon, country } = place
        return { ...make('place', sentence, span, id, score), lat, lon, country }
      }),
    ...weapons.map(({ sentence, tokens, id }) => make('weapon', sentence, spanOf(document, tokens), id, 1)),
    ...quantities.map(({ sentence, span, measure }) =>
      make('quantity', sentence, span, null, measure === null ? 0.6 : 0.9),
    ),
    ...times.map(({ sentence, span, start }) => make('time', sentence, span, null, start === null ? 0.5 : 1)),
  ].toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

const kindOfMention = ({ kind, holder }: ActorMention): MentionKind =>
  kind === 'person' || kind === 'office' || holder?.kind === 'official' ? 'person' : 'group'
