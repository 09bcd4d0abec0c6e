import type { Grammar } from './grammar.ts'
import { openGrammar } from './open-grammar.ts'

/** `Grammar.parse` of the grammar that ships, which is opened at the first call. */
export const parse: Grammar['parse'] = text => openGrammar().parse(text)

/** `Grammar.parseWords` of the grammar that ships, which is opened at the first call. */
export const parseWords: Grammar['parseWords'] = sentences => openGrammar().parseWords(sentences)
