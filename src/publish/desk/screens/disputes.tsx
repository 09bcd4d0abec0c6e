import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { disputePages } from '../ledger-api.ts'
import { DisputeEntry } from '../parts/disputes.tsx'
import { Pages } from '../parts/pages.tsx'
import { ScreenHead } from '../parts/screen-head.tsx'
import { strings } from '../strings/index.ts'

const words = strings.disputesScreen
const STATUSES = ['open', 'conceded', 'withdrawn', 'overtaken', 'all'] as const

/** `/disputes?status=open`: contradictions by how they stand, the one that arose last first. */
export function DisputesScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const { status = 'open' } = useSearch({ from: '/disputes' })
  const query = useInfiniteQuery(disputePages({ asOf, status: status === 'all' ? undefined : status }))
  return (
    <article>
      <ScreenHead title={words.title} about={words.about} />
      <nav className="tabs" aria-label={words.title}>
        {STATUSES.map(each => (
          <Link
            key={each}
            to="/disputes"
            search={previous => ({ ...previous, status: each })}
            aria-current={each === status ? 'page' : undefined}
          >
            {each === 'all' ? words.all : strings.disputeStatus[each]}
          </Link>
        ))}
      </nav>
      <Pages query={query} none={words.none}>
        {disputes => disputes.map(dispute => <DisputeEntry key={dispute.id} dispute={dispute} level="h2" />)}
      </Pages>
    </article>
  )
}
