import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { assistedReaders, createAssistant, openProposalFile, proposalMemory } from '#assist'
import type { Day, Instant, Theatre } from '#domain'
import { addDays, begunDay, dayOfNumber, InputError, parseDay, parseInstant, startOfDay } from '#domain'
import type { Ledger } from '#ledger'
import { openLedger, ROLES } from '#ledger'
import type { OidcSettings } from '#publish/people'
import { openGrammar } from '#read/model'
import { openReaders, type Readers } from '#readers'
import { loadTheatre, openGazetteerWith } from '#theatre'

/** Where and how a command runs: what every command takes from the environment, read in this one place. */
export interface Settings {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly theatre: string
  /** Threads that read, at most; null: one a core. */
  readonly threads: number | null
  /** Address of a LibreTranslate-compatible server; null: reports in other languages are not translated. */
  readonly translateUrl: string | null
  readonly translateKey: string | null
  /** Address of map tiles for the desk, `{z}/{x}/{y}` or a PMTiles archive; null: the desk's own ground alone. */
  readonly tiles: string | null
  /** A language model that proposes claims; null: none is asked. */
  readonly model: ModelSettings | null
  /** Null: no letters are sent. */
  readonly mail: MailSettings | null
  /** An identity provider to sign in at; null: by name and password alone. */
  readonly oidc: OidcSettings | null
  /** Address at which the desk is read, without a slash at its end; null: messages have no links to it. */
  readonly deskUrl: string | null
}

/** A mail server as `smtp://user:password@host:587` or `smtps://…`, and the address letters come from. */
export interface MailSettings {
  readonly url: string
  readonly from: string
}

/** Where a language model is and what it may cost; null means the default of `createAssistant`. */
export interface ModelSettings {
  readonly url: string
  readonly name: string
  readonly key: string | null
  readonly calls: number | null
  readonly tokens: number | null
  /** For one answer, in seconds. */
  readonly timeout: number | null
}

/** The environment as settings: `FOGLINE_DATA`, `DATABASE_URL`, `FOGLINE_THEATRE`, `FOGLINE_THREADS`, `FOGLINE_TRANSLATE_URL` and `_KEY`, `FOGLINE_TILES`, `FOGLINE_MODEL_URL` and its like. */
export const settingsOf = (env: NodeJS.ProcessEnv): Settings => ({
  dataDir: env['FOGLINE_DATA'] || './fogline-data',
  databaseUrl: env['DATABASE_URL'] || null,
  theatre: env['FOGLINE_THEATRE'] || 'ukraine',
  threads: env['FOGLINE_THREADS'] ? wholeNumber('FOGLINE_THREADS', env['FOGLINE_THREADS']) : null,
  translateUrl: env['FOGLINE_TRANSLATE_URL'] || null,
  translateKey: env['FOGLINE_TRANSLATE_KEY'] || null,
  tiles: tilesOf(env['FOGLINE_TILES']),
  model: modelOf(env),
  mail: mailOf(env),
  oidc: oidcOf(env),
  deskUrl: deskUrlOf(env),
})

function oidcOf(env: NodeJS.ProcessEnv): OidcSettings | null {
  const issuer = urlOf(env, 'FOGLINE_OIDC_ISSUER', /^https?:$/)
  if (issuer === null) return null
  const [clientId, desk] = [env['FOGLINE_OIDC_CLIENT'], deskUrlOf(env)]
  if (!clientId || desk === null)
    throw new InputError(
      'FOGLINE_OIDC_CLIENT, FOGLINE_DESK_URL: expected both where FOGLINE_OIDC_ISSUER is set; set them',
    )
  const given = env['FOGLINE_OIDC_ROLE'] || 'reader'
  const defaultRole = ROLES.find(role => role === given) ?? null
  if (defaultRole === null && given !== 'none')
    throw new InputError(`FOGLINE_OIDC_ROLE: expected ${ROLES.join(', ')} or none, found "${given}"`)
  const { FOGLINE_OIDC_SECRET: secret, FOGLINE_OIDC_ROLE_CLAIM: roleClaim } = env
  return { issuer, clientId, clientSecret: secret || null, desk, roleClaim: roleClaim || null, defaultRole }
}

const deskUrlOf = (env: NodeJS.ProcessEnv): string | null =>
  urlOf(env, 'FOGLINE_DESK_URL', /^https?:$/)?.replace(/\/+$/, '') ?? null

function mailOf(env: NodeJS.ProcessEnv): MailSettings | null {
  const url = urlOf(env, 'FOGLINE_SMTP_URL', /^smtps?:$/)
  if (url === null) return null
  const from = env['FOGLINE_MAIL_FROM']
  if (!from) throw new InputError('FOGLINE_MAIL_FROM: expected the address letters come from, found it unset; set it')
  return { url, from }
}

/** An address of the environment; it is not repeated in what is said of it, for it may hold a password. */
function urlOf(env: NodeJS.ProcessEnv, name: string, scheme: RegExp): string | null {
  const text = env[name]
  if (!text) return null
  if (!URL.canParse(text) || !scheme.test(new URL(text).protocol))
    throw new InputError(`${name}: expected an address that fits ${scheme.source}, found something else`)
  return text
}

function tilesOf(address: string | undefined): string | null {
  if (!address) return null
  const isTemplate = ['{z}', '{x}', '{y}'].every(part => address.includes(part))
  if (/^https?:\/\/[^/]/.test(address) && (isTemplate || /\.pmtiles(?:\?|$)/.test(address))) return address
  throw new InputError(
    `FOGLINE_TILES: expected a web address of tiles with {z}, {x} and {y}, or of a .pmtiles archive, found "${address}"`,
  )
}

/** Where a user's own lists of places are kept. */
export const placesFolder = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'gazetteer')

function modelOf(env: NodeJS.ProcessEnv): ModelSettings | null {
  const url = env['FOGLINE_MODEL_URL']
  if (!url) return null
  const name = env['FOGLINE_MODEL']
  if (!name)
    throw new InputError('FOGLINE_MODEL: expected the name of a model at FOGLINE_MODEL_URL, found it unset; set it')
  const number = (variable: string): number | null =>
    env[variable] ? wholeNumber(variable, env[variable] ?? '') : null
  return {
    url,
    name,
    key: env['FOGLINE_MODEL_KEY'] || null,
    calls: number('FOGLINE_MODEL_CALLS'),
    tokens: number('FOGLINE_MODEL_TOKENS'),
    timeout: number('FOGLINE_MODEL_TIMEOUT'),
  }
}

/** Readers for the theatre of the settings, on so many threads as they say, with the help of a model where one is named. */
export function readersOf({ theatre, threads, model, dataDir, databaseUrl }: Settings): Readers {
  const places = placesFolder({ dataDir })
  const readers = openReaders({ theatre, places, ...(threads === null ? {} : { threads }) })
  if (model === null) return readers
  const assistant = createAssistant({
    url: model.url,
    model: model.name,
    key: model.key,
    // A data folder is a ledger's sign, so none is made for the sake of the file.
    cache:
      databaseUrl !== null || existsSync(dataDir)
        ? openProposalFile(join(dataDir, 'model-proposals.jsonl'))
        : proposalMemory(),
    ...(model.calls === null ? {} : { calls: model.calls }),
    ...(model.tokens === null ? {} : { tokens: model.tokens }),
    ...(model.timeout === null ? {} : { timeoutMs: model.timeout * 1000 }),
  })
  const context = { theatre: loadTheatre(theatre), gazetteer: openGazetteerWith(places), grammar: openGrammar() }
  return assistedReaders(readers, assistant, () => context)
}

/** The clock of the command line; nothing below the command line reads one. */
export const now = (): Instant => new Date().toISOString() as Instant

/** True when there is a ledger to open: a server is named, or the data folder exists. */
export const hasLedger = (): boolean => {
  const { databaseUrl, dataDir } = settingsOf(process.env)
  return databaseUrl !== null || existsSync(dataDir)
}

/** Opens the ledger for one command and closes it whatever happens. `create` false: a ledger that is not there is an error. */
export async function withLedger<Result>(
  options: { create: boolean },
  use: (ledger: Ledger, theatre: Theatre, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const settings = settingsOf(process.env)
  const theatre = loadTheatre(settings.theatre)
  if (!options.create && !hasLedger()) {
    throw new InputError(
      `no ledger: expected one in ${settings.dataDir}, found no such folder; make one with "fogline ingest PATH" or set FOGLINE_DATA`,
    )
  }
  const ledger = await openLedger({
    dataDir: settings.dataDir,
    databaseUrl: settings.databaseUrl,
    theatre: theatre.id,
    now,
  })
  try {
    return await use(ledger, theatre, settings)
  } finally {
    await ledger.close()
  }
}

/** A moment a user typed for `--as-of`: RFC 3339, or a day, which then means the end of it. */
export function asOfOf(text: string | undefined): Instant | null {
  if (text === undefined) return null
  const day = parseDay(text)
  if (day) return startOfDay(addDays(day, 1))
  const instant = parseInstant(text)
  if (!instant)
    throw new InputError(`--as-of: expected a day (2024-11-26) or a moment (2024-11-26T18:00:00Z), found "${text}"`)
  return instant
}

/** A day a user typed for `--date` or `--on`. */
export function dayOption(name: string, text: string): Day {
  const day = parseDay(text)
  if (!day) throw new InputError(`--${name}: expected a day such as 2024-11-26, found "${text}"`)
  return day
}

/** The day of `--date` or `--day N`; null when neither is given. */
export function chosenDay(theatre: Theatre, options: { date?: string; day?: string }): Day | null {
  if (options.date !== undefined && options.day !== undefined) {
    throw new InputError('--date and --day: expected one of the two, found both')
  }
  const clock = { dayOne: theatre.dayOne, now: now() }
  if (options.date !== undefined) return begunDay('--date', dayOption('date', options.date), clock)
  if (options.day === undefined) return null
  const number = Number(options.day.replace(/,/g, ''))
  if (!Number.isInteger(number) || number < 1 || number > 100_000) {
    throw new InputError(`--day: expected the number of a day of the war, 1 or more (1007), found "${options.day}"`)
  }
  return begunDay('--day', dayOfNumber(theatre.dayOne, number), clock)
}

/** A whole number a user typed, 1 or more; `name` is the option, or in capitals the variable of the environment. */
export function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  const shown = name === name.toUpperCase() ? name : `--${name}`
  if (!Number.isInteger(number) || number < 1)
    throw new InputError(`${shown}: expected a whole number, 1 or more, found "${text}"`)
  return number
}
