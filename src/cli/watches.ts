import { Command, Option } from 'commander'
import {
  CLAIM_TYPES,
  type ClaimType,
  FAMILIES,
  type Family,
  InputError,
  type Theatre,
  type Watch,
  type WatchFilter,
} from '#domain'
import type { Ledger } from '#ledger'
import { resolvePlaceName } from '#publish/api'
import { checkedWatch } from '#publish/watches'
import { now, wholeNumber, withLedger } from './context.ts'
import { print, printJson, printTable, say } from './output.ts'
import { tellWatchersOf } from './tell-watchers.ts'

/** `fogline watches`: what somebody wants to be told about. (`fogline watch` asks sources on schedule.) */
export const watchesCommand = (): Command => {
  const watches = new Command('watches').description(
    'Be told what is newly claimed about a place, holder, type, story or words: in the desk, by feed, webhook or e-mail',
  )
  for (const part of [addCommand(), listCommand(), newsCommand(), sendCommand(), removeCommand()])
    watches.addCommand(part)
  return watches
}

interface AddFlags {
  place?: string
  holder?: string
  type?: ClaimType[]
  family?: Family
  story?: string
  words?: string
  webhook?: string
  secret?: string
  allowHost?: string[]
  email?: string[]
  json?: boolean
}

const addCommand = (): Command =>
  new Command('add')
    .description('Watch claims from now on; of several conditions all must hold')
    .argument('<name>', 'what to call it')
    .option('--place <place>', 'a place, by its id or any spelling the theatre knows')
    .option('--holder <holder>', 'id of whoever claims it, or the name')
    .addOption(new Option('--type <type...>', 'claim types').choices(CLAIM_TYPES))
    .addOption(new Option('--family <family>', 'a family of claim types').choices(FAMILIES))
    .option('--story <id>', 'a story')
    .option('--words <words>', 'words of the claim: all of them, "a phrase", -without, or')
    .option('--webhook <url>', 'post the news there, signed')
    .option('--secret <secret>', 'what to sign with (whsec_…; default: one is made and shown once)')
    .option('--allow-host <host...>', 'hosts of the webhook that may lie in a private network')
    .option('--email <address...>', 'send the news there (FOGLINE_SMTP_URL, FOGLINE_MAIL_FROM)')
    .option('--json', 'print the watch as JSON')
    .action((name: string, flags: AddFlags) =>
      withLedger({ create: true }, async (ledger, theatre) => {
        const { place, holder, type: types, family, story, words, webhook, secret, allowHost, email, json } = flags
        const filter: WatchFilter = { place: resolved(place, theatre), holder, types, family, story, words }
        const asked = { name, filter, webhook, secret, allowHosts: allowHost, email, owner: null }
        const watch = checkedWatch(asked, now())
        await ledger.watches.add(watch)
        if (json) return printJson(watch)
        print(`${watch.id}: ${watch.name}`)
        if (watch.webhook && secret === undefined)
          say(`Its messages are signed with ${watch.webhook.secret}; it is not shown again.`)
      }),
    )

const resolved = (place: string | undefined, theatre: Theatre): string | undefined =>
  place === undefined ? undefined : (resolvePlaceName(theatre, place)?.id ?? place)

const filterWords = ({ filter }: Watch): string =>
  Object.entries(filter)
    .map(([key, value]) => `${key} ${[value].flat().join(', ')}`)
    .join(' · ')

const listCommand = (): Command =>
  new Command('list')
    .description('Every watch, and how its messages stand')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) =>
      withLedger({ create: false }, async ({ watches }) => {
        const rows = []
        for (const watch of await watches.list()) rows.push({ watch, messages: await watches.counts(watch.id) })
        if (options.json)
          return printJson(
            rows.map(({ watch, messages }) => ({
              ...watch,
              webhook: watch.webhook && { ...watch.webhook, secret: undefined },
              messages,
            })),
          )
        printTable(
          ['id', 'name', 'of', 'sent', 'waiting', 'failed', 'last error'],
          rows.map(({ watch, messages }) => [
            watch.id,
            watch.name,
            filterWords(watch),
            messages.reduce((sum, { sent }) => sum + sent, 0),
            messages.reduce((sum, { waiting }) => sum + waiting, 0),
            messages.reduce((sum, { failed }) => sum + failed, 0),
            messages.flatMap(({ lastError }) => lastError ?? [])[0] ?? '',
          ]),
        )
      }),
    )

const newsCommand = (): Command =>
  new Command('news')
    .description('What a watch found, newest first')
    .argument('<watch>', 'its id')
    .option('--limit <n>', 'at most so many', '50')
    .option('--json', 'print JSON')
    .action((id: string, options: { limit: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        await knownWatch(ledger, id)
        await ledger.watches.look(now())
        const { rows } = await ledger.watches.changes(id, { limit: wholeNumber('limit', options.limit) })
        if (options.json) return printJson(rows)
        for (const { kind, claim } of rows) {
          print(
            `${kind} · ${claim.said.slice(0, 16).replace('T', ' ')} · ${claim.holder.name} (${claim.type}, ${claim.id})`,
          )
          print(`  “${claim.text.replace(/\s+/g, ' ')}” ${claim.outlet ?? claim.source}`)
        }
        if (rows.length === 0) print('Nothing yet: a watch tells what is learned after it was added.')
      }),
    )

const sendCommand = (): Command =>
  new Command('send')
    .description('Look for what is new and send what is due; "run", "watch" and "ingest" do it at their end')
    .option('--json', 'print the counts as JSON')
    .action((options: { json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const told = await tellWatchersOf(ledger)
        if (options.json) return printJson(told)
        print(`${told.found} changes found, ${told.sent} messages sent, ${told.failed} failed.`)
      }),
    )

const removeCommand = (): Command =>
  new Command('remove')
    .description('Watch no more; what the watch found goes with it')
    .argument('<watch>', 'its id')
    .option('--json', 'print what was removed as JSON')
    .action((id: string, options: { json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        await knownWatch(ledger, id)
        await ledger.watches.remove(id)
        if (options.json) return printJson({ removed: id })
        print(`${id} is removed.`)
      }),
    )

async function knownWatch({ watches }: Ledger, id: string): Promise<void> {
  if (!(await watches.list()).some(watch => watch.id === id))
    throw new InputError(`watch: expected the id of one ("fogline watches list"), found "${id}"`)
}
