import type { ClaimType } from '#domain'

/**
 * Nouns that name an act or state by themselves, by the type of claim that telling of it makes ("the *capture* of X",
 * "carried out a *raid*"). By lemma; written from a dictionary of nominalisations and from reading.
 */
const BY_TYPE: Readonly<Partial<Record<ClaimType, string>>> = {
  'combat.assault': `assault attack offensive counteroffensive counter-offensive counterattack counter-attack incursion raid storming invasion
    battle clash fighting engagement skirmish combat hostility hostilities breakthrough onslaught ambush warfare aggression infiltration reconnaissance
    sally firefight intrusion`,
  'combat.strike': `strike airstrike shelling bombardment bombing barrage salvo sortie cannonade volley explosion blast fusillade strafing
    airstrikes launch missile rocket`,
  'combat.interception': 'interception shootdown downing',
  'combat.deployment': `deployment redeployment mobilization mobilisation conscription draft recruitment rotation buildup build-up regrouping
    reinforcement reinforcements callup call-up crossing landing exercise exercises drill drills manoeuvre maneuver relocation stationing muster enlistment
    replenishment transfer convoy reserve`,
  'control.left': 'withdrawal retreat pullout pullback pull-out pull-back surrender',
  'control.seized':
    'capture seizure liberation occupation annexation takeover recapture conquest reconquest foothold bridgehead beachhead',
  'control.held': 'defence defense control hold',
  'control.advanced': 'advance gain push penetration encroachment',
  'control.threatened': 'encirclement siege blockade envelopment',
  'combat.mishap': 'crash accident malfunction mishap collision',
  'combat.weapon': 'test test-fire test-launch',
  'harm.casualties': `killing massacre execution deportation abduction kidnapping torture atrocity murder rape evacuation displacement casualty
    casualties death exodus persecution looting detention slaughter bloodshed`,
  'harm.losses': 'loss losses attrition desertion mutiny',
  'harm.damage': 'damage destruction blackout outage fire blaze devastation disruption ruin sabotage arson',
  'politics.meeting':
    'meeting visit summit conversation call talk talks trip conference consultation consultations reception audience',
  'politics.aid': 'aid assistance package delivery shipment supply donation funding loan grant tranche',
  'politics.sanction':
    'sanction sanctions embargo expulsion ban freeze restriction restrictions tariff penalty blacklist boycott',
  'politics.negotiation': `ceasefire cease-fire truce negotiation negotiations exchange swap corridor armistice mediation settlement peace deal
    agreement accord proposal compromise`,
  'politics.legal': `trial charge warrant arrest investigation probe prosecution ruling indictment referendum law decree lawsuit verdict
    extradition tribunal bill legislation resolution conviction crime election vote`,
  'politics.alliance': 'membership accession alliance partnership pact cooperation',
  'politics.disclosure': 'leak',
  'economy.trade': 'export import transit trade flow harvest',
  'economy.cost': 'cost reconstruction rebuilding deficit inflation recession',
  'assessment.intent': `plan intention aim goal objective ambition effort attempt preparation bid design intent campaign operation`,
  'assessment.momentum': `momentum tempo stalemate pace progress success failure setback initiative resistance shortage morale breakdown
    deadlock pause`,
  'assessment.forecast': 'forecast prediction outlook',
  'politics.position': `support concern condemnation demand threat opposition pledge promise accusation criticism statement commitment
    appeal objection complaint apology gratitude praise warning ultimatum rhetoric stance allegation call solidarity`,
}

const typeOfNoun = new Map<string, ClaimType>()
for (const [type, text] of Object.entries(BY_TYPE))
  for (const noun of text.split(/\s+/)) if (!typeOfNoun.has(noun)) typeOfNoun.set(noun, type as ClaimType)

/** Words beside "attack", "campaign" or "operation" by which it comes through the air. */
const REMOTE = new Set(
  'missile rocket drone air aerial artillery mortar bombing ballistic cruise uav shahed kamikaze airstrike himars gunfire naval shelling bombardment'.split(
    ' ',
  ),
)
const OPEN_ATTACKS = new Set('attack assault raid campaign operation offensive war onslaught wave'.split(' '))
const GROUND = new Set(
  'offensive ground military assault combat special large-scale full-scale defensive amphibious counteroffensive'.split(
    ' ',
  ),
)
const PEACE = new Set('peace ceasefire cease-fire prisoner grain humanitarian truce settlement'.split(' '))

/** The type of claim that telling of a noun makes, by the noun and the words before it; null for a noun of no act. */
export function typeOfEvent(noun: string, beside: readonly string[]): ClaimType | null {
  const any = (words: ReadonlySet<string>): boolean => beside.some(word => words.has(word))
  if (OPEN_ATTACKS.has(noun)) {
    if (any(REMOTE)) return 'combat.strike'
    if ((noun === 'campaign' || noun === 'operation') && any(GROUND)) return 'combat.assault'
    if (noun === 'operation' || noun === 'campaign' || noun === 'wave') return null
  }
  if (['talk', 'talks', 'call', 'agreement', 'deal', 'plan', 'proposal', 'initiative'].includes(noun)) {
    if (any(PEACE)) return 'politics.negotiation'
    if (noun === 'deal' || noun === 'agreement' || noun === 'initiative')
      return noun === 'initiative' ? null : 'politics.negotiation'
    if (noun === 'call') return any(new Set(['phone', 'telephone', 'video'])) ? 'politics.meeting' : 'politics.position'
  }
  if (noun === 'support' && any(new Set(['military', 'financial', 'fiscal', 'economic', 'humanitarian', 'material'])))
    return 'politics.aid'
  if (noun === 'cooperation' && !any(new Set(['military', 'defence', 'defense', 'security', 'economic', 'nuclear'])))
    return null
  return typeOfNoun.get(noun) ?? null
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/[,\n]\s*/))

/** Verbs that only carry the noun of an act: what is told is the act. */
export const CARRYING = words(
  `conduct, carry out, do, make, mount, perform, undertake, stage, execute, commit, wage, launch, begin, start, open, initiate, resume, continue, persist, sustain,
keep up, intensify, step up, escalate, ramp up, increase, expand, double, renew, lead, direct, unleash, complete, finish, conclude, announce, confirm, report, record, see,
suffer, face, undergo, receive, order, approve, authorise, authorize, participate, take part, join, engage, involve, include, follow, mark, cause, spark, trigger, result,
document, show, deliver, repeat, pursue, attempt, facilitate, organise, organize, hold, have, host, set up, establish, impose, introduce, adopt, sign, agree, accelerate, prioritize,
prioritise, extend, reduce, decrease, cut, scale back, speed up, enter, give, provide, arrange, coordinate, support, prompt, hear, register, inflict, achieve, secure, inaugurate, schedule, pass`,
)
/** Verbs by which an act ends or is given up. */
export const ENDING = words(
  'halt, stop, cease, suspend, pause, cancel, postpone, delay, abandon, call off, end, break off, freeze, wind down, drop, give up, forgo, forego, discontinue, lift, ease',
)
/** Verbs by which an act is kept from going well. */
export const HINDERING = words(
  'hinder, hamper, slow, slow down, stall, disrupt, blunt, weaken, frustrate, prevent, thwart, deter, impede, complicate, undermine, limit, constrain, contain, degrade, exhaust, obstruct, block',
)
/** Verbs by which an act is meant and not done. */
export const PLANNING = words(
  'plan, prepare, consider, weigh, contemplate, envisage, envision, intend, mull, plot, want, seek, desire, design, need, ready, hatch, rehearse, propose, set conditions, threaten',
)
/** Verbs by which an act is looked for. */
export const EXPECTING = words('expect, predict, anticipate, foresee, forecast, fear, await')
/** Verbs by which an act comes about. */
export const HAPPENING = words(
  `happen, occur, take place, begin, start, continue, resume, go on, break out, erupt, unfold, follow, come, intensify, escalate, persist, rage, last, proceed, ensue, increase, grow,
be, remain, run, conclude, finish, spread, hit, strike, leave, kill, arrive, mount, emerge, surge, develop, reach`,
)
/** Verbs by which an act comes to nothing, or how it goes is told. */
export const FARING = words(
  `fail, stall, slow, slow down, falter, collapse, weaken, wane, fade, stop, cease, end, diminish, decline, succeed, improve, worsen, deteriorate, struggle, prove, appear, seem, look,
become, get, go, face, have, lack, need, require, take, make, achieve, gain, lose, produce, enable, allow, help, deprive, give, force, bring, show, suffer, demonstrate, indicate, reflect, suggest, threaten, put, keep, tie down, pin down, exhaust, set`,
)
