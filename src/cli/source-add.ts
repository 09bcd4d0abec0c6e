import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Command, Option } from 'commander'
import {
  InputError,
  type Slug,
  SOURCE_FORMS,
  type Source,
  type SourceForm,
  type Subscription,
  type Theatre,
} from '#domain'
import type { Identified, Outline } from '#gather'
import type { Ledger } from '#ledger'
import { now, withLedger } from './context.ts'
import { print, printJson, say } from './output.ts'
import { askForRest, described, everyOf, type SourceFlags, withSourceFlags } from './source-fields.ts'
import { sourceOfList } from './source-of-list.ts'

/** A source and where it is asked. */
interface Entry {
  readonly source: Source
  readonly subscription: Subscription
}

/** Minutes between two askings where the user does not say. A folder is this machine's own, and cheap to look at. */
const EVERY: Readonly<Record<SourceForm, number>> = {
  feed: 15,
  'news-sitemap': 15,
  channel: 15,
  sitemap: 60,
  page: 30,
  folder: 10,
}

/** `fogline source add`: an address looked at once, and registered for what it is. */
export const sourceAddCommand = (): Command =>
  withSourceFlags(
    new Command('add')
      .description(
        'Find out what an address is (feed, page with feeds, sitemap, Telegram channel, folder) and register it',
      )
      .argument('<address...>', 'web addresses, folders, or ids of the starter list'),
  )
    .addOption(
      new Option('--form <form>', 'what it is, where you know; it is then registered without being looked at').choices(
        SOURCE_FORMS,
      ),
    )
    .option('--json', 'print what was registered as JSON')
    .action(async (addresses: string[], flags: SourceFlags & { form?: SourceForm; json?: boolean }) => {
      const added = await withLedger({ create: true }, async (ledger, theatre) => {
        const entries: Entry[] = []
        for (const address of addresses) {
          const entry = await entryFor(address, flags, ledger, theatre)
          await register([entry], ledger)
          entries.push(entry)
        }
        return entries
      })
      if (flags.json)
        return printJson(added.map(({ source, subscription }) => ({ ...subscription, publisher: source })))
      for (const { source, subscription } of added) print(inWords(source, subscription))
      print('Nothing is fetched until you say "fogline run" or "fogline watch".')
    })

const inWords = (source: Source, { id, form, address, everyMinutes }: Subscription): string =>
  `${id}: ${source.name}, ${form} at ${address}, every ${everyMinutes} min; camp ${source.camp}, country ${source.country ?? 'unknown'}, stance ${source.stance}, reliability ${source.reliability}${source.reliability === 'F' ? ' (cannot be judged)' : ''}`

async function entryFor(
  address: string,
  flags: SourceFlags & { form?: SourceForm; json?: boolean },
  ledger: Ledger,
  theatre: Theatre,
): Promise<Entry> {
  const { identifyAddress, createWebClient, resolveSource } = await import('#gather')
  const starter = theatre.sources.find(({ id }) => id === address)
  if (starter) return starterEntry(starter, flags, ledger, theatre)
  const client = createWebClient({ timeoutMs: 20_000 })
  const known = [...(await ledger.sources()), ...theatre.sources]
  try {
    const found: Identified | null = flags.form
      ? null
      : await identifyAddress(address, client, { allowHosts: flags.allowHost ?? [] })
    if (found && found.others.length > 0)
      say(
        `also there: ${found.others
          .slice(0, 8)
          .map(other => other.address)
          .join(' ')}`,
      )
    const guess = resolveSource(null, found?.url ?? address, known)
    const isKnown = known.some(({ id }) => id === guess.id) && !isOther(guess, flags.name ?? found?.name ?? null, flags)
    const folderName = address.split('/').filter(Boolean).at(-1) ?? address
    const name = found?.name ?? (found?.form === 'folder' ? folderName : guess.name)
    const source = isKnown
      ? guess
      : newSource(resolveSource(flags.name ?? name, null, known), found?.url ?? null, guess)
    const told = described(source, flags, theatre)
    const rest = flags.json ? {} : await askForRest(told, theatre)
    return entryOf(described(told, rest, theatre), flags, ledger, {
      form: found?.form ?? flags.form ?? 'feed',
      address: found?.address ?? address,
      full: found?.full ?? true,
    })
  } finally {
    await client.close()
  }
}

/** The publisher at an address is another than the one known there: the user names another, or the host is no more than a number. */
function isOther({ name, url }: Source, named: string | null, flags: SourceFlags): boolean {
  if (named === null || named.toLowerCase() === name.toLowerCase()) return false
  return flags.name !== undefined || (url !== null && isIP(new URL(url).hostname.replace(/^\[|\]$/g, '')) !== 0)
}

/** A publisher that nothing was known of: its site, and whose house it belongs to where it shares that of a known one. */
const newSource = (source: Source, url: string | null, host: Source): Source =>
  url === null || source.url !== null
    ? source
    : {
        ...source,
        url: new URL('/', url).href,
        family: source.family ?? (host.camp === 'unknown' ? null : (host.family ?? host.id)),
      }

const isChannel = (address: string): boolean => /^https?:\/\/t\.me\//i.test(address)

/** What the theatre pack knows is registered as it stands, without a look at the address. */
async function starterEntry(source: Source, flags: SourceFlags, ledger: Ledger, theatre: Theatre): Promise<Entry> {
  const address = source.feeds?.[0]
  if (address === undefined)
    throw new InputError(`${source.id}: the starter list has no feed of ${source.name}; give an address instead`)
  const form = isChannel(address) ? 'channel' : 'feed'
  return entryOf(described(source, flags, theatre), flags, ledger, { form, address, full: form === 'feed' })
}

async function entryOf(
  source: Source,
  flags: SourceFlags,
  ledger: Ledger,
  { form, address, full }: Pick<Subscription, 'form' | 'address' | 'full'>,
): Promise<Entry> {
  const standing = await ledger.register.subscriptions()
  const twin = standing.find(one => one.address === address)
  if (twin)
    throw new InputError(
      `${address} is registered already, as ${twin.id}; change it with "fogline source edit ${twin.id}"`,
    )
  return {
    source,
    subscription: {
      id: freeId(source.id, standing),
      source: source.id,
      form,
      address,
      full: flags.full ?? full,
      everyMinutes: everyOf(flags, EVERY[form]),
      paused: false,
      allowHosts: flags.allowHost ?? [],
    },
  }
}

/** `bbc`, or `bbc-2`, `bbc-3`… where that is taken. */
function freeId(id: Slug, standing: readonly Subscription[]): Slug {
  const taken = new Set(standing.map(one => one.id))
  let free = id
  for (let n = 2; taken.has(free); n += 1) free = `${id}-${n}`
  return free
}

const register = (entries: readonly Entry[], ledger: Ledger) =>
  ledger.register.change({
    learned: now(),
    sources: entries.map(({ source }) => source),
    subscriptions: entries.map(({ subscription }) => subscription),
  })

/** `fogline source import`: a reading list, or the starter list of the theatre. */
export const sourceImportCommand = (): Command =>
  new Command('import')
    .description('Register the feeds of a reading list (OPML), or of the starter list; nothing is fetched')
    .argument('[file]', 'an OPML file of any feed reader')
    .option('--starter', 'the starter list of the theatre pack')
    .option('--camp <camp...>', 'of the starter list, only these camps')
    .option('--json', 'print what was registered as JSON')
    .action((file: string | undefined, flags: { starter?: boolean; camp?: string[]; json?: boolean }) =>
      withLedger({ create: true }, async (ledger, theatre) => {
        if ((file === undefined) === (flags.starter !== true))
          throw new InputError('import: expected an OPML file or --starter, found neither or both')
        const entries =
          file === undefined
            ? starterEntries(theatre, flags.camp ?? null)
            : await opmlEntries(file, [...(await ledger.sources()), ...theatre.sources])
        const fresh = await unregistered(entries, ledger)
        await register(fresh, ledger)
        if (flags.json)
          return printJson(fresh.map(({ source, subscription }) => ({ ...subscription, publisher: source })))
        const known = entries.length - fresh.length
        print(`${fresh.length} sources registered${known > 0 ? `, ${known} were already` : ''}.`)
        print('Nothing is fetched until you say "fogline run" or "fogline watch".')
      }),
    )

const plain = (source: Source, form: SourceForm, address: string): Entry => ({
  source,
  subscription: {
    id: source.id,
    source: source.id,
    form,
    address,
    full: form === 'feed',
    everyMinutes: EVERY[form],
    paused: false,
    allowHosts: [],
  },
})

function starterEntries(theatre: Theatre, camps: readonly string[] | null): Entry[] {
  return theatre.sources
    .filter(({ camp }) => camps === null || camps.includes(camp))
    .flatMap(source =>
      (source.feeds ?? []).slice(0, 1).map(address => plain(source, isChannel(address) ? 'channel' : 'feed', address)),
    )
}

async function opmlEntries(file: string, known: readonly Source[]): Promise<Entry[]> {
  const { readOpml, textOf } = await import('#gather')
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new InputError(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code}); check the path`, { cause })
  }
  const outlines = readOpml(textOf(bytes, file))
  if (outlines.length === 0) throw new InputError(`${file}: expected feeds in the list, found none`)
  return Promise.all(outlines.map(outline => outlineEntry(outline, known)))
}

/** Of another program's list only name and addresses count; of Fogline's own all that it says, where it says it well. */
async function outlineEntry({ title, address, url, more }: Outline, known: readonly Source[]): Promise<Entry> {
  const { resolveSource } = await import('#gather')
  const guess = resolveSource(null, url ?? address, known)
  const source = known.some(({ id }) => id === guess.id) ? guess : resolveSource(title, url ?? address, known)
  const form =
    SOURCE_FORMS.find(one => one === more['form'] && one !== 'folder') ?? (isChannel(address) ? 'channel' : 'feed')
  const told = { ...source, ...sourceOfList(more, source) }
  const entry = plain(
    title === null ? told : { ...told, name: known.includes(source) ? told.name : title },
    form,
    address,
  )
  const every = Number(more['every'])
  return {
    ...entry,
    subscription: {
      ...entry.subscription,
      full: more['full'] === undefined ? entry.subscription.full : more['full'] === 'true',
      everyMinutes: Number.isInteger(every) && every >= 1 ? every : entry.subscription.everyMinutes,
      paused: more['paused'] === 'true',
    },
  }
}

/** Those whose address is not in the register, each once, with ids that are free. */
async function unregistered(entries: readonly Entry[], ledger: Ledger): Promise<Entry[]> {
  const standing = [...(await ledger.register.subscriptions())]
  return entries.flatMap(entry => {
    if (standing.some(({ address }) => address === entry.subscription.address)) return []
    const subscription = { ...entry.subscription, id: freeId(entry.source.id, standing) }
    standing.push(subscription)
    return [{ source: entry.source, subscription }]
  })
}
