import { Link } from '@tanstack/react-router'
import type { RecordedClaim } from '#domain'
import { momentWords } from '../format.ts'
import { strings } from '../strings.ts'
import { useCampNames } from './marks.tsx'

/** A claim in a list: its words, who says them, with what stance and certainty, when. */
export function ClaimRow({ claim }: { claim: RecordedClaim }) {
  const campName = useCampNames()
  return (
    <li className="claim-row">
      <Link to="/claim/$id" params={{ id: claim.id }} search={previous => previous}>
        “{claim.text}”
      </Link>
      <p className="quiet">
        <b>{claim.holder.name}</b> ({campName(claim.holder.camp)}){' '}
        <span className={`stance ${claim.stance}`}>{strings.stance[claim.stance]}</span> ·{' '}
        {strings.certainty(claim.certainty, claim.certaintyWords)} ·{' '}
        <time dateTime={claim.said}>{momentWords(claim.said)}</time>
      </p>
    </li>
  )
}
