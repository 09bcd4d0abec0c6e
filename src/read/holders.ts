import type { HolderKind, Source, Theatre, TheatreHolder } from '#domain'
import { groupBy } from '#kit'
import { spanOf } from './attribution-parts.ts'
import type { ActorMention, Document, Token, TokenRange } from './document.ts'
import { fromActor } from './holder-actor.ts'
import { type HolderContext, partyOf, partyOfCamp, type ResolvedHolder } from './holder-camps.ts'
import { headNoun, isPronounOnly, kindOfWords, UNNAMED } from './holder-kinds.ts'
import { canSpeak, personBeside, settleRole } from './holder-roles.ts'
import { unlisted } from './holder-unlisted.ts'
import { DOCUMENT_NOUNS } from './lexicon/cues.ts'
import { isFitPronoun } from './lexicon/given-names.ts'
import { CALENDAR_WORDS } from './lexicon/months.ts'

/** The holder of what a report says in its own voice: its outlet. */
export function outletHolder(outlet: string | null, theatre: Theatre): ResolvedHolder {
  const name = outlet?.trim() ?? ''
  if (name === '') return { id: null, name: 'unknown outlet', kind: 'outlet', camp: 'unknown', span: null, party: null }
  const lower = name.toLowerCase()
  const listed = holdersByName(theatre).get(lower)
  if (listed)
    return {
      id: listed.id,
      name: listed.kind === 'outlet' ? name : listed.name,
      kind: listed.kind,
      camp: listed.camp,
      span: null,
      party: partyOf(listed, theatre),
    }
  const source = theatre.sources.find(candidate => candidate.name.toLowerCase() === lower)
  const camp = source?.camp ?? 'third-party'
  return { id: null, name, kind: outletKind(source, lower), camp, span: null, party: partyOfCamp(camp, theatre) }
}

const holderNames = new WeakMap<Theatre, ReadonlyMap<string, TheatreHolder>>()

/** A theatre's holders by each of their names in lower case, the first where two share one; gathered once. */
function holdersByName(theatre: Theatre): ReadonlyMap<string, TheatreHolder> {
  const known = holderNames.get(theatre)
  if (known) return known
  const byName = new Map<string, TheatreHolder>()
  for (const holder of theatre.holders)
    for (const name of [holder.name, ...holder.aliases])
      if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), holder)
  holderNames.set(theatre, byName)
  return byName
}

/** A listed source speaks as what it is, save news agencies, which are outlets; an unlisted one as its name tells. */
function outletKind(source: Source | undefined, lower: string): HolderKind {
  if (source) return source.kind === 'agency' ? 'outlet' : source.kind
  const kind = kindOfWords(lower.split(/\s+/), 'outlet')
  return kind === 'government' || kind === 'military' ? kind : 'outlet'
}

const grouped = new WeakMap<readonly ActorMention[], ReadonlyMap<number, readonly ActorMention[]>>()

function actorsBySentence(actors: readonly ActorMention[]): ReadonlyMap<number, readonly ActorMention[]> {
  const known = grouped.get(actors) ?? groupBy(actors, actor => actor.sentence)
  grouped.set(actors, known)
  return known
}

/** Who is meant by the words of a source. */
export function resolveHolder(document: Document, source: TokenRange, context: HolderContext): ResolvedHolder {
  return settleRole(document, source, namedHolder(document, source, context), context)
}

/** True when a source names somebody or something that can speak. */
export const speaks = (document: Document, source: TokenRange, holder: ResolvedHolder): boolean =>
  !(source[1] - source[0] === 1 && OBJECT_PRONOUNS.has(document.tokens[source[0]]?.lower ?? '')) &&
  !CALENDAR_WORDS.has(headNoun(document.tokens, source)?.lower ?? '') &&
  canSpeak(headNoun(document.tokens, source), holder)
const OBJECT_PRONOUNS = new Set(['him', 'her', 'them', 'us', 'me'])

function namedHolder(document: Document, source: TokenRange, context: HolderContext): ResolvedHolder {
  const near = actorsBySentence(context.actors).get(document.tokens[source[0]]?.sentence ?? -1) ?? []
  const inside = near.filter(actor => actor.tokens[0] < source[1] && actor.tokens[1] > source[0])
  const span = spanOf(document, source)
  const head = headNoun(document.tokens, source)
  const meant = pronounHolder(document, source, context)
  if (meant) return { ...meant, span }
  const pair = pairOf(document, inside, context, source)
  if (pair) return pair
  const beside = personBeside(document, source, near)
  if (beside) return fromActor(document, beside, context, source)
  const personal = inside.some(actor => actor.kind === 'person' || (actor.kind === 'holder' && !actor.modifier))
  if (head && DOCUMENT_NOUNS.has(head.lemma) && !personal && !issuer(document.tokens, source))
    return fromDocumentNoun(document, source, inside, context, head)
  const office = officeOf(document, inside, head)
  if (office) return office
  const owner = inside.find(actor => actor.tokens[0] <= source[0] && actor.tokens[1] >= source[1])
  if (owner?.modifier) return fromActor(document, { ...owner, modifier: false }, context, source)
  const best = inside.toSorted((a, b) => rank(b, head) - rank(a, head))[0]
  if (best && head && isOwnerOnly(best, head)) return unlisted(document, source, [best], head, context)
  if (best && rank(best, head) > 0 && !(best.kind === 'pronoun' && best.name === 'enemy'))
    return fromActor(document, best, context, source)
  const again =
    head && context.earlier.toReversed().find(holder => holder.name.toLowerCase().endsWith(` ${head.lower}`))
  if (again && document.tokens[source[0]]?.lower === 'the' && source[1] - source[0] <= 3) return { ...again, span }
  return unlisted(document, source, inside, head, context)
}

/** "he" is whom the sentence before was about, "it" the body that spoke last; null where neither is known. */
function pronounHolder(document: Document, source: TokenRange, context: HolderContext): ResolvedHolder | null {
  if (!isPronounOnly(document.tokens, source)) return null
  const word = document.tokens[source[0]]?.lower
  const last = context.earlier.at(-1)
  const pointer = pointerAt(document, source, context)
  if (pointer) return pointer
  if (word === 'he' || word === 'she') {
    const meant = last?.kind === 'official' && context.person === null ? last : (context.person ?? last ?? null)
    if (meant === null || isFitPronoun(word, meant.name)) return meant
    return context.earlier.findLast(({ name, kind }) => kind === 'official' && isFitPronoun(word, name)) ?? null
  }
  return word === 'it' || word === 'they' ? (last ?? null) : null
}

/** Whom a pronoun was found to stand for: a person for "he", and for "it" and "they" one named before in the same sentence. */
function pointerAt(document: Document, source: TokenRange, context: HolderContext): ResolvedHolder | null {
  const near = actorsBySentence(context.actors).get(document.tokens[source[0]]?.sentence ?? -1) ?? []
  const pointer = near.find(
    ({ kind, tokens, name }) => kind === 'pronoun' && tokens[0] === source[0] && name !== 'enemy' && name.length > 4,
  )
  if (!pointer) return null
  const person = pointer.holder?.kind === 'official' || /^(?:he|she)$/.test(document.tokens[source[0]]?.lower ?? '')
  const beside = near.some(
    other => other.kind !== 'pronoun' && other.tokens[0] < source[0] && other.name === pointer.name,
  )
  if (!person && !beside) return null
  const meant = context.actors.findLast(
    other => other.kind !== 'pronoun' && other.name === pointer.name && other.tokens[0] < source[0],
  )
  return meant ? fromActor(document, { ...meant, modifier: false }, context, source) : null
}

/** "X and Y said": two named side by side hold it together; their camp is that of the first. */
function pairOf(
  document: Document,
  inside: readonly ActorMention[],
  context: HolderContext,
  source: TokenRange,
): ResolvedHolder | null {
  const [first, second] = inside.filter(
    actor => !actor.modifier && ['person', 'holder', 'actor', 'party'].includes(actor.kind),
  )
  if (!first || !second) return null
  const between = document.tokens.slice(first.tokens[1], second.tokens[0])
  const lead = document.tokens.slice(source[0], first.tokens[0])
  const joined =
    between.some(token => token.lower === 'and') &&
    between.length <= 4 &&
    between.every(token => token.lower === 'and' || ['noun', 'adj', 'name', 'det'].includes(token.tag))
  if (!joined || lead.some(token => token.tag === 'prep')) return null
  const one = fromActor(document, first, context, source)
  const other = fromActor(document, second, context, source)
  if (one.name === other.name) return null
  const span = [first.span[0], second.span[1]] as const
  return { ...one, id: null, name: `${one.name} and ${other.name}`, span }
}

/** "a *UK* newspaper", "the *US* treasury secretary": the country before an office or a paper, which speaks itself. */
const isOwnerOnly = (actor: ActorMention, head: Token): boolean =>
  (actor.kind === 'actor' ||
    actor.kind === 'party' ||
    (actor.kind === 'holder' && actor.holder?.kind !== 'official')) &&
  !actor.forces &&
  actor.tokens[1] <= head.index &&
  head.tag === 'noun' &&
  OWN_VOICES.has(kindOfWords([head.lemma], 'unnamed'))
const OWN_VOICES: ReadonlySet<HolderKind> = new Set([
  'official',
  'outlet',
  'analyst',
  'channel',
  'witness',
  'forecaster',
])

/** "a report issued by X": the report is X's. */
const issuer = (tokens: readonly Token[], [from, to]: TokenRange): boolean =>
  tokens.slice(from, to).some((token, order) => (token.lower === 'by' || token.lower === 'from') && order > 0)

const PLURAL_OFFICES = new Set(
  'ministers leaders officials lawmakers diplomats ambassadors envoys senators generals commanders authorities experts analysts sources intelligence forces troops'.split(
    ' ',
  ),
)

/** "the G7 foreign ministers", "Polish officials": an office in the plural takes name and camp from the body before it. */
function officeOf(document: Document, inside: readonly ActorMention[], head: Token | null): ResolvedHolder | null {
  if (
    !head ||
    !PLURAL_OFFICES.has(head.lower) ||
    head.lower === 'forces' ||
    head.lower === 'troops' ||
    head.lower === 'intelligence'
  )
    return null
  if (
    inside.some(
      actor =>
        (actor.kind === 'generic' && actor.camp !== 'unknown') || actor.kind === 'holder' || actor.kind === 'person',
    )
  )
    return null
  const body = inside.find(actor => (actor.kind === 'actor' || actor.kind === 'party') && actor.tokens[1] <= head.index)
  if (!body) return null
  let from = head.index
  while (from > body.tokens[1] && ['noun', 'adj'].includes(document.tokens[from - 1]?.tag ?? '')) from--
  const [start] = document.tokens[from]?.span ?? [0]
  const words = document.report.text.slice(start, head.span[1])
  const named = body.modifier ? document.report.text.slice(body.span[0], head.span[1]) : `${body.name} ${words}`
  const kind = kindOfWords([head.lemma], 'official')
  const alliance = !body.modifier && body.kind === 'actor' && head.lower !== 'officials'
  return {
    id: null,
    name: named.replace(/^the /i, ''),
    kind: alliance ? 'organisation' : UNNAMED.has(head.lower) ? 'unnamed' : kind,
    camp: body.camp,
    span: [body.span[0], head.span[1]],
    party: body.party,
  }
}

function rank(actor: ActorMention, head: Token | null): number {
  const person = actor.kind === 'person' || (actor.kind === 'holder' && actor.holder?.kind === 'official')
  const base = person
    ? 6
    : actor.kind === 'holder'
      ? 4.5
      : actor.kind === 'generic'
        ? 4
        : actor.kind === 'pronoun'
          ? 3
          : actor.kind === 'office'
            ? 3.5
            : 2
  if (!actor.modifier) return base + actor.score * 0.1 + (person ? actor.tokens[1] * 1e-3 : 0)
  return head && actor.kind === 'holder' && !DOCUMENT_NOUNS.has(head.lemma) && UNNAMED.has(head.lemma)
    ? 0
    : actor.kind === 'holder'
      ? 1
      : -1
}

const LEAKED = new Set(['leaked', 'leak', 'leaks', 'classified', 'declassified', 'intercepted'])
/** What a leak consists of: in a report on one, "the documents" are those. */
const SECRETS = new Set(['document', 'file', 'memo', 'cable', 'transcript', 'recording', 'intercept'])

/** "the report", "the UK report": whoever issued it, told by the adjective or by who spoke last. */
function fromDocumentNoun(
  document: Document,
  source: TokenRange,
  inside: readonly ActorMention[],
  context: HolderContext,
  head: Token,
): ResolvedHolder {
  const leaked =
    document.tokens.slice(source[0], source[1]).some(token => LEAKED.has(token.lower)) ||
    (SECRETS.has(head.lemma) && inside.length === 0 && document.tokens.some(token => LEAKED.has(token.lower)))
  const span = spanOf(document, source)
  if (leaked)
    return {
      id: null,
      name: `leaked ${head.lemma.replace(/s$/, '')}`,
      kind: 'unnamed',
      camp: 'unknown',
      span,
      party: null,
    }
  const owner = inside[0]
  const earlier = context.earlier
    .toReversed()
    .find(holder =>
      owner === undefined ? holder.kind !== 'outlet' : holder.camp === owner.camp && holder.kind !== 'official',
    )
  if (earlier) return { ...earlier, span }
  if (owner) return fromActor(document, owner, context, source)
  return unlisted(document, source, inside, head, context)
}
