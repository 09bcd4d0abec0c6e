import type { Token } from './document.ts'

/** Runs of two and three words, by form and by lemma, for entries like "air defence" and "lose control of". */
export function addNeighbours(tokens: readonly Token[], phrase: readonly number[], set: Set<string>): void {
  const words = phrase.map(at => tokens[at]).filter(token => token !== undefined && token.tag !== 'punct') as Token[]
  for (let order = 0; order + 1 < words.length; order++) {
    const [a, b, c] = [words[order], words[order + 1], words[order + 2]]
    if (!a || !b) continue
    set.add(`${a.lower} ${b.lower}`)
    set.add(`${a.lemma} ${b.lemma}`)
    if (b.tag === 'noun') set.add(`${a.lower} ${b.lemma}`)
    if (c) {
      set.add(`${a.lower} ${b.lower} ${c.lower}`)
      set.add(`${a.lemma} ${b.lemma} ${c.lemma}`)
    }
  }
}
