import type { ClaimType, Stance, Theatre } from '#domain'

/** What decides whether a claim harms its holder. Names as they stand in the claim. */
export interface InterestCase {
  readonly type: ClaimType
  readonly stance: Stance
  readonly camp: string
  readonly agent: string | null
  readonly target: string | null
}

/** Types in which the agent gains, the agent suffers, or the target suffers. */
const AGENT_GAINS: ReadonlySet<string> = new Set([
  'control.seized',
  'control.advanced',
  'control.held',
  'combat.interception',
])
const AGENT_SUFFERS: ReadonlySet<string> = new Set(['control.left', 'combat.mishap'])
const TARGET_SUFFERS: ReadonlySet<string> = new Set(['harm.losses'])

/**
 * True when the holder's own side is harmed by what it says: a gain of the enemy, a loss, retreat or accident of its own.
 * Only what is asserted counts, and only of camps that fight or arm a side.
 */
export function isAgainstInterest(claim: InterestCase, theatre: Theatre): boolean {
  if (claim.stance !== 'asserts') return false
  const side = theatre.camps.find(camp => camp.id === claim.camp)?.party ?? null
  if (side === null) return false
  const agent = partyNamed(claim.agent, theatre)
  const target = partyNamed(claim.target, theatre)
  if (AGENT_SUFFERS.has(claim.type)) return agent === side
  if (TARGET_SUFFERS.has(claim.type)) return target === side
  return (
    AGENT_GAINS.has(claim.type) &&
    claim.type !== 'control.held' &&
    claim.type !== 'combat.interception' &&
    agent !== null &&
    agent !== side
  )
}

const partyNamed = (name: string | null, theatre: Theatre): string | null =>
  name === null
    ? null
    : (theatre.parties.find(party => party.name === name || party.aliases.includes(name))?.id ?? null)
