import type { RiverCourse } from '#domain'

export type Bank = 'right' | 'left'

/** The compass or hand word before "bank": "the entire west bank", "right-bank", "the river's left bank". */
const BANK =
  /\b(right|left|north|south|east|west)(?:ern)?[\s-]+(?:and\s+(?:north|south|east|west)(?:ern)?\s+)?banks?\b/iu

/** The bank that words name, by what the theatre calls each; null where they name none, or one this river has not. */
export function bankNamed(words: string, { right, left }: RiverCourse): Bank | null {
  const word = BANK.exec(words)?.[1]?.toLowerCase()
  if (word === undefined) return null
  if (right.includes(word)) return 'right'
  return left.includes(word) ? 'left' : null
}

/**
 * On which bank a point lies, looking downstream: by the nearest stretch of the course. Null beyond either end of it,
 * where a bank means nothing. Degrees are scaled to one length first; a course is coarse, so a place within a kilometre or
 * two of the water can come out wrong.
 */
export function bankOf(point: { readonly lat: number; readonly lon: number }, { points }: RiverCourse): Bank | null {
  const scale = Math.cos((point.lat * Math.PI) / 180)
  let nearest = Number.POSITIVE_INFINITY
  let bank: Bank | null = null
  for (let at = 1; at < points.length; at += 1) {
    const [from, to] = [points[at - 1], points[at]]
    if (!from || !to) continue
    const [dx, dy] = [(to[0] - from[0]) * scale, to[1] - from[1]]
    const [px, py] = [(point.lon - from[0]) * scale, point.lat - from[1]]
    const along = (px * dx + py * dy) / (dx * dx + dy * dy || 1)
    const cut = Math.min(1, Math.max(0, along))
    const apart = Math.hypot(px - cut * dx, py - cut * dy)
    if (apart >= nearest) continue
    nearest = apart
    const beyond = (at === 1 && along < 0) || (at === points.length - 1 && along > 1)
    bank = beyond ? null : dx * py - dy * px > 0 ? 'left' : 'right'
  }
  return bank
}
