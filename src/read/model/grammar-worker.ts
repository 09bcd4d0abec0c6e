import { openGrammar } from './open-grammar.ts'
import type { ParsedSentence } from './tree.ts'

/** What one thread of a pool does: parses texts one after another with its own grammar. */
export default (texts: readonly string[]): (readonly ParsedSentence[])[] => {
  const grammar = openGrammar()
  return texts.map(text => grammar.parse(text))
}
