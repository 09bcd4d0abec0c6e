import type { TheatreHolder } from '#domain'
import type { ActorMention, Document } from './document.ts'
import { singularOf } from './lemmas.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { matchName } from './trie.ts'

/** A sign of a country in a report: a body or party of it, or a town in it. */
interface Sign {
  readonly sentence: number
  readonly at: number
  readonly country: string
  readonly weight: number
}

const REACH = 8
const signsOf = new WeakMap<Document, readonly Sign[]>()

/** The country of a mention's record, or null. */
export function countryOf(index: TheatreIndex, mention: ActorMention): string | null {
  if (mention.holder) return mention.holder.country
  const somebody = index.byId.get(mention.id ?? mention.party ?? '')
  if (somebody?.kind === 'party') return somebody.party.country
  if (somebody?.kind === 'actor') return somebody.actor.country
  const party = mention.party ?? index.partyOfCamp.get(mention.camp)
  return index.theatre.parties.find(({ id }) => id === party)?.country ?? null
}

/** Every sign of a country in the report, in no special order; a capital weighs most, a town or a people's adjective least. */
function readSigns(document: Document, index: TheatreIndex, named: readonly ActorMention[]): readonly Sign[] {
  const known = signsOf.get(document)
  if (known) return known
  const signs: Sign[] = []
  const covered = new Set<number>()
  for (const mention of named) {
    for (let at = mention.tokens[0]; at < mention.tokens[1]; at += 1) covered.add(at)
    const country = countryOf(index, mention)
    const weight = mention.modifier ? 0.5 : 1
    if (country) signs.push({ sentence: mention.sentence, at: mention.tokens[0], country, weight })
  }
  const capitals = new Set(index.theatre.metonyms.flatMap(({ alsoPlace, words }) => (alsoPlace ? words : [])))
  for (const { index: sentence, tokens } of document.sentences) {
    for (let at = tokens[0]; at < tokens[1]; at += 1) {
      if (covered.has(at) || document.tokens[at]?.tag !== 'name') continue
      const place = matchName(index.places, document.tokens, at, tokens[1])?.values[0]
      if (place) signs.push({ sentence, at, country: place.country, weight: capitals.has(place.name) ? 2 : 0.5 })
    }
  }
  signsOf.set(document, signs)
  return signs
}

/** How much the words near a token speak of each country; the nearer the more, those behind it half. */
function weighCountries(
  document: Document,
  index: TheatreIndex,
  named: readonly ActorMention[],
  at: number,
): Map<string, number> {
  const sentence = document.tokens[at]?.sentence ?? 0
  const weights = new Map<string, number>()
  for (const sign of readSigns(document, index, named)) {
    const away = sentence - sign.sentence
    if (away < 0 || away > REACH) continue
    const behind = away > 0 ? 0.5 : sign.at > at ? 0.5 : 1
    weights.set(sign.country, (weights.get(sign.country) ?? 0) + (sign.weight * behind) / (1 + away))
  }
  return weights
}

/**
 * Of the holders that bear an office on the day ("the air force", "the chancellor") the one whose country the words near
 * token `at` speak of; null where two countries come near each other, or where only others than the sole bearer's are named.
 */
export function chooseByCountry(
  document: Document,
  index: TheatreIndex,
  named: readonly ActorMention[],
  at: number,
  bearers: readonly TheatreHolder[],
): TheatreHolder | null {
  // A staff counts the other side's losses: whoever is said behind it to have lost is not its own side.
  const losers = losersBehind(document, index, named, at)
  const tellers = bearers.filter(({ country }) => country === null || !losers.has(country))
  if (tellers.length === 1 && tellers.length < bearers.length) return tellers[0] ?? null
  const weights = weighCountries(document, index, named, at)
  const weightOf = (holder: TheatreHolder) => weights.get(holder.country ?? '') ?? 0
  const best = Math.max(0, ...bearers.map(weightOf))
  if (best === 0) {
    const only = bearers.length === 1 ? bearers[0] : undefined
    const parties = new Set(index.theatre.parties.map(({ country }) => country))
    const others = [...weights.keys()].some(country => !parties.has(country) || parties.has(only?.country ?? ''))
    return only && !others ? only : null
  }
  const near = bearers.filter(holder => weightOf(holder) === best)
  const rival = bearers.some(holder => weightOf(holder) < best && weightOf(holder) * 1.5 > best)
  return near.length === 1 && !rival ? (near[0] ?? null) : null
}

const LOST = /^(?:los(?:t|es?|ing)|suffer(?:s|ed)?)$/
const HELPS = /^(?:ha(?:s|ve|d)|alone|also|already)$/

/** Countries of those whom the sentence, behind token `at`, says to have lost men or arms: "the staff says Veskia lost 40 tanks". */
function losersBehind(
  document: Document,
  index: TheatreIndex,
  named: readonly ActorMention[],
  at: number,
): ReadonlySet<string> {
  const { tokens } = document
  const losers = named.filter(mention => {
    if (mention.sentence !== tokens[at]?.sentence || mention.tokens[0] <= at) return false
    let verb = mention.tokens[1]
    while (HELPS.test(tokens[verb]?.lower ?? '')) verb += 1
    return LOST.test(tokens[verb]?.lower ?? '') && tokens.slice(verb, verb + REACH).some(({ tag }) => tag === 'num')
  })
  return new Set(losers.flatMap(mention => countryOf(index, mention) ?? []))
}

/** The words of an office that tell it from another: "foreign", "minister" of "the new foreign minister". */
export const officeWords = (document: Document, from: number, head: number): string[] =>
  document.tokens
    .slice(from, head + 1)
    .filter(token => token.tag !== 'adj' || QUALIFIERS.has(token.lower))
    .map(token => singularOf(token.lower).replace(/^defense$/, 'defence'))

const QUALIFIERS = new Set('foreign prime deputy chief general interior regional military'.split(' '))
