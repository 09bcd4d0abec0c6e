import { InputError, type Note, type ReadReport, sha256 } from '#domain'
import type { Proposal } from '#read'
import { askModel, type Endpoint } from './ask-model.ts'
import { MOST_TEXT, messagesFor, PROMPT_VERSION } from './prompt.ts'
import type { ProposalCache } from './proposal-file.ts'
import { ANSWER_SCHEMA, readAnswer } from './proposal-schema.ts'

/** How a model is asked, and how much it may cost. */
export interface AssistantOptions {
  /** Base address of an OpenAI-compatible server, such as `http://127.0.0.1:11434/v1`. The user's own choice, so it may be local. */
  readonly url: string
  readonly model: string
  readonly key: string | null
  /** Requests at most, as long as the assistant lives. Default 200. */
  readonly calls?: number
  /** Tokens at most, sent and answered, as the server counts them (else a quarter of the characters). Default 500,000. */
  readonly tokens?: number
  /** For one whole answer, in milliseconds. Default 60 s. */
  readonly timeoutMs?: number
  /** How often a request is sent again after a failure that may pass. Default 2. */
  readonly retries?: number
  readonly cache: ProposalCache
  readonly wait?: Endpoint['wait']
}

/** What a model proposes for a report, not yet held against its words; `notes` say what went wrong on the way. */
export interface Proposed {
  readonly proposals: readonly Proposal[]
  readonly notes: readonly Note[]
}

/** A model that proposes claims. */
export interface Assistant {
  readonly model: string
  /** Never throws for what a server does or a model says: that is a Note. */
  readonly propose: (report: ReadReport) => Promise<Proposed>
}

/** After so many failures in a row the server is not asked again. */
const GIVE_UP_AFTER = 3
const ANSWER_TOKENS = 4_000
const CHARACTERS_PER_TOKEN = 4

function endpointOf({ url, key, timeoutMs = 60_000, retries = 2, wait }: AssistantOptions): Endpoint {
  const base = URL.canParse(url) ? new URL(url) : null
  if (base === null || !/^https?:$/.test(base.protocol))
    throw new InputError(
      `FOGLINE_MODEL_URL: expected the http(s) address of an OpenAI-compatible server, found "${url}"; give its base, such as http://127.0.0.1:11434/v1`,
    )
  if (!/\/chat\/completions\/?$/.test(base.pathname))
    base.pathname = `${base.pathname.replace(/\/+$/, '')}/chat/completions`
  return { url: base, key, timeoutMs, retries, ...(wait ? { wait } : {}) }
}

const note = (rule: string, reason: string): Note => ({ rule, reason, span: null })

/** What is left of a budget. One request is spent when it is sent, retries included in it. */
class Budget {
  #calls: number
  #tokens: number
  constructor({ calls = 200, tokens = 500_000 }: AssistantOptions) {
    this.#calls = calls
    this.#tokens = tokens
  }
  /** Why the next request may not be sent, or null. */
  get spent(): string | null {
    return this.#calls <= 0
      ? 'the budget of calls is spent'
      : this.#tokens <= 0
        ? 'the budget of tokens is spent'
        : null
  }
  take(): void {
    this.#calls -= 1
  }
  pay(tokens: number): void {
    this.#tokens -= tokens
  }
}

/** Prepares a model to be asked; nothing is sent before the first report. Throws InputError where the address is none. */
export function createAssistant(options: AssistantOptions): Assistant {
  const endpoint = endpointOf(options)
  const { model, cache } = options
  const budget = new Budget(options)
  let failures = 0

  const ask = async (report: ReadReport): Promise<string> => {
    const messages = messagesFor(report)
    const sent = messages.reduce((sum, { content }) => sum + content.length, 0)
    const form = { type: 'json_schema', json_schema: { name: 'claims', strict: true, schema: ANSWER_SCHEMA } }
    budget.take()
    const payload = { model, messages, temperature: 0, max_tokens: ANSWER_TOKENS, response_format: form }
    const { content, tokens } = await askModel(endpoint, payload)
    budget.pay(tokens ?? Math.ceil((sent + content.length) / CHARACTERS_PER_TOKEN))
    return content
  }

  const propose = async (report: ReadReport): Promise<Proposed> => {
    const { text, publishedAt, outlet } = report
    const key = sha256(JSON.stringify([endpoint.url.href, model, PROMPT_VERSION, outlet, publishedAt, text]))
    const known = cache.get(key)
    if (known !== undefined) return withCut(heard(known, model), text, model)
    if (text.trim() === '') return { proposals: [], notes: [] }
    const idle = failures >= GIVE_UP_AFTER ? `${endpoint.url.host} failed ${failures} times in a row` : budget.spent
    if (idle) return { proposals: [], notes: [note('model-not-asked', `${model} was not asked: ${idle}`)] }
    try {
      const content = await ask(report)
      failures = 0
      // An answer that is none would be none for ever.
      if (readAnswer(content) !== null) cache.set(key, content)
      return withCut(heard(content, model), text, model)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      failures += 1
      return { proposals: [], notes: [note('model-failed', error.message)] }
    }
  }
  return { model, propose }
}

/** An answer as proposals; what in it is no proposal is refused with its reason. */
function heard(content: string, model: string): Proposed {
  const answer = readAnswer(content)
  if (answer === null)
    return {
      proposals: [],
      notes: [note('model-failed', `${model} answered with something that is not {"claims":[…]}`)],
    }
  return {
    proposals: answer.proposals,
    notes: answer.refused.map(reason => note('model-claim-refused', `${model}: ${reason}`)),
  }
}

const withCut = (proposed: Proposed, text: string, model: string): Proposed =>
  text.length <= MOST_TEXT
    ? proposed
    : {
        ...proposed,
        notes: [...proposed.notes, note('model-saw-part', `${model} was shown the first ${MOST_TEXT} characters`)],
      }
