import { Command } from 'commander'
import pc from 'picocolors'
import type { Amendment, Decision, RecordedClaim, SourceChange, Theatre } from '#domain'
import { AMENDABLE, InputError } from '#domain'
import type { Ledger } from '#ledger'
import { amendmentSchema, judgementsKnown, sourceChangeSchema } from '#publish/api'
import { asOfOf, withLedger } from './context.ts'
import { print, printJson } from './output.ts'
import { setFields } from './set-fields.ts'
import { tellWatchersOf } from './tell-watchers.ts'
import { walkOver } from './walk-over.ts'
import { wholeId } from './whole-id.ts'

interface Flags {
  by: string
  reason: string
  set?: string[]
  json?: boolean
}

/** What a verdict is made of: the ledger is asked where an amendment starts from what was read. */
type Decide = (ledger: Ledger, theatre: Theatre, on: string, rest: readonly string[], flags: Flags) => Promise<Decision>

/** `fogline judge …`: what an analyst decides, as rows that survive re-reading. */
export const judgeCommand = (): Command =>
  new Command('judge')
    .description(
      'Decide what the ledger makes of claims: every judgement is a row with who, when and why, and can be undone',
    )
    .addCommand(verdict('accept', '<claim>', 'A claim weighs double', plain('accept')))
    .addCommand(verdict('reject', '<claim>', 'A claim is listed and weighs nothing', plain('reject')))
    .addCommand(verdict('publish', '<claim>', 'A claim leads its section of the briefing', plain('publish')))
    .addCommand(
      verdict('amend', '<claim>', 'Read a claim otherwise; what the reader read is kept with it', amend, [
        '--set <field=value...>',
        `fields: ${AMENDABLE.join(', ')}; parts by a dot: holder.name=, time.start=, figures.0.value=, places.0.id=`,
      ]),
    )
    .addCommand(
      verdict('merge', '<one> <other>', 'Two events (or claims), or two stories (or reports), are one', merge),
    )
    .addCommand(
      verdict('split', '<whole> <parts...>', 'Claims of an event, or reports of a story, are one of their own', split),
    )
    .addCommand(
      verdict('source', '<source>', 'Set what a source is', setSource, [
        '--set <field=value...>',
        'fields: reliability, camp, family, stance',
      ]),
    )
    .addCommand(verdict('undo', '<judgement>', 'Take a judgement back', plain('undo')))
    .addCommand(listCommand())

function verdict(name: string, takes: string, what: string, decide: Decide, set?: readonly [string, string]): Command {
  const command = new Command(name).description(what)
  for (const argument of takes.split(' ')) command.argument(argument)
  if (set) command.requiredOption(...set)
  return command
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--reason <text>', 'why')
    .option('--json', 'print the judgement as JSON')
    .action(async (...given: unknown[]) => {
      const names = given.slice(0, takes.split(' ').length).flat() as string[]
      const flags = command.opts<Flags>()
      await withLedger({ create: false }, async (ledger, theatre) => {
        const [on = '', ...rest] = await Promise.all(names.map(each => wholeId(ledger, each)))
        const decision = await decide(ledger, theatre, on, rest, flags)
        const { judge } = await import('../judging.ts')
        const judgement = await judge(
          { ...decision, on, analyst: flags.by, reason: flags.reason },
          walkOver(ledger, theatre),
        )
        await tellWatchersOf(ledger)
        if (flags.json) return printJson(judgement)
        print(`${judgement.id} recorded: ${judgement.verdict} ${judgement.on}, by ${judgement.analyst}.`)
      })
    })
}

const plain =
  (verdict: 'accept' | 'reject' | 'publish' | 'undo'): Decide =>
  async () => ({ verdict, change: null })

const merge: Decide = async (_ledger, _theatre, _on, [other = '']) => ({ verdict: 'merge', change: { with: other } })
const split: Decide = async (_ledger, _theatre, _on, parts) => ({ verdict: 'split', change: { parts } })

const amend: Decide = async (ledger, theatre, on, _rest, { set }) => {
  const claim = (await ledger.claims({ ids: [on] })).rows[0]
  if (!claim) throw new InputError(`judge amend: expected the id of a claim ("fogline search --json"), found "${on}"`)
  const fields: Amendment = Object.fromEntries(AMENDABLE.map(field => [field, claim[field]]))
  const named = setFields(fields, set ?? [])
  return { verdict: 'amend', change: checked(amendmentSchema, withPlaces(named as Amendment, claim, theatre)) }
}

/** A place given by its id has that place's name and point. */
function withPlaces(change: Amendment, claim: RecordedClaim, theatre: Theatre): Amendment {
  if (!change.places) return change
  const places = change.places.map((place, at) => {
    if (place.id === claim.places[at]?.id) return place
    const known = theatre.places.find(({ id }) => id === place.id)
    if (!known) throw new InputError(`--set places.${at}.id: expected a place of the theatre, found "${place.id}"`)
    const { name, lat, lon, admin, country } = known
    return { ...place, name, lat, lon, admin, country }
  })
  return { ...change, places }
}

const setSource: Decide = async (_ledger, _theatre, _on, _rest, { set }) => {
  const none = { reliability: undefined, camp: undefined, family: undefined, stance: undefined }
  return { verdict: 'source', change: checked(sourceChangeSchema, setFields(none, set ?? []) as SourceChange) }
}

interface Schema<Value> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: Value }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } }
}

function checked<Value>(schema: Schema<Value>, value: unknown): Value {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new InputError(`--set ${issue?.path.map(String).join('.')}: ${issue?.message}`)
}

const listCommand = (): Command =>
  new Command('list')
    .description('Every judgement, oldest first: in force, taken back, or lost because a new reading has no such claim')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((options: { asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const rows = await judgementsKnown(ledger, asOfOf(options.asOf))
        if (options.json) return printJson(rows)
        if (rows.length === 0) return print('Nobody has judged anything in this ledger.')
        for (const { id, at, analyst, verdict, on, reason, state, claims } of rows) {
          const mark = state === 'stands' ? '' : pc.yellow(` [${state}]`)
          print(
            `${pc.dim(`${at.slice(0, 16).replace('T', ' ')} UTC`)} ${pc.bold(verdict)} ${on}${mark}  ${analyst}: ${reason}`,
          )
          for (const claim of claims ?? []) print(pc.dim(`    ${claim.holder}: “${claim.text.replace(/\s+/g, ' ')}”`))
          print(pc.dim(`    ${id}`))
        }
      }),
    )
