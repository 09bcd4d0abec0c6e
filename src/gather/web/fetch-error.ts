import { InputError } from '#domain'

/** What kept an address from being read. `status`: the server answered, with an error; `empty`: it answered well, with nothing. */
export type FetchTrouble =
  | 'address'
  | 'refused'
  | 'robots'
  | 'unreachable'
  | 'timeout'
  | 'status'
  | 'too-large'
  | 'empty'
  | 'held-off'

/** Why an address could not be read, in one line for people and in parts for programs. */
export class FetchError extends InputError {
  readonly trouble: FetchTrouble
  /** HTTP status, where the server answered. */
  readonly status: number | null
  /** How long the server asks to be left alone, in milliseconds; null: it does not say. */
  readonly retryAfterMs: number | null
  /** Host and port that answered so, where one did. */
  readonly host: string | null

  constructor(
    trouble: FetchTrouble,
    message: string,
    more: {
      readonly status?: number
      readonly retryAfterMs?: number | null
      readonly host?: string
      readonly cause?: unknown
    } = {},
  ) {
    super(message, more.cause === undefined ? {} : { cause: more.cause })
    this.trouble = trouble
    this.status = more.status ?? null
    this.retryAfterMs = more.retryAfterMs ?? null
    this.host = more.host ?? null
  }

  /** True where another try in a while may succeed: no answer, no time, too many askings, a fault of the server. */
  get isPassing(): boolean {
    if (this.trouble === 'status') return this.status === 429 || (this.status ?? 0) >= 500
    return this.trouble === 'unreachable' || this.trouble === 'timeout' || this.trouble === 'held-off'
  }
}
