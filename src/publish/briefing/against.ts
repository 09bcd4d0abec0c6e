import type { RecordedClaim } from '#domain'
import { foldName } from '#kit'

/** True where the words give the losses to the one coded as having caused them ("Ukrainian losses" by Ukraine): not to be trusted. */
export function givesLossesToAgent({ type, agent, text }: Pick<RecordedClaim, 'type' | 'agent' | 'text'>): boolean {
  if (type !== 'harm.losses' || agent === null) return false
  const at = foldName(text).split(/\b(?:losses|casualties|lost)\b/)[0] ?? ''
  const stem = foldName(agent).slice(0, 5)
  const near = at.trim().split(' ').slice(-3).join(' ')
  return stem.length > 3 && near.includes(stem) && at.length < foldName(text).length
}
