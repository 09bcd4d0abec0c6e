import { Command } from 'commander'
import pc from 'picocolors'
import type { Theatre } from '#domain'
import { BAND_WORDS, dayOf, InputError, isSpokenOf, shortId } from '#domain'
import type { ControlAnswer, ControlStep } from '#publish/api'
import { AS_BEFORE, compareMap, controlOf, estimateFront, NOBODY_SPOKE } from '#publish/api'
import { asOfOf, dayOption, now, withLedger } from './context.ts'
import { readMap } from './control-import.ts'
import { print, printJson, printTable } from './output.ts'

/** `fogline control`: who is said to hold a place; maps of others; the estimated front. */
export const controlCommand = (): Command => {
  const command = placeCommand()
  for (const part of [importCommand(), compareCommand(), frontCommand()]) command.addCommand(part)
  return command
}

const placeCommand = (): Command =>
  new Command('control')
    .description('Who holds a place: the line over time, and the line of each claimant')
    .argument('<place>', 'a place of the theatre, in any spelling it knows')
    .option('--on <date>', 'the holder on that day (default: the newest)')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((place: string, options: { on?: string; asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const control = await controlOf(ledger, theatre, place, {
          on: options.on === undefined ? null : dayOption('on', options.on),
          asOf: asOfOf(options.asOf),
        })
        if (options.json) return printJson(control)
        printHolding(control, theatre, options.on)
        const parts = Object.entries(control.parts).map(([part, { line }]) => [`Fogline, ${part}`, line] as const)
        for (const [claimant, steps] of [
          ['Fogline', control.line] as const,
          ...parts,
          ...Object.entries(control.claimants),
        ]) {
          print(`\n${pc.bold(claimant)}`)
          printLine(theatre, steps, claimant === 'Fogline' ? 'as before the war' : 'as drawn')
        }
      }),
    )

/** Who holds the place, how surely, since when; and, where no claim says so, that this is no knowledge of today. */
function printHolding(control: ControlAnswer, theatre: Theatre, on: string | undefined): void {
  print(`${pc.bold(control.name)}${on ? ` on ${on}` : ''}: ${holderWords(theatre, control.holder)}`)
  if (control.since === null) print(NOBODY_SPOKE)
  else if (!control.said) print(AS_BEFORE)
  else print(`${BAND_WORDS[control.likelihood]}, ${control.confidence} confidence, since ${control.since}`)
}

/** A line over time as a table; `withoutClaims` stands where no claim makes it likely, and the area by whose claim a place was reached stands beside it where one was. */
function printLine(theatre: Theatre, steps: readonly ControlStep[], withoutClaims: string): void {
  const reached = steps.some(({ through }) => through !== null)
  printTable(
    ['from', 'holder', 'likelihood', 'claims', ...(reached ? ['reached by'] : [])],
    steps.map(step => [
      step.from,
      holderWords(theatre, step.holder),
      isSpokenOf(step) ? BAND_WORDS[step.likelihood] : withoutClaims,
      claimWords(step),
      ...(reached ? [step.through ?? ''] : []),
    ]),
  )
}

/** "2 for (c_1908460c …), 1 against (c_33737e01)": how many, and one that `fogline claim` and `fogline judge` take. */
const claimWords = ({ because, against }: ControlStep): string =>
  [withFirst(because, 'for'), withFirst(against, 'against')].filter(words => words !== '').join(', ')

const withFirst = (claims: readonly string[], side: string): string =>
  claims.length === 0 ? '' : `${claims.length} ${side} (${shortId(claims[0] ?? '')}${claims.length > 1 ? ' …' : ''})`

const importCommand = (): Command =>
  new Command('import')
    .description('Take in a map of control that others drew (GeoJSON), as one more claimant, of one day')
    .argument('<file>', 'GeoJSON with polygons or lines')
    .requiredOption('--claimant <id>', 'whose map it is: a slug such as isw or deepstate')
    .requiredOption('--date <date>', 'the day it shows')
    .option('--holder <party>', 'who holds areas that do not say it themselves')
    .option('--json', 'print JSON')
    .action((file: string, options: { claimant: string; date: string; holder?: string; json?: boolean }) =>
      withLedger({ create: true }, async (ledger, theatre) => {
        if (!/^[a-z][a-z0-9-]*$/.test(options.claimant))
          throw new InputError(`--claimant: expected a slug such as isw, found "${options.claimant}"`)
        const holder = options.holder ?? null
        if (holder !== null && !theatre.parties.some(({ id }) => id === holder))
          throw new InputError(
            `--holder: expected one of ${theatre.parties.map(({ id }) => id).join(', ')}, found "${holder}"`,
          )
        const date = dayOption('date', options.date)
        const { map, unread } = await readMap(file, { claimant: options.claimant, date, holder, theatre })
        const none = { sources: [], captures: [], articles: [], claims: [], judgements: [], reconciled: null }
        const added = await ledger.record({ learned: now(), ...none, maps: [map] })
        const { areas, lines } = map
        if (options.json) return printJson({ map: map.id, areas: areas.length, lines: lines.length, unread })
        const known = added['control_map'] === 0 ? ', known already' : ''
        print(`${map.id}: ${areas.length} areas and ${lines.length} lines of ${map.claimant} on ${map.date}${known}.`)
        if (unread > 0) print(`${unread} features were passed over: they do not say whose ground they are.`)
      }),
    )

const compareCommand = (): Command =>
  new Command('compare')
    .description("How the newest map of a claimant and Fogline's own lines agree, place by place")
    .argument('<claimant>', 'whose map, as it was imported')
    .option('--on <date>', 'the newest map of that day or before')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((claimant: string, options: { on?: string; asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const asOf = asOfOf(options.asOf)
        const on = options.on === undefined ? null : dayOption('on', options.on)
        const map = (await ledger.maps({ claimant, asOf })).filter(({ date }) => on === null || date <= on).at(-1)
        if (!map) throw new InputError(`claimant: expected one whose map was imported, found none of "${claimant}"`)
        const agreement = await compareMap(ledger, theatre, map, asOf)
        if (options.json) return printJson(agreement)
        const { agree, differ, untold } = agreement
        print(
          `${pc.bold(claimant)} on ${map.date}: ${agree} places agree, ${differ} differ, ${untold} are told by one alone`,
        )
        printTable(
          ['place', 'Fogline', claimant],
          agreement.differences.map(({ name, fogline, map: theirs }) => [
            name,
            holderWords(theatre, fogline),
            holderWords(theatre, theirs),
          ]),
        )
      }),
    )

const frontCommand = (): Command =>
  new Command('front')
    .description('Front line and areas drawn from places, as GeoJSON: an estimate with its method and uncertainty')
    .option('--on <date>', 'on that day (default: the newest)')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .action((options: { on?: string; asOf?: string }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const asOf = asOfOf(options.asOf) ?? (await ledger.stats()).learned ?? now()
        const on = options.on === undefined ? dayOf(asOf) : dayOption('on', options.on)
        printJson(await estimateFront(ledger, theatre, on, asOf))
      }),
    )

const holderWords = (theatre: Theatre, holder: string): string =>
  theatre.parties.find(party => party.id === holder)?.name ?? holder
