/** A typed client of the HTTP API, for programs: `createClient({ base: 'http://127.0.0.1:8420' })`. Needs only `fetch`. */
import type * as api from '#publish/api'
import type * as people from '#publish/people'
import type { ClientQuery, FoglineClient } from './fogline-client.ts'
import { liveEvents } from './live.ts'

export type { ClientQuery, FoglineClient } from './fogline-client.ts'
export type { LiveEvent } from './live.ts'

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

/** Makes a client. A refusal is thrown as `FoglineError`. */
export function createClient(options: ClientOptions): FoglineClient {
  const ask: Ask = async (path, query = {}, init = {}) => {
    const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
    const url = `${options.base.replace(/\/+$/, '')}/api/v1${path}?${new URLSearchParams(given)}`
    const bearer = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }
    const response = await (options.fetch ?? fetch)(url, { ...init, headers: { ...bearer, ...init.headers } })
    if (!response.ok) throw await refusalOf(response)
    return response
  }
  return nounsOf(ask)
}

/** What a request has beside its address. */
interface Init {
  readonly method?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}
type Ask = (path: string, query?: ClientQuery, init?: Init) => Promise<Response>

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

const postBy =
  (ask: Ask) =>
  <Given, Answer>(path: string) =>
  async (given: Given) => {
    const headers = { 'content-type': 'application/json' }
    return (await (await ask(path, {}, { method: 'POST', body: JSON.stringify(given), headers })).json()) as Answer
  }
const removeBy =
  (ask: Ask) =>
  async <Answer>(path: string) =>
    (await (await ask(path, {}, { method: 'DELETE' })).json()) as Answer
const partBy =
  (ask: Ask) =>
  <Answer>(path: string, part: string) =>
  async (id: string, query?: ClientQuery) =>
    (await (await ask(`${path}/${encodeURIComponent(id)}/${part}`, query)).json()) as Answer

/** Every operation over one way of asking. */
const nounsOf = (ask: Ask): FoglineClient => ({
  ...ledgerOf(ask),
  ...drawnOf(ask),
  ...peopleOf(ask),
  ...streamsOf(ask),
  each: eachRow,
})

/** What is in the ledger, and judgements on it. */
function ledgerOf(ask: Ask) {
  const [list, card, part] = [listBy(ask), cardBy(ask), partBy(ask)]
  return {
    status: list('/status'),
    days: list('/days'),
    briefing: list('/briefing'),
    search: (words, query) => list<api.SearchResult>('/search')({ ...query, words }),
    claims: list('/claims'),
    claim: card('/claims'),
    articles: list('/articles'),
    article: card('/articles'),
    articleChanges: part('/articles', 'changes'),
    stories: list('/stories'),
    story: card('/stories'),
    storyAccount: part('/stories', 'account'),
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
    health: () => list<api.SourcesHealth>('/sources/health')(),
    corrections: list('/corrections'),
    judgements: list('/judgements'),
    judge: postBy(ask)('/judgements'),
    review: list('/review'),
  } satisfies Partial<FoglineClient>
}

/** What is reckoned from the ledger: maps, figures, forecasts, how sources fared. */
function drawnOf(ask: Ask) {
  const [list, card, part] = [listBy(ask), cardBy(ask), partBy(ask)]
  return {
    map: list('/map'),
    maps: list('/maps'),
    mapAgreement: card('/maps'),
    mapShapes: part('/maps', 'shapes'),
    front: list('/front'),
    measures: list('/figures/measures'),
    ranges: (event, query) => list<api.FigureRanges>('/figures/ranges')({ ...query, event }),
    forecasts: list('/forecasts'),
    forecast: card('/forecasts'),
    tracks: list('/tracks'),
    track: card('/tracks'),
  } satisfies Partial<FoglineClient>
}

/** What belongs to people: watches, the session, tokens, the audit log. */
function peopleOf(ask: Ask) {
  const [list, card, post, remove] = [listBy(ask), cardBy(ask), postBy(ask), removeBy(ask)]
  return {
    watches: list('/watches'),
    watch: card('/watches'),
    addWatch: post('/watches'),
    removeWatch: id => remove(`/watches/${encodeURIComponent(id)}`),
    session: () => list<people.Session>('/session')(),
    signIn: post('/session'),
    signOut: () => remove<people.SignedOut>('/session'),
    tokens: () => list<people.Tokens>('/tokens')(),
    addToken: post('/tokens'),
    endToken: id => remove(`/tokens/${encodeURIComponent(id)}`),
    audit: list('/audit'),
  } satisfies Partial<FoglineClient>
}

/** Answers that are not JSON of one piece. */
const streamsOf = (ask: Ask) =>
  ({
    watchFeed: async (id, feed) => (await ask(`/watches/${encodeURIComponent(id)}/${encodeURIComponent(feed)}`)).text(),
    feed: async (feed, query) => (await ask(`/feeds/${encodeURIComponent(feed)}`, query)).text(),
    export: async (format, query) => bodyOf(await ask(`/export/${encodeURIComponent(format)}`, query)),
    live: async function* ({ since, signal } = {}) {
      const headers = since === undefined ? {} : { 'last-event-id': since }
      yield* liveEvents(bodyOf(await ask('/live', {}, { headers, ...(signal && { signal }) })))
    },
  }) satisfies Partial<FoglineClient>

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
  if (body === null) throw new Error('expected an answer with a body, found none')
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
