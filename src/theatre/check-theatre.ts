import type { Day, Theatre, TheatreHolder } from '#domain'
import { COMMON_CAMPS, InputError } from '#domain'
import { foldPlaceName } from './fold-place-name.ts'

/** What stands between files: ids that must exist, and names that must mean one thing. Throws `InputError` at the first fault. */
export function checkTheatre(theatre: Theatre): void {
  const fault = (file: string, entry: string, field: string, message: string): never => {
    throw new InputError(`theatre "${theatre.id}", ${file}.json, entry "${entry}", field "${field}": ${message}`)
  }
  checkIds(theatre, fault)
  checkCamps(theatre, fault)
  checkReferences(theatre, fault)
  checkPlaces(theatre, fault)
  checkPeriods(theatre, fault)
  checkNames(theatre, fault)
}

type Fault = (file: string, entry: string, field: string, message: string) => never

function checkIds(theatre: Theatre, fault: Fault): void {
  const once = (file: string, ids: readonly string[]) => {
    const seen = new Set<string>()
    for (const id of ids) {
      if (seen.has(id)) fault(file, id, 'id', `expected an id used once, found "${id}" twice; rename or remove one`)
      seen.add(id)
    }
  }
  once(
    'theatre',
    theatre.camps.map(camp => camp.id),
  )
  once(
    'parties',
    [...theatre.parties, ...theatre.actors, ...theatre.holders].map(entry => entry.id),
  )
  once(
    'weapons',
    theatre.weapons.map(weapon => weapon.id),
  )
  once(
    'places',
    theatre.places.map(place => place.id),
  )
  once(
    'sources',
    theatre.sources.map(source => source.id),
  )
}

const known = (set: ReadonlySet<string>, what: string): string =>
  `expected ${what} (${[...set].slice(0, 8).join(', ')})`

function checkCamps(theatre: Theatre, fault: Fault): void {
  const camps = new Set(theatre.camps.map(camp => camp.id))
  for (const required of COMMON_CAMPS)
    if (!camps.has(required)) fault('theatre', required, 'camps', `expected the camp "${required}", found none; add it`)
  const filed = (file: string, entries: readonly { readonly id: string; readonly camp: string }[]) => {
    for (const { id, camp } of entries)
      if (!camps.has(camp))
        fault(file, id, 'camp', `${known(camps, 'a camp of theatre.json')}, found "${camp}"; correct it or add it`)
  }
  filed('parties', theatre.parties)
  filed('actors', theatre.actors)
  filed('holders', theatre.holders)
  filed(
    'generic-holders',
    theatre.genericHolders.map(({ name, camp }) => ({ id: name, camp })),
  )
  filed('sources', theatre.sources)
}

function checkReferences(theatre: Theatre, fault: Fault): void {
  const parties = new Set(theatre.parties.map(party => party.id))
  const bodies = new Set([...theatre.parties, ...theatre.actors, ...theatre.holders].map(entry => entry.id))
  const partyOf = (file: string, entry: string, field: string, id: string | null) => {
    if (id !== null && !parties.has(id))
      fault(
        file,
        entry,
        field,
        `${known(parties, 'a party of parties.json')} or null, found "${id}"; correct it or add it`,
      )
  }
  const bodyOf = (file: string, entry: string, id: string | null) => {
    if (id !== null && !bodies.has(id))
      fault(
        file,
        entry,
        'of',
        `expected the id of a party, actor or holder, found "${id}"; correct it or add that entry`,
      )
  }
  for (const camp of theatre.camps) partyOf('theatre', camp.id, 'party', camp.party)
  for (const party of theatre.parties) for (const id of party.enemyOf) partyOf('parties', party.id, 'enemyOf', id)
  for (const weapon of theatre.weapons) partyOf('weapons', weapon.id, 'party', weapon.party)
  for (const place of theatre.places) partyOf('places', place.id, 'heldBefore', place.heldBefore)
  for (const holder of theatre.holders) bodyOf('holders', holder.id, holder.of)
  for (const metonym of theatre.metonyms) bodyOf('theatre', metonym.words[0] ?? '', metonym.of)
}

function checkPlaces(theatre: Theatre, fault: Fault): void {
  const pointed = new Set<string>(['settlement', 'site'])
  for (const { id, kind, lat, lon } of theatre.places) {
    if ((lat === null) !== (lon === null))
      fault('places', id, 'lat', 'expected both lat and lon, or null for both, found one of them; complete it')
    if (lat === null && pointed.has(kind))
      fault('places', id, 'lat', `expected coordinates for a ${kind}, found null; add lat and lon`)
  }
}

function checkPeriods(theatre: Theatre, fault: Fault): void {
  for (const { id, from, to } of theatre.holders)
    if (from !== null && to !== null && from > to)
      fault('holders', id, 'to', `expected a day not before "from" (${from}), found "${to}"; correct one`)
}

interface Named {
  readonly file: string
  readonly entry: string
  readonly names: readonly string[]
  readonly from: Day | null
  readonly to: Day | null
}

const overlap = (a: Named, b: Named): boolean =>
  (a.to === null || b.from === null || a.to >= b.from) && (b.to === null || a.from === null || b.to >= a.from)

/** Two entries of one kind may share a name only when both are holders with periods that do not meet. */
function checkNames(theatre: Theatre, fault: Fault): void {
  for (const entries of namedKinds(theatre)) {
    const owners = new Map<string, Named[]>()
    for (const entry of entries)
      for (const name of new Set(entry.names.map(foldPlaceName))) {
        const others = owners.get(name) ?? []
        const other = others.find(candidate => overlap(candidate, entry))
        if (other)
          fault(
            entry.file,
            entry.entry,
            'aliases',
            `expected a name of one entry, found "${name}" also in ${other.file}.json at "${other.entry}"; ` +
              'remove it from one, or give both a period (from, to)',
          )
        owners.set(name, [...others, entry])
      }
  }
}

function namedKinds(theatre: Theatre): readonly (readonly Named[])[] {
  const named = (file: string, entry: string, names: readonly string[], period?: TheatreHolder): Named => ({
    file,
    entry,
    names,
    from: period?.from ?? null,
    to: period?.to ?? null,
  })
  return [
    [
      ...theatre.parties.map(one => named('parties', one.id, [one.name, ...one.aliases, ...one.demonyms])),
      ...theatre.actors.map(one => named('actors', one.id, [one.name, ...one.aliases, ...one.demonyms])),
    ],
    [
      ...theatre.holders.map(one => named('holders', one.id, [one.name, ...one.aliases], one)),
      ...theatre.genericHolders.map(one => named('generic-holders', one.name, [one.name, ...one.aliases])),
    ],
    theatre.weapons.map(one => named('weapons', one.id, [one.name, ...one.aliases])),
    theatre.places.map(one => named('places', one.id, [one.name, ...one.aliases])),
    theatre.sources.map(one => named('sources', one.id, [one.name])),
    theatre.metonyms.map(one => named('theatre', one.words[0] ?? '', one.words)),
  ]
}
