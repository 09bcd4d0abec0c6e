import type { Map as LibreMap } from 'maplibre-gl'
import type { Family } from '#domain'

/** The colours of the style sheet as the map needs them: resolved for the scheme in force. */
export interface Palette {
  readonly paper: string
  readonly card: string
  readonly sea: string
  readonly ink: string
  readonly quiet: string
  readonly rule: string
  readonly edge: string
  readonly accent: string
  readonly contested: string
  readonly unknown: string
  readonly parties: readonly string[]
}

/** Reads the colours through an element, since a custom property tells its text and not its value. */
export function readPalette(): Palette {
  const probe = document.createElement('span')
  document.body.append(probe)
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const palette = {
    paper: read('paper'),
    card: read('card'),
    sea: read('sea'),
    ink: read('ink'),
    quiet: read('quiet'),
    rule: read('rule'),
    edge: read('edge'),
    accent: read('accent'),
    contested: read('contested'),
    unknown: read('unknown'),
    parties: [read('party-1'), read('party-2'), read('party-3')],
  }
  probe.remove()
  return palette
}

const SIZE = 36
const RATIO = 2

/** Draws an icon and gives it to the map under its name. */
function addIcon(map: LibreMap, name: string, draw: (pen: CanvasRenderingContext2D) => void): void {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return
  draw(pen)
  map.addImage(name, pen.getImageData(0, 0, SIZE, SIZE), { pixelRatio: RATIO })
}

const HALF = SIZE / 2

function disc(
  pen: CanvasRenderingContext2D,
  { fill, edge, radius }: { fill: string; edge: string; radius: number },
): void {
  pen.beginPath()
  pen.arc(HALF, HALF, radius, 0, 2 * Math.PI)
  pen.fillStyle = fill
  pen.fill()
  pen.lineWidth = 3
  pen.strokeStyle = edge
  pen.stroke()
}

/** Stripes inside the disc drawn last, `step` apart, at an angle. */
function stripes(pen: CanvasRenderingContext2D, colour: string, angle: number, step: number): void {
  pen.save()
  pen.beginPath()
  pen.arc(HALF, HALF, 11, 0, 2 * Math.PI)
  pen.clip()
  pen.translate(HALF, HALF)
  pen.rotate(angle)
  pen.strokeStyle = colour
  pen.lineWidth = 3
  for (let at = -step * 3; at <= step * 3; at += step) {
    pen.beginPath()
    pen.moveTo(-SIZE, at)
    pen.lineTo(SIZE, at)
    pen.stroke()
  }
  pen.restore()
}

/** One mark for each holder: a disc, plain or with a bar, for the parties, hatched for contested, an open ring for unknown. */
export function addHolderIcons(map: LibreMap, palette: Palette, parties: readonly string[]): void {
  const edge = palette.card
  parties.forEach((party, at) => {
    const fill = palette.parties[at] ?? palette.quiet
    addIcon(map, `held-${party}`, pen => {
      disc(pen, { fill, edge, radius: 11 })
      if (at === 1) stripes(pen, palette.card, 0, SIZE)
      if (at === 2) stripes(pen, palette.card, Math.PI / 2, SIZE)
    })
  })
  addIcon(map, 'held-contested', pen => {
    disc(pen, { fill: palette.contested, edge: palette.ink, radius: 11 })
    stripes(pen, palette.ink, -Math.PI / 4, 7)
  })
  addIcon(map, 'held-unknown', pen => {
    pen.setLineDash([5, 4])
    disc(pen, { fill: palette.paper, edge: palette.quiet, radius: 10 })
  })
}

/** Outlines of the families' marks, in a square from 0 to 36. */
export const FAMILY_PATHS: Readonly<Record<Family, string>> = {
  control: 'M9 6v25M9 7h18l-5 6 5 6H9',
  combat: 'M18 5 31 30H5Z',
  harm: 'M18 6v24M6 18h24',
  politics: 'M6 8h24v15H17l-7 7v-7H6Z',
  economy: 'M18 5 31 18 18 31 5 18Z',
  assessment: 'M4 18q14-15 28 0q-14 15-28 0ZM18 14v8',
}

/** One mark for each family of claims, told apart by shape alone. */
export function addFamilyIcons(map: LibreMap, palette: Palette): void {
  for (const [family, path] of Object.entries(FAMILY_PATHS)) {
    addIcon(map, `family-${family}`, pen => {
      const shape = new Path2D(path)
      pen.lineJoin = pen.lineCap = 'round'
      pen.strokeStyle = palette.card
      pen.lineWidth = 10
      pen.stroke(shape)
      pen.strokeStyle = palette.ink
      pen.lineWidth = 4.5
      pen.stroke(shape)
    })
  }
}
