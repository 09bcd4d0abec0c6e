import { InputError, sha256 } from '#domain'
import { askEndpoint } from './ask-endpoint.ts'

/** Gives texts in English. */
export interface Translator {
  /** The host that does it, as Notes name it. */
  readonly host: string
  /** The same texts in English, one for one. `from` is ISO 639-1. Throws InputError with one line when it cannot. */
  readonly translate: (texts: readonly string[], from: string) => Promise<readonly string[]>
}

/** Translations kept by content, so that no passage is sent twice. */
export interface TranslationCache {
  readonly get: (key: string) => string | undefined
  readonly set: (key: string, text: string) => void
}

/** How an endpoint is asked. */
export interface TranslatorOptions {
  /** Where a LibreTranslate-compatible server is: its own address, or that of its `/translate`. */
  readonly url: string
  /** Its API key; null for a server that asks for none. */
  readonly key: string | null
  /** For one answer, in milliseconds. Default 60 s. */
  readonly timeoutMs?: number
  /** How often a request is sent again after a failure that may pass. Default 2. */
  readonly retries?: number
  /** Default: kept in memory as long as the translator lives. */
  readonly cache?: TranslationCache
  /** Waits so many milliseconds; tests hand in one that does not. */
  readonly wait?: (ms: number) => Promise<void>
}

/** What one request may hold: servers cap both. */
const MOST_TEXTS = 40
const MOST_CHARACTERS = 4_000
/** After so many failures in a row the endpoint is not asked again. */
const GIVE_UP_AFTER = 3

/** Texts in runs that fit one request; a text longer than that is a run of its own. */
function* runsOf(texts: readonly string[]): Generator<string[]> {
  let run: string[] = []
  let size = 0
  for (const text of texts) {
    if (run.length > 0 && (run.length === MOST_TEXTS || size + text.length > MOST_CHARACTERS)) {
      yield run
      run = []
      size = 0
    }
    run.push(text)
    size += text.length
  }
  if (run.length > 0) yield run
}

function endpointOf(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new InputError(`FOGLINE_TRANSLATE_URL: expected an http(s) address of a translation server, found "${url}".`)
  }
  if (!/\/translate\/?$/.test(parsed.pathname)) parsed.pathname = `${parsed.pathname.replace(/\/+$/, '')}/translate`
  return parsed
}

function memory(): TranslationCache {
  const kept = new Map<string, string>()
  return { get: key => kept.get(key), set: (key, text) => void kept.set(key, text) }
}

/** Opens a LibreTranslate-compatible endpoint. Nothing is sent before the first text. Throws InputError when the address is none. */
export function createTranslator(options: TranslatorOptions): Translator {
  const endpoint = endpointOf(options.url)
  const cache = options.cache ?? memory()
  const keyOf = (text: string, from: string): string => sha256(JSON.stringify([endpoint.href, from, text]))
  let failures = 0
  const ask = async (run: readonly string[], from: string): Promise<void> => {
    if (failures >= GIVE_UP_AFTER)
      throw new InputError(`${endpoint.host} failed ${failures} times and is not asked again.`)
    try {
      const translated = await askEndpoint(endpoint, run, from, options)
      run.forEach((text, at) => cache.set(keyOf(text, from), translated[at] ?? ''))
      failures = 0
    } catch (error) {
      failures += 1
      throw error
    }
  }
  return {
    host: endpoint.host,
    translate: async (texts, from) => {
      const missing = [...new Set(texts)].filter(
        text => text.trim() !== '' && cache.get(keyOf(text, from)) === undefined,
      )
      for (const run of runsOf(missing)) await ask(run, from)
      return texts.map(text => cache.get(keyOf(text, from)) ?? text)
    },
  }
}
