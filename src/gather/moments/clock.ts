import { isoZone } from './zones.ts'

/** "9:05", "9:05:30 pm", "21h05", "21.05 Uhr", "9 pm", with marks of the half day before or after, then perhaps a zone. */
const CLOCK =
  /(?<![\d.:/-])(오전|오후|上午|下午)?\s*(\d{1,2})(?::|\s?h\s?|\.(?=\d{2}(?!\d|\.\d)))(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?!\d)\s*([ap]\.?\s?m\b\.?)?/iu
const BARE_HOUR = /(?<![\d.:/-])(?<![a-z]\s)(\d{1,2})()()\s?([ap]\.?m\b\.?)/i
const ZONE = /^\s*(?:Uhr\b\s*)?\(?((?:GMT|UTC?)?\s?[+-]\d{1,2}:?\d{2}|(?:GMT|UTC)[+-]\d{1,2}|[A-Z]{1,4}\b)/

/** True for marks of the half day that begins at noon. */
const isAfternoon = (mark: string): boolean => /^(?:p|오후|下午)/i.test(mark)

function hourOf(written: string, mark: string | undefined): number | null {
  const hour = Number(written)
  if (mark === undefined || mark === '') return hour > 24 ? null : hour
  return hour > 12 ? hour : (hour % 12) + (isAfternoon(mark) ? 12 : 0)
}

/** The time of day in a short text as ISO 8601 has it, with its zone (`21:05:00+02:00`; UTC where none is named); null when there is none. */
export function readClock(text: string): string | null {
  const found = CLOCK.exec(text)
  const bare = found === null ? BARE_HOUR.exec(text) : null
  const [written, minutes, seconds, mark] = found
    ? [found[2], found[3], found[4], found[5] ?? found[1]]
    : [bare?.[1], '00', undefined, bare?.[4]]
  const hour = written === undefined ? null : hourOf(written, mark)
  if (hour === null || Number(minutes) > 59) return null
  const match = found ?? bare
  const after = match === null ? '' : text.slice(match.index + match[0].length)
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds ?? '00'}${isoZone(ZONE.exec(after)?.[1]?.replace(/\s/g, ''))}`
}
