import { queryOptions } from '@tanstack/react-query'
import type { Briefing } from '#domain'
import type { ApiError, ArticleCard, ClaimCard, Days, PlaceCard, Status } from '#publish/api'

/** A refusal of the API, in its own words. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** One GET of the API. Throws `RefusedError` with the API's own words where it refuses. */
export async function get<Answer>(path: string, query: Readonly<Record<string, string | undefined>> = {}): Promise<Answer> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = new URLSearchParams(given).toString()
  const response = await fetch(`/api/v1${path}${search ? `?${search}` : ''}`)
  const body: unknown = await response.json()
  if (!response.ok) throw new RefusedError(response.status, (body as ApiError).error.message)
  return body as Answer
}

/** A moment as the address bar carries it, or none for now. */
type AsOf = string | undefined

export const statusQuery = queryOptions({ queryKey: ['status'], queryFn: () => get<Status>('/status') })
export const daysQuery = (asOf: AsOf) =>
  queryOptions({ queryKey: ['days', asOf], queryFn: () => get<Days>('/days', { asOf }) })
export const briefingQuery = (date: string, asOf: AsOf) =>
  queryOptions({ queryKey: ['briefing', date, asOf], queryFn: () => get<Briefing>('/briefing', { date, asOf }) })
export const placeQuery = (id: string, asOf: AsOf) =>
  queryOptions({
    queryKey: ['place', id, asOf],
    queryFn: () => get<PlaceCard>(`/places/${encodeURIComponent(id)}`, { asOf }),
  })
export const claimQuery = (id: string, asOf: AsOf) =>
  queryOptions({
    queryKey: ['claim', id, asOf],
    queryFn: () => get<ClaimCard>(`/claims/${encodeURIComponent(id)}`, { asOf }),
  })

export const reportQuery = (id: string, asOf: AsOf) =>
  queryOptions({
    queryKey: ['report', id, asOf],
    queryFn: () => get<ArticleCard>(`/articles/${encodeURIComponent(id)}`, { asOf }),
  })
