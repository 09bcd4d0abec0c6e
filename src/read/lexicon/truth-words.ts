/** Adjectives and nouns that say of a report that it is not so. */
export const UNTRUE_WORDS: ReadonlySet<string> = new Set(
  'false untrue fake bogus baseless groundless unfounded incorrect inaccurate wrong invented fabricated lie lies falsehood fabrication fiction nonsense disinformation misinformation hoax propaganda myth rubbish'.split(
    ' ',
  ),
)

/** Words that say that it is so: negated, they deny it. */
export const TRUE_WORDS: ReadonlySet<string> = new Set([
  'true',
  'correct',
  'accurate',
  'case',
  'truth',
  'so',
  'reality',
])

/** Nouns for what is put about, beside the nouns of saying. */
export const RUMOUR_NOUNS: ReadonlySet<string> = new Set(
  'fake information disinformation news rumour rumor hoax story fact'.split(' '),
)
