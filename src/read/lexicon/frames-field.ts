import type { Frame } from '../frame.ts'

const FIGHTERS = '@forces @party, enemy, who, they, it, that, which, we'

/** Families of verbs of holding, building, aiming and driving out, as assessments and communiqués tell of them. */
export const FIELD_FRAMES: readonly Frame[] = [
  {
    type: 'assessment.intent',
    verb: 'set, create, shape, lay, build',
    object: 'conditions, condition, groundwork, stage, preconditions',
    after:
      '@ground @attack @remote @place @named @forces, encircle, encirclement, advance, operation, operations, push',
    not: 'talks, peace, ceasefire, negotiations',
    strength: 0.92,
  },
  {
    type: 'assessment.intent',
    verb: 'set, create',
    object: 'conditions',
    subject: '@forces @party',
    not: 'talks, peace, ceasefire, negotiations',
    strength: 0.8,
  },
  {
    type: 'assessment.intent',
    verb: '*',
    any: `plans to use, plan to use, plans to attack, plans to strike, plans to seize, plans to capture, plans to invade, plans to storm, plans to launch, plans to take,
      intention to, plan to attack, plan to seize, plan to invade, preparations for, preparations to`,
    subject: '@party @forces @actor @person, enemy, it, they',
    not: '@meeting, peace plan, election, ceasefire, negotiations',
    strength: 0.72,
  },
  {
    type: 'assessment.intent',
    verb: 'drop, abandon, shelve, give up, scrap, hatch, harbour, harbor, hide, conceal',
    object: 'plan, plans, intention, intentions, ambition, ambitions, goal, goals, idea, attempts, designs',
    subject: '@party @forces @person, enemy, it, they',
    not: 'peace plan, ceasefire, negotiations',
    strength: 0.76,
  },
  {
    type: 'combat.deployment',
    verb: 'keep, maintain, have, possess, retain, hold, station, base, post, garrison, leave, quarter, billet',
    object:
      '@forces @personnel, battalion, battalions, brigade, brigades, regiment, regiments, btgs, contingent, number of troops',
    after: '@named @place @country, border, there, front, reserve, region, direction',
    not: '@deal @meeting @people, control, morale, losses, @attack, prisoners, captive, hostage, problems, shortage, back, line',
    strength: 0.66,
  },
  {
    type: 'combat.deployment',
    verb: 'install, put up, put, erect, emplace, lay, mount, construct, rig, set up, place, build, position, dig',
    object:
      'countermeasures, nets, net, barriers, barrier, reflectors, obstacles, mines, minefields, fortifications, defences, defenses, trenches, trench, pontoon, pontoons, @equipment, decoys, checkpoints, roadblocks, dugouts',
    subject: FIGHTERS,
    not: '@aid, donated, bombs under',
    strength: 0.7,
  },
  {
    type: 'combat.deployment',
    verb: 'strengthen, reinforce, bolster, beef up, fortify, shore up, tighten, step up, build up, increase, boost',
    object:
      'flank, defences, defenses, borders, border, garrison, presence, positions, readiness, air defences, units, contingent',
    not: '@sanction @deal, cyber, ties, cooperation, aid, support, assistance',
    strength: 0.72,
  },
  {
    type: 'combat.deployment',
    verb: 'be, remain, stay, stand, place, put',
    after:
      'high alert, on alert, on standby, combat readiness, full readiness, state of readiness, combat ready, in reserve, combat alert',
    subject: '@forces @party, army, military, fleet, units, troops',
    strength: 0.88,
  },
  {
    type: 'combat.deployment',
    verb: 'order, send, command, direct, dispatch, rush, move, pour',
    object: '@forces @personnel, tanks, army',
    after: 'into, to the, across, to border, toward, towards, over the border',
    subject: '@person @party @actor, president, minister, commander, kremlin',
    not: '@aid, home, withdraw, back, hospital, @remote, ceasefire, prison',
    strength: 0.76,
  },
  {
    type: 'combat.deployment',
    verb: 'be, see, observe, detect, notice, record, count',
    any: 'soldiers and weapons, troops on the border, soldiers on the border, troops at the border, number of soldiers, number of troops, troop build-up, troop buildup, concentration of troops, concentration of forces, massing of troops, thousand soldiers, thousand troops',
    not: 'killed, wounded, losses, captured',
    strength: 0.74,
  },
  {
    type: 'combat.strike',
    verb: 'engage, exchange, trade, duel',
    after:
      'artillery fire, rocket fire, mortar fire, artillery duel, artillery duels, counter-battery, shelling, artillery strikes, tank fire, artillery exchanges, artillery battles',
    strength: 0.78,
  },
  {
    type: 'control.seized',
    verb: 'take, retake, capture, recapture, seize, liberate, regain, win back, reclaim, conquer, overrun, recover',
    object:
      'territory, more territory, further territory, additional territory, territories, towns, villages, settlements, town, village',
    subject: '@forces @party @ground @attack',
    not: 'no territory, little territory, control of, any territory, peace, @deal, @number, @munition',
    strength: 0.735,
  },
  {
    type: 'control.advanced',
    verb: 'expel, drive out, oust, push out, eject, dislodge, force out, throw out, chase out, drive back, throw back, beat back, clear',
    object: '@forces @personnel @party, enemy, occupiers, invaders, them',
    not: 'diplomat, diplomats, ambassador, @people, council, membership, mines, rubble',
    strength: 0.82,
  },
  {
    type: 'control.advanced',
    verb: '*',
    subject: 'expulsion of, ouster of, eviction of, ousting of, clearing of, liberation of, expelling of',
    any: '@forces @personnel @party @place @named, occupiers, invaders, enemy',
    not: 'diplomat, diplomats, ambassador, condemn, urge',
    strength: 0.82,
  },
  {
    type: 'combat.assault',
    verb: 'rage, erupt, break out, flare, flare up, intensify, unfold',
    subject: 'battle, battles, fighting, combat, clashes, firefight, gun battle, street fighting',
    any: '@place @named @country @forces @party, cities, towns, for, in, around',
    strength: 0.76,
  },
  {
    type: 'combat.assault',
    verb: '0',
    any: 'battles rage, battle rages, fighting rages, clashes erupt, heavy fighting, street fighting, clashes continue, fighting continues, street battles',
    strength: 0.57,
  },
  {
    type: 'combat.assault',
    verb: 'battle, face, fend off, resist, fight off, confront, withstand, counter',
    object: 'assault, assaults, offensive, onslaught, invasion, attacks, attack, advance, push',
    subject: '@forces @party, defenders, army, military',
    roles: 'repelled',
    not: '@remote',
    strength: 0.84,
  },
  {
    type: 'harm.losses',
    verb: 'inflict, cause, deal, wreak',
    object: 'damage, losses, casualties, blow, blows, heavy damage, defeat',
    after: '@forces @personnel, army, units, enemy, invaders, occupiers, troops',
    roles: 'loser',
    not: '@people, infrastructure, economy, houses, buildings',
    strength: 0.86,
  },
  {
    type: 'harm.casualties',
    verb: 'displace, deport, uproot, resettle, evict',
    any: '@people @number @party @actor @state, residents, ukrainians, population',
    not: '@forces, water, fuel',
    strength: 0.8,
  },
  {
    type: 'harm.losses',
    verb: 'defeat, rout, crush, smash, vanquish, overwhelm',
    object: '@forces @personnel @equipment, enemy, force, column',
    subject: '@forces @party, army, military, defenders, we, they',
    roles: 'loser',
    not: 'attack, assault, attempt, attempts, assaults, attacks, election',
    strength: 0.9,
  },
  {
    type: 'combat.weapon',
    verb: 'equip, arm, fit, outfit',
    passive: true,
    subject: '@forces @party, army, brigade, units',
    any: '@arm @munition @equipment @weapon',
    not: '@aid, assistance',
    strength: 0.78,
  },
]

/** What the states around a war say and do short of force, in the words of newsrooms. */
export const STATECRAFT_FRAMES: readonly Frame[] = [
  {
    type: 'politics.aid',
    verb: 'beef up, step up, ramp up, boost, increase, speed up, accelerate, expand, scale up, rush, double, intensify, bolster, force, push, compel, press',
    any: `arms support, military support, weapons deliveries, arms deliveries, deliveries of weapons, deliveries of heavy, delivery of weapons, deliver heavy weapons, arms supplies, military aid,
      supplies of weapons, supply of weapons, humanitarian aid, military assistance, arms shipments, financial support, weapons supplies`,
    not: '@ground, intercepted, destroyed',
    strength: 0.84,
  },
  {
    type: 'politics.aid',
    verb: 'earmark, allocate, set aside, release, disburse, approve, raise, collect, unlock, unfreeze, transfer, provide, give, pledge, grant',
    passive: true,
    any: 'million, billion, funds, money, tranche, loan, grant, aid, assistance',
    after: '@party @actor @state @country @people, ukraine, army, reconstruction, refugees, kyiv',
    not: 'damage, fine, bribe, killed, budget',
    strength: 0.78,
  },
  {
    type: 'politics.aid',
    verb: 'allocate, provide, earmark, disburse, transfer, release, extend, approve',
    object: 'tranche, first tranche, @money, loan, funds, funding, credit',
    any: '@party @actor @state @country @people, help, refugees, ukrainians',
    not: 'budget deficit, bribe, fine',
    strength: 0.79,
  },
  {
    type: 'politics.sanction',
    verb: '*',
    any: 'sanctions list, export controls, asset freeze, tighten sanctions, more sanctions, new sanctions, further sanctions, sanctions package, package of sanctions, sanctions against, sanctions on, list of sanctioned',
    subject:
      '@actor @person @party, president, minister, government, council, commission, parliament, treasury, it, he, she, they, we, allies, west',
    not: 'condemn, urge, call for, call on, demand, oppose, criticise, criticize, thank, threaten, despite sanctions, reject, welcome',
    strength: 0.83,
  },
  {
    type: 'politics.meeting',
    verb: 'be, arrive, fly, travel, go, come, head, land, return, visit, tour, accompany, take, welcome, receive, make',
    any: 'visit to, visits, foreign visit, foreign visits, state visit, official visit, surprise visit, unannounced visit, foreign trip, trip to, on a visit, on a trip, surprise trip, unannounced trip, wreath, delegation to',
    subject:
      '@person @actor, president, minister, chancellor, leader, leaders, envoy, pope, secretary, delegation, he, she, both, they',
    not: '@forces, purpose, aim, cancel',
    strength: 0.72,
  },
  {
    type: 'combat.deployment',
    verb: 'discuss, consider, weigh, mull, plan, agree, decide, approve, offer',
    any: 'more troops, sending troops, send troops, sending soldiers, additional troops, sending forces, deployment of troops, troop deployment, extra troops, sending more troops, sending additional',
    subject: '@actor, country, government, allies, alliance, it, they',
    not: '@party',
    strength: 0.74,
  },
  {
    type: 'politics.meeting',
    verb: 'be, remain, come, take, keep, last, begin, end, mark, follow, coincide, postpone, cancel, plan, schedule, announce',
    subject: 'visit, trip, summit, meeting, talks, tour',
    not: 'purpose, aim, goal, @deal, peace talks, ceasefire talks, negotiations',
    strength: 0.73,
  },
  {
    type: 'politics.negotiation',
    verb: 'declare, announce, proclaim, order, agree, observe, call, extend, introduce, break, violate',
    object:
      'ceasefire, cease-fire, truce, temporary ceasefire, pause in fighting, silence regime, regime of silence, armistice, humanitarian pause, ceasefires',
    strength: 0.9,
  },
  {
    type: 'politics.alliance',
    verb: 'prioritise, prioritize, deepen, value, cherish, cultivate, elevate, develop, strengthen',
    object: 'ties, relations, partnership, friendship, alliance, relationship, cooperation',
    any: '@actor @party @state @country',
    strength: 0.74,
  },
  {
    type: 'politics.alliance',
    verb: 'lean, tilt, side, align, gravitate, draw closer',
    after: 'toward, towards, with, to, closer',
    any: '@actor @party @country @state',
    subject: '@actor @party @country, it, they',
    strength: 0.7,
  },
  {
    type: 'politics.legal',
    verb: 'join, help, assist, lead, form, set up, create, look into, launch, examine, probe, investigate, start',
    any: 'war crimes, war crime, investigation team, joint investigation, crimes against humanity, criminal court, prosecutor, prosecutors, alleged crimes, atrocities, tribunal',
    not: 'condemn, accuse, deny, @ground',
    strength: 0.85,
  },
  {
    type: 'assessment.momentum',
    verb: 'be, remain, reach, enter, stand, become, grow, get',
    subject:
      'crisis, situation, war, conflict, tension, tensions, resistance, invasion, standoff, escalation, morale, offensive',
    after:
      'moment, dangerous moment, most dangerous, gloomy, worst, peak, critical, height, greater, stronger, fiercer, worse, serious, stage, point, brink, unchanged, tense, low, poor, high, alarming, unpredictable',
    not: '@deal',
    strength: 0.74,
  },
  {
    type: 'assessment.momentum',
    verb: 'change, evolve, shift, alter',
    subject: 'situation, front, frontline, line, lines, picture',
    any: '@military, ground, front, military, significantly, frontline, battlefield',
    strength: 0.74,
  },
  {
    type: 'assessment.momentum',
    verb: 'endure, withstand, survive, outlast, outperform, exceed, bear',
    subject: '@party @forces, we, army, defenders, country, people',
    any: 'expected, expectations, intensity, losses, war, onslaught, hostilities, predicted, than',
    strength: 0.66,
  },
]
