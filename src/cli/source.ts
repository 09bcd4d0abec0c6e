import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import pc from 'picocolors'
import { InputError, type Slug, type Subscription, type Theatre } from '#domain'
import type { Ledger, RegisterChange } from '#ledger'
import { hasLedger, now, settingsOf, withLedger } from './context.ts'
import { print, printJson, printTable, say } from './output.ts'
import { sourceAddCommand, sourceImportCommand } from './source-add.ts'
import { described, everyOf, type SourceFlags, withSourceFlags } from './source-fields.ts'
import { ago, printSources } from './source-table.ts'
import { printTrack } from './track.ts'

/** `fogline source`: whom Fogline asks for reports. */
export const sourceCommand = (): Command => {
  const command = new Command('source').description('Whom to ask for reports: register, list, edit, pause, remove')
  const parts = [
    sourceAddCommand(),
    listCommand(),
    showCommand(),
    editCommand(),
    pauseCommand(),
    resumeCommand(),
    removeCommand(),
    sourceImportCommand(),
    exportCommand(),
  ]
  for (const part of parts) command.addCommand(part)
  return command
}

const listCommand = (): Command =>
  new Command('list')
    .description('Every registered source with its last good answer, its last news and since when it fails')
    .option('--starter', 'the starter list of the theatre pack instead; nothing of it is fetched unasked')
    .option('--json', 'print JSON')
    .action(async (flags: { starter?: boolean; json?: boolean }) => {
      if (flags.starter) return listStarter(flags.json ?? false)
      if (!hasLedger()) return flags.json ? printJson([]) : print(NONE)
      await withLedger({ create: false }, async ledger => {
        const sources = await ledger.register.health(now())
        if (flags.json) return printJson(sources)
        if (sources.length === 0) return print(NONE)
        printSources(sources, now())
      })
    })

const NONE = 'No source is registered: add one with "fogline source add URL", or see "fogline source list --starter".'

async function listStarter(json: boolean): Promise<void> {
  const { loadTheatre } = await import('#theatre')
  const { sources } = loadTheatre(settingsOf(process.env).theatre)
  if (json) return printJson(sources)
  const withFeeds = sources.filter(({ feeds }) => feeds)
  printTable(
    ['id', 'name', 'camp', 'country', 'owner', 'address'],
    withFeeds.map(({ id, name, camp, country, owner, feeds }) => [
      id,
      name,
      camp,
      country ?? '–',
      owner ?? 'unknown',
      feeds?.[0] ?? '',
    ]),
  )
  say(
    `${withFeeds.length} sources; register all with "fogline source import --starter", one with "fogline source add ID"`,
  )
}

const showCommand = (): Command =>
  new Command('show')
    .description('One source: who it is, how it is asked, how that goes, and how its claims came out so far')
    .argument('<id>', 'the id of a registered source, or of anybody who makes claims')
    .option('--json', 'print JSON')
    .action((id: string, flags: { json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const origin = (await ledger.tracks({ origin: id }))[0]
        const registered = (await ledger.register.subscriptions()).some(one => one.id === id)
        // Whoever makes claims has a record, asked for reports or not.
        if (!registered && origin) return flags.json ? printJson(origin) : printTrack(origin)
        const subscription = await found(ledger, id)
        const source = (await ledger.sources()).find(one => one.id === subscription.source) ?? null
        const key = source?.family ?? subscription.source
        const track = (await ledger.tracks({ origin: key }))[0] ?? null
        const health = (await ledger.register.health(now())).find(one => one.subscription === id) ?? null
        const outages = (await ledger.register.outages()).filter(one => one.subscription === id)
        if (flags.json) return printJson({ ...subscription, publisher: source, health, outages, track })
        print(`${pc.bold(source?.name ?? subscription.source)} (${id})`)
        print(`${subscription.form} at ${subscription.address}, every ${subscription.everyMinutes} min`)
        if (source)
          print(
            `${source.kind}, camp ${source.camp}, country ${source.country ?? 'unknown'}, stance ${source.stance}, owner ${source.owner ?? 'unknown'}, reliability ${source.reliability}${source.reliability === 'F' ? ' (cannot be judged)' : ''}`,
          )
        if (health)
          print(
            `${health.state}: last good ${ago(health.lastGood, now())}, last new ${ago(health.lastNew, now())}${health.lastError ? `; ${health.lastError}` : ''}`,
          )
        for (const { from, to, reason } of outages) print(`could not be read ${from} to ${to ?? 'now'}: ${reason}`)
        if (track) printTrack(track)
      }),
    )

const editCommand = (): Command =>
  withSourceFlags(
    new Command('edit')
      .description('Change what is known of a source or how it is asked; what was known before stays in the ledger')
      .argument('<id>', 'the id of a registered source')
      .option('--address <url>', 'where it is asked from now on'),
  )
    .option('--json', 'print the source as JSON')
    .action((id: string, flags: SourceFlags & { address?: string; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const subscription = edited(await found(ledger, id), flags)
        const source = (await known(ledger, theatre)).find(one => one.id === subscription.source)
        if (!source)
          throw new InputError(`${id}: expected its publisher "${subscription.source}" to be known, found none`)
        const publisher = described(source, flags, theatre)
        await ledger.register.change({ learned: now(), sources: [publisher], subscriptions: [subscription] })
        if (flags.json) return printJson({ ...subscription, publisher })
        print(`${id} changed.`)
      }),
    )

const edited = (subscription: Subscription, flags: SourceFlags & { address?: string }): Subscription => ({
  ...subscription,
  address: flags.address ?? subscription.address,
  full: flags.full ?? subscription.full,
  everyMinutes: everyOf(flags, subscription.everyMinutes),
  allowHosts: flags.allowHost ?? subscription.allowHosts,
})

const known = async (ledger: Ledger, theatre: Theatre) => [...(await ledger.sources()), ...theatre.sources]

async function found(ledger: Ledger, id: Slug): Promise<Subscription> {
  const all = await ledger.register.subscriptions()
  const subscription = all.find(one => one.id === id)
  if (!subscription)
    throw new InputError(`source: expected the id of a registered source ("fogline source list"), found "${id}"`)
  return subscription
}

/** A command over some ids that changes the register in one step. */
const overIds = (
  name: string,
  description: string,
  done: string,
  change: (subscriptions: readonly Subscription[]) => Omit<RegisterChange, 'learned'>,
): Command =>
  new Command(name)
    .description(description)
    .argument('<ids...>', 'ids of registered sources')
    .option('--json', 'print the ids as JSON')
    .action((ids: string[], flags: { json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const subscriptions = await Promise.all(ids.map(id => found(ledger, id)))
        const learned = now()
        const open = (await ledger.register.outages()).filter(
          ({ subscription, to }) => to === null && ids.includes(subscription),
        )
        // Whoever is no longer asked is no longer failing.
        const outages = name === 'resume' ? [] : open.map(outage => ({ ...outage, to: learned }))
        await ledger.register.change({ learned, outages, ...change(subscriptions) })
        if (flags.json) return printJson(ids)
        print(`${ids.join(', ')}: ${done}.`)
      }),
    )

const pauseCommand = (): Command =>
  overIds('pause', 'Stop asking some sources for now', 'paused', subscriptions => ({
    subscriptions: subscriptions.map(one => ({ ...one, paused: true })),
  }))

const resumeCommand = (): Command =>
  overIds('resume', 'Ask paused sources again', 'asked again', subscriptions => ({
    subscriptions: subscriptions.map(one => ({ ...one, paused: false })),
  }))

const removeCommand = (): Command =>
  overIds('remove', 'Take sources out of the register; what they gave stays', 'removed', subscriptions => ({
    removed: subscriptions.map(({ id }) => id),
  }))

const exportCommand = (): Command =>
  new Command('export')
    .description('Write the register as a reading list (OPML) that other feed readers take')
    .option('-o, --out <file>', 'write it there instead of printing')
    .option('--json', 'print the register as JSON instead')
    .action((flags: { out?: string; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const sources = new Map((await known(ledger, theatre)).reverse().map(source => [source.id, source]))
        const list = (await ledger.register.subscriptions()).flatMap(subscription => {
          const source = sources.get(subscription.source)
          return source ? [[source, subscription] as const] : []
        })
        if (flags.json) return printJson(list.map(([publisher, subscription]) => ({ ...subscription, publisher })))
        const { writeOpml } = await import('#gather')
        const text = writeOpml(`Fogline: ${theatre.name}`, list)
        if (flags.out === undefined) {
          process.stdout.write(text)
          return
        }
        writeFileSync(flags.out, text)
        say(`wrote ${list.length} sources into ${flags.out}`)
      }),
    )
