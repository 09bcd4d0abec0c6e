import { type Claim, type ClaimPlace, type Instant, makeId, sha256, type Theatre } from '#domain'
import type { SentenceState } from './claim-context.ts'
import { findLossLists, lossListDraft } from './claim-losses.ts'
import { type ClaimDraft, dropRepeats, joinDrafts } from './claim-merge.ts'
import { readSentence } from './claim-sentence.ts'
import type { Trace } from './claim-trace.ts'
import type { Findings } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { DocumentSentence } from './document.ts'
import { entryTimes } from './entry-times.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { outletHolder } from './holders.ts'
import { creditsOf } from './item-credits.ts'
import { NARRATIVE_LABELS } from './lexicon/cues.ts'
import type { SentenceParts } from './sentence-parts.ts'
import { withoutEnd } from './without-end.ts'

/**
 * Reads the claims of a report, in order of the text. An article that names no side, place or weapon of the theatre has none.
 * `trace` is told what becomes of each clause.
 */
export function findClaims(
  findings: Findings,
  parts: SentenceParts,
  theatre: Theatre,
  trace: Trace | null = null,
): readonly Claim[] {
  const lists = findLossLists(findings, parts)
  // A tally of the enemy's losses is of the war even where it names no side.
  if (!isOnTopic(findings, theatre) && [...lists.values()].every(({ intro }) => intro === null)) return []
  const { document } = findings
  const outlet = outletHolder(document.report.outlet, theatre)
  const drafts: ClaimDraft[] = []
  const credits = creditsOf(document, theatre)
  let state = stateAtStart(outlet)
  let until = -1
  for (const sentence of document.sentences) {
    if (sentence.boilerplate || sentence.index <= until) continue
    const list = lists.get(sentence.index)
    const losses = list ? lossListDraft(findings, list, state, theatre) : null
    if (list && losses) {
      // The line that introduces the list says nothing that the list does not.
      if (list.intro && drafts.at(-1)?.sentence === list.intro.index && drafts.at(-1)?.figures.length === 0)
        drafts.pop()
      drafts.push(losses)
      until = list.last.index
      continue
    }
    const credit = credits.get(sentence.paragraph)
    state = { ...enter(findings, sentence, state, parts.clauses[sentence.index] ?? []), outlet: credit ?? outlet }
    const read = readSentence(findings, parts, sentence, state, theatre, trace)
    drafts.push(...joinDrafts(document, read.drafts))
    state = read.state
  }
  const { report } = document
  const of = sha256(`${report.text}\n${report.publishedAt}\n${report.outlet ?? ''}\n${report.url ?? ''}`)
  const said = entryTimes(document)
  return dropRepeats(drafts).map(draft => finish(of, draft, said[draft.sentence] ?? null))
}

const stateAtStart = (outlet: ResolvedHolder): SentenceState => ({
  outlet,
  publisher: outlet.name,
  section: null,
  holders: [],
  places: [],
  paragraph: -1,
  last: null,
  person: null,
  lead: null,
  agent: null,
  fresh: false,
  claim: null,
})

/** True when the report names somebody or something of the theatre: a party, a place of it, or a weapon with a soldier. */
export function isOnTopic(findings: Findings, theatre: Theatre): boolean {
  const parties = findings.actors.filter(actor => actor.party !== null).length
  const listed = placesOf(theatre)
  const places = findings.places.filter(place => place.id !== null && listed.has(place.id)).length
  return parties + places > 0
}

const listedPlaces = new WeakMap<Theatre, ReadonlySet<string>>()

/** Ids of a theatre's places, gathered once: a wire of short reports asks for each. */
function placesOf(theatre: Theatre): ReadonlySet<string> {
  const listed = listedPlaces.get(theatre) ?? new Set(theatre.places.map(place => place.id))
  listedPlaces.set(theatre, listed)
  return listed
}

/** A new paragraph forgets the places of the one before, save the last; a heading of a view opens a section held by it. */
function enter(
  findings: Findings,
  sentence: DocumentSentence,
  state: SentenceState,
  clauses: readonly Clause[],
): SentenceState {
  const fresh = sentence.paragraph !== state.paragraph
  const quoted = findings.document.tokens[sentence.tokens[0] + 1]?.quoted === true
  const kept: readonly ClaimPlace[] = sentence.kind === 'quote' || quoted ? state.places : []
  const moved = fresh
    ? {
        ...state,
        paragraph: sentence.paragraph,
        places: kept,
        fresh: false,
        // "Kyiv denied this" opens a paragraph of its own.
        claim: state.claim?.sentence === sentence.index - 1 ? state.claim : null,
        agent: sentence.kind === 'prose' || sentence.kind === 'quote' ? state.agent : null,
      }
    : state
  const heading = labelHolder(findings, sentence, clauses)
  if (heading !== undefined) return { ...moved, section: heading }
  return moved
}

/** The holder a heading opens ("Pro-… narrative"), null for a heading that ends such a section, undefined for any other sentence. */
function labelHolder(
  findings: Findings,
  sentence: DocumentSentence,
  clauses: readonly Clause[],
): ResolvedHolder | null | undefined {
  const words = findings.document.tokens.slice(...sentence.tokens).filter(token => token.tag !== 'punct')
  const last = words.at(-1)
  if (!last || words.length > 7 || clauses.some(clause => clause.verb)) return undefined
  // "Eastern front (Svatove–Kreminna line)": a line on the ground, not one that is taken.
  const onGround = findings.places.some(({ span }) => span[0] >= sentence.span[0] && span[1] <= sentence.span[1])
  if (NARRATIVE_LABELS.has(last.lower) && words.length > 1 && sentence.kind !== 'prose' && !onGround) {
    return {
      id: null,
      name: withoutEnd(findings.document.report.text.slice(...sentence.span), /[*:#\s]/).replace(/^[*#\s]+/, ''),
      kind: 'unnamed',
      camp: 'unknown',
      span: sentence.span,
      party: null,
    }
  }
  return sentence.kind === 'headline' ? null : undefined
}

/** The claim with its id: a hash of its report (`of`) and of what it says. */
function finish(of: string, draft: ClaimDraft, said: Instant | null): Claim {
  const { sentence: _sentence, headline: _headline, clause: _clause, strength: _strength, ...claim } = draft
  return {
    id: makeId('claim', {
      report: of,
      type: claim.type,
      span: claim.span,
      holder: claim.holder.name,
      stance: claim.stance,
      certainty: claim.certainty,
      agent: claim.agent,
      target: claim.target,
      figures: claim.figures,
    }),
    ...claim,
    ...(said === null ? {} : { said }),
  }
}
