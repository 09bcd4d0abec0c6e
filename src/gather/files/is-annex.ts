/** Files that lie beside reports without being reports: `NAME.meta.json`, `sources.json`, `README`, `NAME.word.json` beside a `NAME.txt`. */
export function isAnnex(name: string, siblings: ReadonlySet<string>): boolean {
  if (name.startsWith('.') || name === '__MACOSX') return true
  if (/\.(?:meta|columns)\.json$/.test(name) || name === 'sources.json' || /^readme/i.test(name)) return true
  const of = /^(.+)\.[^.]+\.json$/.exec(name)?.[1]
  return of !== undefined && ['.txt', '.md', '.html', '.htm', '.pdf', '.eml'].some(ending => siblings.has(of + ending))
}
