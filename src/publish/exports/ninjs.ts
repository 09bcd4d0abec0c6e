import type { RecordedClaim, Story } from '#domain'
import { claimTypeRow } from '#domain'
import { unique } from '#kit'
import { claimsOf, deskLink, type ExportInput, eachRow } from './export-input.ts'

const STANDARD = { name: 'ninjs', version: '2.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json' }

/**
 * Stories as ninjs 2.1 (IPTC), one news object a line: the headline among the reports' own, a body of claims each with its
 * holder and id, the places and bodies they name, and the reports themselves as associations.
 */
export async function* storiesNinjs(input: ExportInput): AsyncGenerator<string> {
  const { ledger, asOf, filter } = input
  const { saidFrom, saidTo } = filter
  for await (const story of eachRow(page => ledger.stories({ saidFrom, saidTo, asOf, ...page }))) {
    const claims = [...(await claimsOf(input, story.claims)).values()]
    yield `${JSON.stringify(await newsObject(input, story, claims))}\n`
  }
}

async function newsObject(input: ExportInput, story: Story, claims: readonly RecordedClaim[]) {
  const { theatre } = input
  const body = claims.map(({ holder, text, id }) => `${holder.name}: “${text}” [${id}]`).join('\n')
  const link = deskLink(input.base, 'story', story.id)
  return {
    uri: `urn:fogline:${theatre.id}:story:${story.id}`,
    type: 'text',
    representationtype: 'full',
    profile: 'fogline-story',
    pubstatus: 'usable',
    firstcreated: story.firstSaid,
    versioncreated: story.lastSaid,
    language: 'en',
    headlines: [{ role: 'main', value: story.headline }],
    bodies: [{ role: 'claims', contenttype: 'text/plain', charcount: body.length, value: body }],
    places: placesOf(claims),
    organisations: unique(claims.flatMap(({ agent, target }) => [agent, target].flatMap(name => name ?? []))).map(
      name => ({ name, rel: 'about' }),
    ),
    subjects: unique(claims.map(({ type }) => type)).map(type => ({ name: claimTypeRow(type).says, literal: type })),
    infosources: unique(claims.map(({ outlet, source }) => outlet ?? source)).map(name => ({
      name,
      role: 'publisher',
    })),
    associations: await reportsOf(input, story),
    altids: [{ role: 'fogline', value: story.id }],
    ...(link === null ? {} : { renditions: [{ name: 'desk', href: link, contenttype: 'text/html' }] }),
    standard: STANDARD,
  }
}

function placesOf(claims: readonly RecordedClaim[]) {
  const places = new Map(claims.flatMap(claim => claim.places.map(place => [place.id ?? place.name, place] as const)))
  return [...places].map(([literal, { name, lat, lon }]) => ({
    name,
    literal,
    ...(lat === null || lon === null ? {} : { geojson: { type: 'Point', coordinates: [lon, lat] } }),
  }))
}

async function reportsOf({ ledger, asOf, theatre }: ExportInput, story: Story) {
  const reports = []
  for await (const article of eachRow(page => ledger.articles({ story: story.id, asOf, ...page }))) {
    reports.push({
      name: article.title ?? article.id,
      uri: isUri(article.url) ? article.url : `urn:fogline:${theatre.id}:article:${article.id}`,
      type: 'text',
      versioncreated: article.publishedAt,
      by: article.outlet ?? article.source,
    })
  }
  return reports
}

const isUri = (url: string | null): url is string => url !== null && URL.canParse(url) && !/[\s<>"{}|\\^`]/.test(url)
