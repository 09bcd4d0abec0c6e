/** Short names of offices of state, in capitals, with the words they stand for; "the MFA" is read as "the foreign ministry". */
export const OFFICE_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['MFA', 'foreign ministry'],
  ['MOFA', 'foreign ministry'],
  ['MoFA', 'foreign ministry'],
  ['MoD', 'defence ministry'],
  ['MOD', 'defence ministry'],
  ['MIA', 'interior ministry'],
])

/** A name with its office cut short in each way there is ("Veskian foreign ministry" → "Veskian MFA"); none where it names no such office. */
export const shortNames = (name: string): readonly string[] => {
  const lower = name.toLowerCase()
  return [...OFFICE_ABBREVIATIONS].flatMap(([short, words]) =>
    lower.endsWith(words) ? [`${name.slice(0, name.length - words.length)}${short}`] : [],
  )
}
