/** Words of the closed classes whose lemma is another word, by tag of the Penn Treebank: the conventions of UD English. */
const WORDS: Readonly<Record<string, string>> = {
  PRP: 'me=I i=I him=he them=they us=we mine=my yours=your hers=her ours=our theirs=their',
  DT: 'an=a these=this those=that',
  MD: "'ll=will ll=will ca=can 'd=would d=would wo=will sha=shall",
  WP: 'whom=who',
  RB: "n't=not nt=not",
}

const BE = "am=be is=be are=be was=be were=be been=be being=be 's=be 're=be 'm=be s=be re=be m=be ai=be"
const HAVE = "has=have had=have having=have 've=have 'd=have ve=have"
const DO = 'does=do did=do done=do doing=do du=do'

const table = (words: string): ReadonlyMap<string, string> =>
  new Map(words.split(' ').map(pair => pair.split('=') as [string, string]))

const BY_TAG = new Map(Object.entries(WORDS).map(([tag, words]) => [tag, table(words)] as const))
const AUXILIARIES = table(`${BE} ${HAVE} ${DO} got=get gotten=get getting=get gets=get`)

/** Lemma of a closed-class word (lower case, straight apostrophes), or null when it has no other than itself. */
export function closedLemma(word: string, xpos: string): string | null {
  if (xpos === 'POS') return "'s"
  const ofTag = BY_TAG.get(xpos)?.get(word)
  if (ofTag !== undefined) return ofTag
  return xpos.startsWith('VB') ? (AUXILIARIES.get(word) ?? null) : null
}
