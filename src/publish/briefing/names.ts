import { type Holder, type RecordedClaim, saysNone } from '#domain'
import { foldName, unique } from '#kit'
import { givesLossesToAgent } from './against.ts'
import { listWords, oneLine } from './words.ts'

/** Nouns whose names take an article: "the General Staff", "the Institute for the Study of War", "the Black Sea". */
const WITH_ARTICLE =
  /\b(?:ministry|staff|command|force|forces|service|institute|office|council|union|nations|kremlin|department|agency|house|directorate|guard|corps|army|navy|fleet|brigade|committee|commission|administration|cabinet|government|parliament|bank|fund|court|organisation|organization|programme|pentagon|center|centre|group|team|sea|river|strait|spit|peninsula|reservoir|dam|bridge|front|airport|airfield)\b/i
const WHOLE_WITH_ARTICLE =
  /^(?:united states|united kingdom|netherlands|us|uk|eu|un|g7|fsb|svr|gur|sbu|cia|icc|iaea|osce|imf)$/i
const WITHOUT_ARTICLE = /^(?:[Tt]he|[Aa]n?|[Ss]ome|[Oo]ne|[Ss]everal|[Mm]any)\b|^\p{Lu}[\p{L}]*(?:['’]s|s['’])\s/u

/** A name with "the" where English asks for it: bodies and waters, not people, outlets, channels or `Ukraine's …`. */
export function withArticle(name: string): string {
  const line = oneLine(name)
  if (WHOLE_WITH_ARTICLE.test(line)) return `the ${line}`
  return WITH_ARTICLE.test(line) && !WITHOUT_ARTICLE.test(line) ? `the ${line}` : line
}

/** A holder as a sentence names it. A bare office or nothing like a name is shown as what it is, in quotation marks. */
export function holderName({ name, kind }: Holder): string {
  const line = plainCase(
    oneLine(name)
      .replace(/^the\s+(?=the\s)/i, '')
      .replace(/\s+(?:of|in|for|from|at|to|the|and|with)$/i, ''),
  )
  if (kind === 'outlet' || kind === 'channel') return line
  if (/^(?:in|at|from|of|near|on|by|with)\b/i.test(line)) return `an unnamed source (“${line}”)`
  if (/\p{Lu}/u.test(line)) return isBody(line) ? withArticle(line) : BY_OFFICE.test(line) ? oneOf(line) : line
  if (BARE_OFFICE.test(line)) return `an unnamed official (“${line}”)`
  if (BARE_BODY.test(line)) return `an unnamed body (“${line}”)`
  if (kind === 'unnamed' && !isMany({ name: line, kind }) && !WITHOUT_ARTICLE.test(line))
    return `an unnamed source (“${line}”)`
  if (BY_OFFICE.test(line)) return oneOf(line)
  const single = kind === 'official' && !isMany({ name: line, kind }) && !WITHOUT_ARTICLE.test(line)
  return single ? `the ${line}` : withArticle(line)
}

const oneOf = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`

/** "Local governor" as a headline writes it is no name. */
const plainCase = (name: string): string =>
  /^(?:Local|Regional|Mayor['’]s|City|Town|State|Senior|Top|Foreign|Interior|Presidential|Government|Military|Police|Emergency|Security) \p{Ll}[\p{Ll} '’-]*$/u.test(
    name,
  )
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name

const BARE_OFFICE =
  /^(?:head|chief|minister|president|general|colonel|commander|governor|mayor|chairman|chairwoman|director|official|deputy|ambassador|officer|envoy|leader|spokes(?:man|woman|person)|secretary|adviser)$/
const BARE_BODY = /^(?:ministry|staff|service|administration|office|agency|department|council|command|government)$/
/** Names that open with an office and go on to say whose: "spokesman for the brigade". */
const BY_OFFICE =
  /^(?:spokes(?:man|woman|person)|adviser|deputy head|head|commander|member|representative) (?:for|of|to)\b/

const isBody = (name: string): boolean => WITH_ARTICLE.test(name) || WHOLE_WITH_ARTICLE.test(name)

/** True for holders English speaks of in the plural: "officials say", "G7 foreign ministers say", "Putin and Xi say". */
function isMany({ name, kind }: Pick<Holder, 'name' | 'kind'>): boolean {
  const last = name.split(' ').at(-1) ?? ''
  if (/^(?:[a-z].*[^su]s|media|people|police)$/.test(last)) return true
  if (kind === 'unnamed' || kind === 'witness') return /[^su]s$/.test(last)
  return / and /.test(name) && !WITH_ARTICLE.test(name)
}

/** Those who hold one thing together, and whether the verb after them is plural. */
export interface Speakers {
  /** Ready for a verb: "Agentstvo, via Reuters,". */
  readonly words: string
  /** Ready for anything else: "Agentstvo, via Reuters". */
  readonly bare: string
  readonly plural: boolean
  /** True when all of them are outlets. */
  readonly outlets: boolean
  /** True when nothing stands between them and the reader: the words are their own. */
  readonly direct: boolean
}

const MOST_NAMED = 3

/**
 * The holders of some claims as the subject of a sentence, in the order given: by name, with the way it reached the
 * reader where there is one ("Agentstvo, via Reuters,"; in a list "Agentstvo (via Reuters)"), at most three by name.
 */
export function speakersOf(claims: readonly RecordedClaim[]): Speakers {
  const names = unique(claims.map(claim => foldName(claim.holder.name)))
  const groups = names.map(name => claims.filter(claim => foldName(claim.holder.name) === name))
  const outlets = claims.every(claim => claim.holder.kind === 'outlet')
  const direct = claims.every(({ chain }) => chain.length === 1)
  const [only] = groups
  if (groups.length === 1 && only?.[0]) {
    const via = viaWords(only)
    const against = only.every(isAdmission) ? ', against its own interest' : ''
    const aside = `${via && `, ${via}`}${against}`
    const bare = `${holderName(only[0].holder)}${aside}`
    return { words: `${bare}${aside && ','}`, bare, plural: isMany(only[0].holder), outlets, direct }
  }
  const named = groups.slice(0, MOST_NAMED).map(group => {
    const via = viaWords(group)
    return `${group[0] ? holderName(group[0].holder) : ''}${via && ` (${via})`}`
  })
  const left = groups.length - named.length
  const words = listWords(left > 0 ? [...named, `${left} more`] : named)
  return { words, bare: words, plural: true, outlets, direct }
}

/** True where a speaker's own camp is harmed by what it says, and the words bear that out; a report's own voice admits nothing. */
export const isAdmission = (claim: RecordedClaim): boolean =>
  claim.againstInterest &&
  claim.holder.span !== null &&
  claim.confidence >= LEAST_TRUST &&
  !claim.holder.camp.endsWith(ALLY) &&
  !(claim.type.startsWith('control.') && !claim.places.some(({ role }) => role === 'at')) &&
  !givesLossesToAgent(claim) &&
  !saysNone(claim) &&
  !DRIVEN.test(claim.text)

/** Who was driven back is the other side, more often than not: no admission to hold up. */
const DRIVEN =
  /\b(?:push(?:ed|es|ing)?|driv(?:en|es|ing)|drove|beat(?:en)?|thr(?:ew|own)) (?:\S+ )?(?:back|off|out)\b|\brepel|\brepuls/i

/** How the codebook names the camp of those who back a party: what they say of it admits nothing of their own. */
const ALLY = '-ally'

/** A reading trusted less is not held up as an admission. */
const LEAST_TRUST = 0.6

/** "via Reuters via Example Daily and 2 others": the shortest chain, and how many further outlets carry it. */
export function viaWords(claims: readonly RecordedClaim[]): string {
  const shortest = claims.reduce<RecordedClaim | undefined>(
    (best, claim) => (best && best.chain.length <= claim.chain.length ? best : claim),
    undefined,
  )
  if (!shortest || shortest.chain.length < 2) return ''
  const way = shortest.chain.slice(1).map(oneLine)
  const last = shortest.chain.at(-1)
  const others = unique(claims.map(claim => claim.chain.at(-1))).filter(outlet => outlet !== last).length
  return `via ${way.join(' via ')}${others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : ''}`
}
