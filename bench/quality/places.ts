import { basename } from 'node:path'
import type { Instant } from '#domain'
import { distanceKm } from '#kit'
import { openGrammar } from '#read/model'
import { loadTheatre, openGazetteer } from '#theatre'
import { findActors } from '../../src/read/actors.ts'
import { findPlaces } from '../../src/read/places.ts'
import { readDocument } from '../../src/read/sentences.ts'
import { compileTheatre } from '../../src/read/theatre-index.ts'
import { listFiles, prf, readText, unescapeXml } from './data-files.ts'

interface GoldPlace {
  readonly span: readonly [number, number]
  readonly lat: number | null
  readonly lon: number | null
}
interface GoldText {
  readonly text: string
  readonly day: string
  readonly places: readonly GoldPlace[]
}

const NEAR_KM = 161

const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1]
const number = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text))
const body = (xml: string): string => {
  const raw = tag(xml, 'text') ?? ''
  return raw.startsWith('<![CDATA[') ? raw.slice(9, -3) : unescapeXml(raw)
}

/** Reads LGL (`toponym`, 0-based) or GeoVirus (`location`, 1-based where the words say so). */
function readGeoXml(xml: string): GoldText[] {
  return xml
    .split(/<article\b/)
    .slice(1)
    .map(article => {
      const text = body(article)
      const marks = [...article.matchAll(/<(toponym|location)>([\s\S]*?)<\/\1>/g)].map(([, , mark]) => mark ?? '')
      const places = marks.flatMap(mark => {
        const name = unescapeXml(tag(mark, 'phrase') ?? tag(mark, 'name') ?? '')
        const start = Number(tag(mark, 'start'))
        const from = [start, start - 1].find(at => text.startsWith(name, at))
        if (from === undefined || name === '') return []
        return [
          { span: [from, from + name.length] as const, lat: number(tag(mark, 'lat')), lon: number(tag(mark, 'lon')) },
        ]
      })
      return { text, day: /<dltime>(\d{4}-\d{2}-\d{2})/.exec(article)?.[1] ?? '2010-01-01', places }
    })
}

const reportOf = ({ day, text }: { readonly day: string; readonly text: string }) => ({
  title: null,
  outlet: null,
  publishedAt: `${day}T00:00:00.000Z` as Instant,
  url: null,
  language: 'en',
  text,
})

/**
 * Scores place names on LGL or GeoVirus: strict span precision, recall and F1, and of gold places with coordinates whose
 * span was found the share put within 161 km (`near`); both again under the file's name, for the floors. The theatre is the shipped Ukraine pack; nothing of these texts is
 * about it.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const index = compileTheatre(loadTheatre('ukraine'))
  const gazetteer = openGazetteer()
  let [right, found, wanted, located, near, overlapping] = [0, 0, 0, 0, 0, 0]
  for (const path of listFiles(dataPath, /\.xml(?:\.gz)?$/)) {
    for (const gold of readGeoXml(readText(path))) {
      const document = readDocument(reportOf(gold), openGrammar())
      const places = findPlaces(document, index, gazetteer, findActors(document, index)).filter(place => !place.anaphor)
      const bySpan = new Map(places.map(place => [place.span.join(), place]))
      found += places.length
      wanted += gold.places.length
      for (const want of gold.places) {
        if (places.some(place => place.span[0] < want.span[1] && want.span[0] < place.span[1])) overlapping += 1
        const place = bySpan.get(want.span.join())
        if (!place) continue
        right += 1
        if (want.lat === null || want.lon === null) continue
        located += 1
        const point = place.lat === null || place.lon === null ? null : { lat: place.lat, lon: place.lon }
        if (point && distanceKm(point, { lat: want.lat, lon: want.lon }) <= NEAR_KM) near += 1
      }
    }
  }
  const names = prf(right, found, wanted)
  const score = { f1: names.f1, near: located > 0 ? near / located : 0 }
  const set = basename(dataPath).replace(/\..*$/, '').toLowerCase()
  return {
    places: wanted,
    ...names,
    ...score,
    overlapRecall: wanted > 0 ? overlapping / wanted : 0,
    [`${set}.f1`]: score.f1,
    [`${set}.near`]: score.near,
  }
}
