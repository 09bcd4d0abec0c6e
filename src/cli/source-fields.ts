import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import {
  InputError,
  OWNER_KINDS,
  RELIABILITIES,
  SOURCE_KINDS,
  SOURCE_STANCES,
  type Source,
  type Theatre,
} from '#domain'
import { wholeNumber } from './context.ts'

/** What a user may say about a source and how it is asked, as typed. */
export interface SourceFlags {
  name?: string
  kind?: Source['kind']
  camp?: string
  country?: string
  stance?: Source['stance']
  reliability?: Source['reliability']
  family?: string
  owner?: Source['owner']
  every?: string
  full?: boolean
  allowHost?: string[]
}

/** Adds the options by which a source is described. */
export const withSourceFlags = (command: Command): Command =>
  command
    .option('--name <name>', 'the name its reports go by')
    .addOption(new Option('--kind <kind>', 'what sort of publisher it is').choices(SOURCE_KINDS))
    .option('--camp <camp>', 'a camp of the theatre, third-party or unknown')
    .option('--country <code>', 'two letters (ISO 3166-1), or "none"')
    .addOption(new Option('--stance <stance>', 'where it stands towards its own establishment').choices(SOURCE_STANCES))
    .addOption(
      new Option('--reliability <letter>', 'Admiralty A to E; F: cannot be judged, which is not "low"').choices(
        RELIABILITIES,
      ),
    )
    .option('--family <slug>', 'the owner it shares with other outlets, or "none"')
    .addOption(new Option('--owner <kind>', 'who pays for it').choices(OWNER_KINDS))
    .option('--every <minutes>', 'how long to wait between two askings')
    .option('--full', 'fetch the page of each entry that has only a summary')
    .option('--no-full', 'take entries as the feed gives them')
    .option('--allow-host <host...>', 'hosts of a private or local network that this source may lead to')

/** A source with what the user said of it. Throws InputError for a camp the theatre does not have and a country that is none. */
export function described(source: Source, flags: SourceFlags, theatre: Theatre): Source {
  const camps = theatre.camps.map(({ id }) => id)
  if (flags.camp !== undefined && !camps.includes(flags.camp))
    throw new InputError(`--camp: expected one of ${camps.join(', ')}, found "${flags.camp}"`)
  const country = flags.country?.toUpperCase()
  if (country !== undefined && country !== 'NONE' && !/^[A-Z]{2}$/.test(country))
    throw new InputError(`--country: expected two letters such as UA, or none, found "${flags.country}"`)
  return {
    ...source,
    name: flags.name ?? source.name,
    kind: flags.kind ?? source.kind,
    camp: flags.camp ?? source.camp,
    country: country === undefined ? source.country : country === 'NONE' ? null : country,
    stance: flags.stance ?? source.stance,
    reliability: flags.reliability ?? source.reliability,
    family: flags.family === undefined ? source.family : flags.family === 'none' ? null : flags.family,
    ...(flags.owner === undefined ? {} : { owner: flags.owner }),
  }
}

/** `--every` as minutes, or what stands. */
export const everyOf = ({ every }: SourceFlags, standing: number): number =>
  every === undefined ? standing : wholeNumber('every', every)

/** Asks a person at a terminal for what is not known of a source; an empty answer leaves it unknown. */
export async function askForRest(source: Source, theatre: Theatre): Promise<SourceFlags> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return {}
  const open = createInterface({ input: process.stdin, output: process.stderr })
  const ask = async (what: string, choices: readonly string[], known: boolean): Promise<string | undefined> => {
    if (known) return undefined
    for (;;) {
      const answer = (await open.question(`${what} of ${source.name} (${choices.join(', ')}; Enter: unknown): `)).trim()
      if (answer === '') return undefined
      const found = choices.find(choice => choice.toLowerCase() === answer.toLowerCase())
      if (found !== undefined) return found
    }
  }
  try {
    const camps = theatre.camps.map(({ id }) => id).filter(id => id !== 'unknown')
    const camp = await ask('Camp', camps, source.camp !== 'unknown')
    const stance = await ask('Stance', ['establishment', 'critical'], source.stance !== 'unknown')
    const letters = ['A', 'B', 'C', 'D', 'E']
    const reliability = await ask('Reliability', letters, source.reliability !== 'F')
    const country =
      source.country === null
        ? (await open.question(`Country of ${source.name} (two letters; Enter: unknown): `)).trim()
        : ''
    return {
      ...(camp === undefined ? {} : { camp }),
      ...(stance === undefined ? {} : { stance: stance as Source['stance'] }),
      ...(reliability === undefined ? {} : { reliability: reliability as Source['reliability'] }),
      ...(country === '' ? {} : { country }),
    }
  } finally {
    open.close()
  }
}
