// Makes src/read/model/data/lemma-exceptions.json from treebanks in CoNLL-U: every word whose lemma the rules get wrong.
//   node --conditions=development --import tsx train/lemmas/make-exceptions.ts en_ewt-train.conllu gum-open-train.conllu
import { readFileSync, writeFileSync } from 'node:fs'
import { IRREGULAR_FORMS } from '../../src/read/lexicon/irregular-verbs.ts'
import { readConllu } from '../../src/read/model/conllu.ts'
import { keyOf } from '../../src/read/model/lemma/exceptions.ts'
import { SINGULARS } from '../../src/read/model/lemma/irregulars.ts'
import { ruleLemma } from '../../src/read/model/lemma/rule-lemma.ts'

const OUT = new URL('../../src/read/model/data/lemma-exceptions.json', import.meta.url)

/** Inflected forms are kept though seen once, where form and lemma go together and the lemma is met with other forms: "focuses", not a slip of the pen. */
const INFLECTED = /^(?:VB[DGNZ]|NNS|NNPS|JJ[RS]|RB[RS])$/

interface Seen {
  readonly tags: string
  readonly form: string
  /** How often the treebanks give which lemma. */
  readonly lemmas: Map<string, number>
  /** The form as first written and its class, for the rules. */
  readonly written: string
  readonly upos: string
  readonly xpos: string
}

function count(paths: readonly string[]): readonly Seen[] {
  const seen = new Map<string, Seen>()
  for (const path of paths) {
    for (const { form, lemma, upos, xpos } of readConllu(readFileSync(path, 'utf8')).sentences.flatMap(
      ({ tokens }) => tokens,
    )) {
      if (lemma === '' || xpos === 'GW' || upos === 'X' || /[= ]/.test(form + lemma)) continue
      const [tags, key] = [`${upos}|${xpos}`, keyOf(form, xpos)]
      const entry = seen.get(`${tags} ${key}`) ?? {
        tags,
        form: key,
        lemmas: new Map<string, number>(),
        written: form,
        upos,
        xpos,
      }
      entry.lemmas.set(lemma, (entry.lemmas.get(lemma) ?? 0) + 1)
      seen.set(`${tags} ${key}`, entry)
    }
  }
  return [...seen.values()]
}

/** Forms each lemma is met with, so that a lemma that is a slip of the annotator shows. */
function formsByLemma(seen: readonly Seen[]): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>()
  for (const { form, lemmas } of seen)
    for (const lemma of lemmas.keys()) forms.set(lemma, (forms.get(lemma) ?? new Set<string>()).add(form.toLowerCase()))
  return forms
}

/** True when a form can be one of the lemma's: they part only in their last letters. */
function goTogether(form: string, lemma: string): boolean {
  const shared = [...lemma].findIndex((letter, at) => form[at]?.toLowerCase() !== letter.toLowerCase())
  return shared === -1 || shared >= Math.max(1, lemma.length - 2)
}

/** The lemma most often given where the rules give another and the count is worth keeping, else null. */
function exceptionOf(
  { form, xpos, lemmas, written, upos }: Seen,
  forms: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const [best] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  // Our own tables are surer than a count of two: "fled" is no form of "flead", and bases of war are bases.
  if (!best || (/^VB[DN]$/.test(xpos) && IRREGULAR_FORMS.has(form)) || (xpos === 'NNS' && SINGULARS.has(form)))
    return null
  const [lemma, times] = best
  const byRule = ruleLemma(written, upos, xpos)
  if (lemma === byRule) return null
  const isFirm = INFLECTED.test(xpos) && (forms.get(lemma)?.size ?? 0) > 1 && (forms.get(byRule)?.size ?? 0) === 0
  return times >= 2 || (isFirm && goTogether(form, lemma)) ? lemma : null
}

function main(paths: readonly string[]): void {
  const exceptions: Record<string, string> = {}
  const seen = count(paths)
  const forms = formsByLemma(seen)
  for (const entry of [...seen].sort((a, b) => (a.tags + a.form < b.tags + b.form ? -1 : 1))) {
    const lemma = exceptionOf(entry, forms)
    if (lemma === null) continue
    exceptions[entry.tags] = [exceptions[entry.tags], `${entry.form}=${lemma}`].filter(Boolean).join(' ')
  }
  const words = Object.values(exceptions).reduce((sum, row) => sum + row.split(' ').length, 0)
  const file = {
    licence: 'CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)',
    attribution:
      'Counted in the training parts of UD English EWT (Universal Dependencies English Web Treebank, CC BY-SA 4.0) and of the openly licensed documents of GUM (Georgetown University Multilayer corpus, annotations CC BY 4.0); only words, tags and lemmas, no text.',
    madeBy: 'train/lemmas/make-exceptions.ts',
    exceptions,
  }
  writeFileSync(OUT, `${JSON.stringify(file, null, 1)}\n`)
  process.stdout.write(`${words} exceptions\n`)
}

main(process.argv.slice(2))
