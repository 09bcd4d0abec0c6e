import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Command } from 'commander'
import pc from 'picocolors'
import { InputError } from '#domain'
import { openLedger } from '#ledger'
import { loadTheatre, openGazetteer } from '#theatre'
import type { Settings } from './context.ts'
import { now, settingsOf } from './context.ts'
import { print, printJson } from './output.ts'

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly found: string
}

const MIB = 1024 * 1024
const LEAST_FREE_MIB = 500

/** `fogline doctor`: is everything here that Fogline needs? Exit code 1 when something is not. */
export const doctorCommand = (version: string): Command =>
  new Command('doctor')
    .description('Check what Fogline needs: Node, theatre, gazetteer, disk, ledger, desk')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const settings = settingsOf(process.env)
      const checks = [
        check('Fogline', () => version),
        check('Node.js', nodeVersion),
        check('theatre', () => theatreWords(settings)),
        check('gazetteer', () => `${openGazetteer().find('Paris').length} places named Paris`),
        check('disk', () => diskWords(settings)),
        await checkLedger(settings),
        check('desk', deskWords),
      ]
      if (options.json) printJson(checks)
      else
        for (const { name, ok, found } of checks)
          print(`${ok ? pc.green('ok  ') : pc.red('FAIL')} ${name.padEnd(10)} ${found}`)
      const failed = checks.filter(({ ok }) => !ok)
      if (failed.length > 0)
        throw new InputError(
          `${failed.length} of ${checks.length} checks failed: ${failed.map(({ name }) => name).join(', ')}`,
        )
    })

function check(name: string, look: () => string): Check {
  try {
    return { name, ok: true, found: look() }
  } catch (error) {
    return { name, ok: false, found: error instanceof Error ? error.message : String(error) }
  }
}

function nodeVersion(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new InputError(`expected Node.js 20.19 or newer, found ${process.version}`)
  return process.version
}

function theatreWords(settings: Settings): string {
  const theatre = loadTheatre(settings.theatre)
  return `${theatre.id}: ${theatre.holders.length} holders, ${theatre.places.length} places, day one ${theatre.dayOne}`
}

/** Free space where the ledger is, and whether one may write there. */
function diskWords({ dataDir }: Settings): string {
  let folder = resolve(dataDir)
  while (!existsSync(folder)) folder = dirname(folder)
  accessSync(folder, constants.W_OK)
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / MIB)
  if (free < LEAST_FREE_MIB) throw new InputError(`expected ${LEAST_FREE_MIB} MiB free in ${folder}, found ${free}`)
  return `${free.toLocaleString('en-GB')} MiB free in ${folder}`
}

async function checkLedger(settings: Settings): Promise<Check> {
  const name = 'ledger'
  if (!settings.databaseUrl && !existsSync(settings.dataDir))
    return { name, ok: true, found: `none yet in ${settings.dataDir}` }
  try {
    const ledger = await openLedger({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl, now })
    const { rows, bytes, schema } = await ledger.stats().finally(() => ledger.close())
    const size = `${Math.round(bytes / MIB).toLocaleString('en-GB')} MiB`
    return {
      name,
      ok: true,
      found: `${ledger.kind} at ${ledger.where}: ${rows['article'] ?? 0} reports, ${rows['claim'] ?? 0} claims, schema ${schema}, ${size}`,
    }
  } catch (error) {
    return { name, ok: false, found: error instanceof Error ? error.message : String(error) }
  }
}

function deskWords(): string {
  if (!existsSync(new URL('../../dist/desk/index.html', import.meta.url)))
    throw new InputError('not built: run "npm run build:desk"')
  return 'built'
}
