import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { momentWords } from '../format.ts'
import { strings } from '../strings/index.ts'

/**
 * Shows what a query has come to: loading; the API's own words when it refused; the answer; or, where the server no
 * longer answers, the last answer there was, with a line that says how old it is.
 */
export function Answer<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data> | UseInfiniteQueryResult<Data>
  children: (data: Data) => ReactNode
}) {
  if (query.isPending) return <Loading />
  if (query.data === undefined) {
    return (
      <div className="state" role="alert">
        <h2>{strings.failed}</h2>
        <p>{query.error?.message}</p>
        <button type="button" onClick={() => void query.refetch()}>
          {strings.retry}
        </button>
      </div>
    )
  }
  return (
    <>
      {query.isRefetchError && (
        <div className="banner stale" role="status">
          {strings.frame.stale(momentWords(new Date(query.dataUpdatedAt).toISOString()))}
          <button type="button" onClick={() => void query.refetch()}>
            {strings.retry}
          </button>
        </div>
      )}
      {children(query.data)}
    </>
  )
}

/** Lines where words will stand. */
export function Loading({ words = strings.loading }: { words?: string }) {
  return (
    <div role="status">
      <span className="hidden">{words}</span>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: 7 }, (_, at) => (
          <i key={at} />
        ))}
      </div>
    </div>
  )
}

/** Nothing to show, why, and what to do about it. The picture is three lines of a report with nothing marked in them. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <svg
        viewBox="0 0 112 72"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      >
        <path d="M8 14h58M8 30h84M8 46h40" />
        <path d="M60 46h10M80 46h10M8 62h10M28 62h10M48 62h10" opacity=".45" />
      </svg>
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** No screen has this address. */
export function NotFound() {
  return (
    <Empty title={strings.notFound}>
      <p>
        <Link to="/" search={{}}>
          {strings.toNewest}
        </Link>
      </p>
    </Empty>
  )
}
