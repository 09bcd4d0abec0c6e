import { basename } from 'node:path'
import { Command } from 'commander'
import { type GazetteerEntry, InputError } from '#domain'
import { importList, listImported, openGazetteerWith, removeImported } from '#theatre'
import { now, placesFolder, settingsOf } from './context.ts'
import { listLines } from './list-lines.ts'
import { print, printJson, printTable, say } from './output.ts'

const listFolder = (): string => placesFolder(settingsOf(process.env))

/** `fogline gazetteer`: lists of places added to the world gazetteer. */
export const gazetteerCommand = (): Command => {
  const command = new Command('gazetteer').description('Places of the world: add lists of GeoNames, look a name up')
  for (const part of [addCommand(), listCommand(), showCommand(), removeCommand()]) command.addCommand(part)
  return command
}

const addCommand = (): Command =>
  new Command('add')
    .description('Add a list of GeoNames; reading knows its places from then on')
    .argument(
      '<file>',
      'a country dump (UA.txt, allCountries.txt), a postal list or alternate names, as text or .zip; Cyrillic names are romanised',
    )
    .option('--name <name>', "what to call it (default: the file's name); a list of that name is replaced")
    .option('--json', 'print JSON')
    .action(async (file: string, flags: { name?: string; json?: boolean }) => {
      const name = flags.name ?? basename(file).replace(/\.(?:txt|zip|tsv)$/i, '')
      if (!/^[\w-]{1,60}$/.test(name))
        throw new InputError(`--name: expected letters, digits, _ and -, found "${name}"; name the list with --name.`)
      const list = await importList(listFolder(), listLines(file), {
        name,
        path: file,
        now: now(),
        onProgress: lines => {
          if (lines % 1_000_000 === 0) say(`${lines.toLocaleString('en-GB')} lines read`)
        },
      })
      if (flags.json) return printJson(list)
      print(
        `Added ${list.name}: ${list.places.toLocaleString('en-GB')} places under ${list.names.toLocaleString('en-GB')} names. Reports read before are not read again.`,
      )
    })

const listCommand = (): Command =>
  new Command('list')
    .description('The lists added')
    .option('--json', 'print JSON')
    .action((flags: { json?: boolean }) => {
      const lists = listImported(listFolder())
      if (flags.json) return printJson(lists)
      if (lists.length === 0) return print('No list is added: add one with "fogline gazetteer add FILE".')
      printTable(
        ['name', 'places', 'names', 'added'],
        lists.map(({ added, name, names, places }) => [name, places, names, added.slice(0, 10)]),
      )
    })

const showCommand = (): Command =>
  new Command('show')
    .description('Every place that bears a name, the shipped ones and those of added lists')
    .argument('<name>', 'a name in Latin letters')
    .option('--json', 'print JSON')
    .action((name: string, flags: { json?: boolean }) => {
      const places = openGazetteerWith(listFolder()).find(name)
      if (flags.json) return printJson(places)
      if (places.length === 0) return print(`No place is known by the name "${name}".`)
      printTable(['name', 'kind', 'region', 'country', 'inhabitants', 'point', 'id'], places.map(rowOf))
    })

const rowOf = ({ admin, country, id, kind, lat, lon, name, population }: GazetteerEntry): (string | number)[] => [
  name,
  kind,
  admin ?? '–',
  country,
  population > 0 ? population : '–',
  `${lat.toFixed(3)}, ${lon.toFixed(3)}`,
  id,
]

const removeCommand = (): Command =>
  new Command('remove')
    .description('Take an added list away')
    .argument('<name>', 'what "fogline gazetteer list" calls it')
    .option('--json', 'print JSON')
    .action((name: string, flags: { json?: boolean }) => {
      if (!removeImported(listFolder(), name)) {
        const known = listImported(listFolder()).map(list => list.name)
        throw new InputError(
          `gazetteer: expected the name of an added list (${known.join(', ') || 'there is none'}), found "${name}".`,
        )
      }
      if (flags.json) return printJson({ removed: name })
      print(`Removed ${name}.`)
    })
