import data from '../data/lemma-exceptions.json' with { type: 'json' }

/** Lemma by tags and form, as counted in the treebanks; forms are lower case but for names. */
function unpack(): ReadonlyMap<string, string> {
  const lemmas = new Map<string, string>()
  for (const [tag, words] of Object.entries(data.exceptions)) {
    for (const word of words.split(' ')) {
      const [form = '', lemma = ''] = word.split('=')
      lemmas.set(`${tag} ${form}`, lemma)
    }
  }
  return lemmas
}

let exceptions: ReadonlyMap<string, string> | null = null

/** Tags whose exceptions depend on the capitals of the form. */
const CASED = /^(?:NNPS?|JJ|NN)$/

/** The form an exception is listed under: apostrophes straight, lower case where capitals tell nothing. */
export const keyOf = (form: string, xpos: string): string =>
  CASED.test(xpos) ? form.replace(/[‘’]/g, "'") : form.replace(/[‘’]/g, "'").toLowerCase()

/** The lemma the treebanks give this form under these tags where the rules give another; null when it is no exception. */
export function exceptionFor(form: string, upos: string, xpos: string): string | null {
  exceptions ??= unpack()
  return exceptions.get(`${upos}|${xpos} ${keyOf(form, xpos)}`) ?? null
}
