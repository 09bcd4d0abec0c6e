import { setTimeout as sleep } from 'node:timers/promises'
import { InputError } from '#domain'

/** First wait before asking again, doubled each time, and the longest a server may ask for, in milliseconds. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000
/** No answer is larger, in bytes. */
const LARGEST = 1_000_000

/** Where and how a model is asked. */
export interface Endpoint {
  /** Address of `…/chat/completions`. */
  readonly url: URL
  /** Sent as a bearer token; null: none is sent. */
  readonly key: string | null
  readonly timeoutMs: number
  readonly retries: number
  readonly wait?: (ms: number) => Promise<void>
}

/** What a model answered: the words, and the tokens the server says it took (null where it does not). */
export interface ModelAnswer {
  readonly content: string
  readonly tokens: number | null
}

/** A failure, and whether it may pass: `after` is the wait in milliseconds, null where asking again is no use. */
interface Failure {
  readonly reason: string
  readonly after: number | null
}

/**
 * Asks an OpenAI-compatible server once and again after what may pass (429, 5xx, no answer in time, no connection), with
 * growing waits or the one it asks for. The time limit holds for the whole answer, and an answer of more than a megabyte is
 * broken off; redirects are not followed. Throws InputError with one line that names the host and never the key.
 */
export async function askModel(endpoint: Endpoint, payload: object): Promise<ModelAnswer> {
  const wait = endpoint.wait ?? (ms => sleep(ms))
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await send(endpoint, payload)
    if ('content' in outcome) return outcome
    if (outcome.after === null || attempt >= endpoint.retries)
      throw new InputError(`the model at ${endpoint.url.host} ${outcome.reason}.`)
    await wait(Math.min(LONGEST_WAIT, Math.max(outcome.after, FIRST_WAIT * 2 ** attempt)))
  }
}

async function send({ url, key, timeoutMs }: Endpoint, payload: object): Promise<ModelAnswer | Failure> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(payload),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body = await bodyOf(response)
    if (response.ok) return answerOf(body)
    const mayPass = response.status === 429 || response.status >= 500
    return { reason: `answers ${response.status}`, after: mayPass ? retryAfter(response) : null }
  } catch (error) {
    return failureOf(error, timeoutMs)
  }
}

function failureOf(error: unknown, timeoutMs: number): Failure {
  if (error instanceof InputError) return { reason: error.message, after: null }
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return { reason: `gives no whole answer in ${timeoutMs} ms`, after: 0 }
  if (error instanceof TypeError) {
    const cause = error.cause instanceof Error ? error.cause : error
    if (cause.name === 'TimeoutError') return { reason: `gives no whole answer in ${timeoutMs} ms`, after: 0 }
    return { reason: `cannot be reached (${cause.message})`, after: 0 }
  }
  throw error
}

/** Milliseconds a server wants to be left alone, from seconds or a date; 0 where it says nothing. */
function retryAfter({ headers }: Response): number {
  const asked = headers.get('retry-after') ?? ''
  if (/^\d{1,6}$/.test(asked)) return Number(asked) * 1000
  const [until, now] = [Date.parse(asked), Date.parse(headers.get('date') ?? '')]
  return Number.isFinite(until - now) ? Math.max(0, until - now) : 0
}

async function bodyOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    parts.push(part as Uint8Array)
    size += (part as Uint8Array).length
    if (size > LARGEST) throw new InputError(`sends more than ${LARGEST} bytes`)
  }
  return Buffer.concat(parts).toString('utf8')
}

const SHAPE = 'answers with something else: expected {"choices":[{"message":{"content":"…"}}]}'

function answerOf(body: string): ModelAnswer | Failure {
  const answer = parse(body) as {
    choices?: readonly { message?: { content?: unknown } }[]
    usage?: { total_tokens?: unknown }
  } | null
  const content = Array.isArray(answer?.choices) ? answer.choices[0]?.message?.content : undefined
  const tokens = answer?.usage?.total_tokens
  if (typeof content !== 'string') return { reason: SHAPE, after: null }
  return { content, tokens: typeof tokens === 'number' && tokens >= 0 ? tokens : null }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
