import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createApi } from '#publish/api'
import { makeProgram } from '../src/cli/main.ts'
import { holdings, theatre } from './publish/made-up-day.ts'
import { at } from './publish/makers.ts'
import { memoryLedger } from './publish/memory-ledger.ts'

/** Every command with its whole name: `source list`. */
function commandsOf(program: Command, before = ''): (readonly [string, Command])[] {
  return program.commands.flatMap(command => {
    const name = `${before}${command.name()}`
    return command.commands.length > 0 ? commandsOf(command, `${name} `) : [[name, command] as const]
  })
}

/** Commands that take things in, change them, serve them, or read no ledger; each for its own reason without a past. */
const WITHOUT_PAST = new Map([
  ['read', 'reads files'],
  ['parse', 'reads files'],
  ['extract', 'reads files'],
  ['feed', 'reads files'],
  ['ingest', 'writes'],
  ['run', 'writes'],
  ['watch', 'writes'],
  ['reread', 'writes'],
  ['recapture', 'writes'],
  ['rebuild', 'writes'],
  ['judge accept', 'writes'],
  ['judge reject', 'writes'],
  ['judge publish', 'writes'],
  ['judge amend', 'writes'],
  ['judge merge', 'writes'],
  ['judge split', 'writes'],
  ['judge source', 'writes'],
  ['judge undo', 'writes'],
  ['source add', 'writes'],
  ['source edit', 'writes'],
  ['source pause', 'writes'],
  ['source resume', 'writes'],
  ['source remove', 'writes'],
  ['source import', 'writes'],
  ['gazetteer add', 'writes'],
  ['gazetteer remove', 'writes'],
  ['gazetteer list', 'lists files of this folder'],
  ['gazetteer show', 'lists files of this folder'],
  ['user add', 'writes'],
  ['user disable', 'writes'],
  ['user token', 'writes'],
  ['user list', 'who may do what now'],
  ['audit', 'a log with its own times'],
  ['control import', 'writes'],
  ['forecasts import', 'writes'],
  ['forecasts resolve', 'writes'],
  ['events import', 'writes'],
  ['events formats', 'lists what ships'],
  ['watches add', 'writes'],
  ['watches remove', 'writes'],
  ['watches send', 'sends'],
  ['watches list', 'what is watched now'],
  ['watches news', 'changes of claims with their own times'],
  ['source list', 'how the asking goes now'],
  ['source show', 'how the asking goes now'],
  ['source export', 'the register as it is, for another program'],
  ['serve', 'every route takes asOf'],
  ['mcp', 'every tool takes asOf'],
  ['doctor', 'checks this machine'],
])

describe('every read can be as of a past moment', () => {
  const commands = commandsOf(makeProgram())
  const has = (command: Command) => command.options.some(({ long }) => long === '--as-of')

  it.each(commands.filter(([name]) => !WITHOUT_PAST.has(name)))('fogline %s', (_, command) =>
    expect(has(command)).toBe(true),
  )
  it('and the exceptions are commands there are, none of which has it', () => {
    const known = new Map(commands)
    expect([...WITHOUT_PAST.keys()].filter(name => !known.has(name) || has(known.get(name) as Command))).toEqual([])
  })

  it('by every route of the API', async () => {
    const app = createApi({
      ledger: memoryLedger(holdings),
      theatre,
      now: () => at('2024-12-01'),
      deskDir: null,
      version: '0.0.0',
    })
    const spec = (await (await app.request('/api/v1/openapi.json')).json()) as {
      paths: Record<string, { get?: { parameters?: { name: string }[] } }>
    }
    const without = Object.entries(spec.paths)
      .filter(([, { get }]) => get && !get.parameters?.some(({ name }) => name === 'asOf'))
      .map(([path]) => path)
    // How the asking goes now; what is watched now, and its changes with their own times; what is learned from now on.
    const present = ['/sources/health', '/watches', '/watches/{id}', '/watches/{id}/{feed}', '/live']
    expect(without).toEqual(present)
  })
})
