import { Link } from '@tanstack/react-router'
import type { Dispute } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords } from '../format.ts'
import { strings } from '../strings/index.ts'
import { Camp, useCampLook } from './camp.tsx'

/** Open and past disputes of something, under a heading of their own; nothing where there are none. */
export function Disputes({ disputes }: { disputes: readonly Dispute[] }) {
  if (disputes.length === 0) return null
  return (
    <section aria-labelledby="disputes-heading">
      <h2 id="disputes-heading">
        {strings.disputes} <small>{disputes.length}</small>
      </h2>
      {disputes.map(dispute => (
        <DisputeEntry key={dispute.id} dispute={dispute} />
      ))}
    </section>
  )
}

/** One dispute in a list: its question, how it stands, and each side's line beside the others. */
export function DisputeEntry({ dispute, level: Heading = 'h3' }: { dispute: Dispute; level?: 'h2' | 'h3' }) {
  return (
    <div className="dispute">
      <Heading>
        <Link to="/dispute/$id" params={{ id: dispute.id }} search={asOfOnly}>
          {dispute.question}
        </Link>{' '}
        <DisputeStatus dispute={dispute} />
      </Heading>
      <Positions dispute={dispute} />
    </div>
  )
}

/** How a dispute stands, and since when. */
export function DisputeStatus({ dispute: { status, since } }: { dispute: Dispute }) {
  return (
    <>
      <span className={`status ${status}`}>{strings.disputeStatus[status]}</span>{' '}
      <small>
        <time dateTime={since}>{strings.since(dateWords(since))}</time>
      </small>
    </>
  )
}

/** Each side's line in the claims' own words, side by side; none is put first by anything but the order it spoke in. */
export function Positions({ dispute }: { dispute: Dispute }) {
  const look = useCampLook()
  return (
    <ul className="positions">
      {dispute.positions.map(({ camp, stance, says, origins }) => (
        <li key={camp + stance + says} className={`position ${look(camp).hue}`}>
          <Camp camp={camp} /> <span className={`stance ${stance}`}>{strings.stance[stance]}</span>
          <blockquote>“{says}”</blockquote>
          <span className="quiet">{strings.origin(origins)}</span>
        </li>
      ))}
    </ul>
  )
}
