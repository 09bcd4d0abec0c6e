import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { strings } from '../strings.ts'

/** Shows what a query has come to: loading, the API's own words when it refused, or the answer. */
export function Answer<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>
  children: (data: Data) => ReactNode
}) {
  if (query.isPending)
    return (
      <p className="state" role="status">
        {strings.loading}
      </p>
    )
  if (query.isError) {
    return (
      <div className="state" role="alert">
        <p>{strings.failed}</p>
        <p className="quiet">{query.error.message}</p>
        <button type="button" onClick={() => void query.refetch()}>
          {strings.retry}
        </button>
      </div>
    )
  }
  return <>{children(query.data)}</>
}

export function NotFound() {
  return (
    <div className="state">
      <p>{strings.notFound}</p>
      <Link to="/" search={previous => previous}>
        {strings.toNewest}
      </Link>
    </div>
  )
}
