import type { Frame } from '../frame.ts'

/** Who takes a stand: states and bodies, those who lead or speak for them, and persons known by name. */
const SOMEBODY =
  '@actor @party @person, minister, president, government, leader, leaders, official, officials, critic, pope, authorities, parliament'

/** What a clause is about where no frame of a single verb fits it: looser, and weaker than the others. */
export const GENERAL_FRAMES: readonly Frame[] = [
  {
    type: 'assessment.momentum',
    verb: 'run out, run low, run short',
    after: 'ammunition, shells, fuel, men, manpower, supplies, time, missiles, weapons, equipment, food, steam',
    strength: 0.84,
  },
  {
    type: 'assessment.momentum',
    verb: 'take, lose, hold, keep, win, regain',
    object: 'the initiative, initiative, foothold in the war, upper hand, information war, war',
    subject: '@party @forces @actor',
    strength: 0.7,
  },
  {
    type: 'assessment.intent',
    verb: 'be, remain, become',
    after: 'main effort, primary effort, main objective, next target, main task, key task',
    strength: 0.94,
  },
  {
    type: 'assessment.intent',
    verb: 'continue, intensify, resume, renew, pursue, step up, make, launch',
    object: 'efforts to, effort to, attempts to, attempt to, preparations for, plans to',
    subject: '@forces @party',
    strength: 0.72,
  },
  {
    type: 'combat.strike',
    verb: 'fire, shoot, open fire',
    after: 'fire on, fire at, positions, troops, civilians, village, town, city',
    any: '@forces @party @place @named',
    not: 'ceasefire',
    strength: 0.62,
  },
  {
    type: 'combat.deployment',
    verb: 'operate, arrive, undergo, train, contain, consist, include, form, create, prepare, increase, boost, expand, raise, double, recruit, muster',
    object:
      '@forces @personnel, number of troops, number of its troops, units, unit, battalion, contingent, presence, training, conscripts, cadets',
    any: '@forces @party @personnel',
    not: '@aid @remote, casualties, losses, aid, assistance, sanctions, killed, wounded, captured',
    strength: 0.6,
  },
  {
    type: 'combat.deployment',
    verb: 'operate, stay, remain, stand, base',
    subject: '@forces',
    after: '@named @place, border, outskirts, there',
    not: 'control, surrounded, encircled',
    strength: 0.58,
  },
  {
    type: 'combat.deployment',
    verb: 'rehearse, drill, exercise, hold, conduct, begin, stage, order',
    object: 'exercise, exercises, drill, drills, manoeuvres, maneuvers, war games, military exercises',
    strength: 0.74,
  },
  {
    type: 'combat.weapon',
    verb: 'test, use, employ, ramp up, expand, increase, introduce, trial, field, rehearse',
    object: '@arm @munition @equipment, mine, mines, munitions, weapon, weapons, use of banned, cluster munitions',
    any: 'new, banned, first, prohibited, tactical nuclear, models, model, thermobaric, cluster, novel, chemical',
    not: '@aid, sanctions',
    strength: 0.74,
  },
  {
    type: 'combat.assault',
    verb: 'launch, begin, start, order, wage',
    object: 'military operation, special military operation, full-scale invasion, invasion, war',
    subject: '@party @actor @person',
    strength: 0.74,
  },
  {
    type: 'harm.casualties',
    verb: 'flee, leave, escape',
    object: 'home, homes, country, war, violence, fighting, city, cities',
    any: '@people @number, ukrainians, russians, refugees, residents, families',
    not: '@forces',
    strength: 0.72,
  },
  {
    type: 'harm.casualties',
    verb: 'capture, take, abduct, detain, seize, hold, kidnap, torture, kill, shoot, execute, wound, murder',
    object:
      'journalist, journalists, reporter, mayor, volunteer, volunteers, activist, doctor, photographer, cameraman, teacher, priest, aid worker, hostage',
    strength: 0.76,
  },
  {
    type: 'harm.casualties',
    verb: 'continue, conduct, carry out, organize, begin, step up, intensify',
    object: 'deportation, deportations, filtration, abductions, forced displacement, mass deportation',
    strength: 0.74,
  },
  {
    type: 'harm.damage',
    verb: 'disconnect, shut down, come, go, restart, lose, require, need, cause, switch off',
    any: 'reactor, power plant, nuclear plant, facility, power line, power unit, substation, grid',
    after: 'online, offline, repair, repairs, disconnect, grid, power, shut, emergency',
    strength: 0.74,
  },
  {
    type: 'politics.aid',
    verb: 'slow, slow down, stall, hold up, delay, dry up, reduce, cut, expire, resume, falter, shrink, discourage, stop, continue',
    any: 'military assistance, military aid, financial assistance, security assistance, humanitarian aid, weapons deliveries, arms deliveries, arms supplies',
    strength: 0.68,
  },
  {
    type: 'politics.negotiation',
    verb: '*',
    after:
      'humanitarian corridor, humanitarian corridors, evacuation corridor, evacuation corridors, green corridor, green corridors, prisoner exchange, prisoner swap, ceasefire agreement, peace talks, peace deal, peace treaty',
    strength: 0.58,
  },
  {
    type: 'politics.sanction',
    verb: 'suspend, expel, exclude, ban, remove, oust, eject, bar, strip',
    object: '@actor @party @person',
    subject: '@actor, assembly, council, un, committee, federation, organisation, organization',
    strength: 0.76,
  },
  {
    type: 'politics.legal',
    verb: 'sign, issue, repeal, enact, revoke, annul, alter, amend, change',
    object: 'decree, law, order, act, protocol, protocols, constitution, legislation, rules, regulations, edict',
    strength: 0.74,
  },
  {
    type: 'politics.position',
    verb: 'bless, lament, dub, expose, hail, deride, scold, rebuff, caution, disapprove, approve of, sympathize, sympathise, side, distance, vilify, glorify, profess, long, reproach, admonish, berate, mourn, plead, petition, disavow, repudiate',
    subject: SOMEBODY,
    any: '@actor @party @person @military, war, invasion, aggression, attack, atrocities',
    strength: 0.66,
  },
  {
    type: 'politics.position',
    verb: 'raise, send, release, draw, make, deliver, issue, publish, take, adopt, define, reserve, lodge, file, launch',
    object:
      'address, appeal, statement, message, topic, question, distinction, distinctions, case, claim against, complaint, protest, ultimatum, strong message, clear message, signal, stance, note of protest, warning, demand, demands',
    subject: SOMEBODY,
    not: 'press, phone',
    strength: 0.62,
  },
  {
    type: 'politics.position',
    verb: 'be',
    after:
      'disgusting, outrageous, disgraceful, shameful, unjust, sacred, holy, significance, legitimate, illegal, illegitimate, barbaric, genocide, terrorism, terrorist, ready to, reluctant, determined to, fake, in favour, in favor, accountable, responsible for',
    any: `${SOMEBODY}, @military, war, conflict, journalists, invasion, invaders, occupiers, we`,
    not: '@remote',
    strength: 0.6,
  },
  {
    type: 'economy.cost',
    verb: 'approve, plan, set, earmark, budget, allocate, spend, raise, increase, double, cut',
    any: 'military expenditure, defence budget, defense budget, military budget, defence spending, defense spending, military spending, expenditure, for the army, for defence, for defense',
    not: 'aid package',
    strength: 0.76,
  },
  {
    type: 'politics.aid',
    verb: 'ask, request, beg, appeal, plead',
    subject: '@actor @party @person',
    after:
      '@arm @equipment, weapons, arms, ammunition, military equipment, military aid, military help, military support, air defence, air defense, assistance, aid',
    not: 'court, question, about, whether',
    strength: 0.66,
  },
  {
    type: 'politics.position',
    verb: 'ask, want, wish, prefer, beg, implore, beseech, entreat, appeal, instruct, advise, press, pressure, pressurise',
    subject: '@actor @party @person',
    object: '@actor @party @state',
    after: 'to',
    not: '@ground, whether, about',
    strength: 0.6,
  },
]
