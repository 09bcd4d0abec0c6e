import { Parser } from 'htmlparser2'

/** As much is read before looking whether it is enough. */
const SLICE = 1 << 14

/** True when the elements of some markup nest deeper than `limit`. Stops there: parsers take time with the square of the depth. */
export function nestsDeeper(html: string, limit: number): boolean {
  let depth = 0
  let deepest = 0
  const parser = new Parser({
    onopentagname: () => {
      depth += 1
      deepest = Math.max(deepest, depth)
    },
    onclosetag: () => {
      depth -= 1
    },
  })
  for (let at = 0; at < html.length; at += SLICE) {
    parser.write(html.slice(at, at + SLICE))
    if (deepest > limit) return true
  }
  return false
}
