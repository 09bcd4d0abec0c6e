/** A typed client of the HTTP API, for programs: `createClient({ base: 'http://127.0.0.1:8420' })`. Needs only `fetch`. */
import type { Briefing } from '#domain'
import type * as api from '#publish/api'

/** Query parameters as the routes take them; what is undefined is left out. */
export type ClientQuery = Readonly<Record<string, string | number | undefined>>

/** Where the API is and how to ask it. */
export interface ClientOptions {
  /** Address of the desk (`https://desk.example`), without `/api/v1`. */
  readonly base: string
  /** An API token; needed where the desk asks for one. */
  readonly token?: string
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch
}

/** A refusal by the API, in the one shape every error has: `code` is stable, the message is for people. */
export class FoglineError extends Error {
  override readonly name = 'FoglineError'
  readonly status: number
  readonly code: string
  constructor({ status, code, message }: api.ApiError['error']) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** Every noun of the API, each with its list and its card. */
export interface FoglineClient {
  status(query?: ClientQuery): Promise<api.Status>
  days(query?: ClientQuery): Promise<api.Days>
  briefing(query?: ClientQuery): Promise<Briefing>
  search(words: string, query?: ClientQuery): Promise<api.SearchResult>
  claims(query?: ClientQuery): Promise<api.ClaimPage>
  claim(id: string, query?: ClientQuery): Promise<api.ClaimCard>
  articles(query?: ClientQuery): Promise<api.ArticlePage>
  article(id: string, query?: ClientQuery): Promise<api.ArticleCard>
  stories(query?: ClientQuery): Promise<api.StoryPage>
  story(id: string, query?: ClientQuery): Promise<api.StoryCard>
  events(query?: ClientQuery): Promise<api.EventPage>
  event(id: string, query?: ClientQuery): Promise<api.EventCard>
  beliefs(query?: ClientQuery): Promise<api.BeliefPage>
  disputes(query?: ClientQuery): Promise<api.DisputePage>
  dispute(id: string, query?: ClientQuery): Promise<api.DisputeCard>
  figures(query?: ClientQuery): Promise<api.FigurePage>
  control(query?: ClientQuery): Promise<api.ControlSteps>
  places(query?: ClientQuery): Promise<api.Places>
  place(id: string, query?: ClientQuery): Promise<api.PlaceCard>
  sources(query?: ClientQuery): Promise<api.Sources>
  source(id: string, query?: ClientQuery): Promise<api.SourceCard>
  measures(query?: ClientQuery): Promise<api.Measures>
  forecasts(query?: ClientQuery): Promise<api.ForecastBookAnswer>
  tracks(query?: ClientQuery): Promise<api.Tracks>
  corrections(query?: ClientQuery): Promise<api.Corrections>
  watches(query?: ClientQuery): Promise<api.WatchList>
  watch(id: string, query?: ClientQuery): Promise<api.WatchCard>
  /** An export as a stream of bytes; the formats are those of `docs/exports.md`. */
  export(format: string, query?: ClientQuery): Promise<ReadableStream<Uint8Array>>
  /** Row after row of a list, page after page: `client.each(client.claims, { place: 'bakhmut' })`. */
  each<Row>(
    list: (query?: ClientQuery) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
    query?: ClientQuery,
  ): AsyncGenerator<Row>
}

/** Makes a client. A refusal is thrown as `FoglineError`. */
export function createClient(options: ClientOptions): FoglineClient {
  const ask = async (path: string, query: ClientQuery = {}): Promise<Response> => {
    const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
    const url = `${options.base.replace(/\/+$/, '')}/api/v1${path}?${new URLSearchParams(given)}`
    const headers = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }
    const response = await (options.fetch ?? fetch)(url, { headers })
    if (!response.ok) throw await refusalOf(response)
    return response
  }
  return nounsOf(ask)
}

type Ask = (path: string, query?: ClientQuery) => Promise<Response>

const listBy =
  (ask: Ask) =>
  <Answer>(path: string) =>
  async (query?: ClientQuery) =>
    (await (await ask(path, query)).json()) as Answer
const cardBy =
  (ask: Ask) =>
  <Answer>(path: string) =>
  async (id: string, query?: ClientQuery) =>
    (await (await ask(`${path}/${encodeURIComponent(id)}`, query)).json()) as Answer

/** Every noun over one way of asking. */
function nounsOf(ask: Ask): FoglineClient {
  const [list, card] = [listBy(ask), cardBy(ask)]
  return {
    status: list('/status'),
    days: list('/days'),
    briefing: list('/briefing'),
    search: (words, query) => list<api.SearchResult>('/search')({ ...query, words }),
    claims: list('/claims'),
    claim: card('/claims'),
    articles: list('/articles'),
    article: card('/articles'),
    stories: list('/stories'),
    story: card('/stories'),
    events: list('/events'),
    event: card('/events'),
    beliefs: list('/beliefs'),
    disputes: list('/disputes'),
    dispute: card('/disputes'),
    figures: list('/figures'),
    control: list('/control'),
    places: list('/places'),
    place: card('/places'),
    sources: list('/sources'),
    source: card('/sources'),
    measures: list('/figures/measures'),
    forecasts: list('/forecasts'),
    tracks: list('/tracks'),
    corrections: list('/corrections'),
    watches: list('/watches'),
    watch: card('/watches'),
    export: async (format, query) => bodyOf(await ask(`/export/${encodeURIComponent(format)}`, query)),
    each: eachRow,
  }
}

async function* eachRow<Row>(
  list: (query?: ClientQuery) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
  query: ClientQuery = {},
): AsyncGenerator<Row> {
  for (let after: string | undefined; ; ) {
    const page: { readonly rows: readonly Row[]; readonly next: string | null } = await list({ ...query, after })
    yield* page.rows
    if (page.next === null) return
    after = page.next
  }
}

function bodyOf({ body }: Response): ReadableStream<Uint8Array> {
  if (body === null) throw new Error('export: expected a body, found none')
  return body as ReadableStream<Uint8Array>
}

/** The refusal in the API's own words; where something between answered in others, by its status. */
async function refusalOf(response: Response): Promise<FoglineError> {
  const text = await response.text()
  try {
    const { error } = JSON.parse(text) as Partial<api.ApiError>
    if (error) return new FoglineError(error)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return new FoglineError({
    status: response.status,
    code: 'internal',
    message: `the server answered ${response.status}`,
  })
}
