import type { Family } from '#domain'
import { FAMILY_PATHS } from './icons.ts'

/** The mark of a family of claims, as the map draws it. */
export function FamilyMark({ family }: { family: Family }) {
  return (
    <svg className="family-mark" viewBox="0 0 36 36" aria-hidden="true">
      <path d={FAMILY_PATHS[family]} />
    </svg>
  )
}
