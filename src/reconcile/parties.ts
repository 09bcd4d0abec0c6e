import type { Party, Slug, Theatre } from '#domain'
import { foldOnce } from './remember.ts'

/** Who fights whom, looked up by the names claims use. */
export interface PartyBook {
  /** Party id of a canonical name, alias or id; null for a name that is no party's, and for null. */
  idOf(name: string | null): Slug | null
  /** Party id of a word for its people (`Russian`, `Russians`) or of its name; null for any other word. */
  peopleOf(word: string): Slug | null
  /** The only other party; null where the theatre has more than two, or the party is not known. */
  opponentOf(party: Slug | null): Slug | null
  /** The party a camp wants to win (its own, or the one it arms); null for `third-party`, `unknown` and unlisted camps. */
  sideOf(camp: string): Slug | null
  /** The name a party is shown by; the id itself when it is not listed. */
  nameOf(party: Slug): string
  /** ISO 3166-1 code of a party's country by the party's id; null for any other id, and for null. */
  countryOf(party: Slug | null): string | null
  /** The name of a state, body or alliance that acts but is no party; null for any other name. */
  actorOf(name: string): string | null
}

/** Makes the lookup for a theatre. */
export function makePartyBook(theatre: Theatre): PartyBook {
  const ids = new Map<string, Slug>()
  for (const party of theatre.parties) {
    for (const name of [...party.aliases, party.name, party.id]) ids.set(foldOnce(name), party.id)
  }
  const peoples = new Map(
    theatre.parties.flatMap(({ id, name, demonyms }) => [name, ...demonyms].map(word => [foldOnce(word), id] as const)),
  )
  const sides = new Map(theatre.camps.map(camp => [camp.id, camp.party]))
  const actors = new Map(
    theatre.actors.flatMap(actor => [actor.name, ...actor.aliases].map(name => [foldOnce(name), actor.name])),
  )
  const names = new Map(theatre.parties.map((party: Party) => [party.id, party.name]))
  return {
    idOf: name => (name === null ? null : (ids.get(foldOnce(name)) ?? null)),
    peopleOf: word => peoples.get(foldOnce(word)) ?? null,
    opponentOf: party => {
      const others = theatre.parties.filter(({ id }) => id !== party)
      return party !== null && names.has(party) && others.length === 1 ? (others[0]?.id ?? null) : null
    },
    sideOf: camp => sides.get(camp) ?? null,
    nameOf: party => names.get(party) ?? party,
    countryOf: party => theatre.parties.find(({ id }) => id === party)?.country ?? null,
    actorOf: name => actors.get(foldOnce(name)) ?? null,
  }
}
