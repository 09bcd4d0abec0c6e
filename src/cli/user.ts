import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import { InputError } from '#domain'
import { type Account, ROLES, type Role, SCOPES, type Scope } from '#ledger'
import { hashPassword, newKey } from '#publish/people'
import { now, wholeNumber, withLedger } from './context.ts'
import { print, printJson, printTable, say } from './output.ts'

const shown = ({ password: _password, ...account }: Account) => account

/** `fogline user`: who may use a desk that others can reach. */
export const userCommand = (): Command => {
  const user = new Command('user').description('Who may use the desk: accounts, roles and API tokens')
  user.addCommand(addCommand())
  user.addCommand(listCommand())
  user.addCommand(disableCommand())
  user.addCommand(tokenCommand())
  return user
}

const addCommand = (): Command =>
  new Command('add')
    .description(
      'Add an account, or change its role and password; the password is read from standard input or FOGLINE_PASSWORD',
    )
    .argument('<name>', 'as judgements and the audit log will name them')
    .addOption(new Option('--role <role>', 'reader, analyst (may judge) or admin').choices(ROLES).default('reader'))
    .option('--json', 'print the account as JSON')
    .action((name: string, options: { role: Role; json?: boolean }) =>
      withLedger({ create: true }, async ({ people }) => {
        if (name.trim() === '' || name.length > 200)
          throw new InputError(`user: expected a name of 1 to 200 characters, found "${name}"`)
        const password = await hashPassword(await askPassword())
        const known = (await people.accounts()).find(each => each.name === name)
        const account: Account = {
          name,
          role: options.role,
          password,
          subject: known?.subject ?? null,
          created: known?.created ?? now(),
          disabled: false,
        }
        await people.saveAccount(account)
        await people.note({ at: now(), who: null, what: known ? 'change user' : 'add user', on: name, outcome: 'done' })
        if (options.json) printJson(shown(account))
        else print(`${name} is ${options.role}.`)
      }),
    )

const listCommand = (): Command =>
  new Command('list')
    .description('Every account')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) =>
      withLedger({ create: false }, async ({ people }) => {
        const accounts = await people.accounts()
        if (options.json) return printJson(accounts.map(shown))
        printTable(
          ['name', 'role', 'since', 'state'],
          accounts.map(({ name, role, created, disabled }) => [
            name,
            role,
            created.slice(0, 10),
            disabled ? 'disabled' : 'in use',
          ]),
        )
      }),
    )

const disableCommand = (): Command =>
  new Command('disable')
    .description('Shut an account out: its sessions and tokens open nothing any more, what it did stays')
    .argument('<name>', 'the account')
    .option('--json', 'print the account as JSON')
    .action((name: string, options: { json?: boolean }) =>
      withLedger({ create: false }, async ({ people }) => {
        const account = (await people.accounts()).find(each => each.name === name)
        if (!account)
          throw new InputError(`user: expected the name of an account ("fogline user list"), found "${name}"`)
        await people.saveAccount({ ...account, disabled: true })
        await people.note({ at: now(), who: null, what: 'disable user', on: name, outcome: 'done' })
        if (options.json) printJson(shown({ ...account, disabled: true }))
        else print(`${name} is shut out.`)
      }),
    )

const tokenCommand = (): Command =>
  new Command('token')
    .description('Make an API token for an account; it is shown once')
    .argument('<name>', 'the account')
    .option('--label <words>', 'what it is for', 'command line')
    .addOption(new Option('--scope <scope>', 'what it opens at most').choices(SCOPES).default('read'))
    .option('--days <n>', 'how long it is good for', '90')
    .option('--json', 'print it as JSON')
    .action((name: string, options: { label: string; scope: Scope; days: string; json?: boolean }) =>
      withLedger({ create: false }, async ({ people }) => {
        if (!(await people.accounts()).some(each => each.name === name))
          throw new InputError(`user: expected the name of an account ("fogline user list"), found "${name}"`)
        const { label, scope } = options
        const { secret, key } = newKey({
          account: name,
          kind: 'token',
          label,
          scope,
          now: now(),
          days: wholeNumber('days', options.days),
        })
        await people.addKey(key)
        await people.note({ at: now(), who: null, what: 'add token', on: key.id, outcome: 'done' })
        if (options.json) return printJson({ id: key.id, secret, expires: key.expires })
        print(secret)
        say(`Good until ${key.expires.slice(0, 10)}; it is not shown again.`)
      }),
    )

/** `fogline audit`: who did what on the desk. */
export const auditCommand = (): Command =>
  new Command('audit')
    .description('The audit log: who did what, when, on what, and what was refused; newest first')
    .option('--limit <n>', 'lines at most', '100')
    .option('--json', 'print JSON, for an export of it')
    .action((options: { limit: string; json?: boolean }) =>
      withLedger({ create: false }, async ({ people }) => {
        const entries = await people.audit({ limit: wholeNumber('limit', options.limit) })
        if (options.json) return printJson(entries)
        printTable(
          ['at', 'who', 'what', 'on', 'outcome'],
          entries.map(({ at, who, what, on, outcome }) => [at, who ?? '–', what, on ?? '', outcome]),
        )
      }),
    )

/** The first line of standard input, or `FOGLINE_PASSWORD`; a password on the command line would be seen by others on the machine. */
async function askPassword(): Promise<string> {
  const given = process.env['FOGLINE_PASSWORD']
  if (given) return given
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question('Password: ')
  } finally {
    lines.close()
  }
}
