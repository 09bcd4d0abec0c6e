import type { TheatreHolder } from '#domain'
import type { ActorMention, Document } from './document.ts'
import { singularOf } from './lemmas.ts'
import { OFFICE_ABBREVIATIONS } from './lexicon/office-abbreviations.ts'
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
  listed: readonly TheatreHolder[],
): TheatreHolder | null {
  // A staff counts the other side's losses and crimes: whoever is said behind it to have lost or done them is not its own side.
  const losers = othersBehind(document, index, named, at)
  const tellers = listed.filter(({ country }) => country === null || !losers.has(country))
  const bearers = tellers.length > 0 ? tellers : listed
  if (tellers.length === 1 && tellers.length < listed.length) return tellers[0] ?? null
  const weights = weighCountries(document, index, named, at)
  const weightOf = (holder: TheatreHolder) => weights.get(holder.country ?? '') ?? 0
  const best = Math.max(0, ...bearers.map(weightOf))
  if (best === 0) {
    const parties = new Set(index.theatre.parties.map(({ country }) => country))
    const sides = bearers.filter(({ country }) => parties.has(country ?? ''))
    if (losers.size > 0 && sides.length === 1) return sides[0] ?? null
    const only = bearers.length === 1 ? bearers[0] : undefined
    const others = [...weights.keys()].some(country => !parties.has(country) || parties.has(only?.country ?? ''))
    return only && !others ? only : null
  }
  const near = bearers.filter(holder => weightOf(holder) === best)
  const rival = bearers.some(holder => weightOf(holder) < best && weightOf(holder) * 1.5 > best)
  return near.length === 1 && !rival ? (near[0] ?? null) : null
}

/** Acts that nobody tells of his own side: what is done to civilians and to the laws of war. */
const OUTRAGES =
  /^(?:shell|bomb|bombard|violate|deport|torture|loot|execute|abduct|terrorise|terrorize|murder|massacre)$/
const CIVIL = /^(?:civilian|child|woman|people|resident|hospital|school|passerby)$/

/** True where the words behind a mention tell an outrage of it: "said Veskian troops had *shelled* X", "*killed* two civilians". */
function isAccused(document: Document, to: number): boolean {
  const verb = document.tokens.slice(to, to + 5).find(({ tag }) => tag === 'verb')
  if (!verb || verb.sentence !== document.tokens[to - 1]?.sentence) return false
  if (OUTRAGES.test(verb.lemma)) return true
  const harmed = document.tokens.slice(verb.index + 1, verb.index + 6)
  return verb.lemma === 'kill' && harmed.some(({ lemma, sentence }) => CIVIL.test(lemma) && sentence === verb.sentence)
}

const LOST = /^(?:los(?:t|es?|ing)|suffer(?:s|ed)?)$/
const HELPS = /^(?:ha(?:s|ve|d)|alone|also|already)$/

/** Countries of those whom the sentence, behind token `at`, says to have lost men or arms ("the staff says Veskia lost 40 tanks") or accuses. */
function othersBehind(
  document: Document,
  index: TheatreIndex,
  named: readonly ActorMention[],
  at: number,
): ReadonlySet<string> {
  const { tokens } = document
  const here = tokens[at]?.sentence ?? 0
  const losers = named.filter(mention => {
    const near = mention.sentence === here || mention.sentence === here - 1
    if (near && isAccused(document, mention.tokens[1])) return true
    if (mention.sentence !== here || mention.tokens[0] <= at) return false
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
    .flatMap(token => OFFICE_ABBREVIATIONS.get(token.form)?.split(' ') ?? token.lower)
    .map(word => singularOf(word).replace(/^defense$/, 'defence'))

const QUALIFIERS = new Set('foreign prime deputy chief general interior regional military'.split(' '))
