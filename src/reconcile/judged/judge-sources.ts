import type { Judgement, Source } from '#domain'
import { standingJudgements, withFields } from '#domain'

/** The sources as analysts set them: the last word on each field counts. */
export function judgeSources(sources: readonly Source[], judgements: readonly Judgement[]): readonly Source[] {
  const set = standingJudgements(judgements).filter(judgement => judgement.verdict === 'source')
  if (set.length === 0) return sources
  return sources.map(source =>
    set.reduce<Source>((before, { on, change }) => (on === source.id ? withFields(before, change) : before), source),
  )
}
