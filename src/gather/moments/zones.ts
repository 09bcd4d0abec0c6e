/** Zone abbreviations of RFC 822, of news pages and of Europe, as hours from UTC. Of several with one name the one news uses. */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 1,
  CET: 1,
  MEZ: 1,
  WEST: 1,
  WAT: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  SAST: 2,
  CAT: 2,
  EEST: 3,
  MSK: 3,
  TRT: 3,
  EAT: 3,
  IDT: 3,
  GST: 4,
  PKT: 5,
  IST: 5.5,
  SGT: 8,
  HKT: 8,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  AST: -4,
  ADT: -3,
  EST: -5,
  EDT: -4,
  ET: -5,
  CST: -6,
  CDT: -5,
  CT: -6,
  MST: -7,
  MDT: -6,
  MT: -7,
  PST: -8,
  PDT: -7,
  PT: -8,
  AKST: -9,
  AKDT: -8,
  HST: -10,
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** An offset or abbreviation as ISO 8601 has it (`+02:00`); UTC for what is unknown or missing. */
export function isoZone(written: string | undefined): string {
  const offset = /^(?:GMT|UTC?|UT)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(written ?? '')
  if (offset) return `${offset[1]}${(offset[2] ?? '0').padStart(2, '0')}:${offset[3] ?? '00'}`
  const hours = ZONES[(written ?? '').toUpperCase()] ?? 0
  if (hours === 0) return 'Z'
  const minutes = Math.abs(hours) * 60
  return `${hours < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
