/** Marks that are not seen and can turn the order of what is shown. */
const UNSEEN = /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * The path of an archive's entry as parts that may be shown and used as names: `\` is taken for `/`, unseen marks are
 * dropped. Null when it is absolute or climbs out of the archive (`../`), or nothing is left.
 */
export function entryPath(written: string): readonly string[] | null {
  const path = written.replaceAll('\\', '/').replace(UNSEEN, '')
  const parts = path.split('/').filter(part => part !== '' && part !== '.')
  const leadsOut = path.startsWith('/') || /^[a-z]:/i.test(path) || parts.some(part => /^\.\.[. ]*$/.test(part))
  return leadsOut || parts.length === 0 ? null : parts
}
