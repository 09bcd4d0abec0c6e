import {
  type Claim,
  type ClaimFigure,
  type ClaimPlace,
  type ClaimTime,
  dayOf,
  makeId,
  type Note,
  type Span,
} from '#domain'
import { toClaimPlace } from './claim-places.ts'
import type { TokenRange } from './document.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { outletHolder, resolveHolder } from './holders.ts'
import { isAgainstInterest } from './interest.ts'
import type { Proposal } from './proposal.ts'
import type { ReadContext, ReadThrough } from './read-article.ts'

/** The report as the reader read it. */
export interface Scene extends ReadThrough {
  readonly context: ReadContext
}

/** Trust in a claim that no rule of the reader found. */
const CONFIDENCE = 0.4
/** No statement is longer; a longer quote covers several. In characters. */
const LONGEST_QUOTE = 600

/** Why a proposal is refused, and where in the text. */
interface Refusal {
  readonly refused: string
  readonly span: Span | null
}

/** Thrown inside this file alone, to leave the checks of one proposal at the first that fails. */
class Refused extends Error {}

const shown = (words: string): string => `"${words.replace(/\s+/g, ' ').slice(0, 120)}"`

/** The claim a proposal points at, with its id; or why it is refused. `of` is the hash of the report. */
export function claimOf(scene: Scene, proposal: Proposal, of: string, note: Note): Claim | Refusal {
  const quote = quoteOf(scene, proposal.quote)
  if ('refused' in quote) return quote
  try {
    const draft = draftOf(scene, proposal, quote.span, note)
    const { type, span, holder, stance, certainty, agent, target, figures } = draft
    const content = { report: of, type, span, holder: holder.name, stance, certainty, agent, target, figures }
    return { id: makeId('claim', content), ...draft }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message, span: quote.span }
    throw error
  }
}

function quoteOf({ found }: Scene, quote: string): { readonly span: Span } | Refusal {
  const refuse = (why: string): Refusal => ({ refused: `${why}: ${shown(quote)}`, span: null })
  const words = quote.trim()
  if (!/\S\s+\S/.test(words)) return refuse('a quote of less than two words')
  if (words.length > LONGEST_QUOTE) return refuse(`a quote of more than ${LONGEST_QUOTE} characters`)
  const at = found.document.report.text.indexOf(words)
  if (at === -1) return refuse('the quote does not stand in the report')
  const span: Span = [at, at + words.length]
  const [first, last] = tokensIn(found.document.tokens, span)
  const inside = found.document.sentences.filter(({ tokens: [from, to] }) => from < last && to > first)
  if (inside.some(({ boilerplate }) => boilerplate)) return refuse('the quote is a line of the site, not of the report')
  return { span }
}

/** The tokens that lie in a span. */
function tokensIn(tokens: readonly { readonly span: Span }[], [from, to]: Span): TokenRange {
  const first = tokens.findIndex(({ span }) => span[1] > from)
  const after = tokens.findIndex(({ span }) => span[0] >= to)
  return first === -1 ? [tokens.length, tokens.length] : [first, Math.max(first, after === -1 ? tokens.length : after)]
}

/** Where some words of the quote stand. Throws Refused where they do not. */
function wordsIn({ found }: Scene, quote: Span, words: string, what: string): Span {
  const { text } = found.document.report
  const at = words.trim() === '' ? -1 : text.slice(...quote).indexOf(words)
  if (at === -1) throw new Refused(`${what} ${shown(words)} does not stand in its quote`)
  return [quote[0] + at, quote[0] + at + words.length]
}

function draftOf(scene: Scene, proposal: Proposal, span: Span, note: Note): Omit<Claim, 'id'> {
  const { type, stance, tense } = proposal
  const { theatre } = scene.context
  const { outlet, text } = scene.found.document.report
  const { party: _party, ...holder } = holderOf(scene, proposal.holder, span)
  const [agent, target] = [slotOf(scene, span, proposal.agent, 'agent'), slotOf(scene, span, proposal.target, 'target')]
  const own = outletHolder(outlet, theatre).name
  return {
    type,
    span,
    text: text.slice(...span),
    holder,
    chain: holder.span === null ? [holder.name] : [holder.name, own],
    stance,
    ...certaintyIn(scene, span),
    agent,
    target,
    places: proposal.places.map(({ words, role }) => placeOf(scene, span, words, role)),
    time: timeOf(scene, span, proposal.time, tense),
    figures: proposal.figures.map(figure => figureOf(scene, span, figure)),
    againstInterest: isAgainstInterest({ type, stance, camp: holder.camp, agent, target }, theatre),
    confidence: CONFIDENCE,
    notes: [note],
  }
}

/** Who asserts it: the occurrence of the words nearest to the quote, resolved as the reader resolves a source. */
function holderOf({ found, context: { theatre } }: Scene, words: string | null, quote: Span): ResolvedHolder {
  const { document, actors } = found
  const home = outletHolder(document.report.outlet, theatre)
  if (words === null) return home
  const places: number[] = []
  const { text } = document.report
  if (words.trim() !== '')
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) places.push(at)
  const [nearest] = places.toSorted((a, b) => Math.abs(a - quote[0]) - Math.abs(b - quote[0]))
  if (nearest === undefined) throw new Refused(`the holder ${shown(words)} does not stand in the report`)
  const source = tokensIn(document.tokens, [nearest, nearest + words.length])
  return resolveHolder(document, source, { theatre, actors, earlier: [], person: null, country: null, home })
}

/** The name of whom the words mean, by the reader's own mentions; the words themselves where it knows none. */
function slotOf(scene: Scene, quote: Span, words: string | null, what: string): string | null {
  if (words === null) return null
  const span = wordsIn(scene, quote, words, `the ${what}`)
  const inside = <M extends { readonly span: Span }>(mentions: readonly M[]): M | undefined =>
    mentions.find(mention => mention.span[0] < span[1] && mention.span[1] > span[0])
  return (inside(scene.found.actors) ?? inside(scene.found.places))?.name ?? words
}

function placeOf(scene: Scene, quote: Span, words: string, role: ClaimPlace['role']): ClaimPlace {
  const span = wordsIn(scene, quote, words, 'the place')
  const known = scene.found.places.find(place => place.span[0] < span[1] && place.span[1] > span[0])
  if (!known) throw new Refused(`the reader takes ${shown(words)} for no place`)
  return toClaimPlace(known, role)
}

/** The reader's own reading of the number; refused where the model's says something else. */
function figureOf(scene: Scene, quote: Span, { words, measure, value }: Proposal['figures'][number]): ClaimFigure {
  const span = wordsIn(scene, quote, words, 'the figure')
  const known = scene.found.quantities.find(quantity => quantity.span[0] < span[1] && quantity.span[1] > span[0])
  if (!known) throw new Refused(`the reader takes ${shown(words)} for no number`)
  const { value: own, low, high, approx, of, change, unit } = known
  if (![own, low, high].includes(value)) throw new Refused(`the figure ${value} is not what ${shown(words)} says`)
  const fixed =
    measure === 'money' || measure === 'count' ? unit : measure === 'area' ? 'km2' : measure === 'distance' ? 'm' : null
  return { measure, value: own, low, high, unit: fixed, approx, of, change, span: known.span }
}

function timeOf(scene: Scene, quote: Span, words: string | null, tense: ClaimTime['tense']): ClaimTime {
  const day = dayOf(scene.found.document.report.publishedAt)
  if (words === null) return { start: day, end: day, words: null, tense }
  const span = wordsIn(scene, quote, words, 'the time')
  const known = scene.found.times.find(time => time.span[0] < span[1] && time.span[1] > span[0])
  if (!known) throw new Refused(`the reader takes ${shown(words)} for no time`)
  return { start: known.start, end: known.end, words: known.text, tense }
}

/** How sure the words are: the reader's hedges in the quote, the more doubtful first. */
function certaintyIn({ parts }: Scene, quote: Span): Pick<Claim, 'certainty' | 'certaintyWords' | 'certaintyScale'> {
  const inside = parts.hedges.filter(({ span }) => span[0] >= quote[0] && span[1] <= quote[1])
  const hedge = inside.find(({ certainty }) => certainty === 'unverified') ?? inside[0]
  return hedge
    ? { certainty: hedge.certainty, certaintyWords: hedge.text, certaintyScale: hedge.scale }
    : { certainty: 'stated', certaintyWords: null, certaintyScale: null }
}
