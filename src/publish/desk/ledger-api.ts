import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Briefing, Correction } from '#domain'
import type {
  ApiError,
  ArticleCard,
  ArticlePage,
  ClaimCard,
  ClaimPage,
  ControlMaps,
  Days,
  DisputeCard,
  DisputePage,
  FigurePage,
  ForecastBook,
  FrontEstimate,
  JudgementCard,
  MapAnswer,
  MapShapes,
  Measures,
  PlaceCard,
  ReviewAnswer,
  Ruling,
  SourceCard,
  Sources,
  SourcesHealth,
  Status,
  StoryCard,
  StoryPage,
  TrackRecords,
  WatchCard,
  WatchList,
} from '#publish/api'
import type { Basemap } from './map/map-style.ts'

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
export async function get<Answer>(
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = new URLSearchParams(given).toString()
  const response = await fetch(`/api/v1${path}${search ? `?${search}` : ''}`)
  return answerOf<Answer>(response)
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const body: unknown = await response.json()
  if (!response.ok) throw new RefusedError(response.status, (body as ApiError).error.message)
  return body as Answer
}

/** What a list is narrowed to. */
type Filters = Readonly<Record<string, string | undefined>>

/** A moment as the address bar carries it, or none for now. */
type AsOf = string | undefined

/** One thing at an address of the API, kept under that address and what was asked of it. */
const one = <Answer>(path: string, query: Filters = {}) =>
  queryOptions({ queryKey: [path, query], queryFn: () => get<Answer>(path, query) })

/** A list by pages; the next is asked for by the cursor of the one before. */
const pages = <Answer extends { readonly next: string | null }>(path: string, query: Filters) =>
  infiniteQueryOptions({
    queryKey: [path, 'pages', query],
    queryFn: ({ pageParam }) => get<Answer>(path, { ...query, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

const part = encodeURIComponent

export const statusQuery = one<Status>('/status')
export const daysQuery = (asOf: AsOf) => one<Days>('/days', { asOf })
export const briefingQuery = (date: string, asOf: AsOf) => one<Briefing>('/briefing', { date, asOf })
export const placeQuery = (id: string, asOf: AsOf) => one<PlaceCard>(`/places/${part(id)}`, { asOf })
export const claimQuery = (id: string, asOf: AsOf) => one<ClaimCard>(`/claims/${part(id)}`, { asOf })
export const reportQuery = (id: string, asOf: AsOf) => one<ArticleCard>(`/articles/${part(id)}`, { asOf })
export const claimsQuery = (query: Filters) => one<ClaimPage>('/claims', query)
export const claimPages = (query: Filters) => pages<ClaimPage>('/claims', { limit: '30', ...query })
export const reportPages = (query: Filters) => pages<ArticlePage>('/articles', { limit: '30', ...query })
export const storyPages = (query: Filters) => pages<StoryPage>('/stories', { limit: '40', ...query })
export const storyQuery = (id: string, asOf: AsOf) => one<StoryCard>(`/stories/${part(id)}`, { asOf })
export const disputesQuery = (query: Filters) => one<DisputePage>('/disputes', query)
export const disputePages = (query: Filters) => pages<DisputePage>('/disputes', { limit: '40', ...query })
export const disputeQuery = (id: string, asOf: AsOf) => one<DisputeCard>(`/disputes/${part(id)}`, { asOf })
export const measuresQuery = (asOf: AsOf) => one<Measures>('/figures/measures', { asOf })
export const figurePages = (query: Filters) => pages<FigurePage>('/figures', { limit: '1000', ...query })
export const sourcesQuery = (asOf: AsOf) => one<Sources>('/sources', { asOf })
export const sourceQuery = (id: string, asOf: AsOf) => one<SourceCard>(`/sources/${part(id)}`, { asOf })
export const healthQuery = one<SourcesHealth>('/sources/health')
export const tracksQuery = (asOf: AsOf) => one<TrackRecords>('/tracks', { asOf })
export const forecastsQuery = (asOf: AsOf) => one<ForecastBook>('/forecasts', { asOf })
export const mapsQuery = (asOf: AsOf) => one<ControlMaps>('/maps', { asOf })
export const shapesQuery = (id: string, asOf: AsOf) => one<MapShapes>(`/maps/${part(id)}/shapes`, { asOf })
export const frontQuery = (on: string, asOf: AsOf) =>
  queryOptions({ ...one<FrontEstimate>('/front', { on, asOf }), placeholderData: keepPreviousData })
export const mapQuery = (asOf: AsOf) => one<MapAnswer>('/map', { asOf })

export const reviewQuery = (why: string | undefined, asOf: AsOf) =>
  one<ReviewAnswer>('/review', { why, asOf, limit: '50' })
export const judgementsQuery = (asOf: AsOf) =>
  one<{ readonly judgements: readonly JudgementCard[] }>('/judgements', { asOf })
export const correctionsQuery = (asOf: AsOf) =>
  one<{ readonly corrections: readonly Correction[] }>('/corrections', { asOf })

export const watchesQuery = one<WatchList>('/watches')
export const watchQuery = (id: string) => one<WatchCard>(`/watches/${part(id)}`, { limit: '20' })

/** Who is signed in, and how far the account and the session reach. */
export interface SessionCaller {
  readonly name: string
  readonly role: 'reader' | 'analyst' | 'admin'
  readonly scope: 'read' | 'judge' | 'admin'
}
export const sessionQuery = one<{ readonly caller: SessionCaller | null }>('/session')

async function send<Answer>(method: 'POST' | 'DELETE', path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf<Answer>(response)
}

/** Opens a session, which the browser then shows by a cookie of its own. Throws `RefusedError` on a wrong password. */
export const signIn = (who: { readonly name: string; readonly password: string }) =>
  send<{ readonly caller: SessionCaller }>('POST', '/session', who)
/** Ends the session. */
export const signOut = () => send<{ readonly caller: null }>('DELETE', '/session', {})
/** Hands a judgement in; it is recorded and everything reckoned anew with it before the answer comes. */
export const postJudgement = (ruling: Ruling) => send<JudgementCard>('POST', '/judgements', ruling)

/** The map's ground: a file of the desk, not of the ledger. */
export const groundQuery = queryOptions({
  queryKey: ['basemap'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    const response = await fetch('/basemap.json')
    if (!response.ok) throw new RefusedError(response.status, 'the basemap is not there: npm run build:desk')
    return (await response.json()) as Basemap
  },
})
