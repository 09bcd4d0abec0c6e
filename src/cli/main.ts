import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { InputError } from '#domain'
import { briefCommand } from './brief.ts'
import { claimCommand } from './claim.ts'
import { controlCommand } from './control.ts'
import { correctionsCommand } from './corrections.ts'
import { diffCommand } from './diff.ts'
import { disputesCommand } from './disputes.ts'
import { doctorCommand } from './doctor.ts'
import { eventsCommand } from './events.ts'
import { exportCommand } from './export.ts'
import { extractCommand, feedCommand } from './extract.ts'
import { figuresCommand } from './figures.ts'
import { forecastsCommand } from './forecasts.ts'
import { gazetteerCommand } from './gazetteer.ts'
import { ingestCommand } from './ingest.ts'
import { judgeCommand } from './judge.ts'
import { mcpCommand } from './mcp.ts'
import { say } from './output.ts'
import { parseCommand } from './parse.ts'
import { runCommand } from './poll.ts'
import { publishCommand } from './publish.ts'
import { readCommand } from './read.ts'
import { rebuildCommand } from './rebuild.ts'
import { recaptureCommand } from './recapture.ts'
import { rereadCommand } from './reread.ts'
import { searchCommand } from './search.ts'
import { sensitivityCommand } from './sensitivity.ts'
import { serveCommand } from './serve.ts'
import { sourceCommand } from './source.ts'
import { storiesCommand } from './stories.ts'
import { unreadCommand } from './unread.ts'
import { auditCommand, userCommand } from './user.ts'
import { watchCommand } from './watch.ts'
import { watchesCommand } from './watches.ts'

/** Version of the package, from its own `package.json`. */
export const version = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/** The whole command line, without running it: the reference in `docs/cli.md` is printed from this. */
export function makeProgram(): Command {
  const program = new Command('fogline')
    .description('Reads the reporting of a war and keeps a ledger of its claims.')
    .version(version)
    .showHelpAfterError('(add --help for what it takes)')
    .enablePositionalOptions()
    .addHelpText('after', ENVIRONMENT)
  // An option that a command and one of its own commands both have (`control import MAP --json`) belongs to the one it follows.
  for (const command of commands()) program.addCommand(command.enablePositionalOptions())
  return program
}

/** Every command, in the order the help lists them. */
const commands = (): readonly Command[] => [
  readCommand(),
  parseCommand(),
  ingestCommand(),
  sourceCommand(),
  gazetteerCommand(),
  runCommand(),
  watchCommand(),
  watchesCommand(),
  briefCommand(),
  controlCommand(),
  figuresCommand(),
  forecastsCommand(),
  eventsCommand(),
  disputesCommand(),
  sensitivityCommand(),
  storiesCommand(),
  searchCommand(),
  claimCommand(),
  correctionsCommand(),
  judgeCommand(),
  diffCommand(),
  rereadCommand(),
  unreadCommand(),
  serveCommand(version),
  mcpCommand(version),
  rebuildCommand(),
  recaptureCommand(),
  exportCommand(),
  publishCommand(),
  extractCommand(),
  feedCommand(),
  userCommand(),
  auditCommand(),
  doctorCommand(version),
]

const ENVIRONMENT = `
Environment:
  FOGLINE_DATA     data folder of the embedded ledger (default ./fogline-data)
  DATABASE_URL     a PostgreSQL server (15 or newer) to keep the ledger on instead
  FOGLINE_THEATRE  theatre pack: its id, or a folder (default ukraine)
  FOGLINE_THREADS  threads that read, at most (default one a core)
  FOGLINE_TRANSLATE_URL  a LibreTranslate-compatible server for reports in other languages (default none)
  FOGLINE_TRANSLATE_KEY  its API key, where it asks for one
  FOGLINE_TILES  map tiles the desk lays over its own ground: a web address with {z}, {x}, {y}, or of a .pmtiles archive
  FOGLINE_MODEL_URL  an OpenAI-compatible server whose model proposes claims, held against the words (default none)
  FOGLINE_MODEL, _MODEL_KEY  the model's name there, and an API key
  FOGLINE_SMTP_URL, FOGLINE_MAIL_FROM  a mail server (smtp://user:password@host:587) for the letters of watches, and whom they are from
  FOGLINE_OIDC_ISSUER, _OIDC_CLIENT, _OIDC_SECRET, _OIDC_ROLE_CLAIM, _OIDC_ROLE  an identity provider to sign in at: docs/people.md
  FOGLINE_DESK_URL  address at which others read the desk, for links in messages (default none)
  FOGLINE_MODEL_CALLS, _MODEL_TOKENS, _MODEL_TIMEOUT  at most so many calls (200), tokens (500000), seconds an answer (60)

Exit codes: 0 done, 1 something failed (one line on standard error), 2 wrong usage.`

/** Runs the command line and returns its exit code: 0 done, 1 failed, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  const program = makeProgram()
  const throwing = (command: Command): void => {
    command.exitOverride()
    command.commands.forEach(throwing)
  }
  throwing(program)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof InputError) {
      say(`fogline: ${error.message}`)
      return 1
    }
    say(
      `fogline: unexpected failure, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    return 1
  }
}
