import { exceptionFor } from './exceptions.ts'
import { ruleLemma } from './rule-lemma.ts'

/**
 * Dictionary form of a word by its tags: `seize` for "seized" (VBD), `town` for "towns" (NNS), `Ukraine` for "Ukraine"
 * (NNP: names keep their capitals). The conventions are those of UD English: "me" is `I`, "n't" is `not`, "200,000" is
 * `200000`. First the list of exceptions counted in the treebanks, then the rules. `upos`, `xpos` as the parser gives them.
 */
export const lemmatise = (form: string, upos: string, xpos: string): string =>
  exceptionFor(form, upos, xpos) ?? ruleLemma(form, upos, xpos)
