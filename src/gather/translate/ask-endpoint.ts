import { setTimeout as sleep } from 'node:timers/promises'
import { InputError } from '#domain'
import type { TranslatorOptions } from './translator.ts'

const TIMEOUT_MS = 60_000
const RETRIES = 2
/** First wait before sending again, doubled each time, and the longest a server may ask for, in milliseconds. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000
/** No answer to one request is larger, in characters. */
const LARGEST = 4_000_000

/** A failure, and whether it may pass: `after` is the wait in milliseconds, null where sending again is no use. */
interface Failure {
  readonly reason: string
  readonly after: number | null
}

type Outcome = { readonly texts: readonly string[] } | Failure

const NO_TEXTS = 'expected {"translatedText": […]} with a text for each one sent'

/** The texts of an answer; null when they are not what was asked for. */
function textsOf(body: string, wanted: number): readonly string[] | null {
  const answer = parse(body) as { translatedText?: unknown } | null
  const given = [answer?.translatedText].flat()
  const texts = given.filter((text): text is string => typeof text === 'string' && text.trim() !== '')
  return texts.length === wanted && given.length === wanted ? texts : null
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What a server says went wrong, on one line. */
const errorOf = (body: string): string => {
  const { error } = (parse(body) ?? {}) as { error?: unknown }
  return typeof error === 'string' ? `: ${error.replace(/\s+/g, ' ').slice(0, 200)}` : ''
}

/** The body of an answer, as far as it may be read. */
async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let body = ''
  for await (const chunk of response.body ?? []) {
    body += decoder.decode(chunk as Uint8Array, { stream: true })
    if (body.length > LARGEST) throw new InputError(`it sends more than ${LARGEST} characters`)
  }
  return body + decoder.decode()
}

async function send(endpoint: URL, payload: object, wanted: number, timeoutMs: number): Promise<Outcome> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(payload),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body = await bodyOf(response)
    if (response.ok) {
      const texts = textsOf(body, wanted)
      return texts === null ? { reason: `answers with something else: ${NO_TEXTS}`, after: null } : { texts }
    }
    const asked = Number(response.headers.get('retry-after')) * 1000
    const mayPass = response.status === 429 || response.status >= 500
    return { reason: `answers ${response.status}${errorOf(body)}`, after: mayPass ? asked || 0 : null }
  } catch (error) {
    if (error instanceof InputError) return { reason: error.message, after: null }
    if (error instanceof Error && error.name === 'TimeoutError')
      return { reason: `gives no answer in ${timeoutMs} ms`, after: 0 }
    if (error instanceof TypeError)
      return { reason: `cannot be reached (${(error.cause as Error | undefined)?.message ?? error.message})`, after: 0 }
    throw error
  }
}

/**
 * Sends texts to a LibreTranslate-compatible endpoint and gives them back in English, one for one. A failure that may pass
 * (no answer, 429, 5xx) is tried again after a growing wait, or the one the server asks for. Throws InputError with one line.
 */
export async function askEndpoint(
  endpoint: URL,
  texts: readonly string[],
  from: string,
  { key, timeoutMs = TIMEOUT_MS, retries = RETRIES, wait = ms => sleep(ms) }: TranslatorOptions,
): Promise<readonly string[]> {
  const payload = { q: texts, source: from, target: 'en', format: 'text', ...(key === null ? {} : { api_key: key }) }
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await send(endpoint, payload, texts.length, timeoutMs)
    if ('texts' in outcome) return outcome.texts
    if (outcome.after === null || attempt >= retries)
      throw new InputError(`the translation server ${endpoint.host} ${outcome.reason}.`)
    await wait(Math.min(LONGEST_WAIT, Math.max(outcome.after, FIRST_WAIT * 2 ** attempt)))
  }
}
