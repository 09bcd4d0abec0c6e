import type { ArticleId } from '#domain'
import type { FiledReport } from './story-line.ts'

/** The reports of each story that some reports are in, by the story's first. */
export function groupsOf(reports: readonly FiledReport[]): Map<ArticleId, readonly ArticleId[]> {
  const groups = new Map<ArticleId, readonly ArticleId[]>()
  for (const story of new Set(reports.map(({ story }) => story))) {
    const members = story.reports.map(({ article: { id } }) => id)
    const [first] = members
    if (first !== undefined) groups.set(first, members)
  }
  return groups
}

/** The reports of stories that are others than they were, or have some report in them. */
export function turnedIn(
  before: ReadonlyMap<ArticleId, readonly ArticleId[]>,
  now: ReadonlyMap<ArticleId, readonly ArticleId[]>,
  some: readonly ArticleId[],
): Set<ArticleId> {
  const turned = new Set<ArticleId>(some)
  for (const [one, other] of [
    [before, now],
    [now, before],
  ] as const)
    for (const [first, members] of one) {
      const others = other.get(first)
      const same = others?.length === members.length && members.every((id, at) => others[at] === id && !turned.has(id))
      if (!same) for (const id of members) turned.add(id)
    }
  return turned
}
