import { createHash } from 'node:crypto'
import {
  type ClaimPlace,
  type Holder,
  type Instant,
  isBand,
  type RecordedClaim,
  STIX_CONFIDENCE,
  STIX_DNI,
  STIX_OPINION,
  startOfDay,
} from '#domain'
import { deskLink, type ExportInput, eachEvent, type ToldEvent } from './export-input.ts'
import { wordsOf } from './standing.ts'

type Stix = Readonly<Record<string, unknown>> & { readonly id: string }

/** What one bundle shares: whose it is, and which identities and locations stand in it already. */
interface Bundle {
  readonly input: ExportInput
  readonly self: string
  readonly written: Set<string>
}

/**
 * Events as one STIX 2.1 bundle. An event is a Report; each claim that asserts it a Note by its holder, with the words as
 * content; each denial an Opinion of its holder on the Report; Fogline's belief an Opinion of Fogline's; holders are
 * Identities and places Locations, each written once. Confidence stands on the DNI scale for a holder's own word of
 * likelihood and on the low/medium/high scale for Fogline's; where nothing was said there is none.
 */
export async function* eventsStix(input: ExportInput): AsyncGenerator<string> {
  const self = idOf('identity', `${input.theatre.id} fogline`)
  const bundle: Bundle = { input, self, written: new Set() }
  yield `{"type":"bundle","id":"${idOf('bundle', `${input.theatre.id} ${input.asOf} ${JSON.stringify(input.filter)}`)}","objects":[\n`
  yield JSON.stringify({ ...common('identity', self, EPOCH, bundle), name: 'Fogline', identity_class: 'system' })
  for await (const told of eachEvent(input))
    for (const object of objectsOf(told, bundle)) yield `,\n${JSON.stringify(object)}`
  yield '\n]}\n'
}

/** Identities and places have no moment of their own; the same object must be the same bytes in every bundle. */
const EPOCH = '2022-01-01T00:00:00.000Z' as Instant

/** Random-looking and the same in every export, as STIX asks of objects that are sent again: a UUID of version 5. */
function idOf(type: string, key: string): string {
  const bytes = createHash('sha1').update(`fogline ${type} ${key}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${type}--${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}

const common = (type: string, id: string, at: Instant, { self }: Pick<Bundle, 'self'>) => ({
  type,
  spec_version: '2.1',
  id,
  created_by_ref: self,
  created: at,
  modified: at,
})

function* objectsOf(told: ToldEvent, bundle: Bundle): Generator<Stix> {
  const { event, claims, belief, standing } = told
  if (claims.length === 0) return
  const report = idOf('report', event.id)
  const learned = claims.map(claim => claim.learned).sort()
  const refs: string[] = []
  for (const claim of claims) {
    for (const place of claim.places) yield* location(place, bundle)
    yield* identity(claim.holder, bundle)
    if (claim.stance !== 'asserts') continue
    const object = note(claim, bundle)
    refs.push(object.id)
    yield object
  }
  const places = claims.flatMap(({ places }) => places.map(place => idOf('location', placeKey(place))))
  yield {
    ...common('report', report, learned[0] as Instant, bundle),
    modified: learned.at(-1),
    name: wordsOf(claims, belief),
    report_types: ['observed-data'],
    published: startOfDay(event.happened.start),
    labels: [event.type, standing],
    object_refs: [...new Set([...refs, ...places])],
    external_references: references(claims, bundle),
  }
  for (const claim of claims) if (claim.stance !== 'asserts') yield dissent(claim, report, bundle)
  if (belief) {
    yield {
      ...common('opinion', idOf('opinion', belief.about), belief.learned, bundle),
      opinion: STIX_OPINION[belief.likelihood],
      explanation: `${belief.likelihood}, ${belief.confidence} confidence, ${belief.origins} independent origins (rule ${belief.rule}); because ${belief.because.join(' ')}; against ${belief.against.join(' ') || 'none'}`,
      confidence: STIX_CONFIDENCE[belief.confidence],
      object_refs: [report],
    }
  }
}

const placeKey = ({ id, name }: ClaimPlace): string => id ?? name
const holderKey = ({ id, name }: Holder): string => id ?? name

function* location(place: ClaimPlace, bundle: Bundle): Generator<Stix> {
  const id = idOf('location', placeKey(place))
  if (bundle.written.has(id)) return
  bundle.written.add(id)
  yield {
    ...common('location', id, EPOCH, bundle),
    name: place.name,
    ...(place.lat === null || place.lon === null ? {} : { latitude: place.lat, longitude: place.lon }),
    // A location must say where by one of three; a name in no gazetteer is in no region that could be named.
    ...(place.country === null ? (place.lat === null ? { region: 'unknown' } : {}) : { country: place.country }),
    ...(place.admin === null ? {} : { administrative_area: place.admin }),
  }
}

const IDENTITY_CLASS: Readonly<Record<Holder['kind'], string>> = {
  government: 'organization',
  military: 'organization',
  agency: 'organization',
  official: 'individual',
  outlet: 'organization',
  analyst: 'organization',
  channel: 'unknown',
  organisation: 'organization',
  forecaster: 'organization',
  witness: 'individual',
  unnamed: 'unknown',
}

function* identity(holder: Holder, bundle: Bundle): Generator<Stix> {
  const id = idOf('identity', holderKey(holder))
  if (bundle.written.has(id)) return
  bundle.written.add(id)
  yield {
    ...common('identity', id, EPOCH, bundle),
    name: holder.name,
    identity_class: IDENTITY_CLASS[holder.kind],
    labels: [`camp:${holder.camp}`],
  }
}

function note(claim: RecordedClaim, bundle: Bundle): Stix {
  const { certainty } = claim
  const refs = [...new Set(claim.places.map(place => idOf('location', placeKey(place))))]
  return {
    ...common('note', idOf('note', claim.id), claim.learned, bundle),
    abstract: `${claim.holder.name}, by ${claim.chain.join(' → ')}`,
    content: claim.text,
    authors: [claim.holder.name],
    labels: [claim.type, claim.certainty],
    ...(isBand(certainty) ? { confidence: STIX_DNI[certainty] } : {}),
    object_refs: refs.length > 0 ? refs : [idOf('identity', holderKey(claim.holder))],
    external_references: references([claim], bundle),
  }
}

const dissent = (claim: RecordedClaim, report: string, bundle: Bundle): Stix => ({
  ...common('opinion', idOf('opinion', claim.id), claim.learned, bundle),
  opinion: claim.stance === 'denies' ? 'strongly-disagree' : 'disagree',
  explanation: claim.text,
  authors: [claim.holder.name],
  object_refs: [report],
  external_references: references([claim], bundle),
})

/** Where the words stand: the claim's id, and its page where the desk has an address. */
const references = (claims: readonly RecordedClaim[], { input }: Bundle) =>
  claims.map(({ id, outlet, source }) => {
    const url = deskLink(input.base, 'claim', id)
    return { source_name: 'fogline', external_id: id, description: outlet ?? source, ...(url === null ? {} : { url }) }
  })
