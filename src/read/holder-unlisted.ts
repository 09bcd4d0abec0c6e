import type { Theatre, TheatreHolder } from '#domain'
import { spanOf } from './attribution-parts.ts'
import type { ActorMention, Document, Token, TokenRange } from './document.ts'
import { campOfCountry, type HolderContext, LOCAL, partyOf, type ResolvedHolder } from './holder-camps.ts'
import { kindOfWords, UNNAMED } from './holder-kinds.ts'

/** Forces of a party that speak: its general staff where the theatre lists one, else by the words themselves. */
export function staffOf(document: Document, actor: ActorMention, theatre: Theatre): ResolvedHolder {
  const staff = theatre.holders.find(
    holder =>
      holder.kind === 'military' && holder.id.includes('general-staff') && partyOf(holder, theatre) === actor.party,
  )
  const head = document.tokens[actor.tokens[1] - 1]?.lemma ?? ''
  if (!STAFFS.has(head)) {
    const name = document.report.text.slice(...actor.span).replace(/^the /i, '')
    return { id: null, name, kind: 'military', camp: actor.camp, span: actor.span, party: actor.party }
  }
  const name = staff?.name ?? document.report.text.slice(...actor.span).replace(/^the /i, '')
  return { id: staff?.id ?? null, name, kind: 'military', camp: actor.camp, span: actor.span, party: actor.party }
}

/** Forces as a body that speaks; troops and soldiers speak for themselves. */
const STAFFS = new Set(['army', 'military', 'force', 'forces', 'staff', 'command'])

/** The one official in office on the day of the report who bears a surname, or null. */
function officialBySurname(surname: string, document: Document, { theatre }: HolderContext): TheatreHolder | null {
  const day = document.report.publishedAt.slice(0, 10)
  const found = theatre.holders.filter(
    holder =>
      holder.kind === 'official' &&
      (holder.from ?? '') <= day &&
      (holder.to ?? '9') >= day &&
      holder.name.split(' ').at(-1) === surname,
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

/** A capital that stands for its government ("according to Kyiv"): the party it speaks for, or null. */
function seatOf(word: string, { theatre }: HolderContext): ResolvedHolder | null {
  const seat = theatre.metonyms.find(({ words }) => words.includes(word))
  const party = theatre.parties.find(({ id }) => id === seat?.of)
  return party
    ? { id: party.id, name: party.name, kind: 'government', camp: party.camp, span: null, party: party.id }
    : null
}

/** A source the theatre does not know: its own words, the kind they name, the camp of an adjective among them. */
export function unlisted(
  document: Document,
  source: TokenRange,
  inside: readonly ActorMention[],
  head: Token | null,
  context: HolderContext,
): ResolvedHolder {
  let from = source[0]
  while (
    from < source[1] - 1 &&
    (document.tokens[from]?.tag === 'det' ||
      ['its', 'his', 'their', 'a', 'the'].includes(document.tokens[from]?.lower ?? ''))
  )
    from++
  const span = spanOf(document, [from, Math.min(source[1], from + 8)])
  const words = document.tokens.slice(source[0], source[1]).map(token => token.lemma)
  const plain = head !== null && UNNAMED.has(head.lower)
  const kind = plain ? 'unnamed' : kindOfWords(head ? [head.lemma, head.lower] : words, kindOfWords(words, 'unnamed'))
  const known =
    source[1] - source[0] === 1 && head?.tag === 'name' ? officialBySurname(head.form, document, context) : null
  if (known) {
    const { id, name, camp } = known
    return { id, name, kind: known.kind, camp, span, party: partyOf(known, context.theatre) }
  }
  const seat = source[1] - source[0] === 1 && head ? seatOf(head.form, context) : null
  if (seat) return { ...seat, span }
  const owner = ['its', 'his', 'their'].includes(document.tokens[source[0]]?.lower ?? '')
    ? context.earlier.at(-1)
    : undefined
  if (owner && inside[0] === undefined)
    return { id: null, name: document.report.text.slice(...span), kind, camp: owner.camp, span, party: owner.party }
  const local =
    kind === 'witness' ||
    words.some(word => LOCAL.has(word.toLowerCase())) ||
    (head !== null && /^(officials?|authorities|residents?|police)$/.test(head.lower))
  const open = !['analyst', 'outlet', 'forecaster', 'channel', 'organisation'].includes(kind)
  const camp = inside[0]?.camp ?? (local ? campOfCountry(context, kind) : open ? 'unknown' : 'third-party')
  return { id: null, name: document.report.text.slice(...span), kind, camp, span, party: inside[0]?.party ?? null }
}
