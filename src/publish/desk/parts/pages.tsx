import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { strings } from '../strings/index.ts'
import { Answer, Empty } from './states.tsx'

interface Paged<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

/** A list that comes in pages: its states, its rows, and a button for the next page. */
export function Pages<Row>({
  query,
  none,
  children,
}: {
  query: UseInfiniteQueryResult<InfiniteData<Paged<Row>>>
  none: ReactNode
  children: (rows: readonly Row[], hasMore: boolean) => ReactNode
}) {
  return (
    <Answer query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(page => page.rows)
        if (rows.length === 0) return typeof none === 'string' ? <Empty title={none} /> : none
        return (
          <>
            {children(rows, query.hasNextPage)}
            {query.hasNextPage && (
              <p className="more">
                <button type="button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {query.isFetchingNextPage ? strings.loading : strings.more}
                </button>
              </p>
            )}
          </>
        )
      }}
    </Answer>
  )
}
