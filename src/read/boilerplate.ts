import { BOILERPLATE, TEASER_HEADING } from './lexicon/boilerplate.ts'
import type { Block } from './model/text/cut-blocks.ts'

const MAX_LINE = 240

/** True when the words are a site's own line (newsletter, credit, cookie notice) and no part of a report. */
export const isBoilerplate = (words: string): boolean =>
  words.length <= MAX_LINE && BOILERPLATE.some(pattern => pattern.test(words))

/**
 * Blocks that lie under a heading of teasers ("Must Read", "Related stories"), the heading included. In the second half
 * of a text they run to its end; before that, to the first block of more than 40 words.
 */
export function findTeasers(text: string, blocks: readonly Block[]): ReadonlySet<Block> {
  const teasers = new Set<Block>()
  let open: 'none' | 'short' | 'rest' = 'none'
  for (const block of blocks) {
    const words = text.slice(...block.span)
    if (words.length <= MAX_LINE && TEASER_HEADING.test(words))
      open = block.span[0] * 2 > text.length ? 'rest' : 'short'
    else if (open === 'short' && words.split(/\s+/, 42).length > 40) open = 'none'
    if (open !== 'none') teasers.add(block)
  }
  return teasers
}
