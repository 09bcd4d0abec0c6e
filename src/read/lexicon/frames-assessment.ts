import type { Frame } from '../frame.ts'

/** Verbs that say what a party is after; with an infinitive or noun of a military thing they make an intent. */
export const INTENT_VERBS = new Set(
  `try seek plan intend aim want hope attempt prepare wish aspire strive endeavor endeavour plot consider contemplate weigh mull decide opt concentrate focus
   ready scheme resolve design purport eye threaten`.split(/\s+/),
)
/** Nouns of intention, with "to": "efforts to", "plans to". */
export const INTENT_NOUNS = new Set(
  'plan plans effort efforts attempt attempts intention intentions aim aims goal goals objective objectives ambition ambitions desire bid target order idea purpose preparation preparations task mission'.split(
    ' ',
  ),
)
/** Catenative verbs: what they govern is the act that is told. */
export const CARRIER_VERBS = new Set(
  `manage begin start continue force help allow fail cease stop appear seem tend happen proceed come go keep able unable compel order use need cause enable lead remain likely expect set schedule due
   get make struggle resume threaten refuse ask urge oblige instruct prove say report believe think know claim allege understand rumour rumor consider agree vote move`.split(
    /\s+/,
  ),
)

/** How it goes, what is meant, what will come. */
export const ASSESSMENT_FRAMES: readonly Frame[] = [
  {
    type: 'assessment.momentum',
    verb: 'lose, gain, regain, maintain, have, retain, seize, keep, exhaust, run out, sap, hold, take, sustain, generate, build, run',
    object:
      'momentum, steam, initiative, offensive potential, tempo, combat capability, upper hand, impetus, combat power, limited momentum',
    strength: 0.96,
  },
  {
    type: 'assessment.momentum',
    verb: 'stall, slow, slow down, stagnate, intensify, falter, culminate, fail, succeed, bog down, weaken, subside, escalate, peak, deteriorate, worsen, improve, stabilize, stabilise, wane, fade, grind, wind down, decline, dwindle, struggle, collapse, plateau, accelerate, decrease, increase, continue unabated, lag, abate, unravel, sputter, flounder, strengthen, diminish, degrade',
    subject: '@evaluate @ground, situation, fighting, front',
    not: 'economy, prices, price, trade, relations, sanctions, temperatures, crisis, inflation, gdp',
    strength: 0.72,
  },
  {
    type: 'assessment.momentum',
    verb: 'slow, slow down, intensify, reduce, increase, step up, decrease, escalate, stall, blunt, halt, scale back',
    object: 'pace, tempo, intensity, assault, assaults, offensive, operations, pressure, momentum, advance, campaign',
    strength: 0.72,
  },
  {
    type: 'assessment.momentum',
    verb: 'be, remain, become, stay, look, prove, get, seem, appear',
    subject:
      'situation, fighting, battle, front, war, offensive, assault, operation, counteroffensive, conflict, tempo, pace, attacks, campaign, defence, defense, frontline, capability, capabilities, line, advance, invasion, presence, gains, day, fight, progress',
    after:
      'difficult, tense, tough, hard, dire, critical, stable, unstable, hot, complicated, fierce, intense, slow, stalemate, decline, on the decline, deadlocked, bloody, bloodiest, heaviest, fiercest, important, notable, hell, dynamic, grinding, severe, challenging, complex, under control, slower, stronger, weaker, worst, better, worse, worsening, exhausted, most difficult, crucial, decisive, largest, quiet, calm, exhausting, ongoing, stalled, unsuccessful, losing, hottest, restless, turbulent, volatile, desperate, biggest',
    not: '',
    strength: 0.86,
  },
  {
    type: 'assessment.momentum',
    verb: 'be, remain',
    after:
      'on the decline, on the back foot, on the offensive, on the defensive, in a stalemate, at an impasse, stalemate, breakthrough, major breakthrough, turning point, exhausted, demoralized, demoralised, unable to advance, running low, running out, combat ineffective',
    strength: 0.86,
  },
  {
    type: 'assessment.momentum',
    verb: 'experience, witness, see, endure',
    object: 'bloodiest, fiercest, heaviest fighting, heaviest, worst',
    strength: 0.95,
  },
  {
    type: 'assessment.momentum',
    verb: '*',
    after: 'bloodiest, fiercest battle, fiercest fighting, heaviest fighting, bloodiest fighting',
    strength: 0.8,
  },
  {
    type: 'assessment.momentum',
    verb: 'reach, achieve, have, make, see, enjoy',
    object:
      'success, strategic success, significant success, no success, goals, objectives, result, results, little progress, limited success, tactical success',
    not: 'agreement, @deal, talks',
    strength: 0.8,
  },
  {
    type: 'assessment.momentum',
    verb: 'fail, struggle, be unable, succeed',
    any: '@forces @party',
    after: '@ground @place, objective, objectives, goal, goals, breakthrough, achieve, capture',
    not: '@deal @sanction, agree, talks',
    strength: 0.66,
  },
  {
    type: 'assessment.momentum',
    verb: 'break, turn, shift, change',
    object: 'stalemate, deadlock, tide, balance, course of the war, initiative',
    strength: 0.8,
  },
  {
    type: 'assessment.momentum',
    verb: 'be, remain, run, suffer, lack, face, have',
    any: 'low morale, morale, shortage, shortages, ammunition shortage, shell hunger, demoralized, demoralised, manpower shortage, logistics problems, logistical problems, short of ammunition, lack of ammunition',
    subject: '@forces @party',
    strength: 0.74,
  },
  {
    type: 'assessment.momentum',
    verb: 'be, remain, become, get, stay, grow, stand',
    subject: '@forces @party, efforts, effort, army, military',
    after:
      'stalled, bogged down, stuck, pinned down, overstretched, overextended, depleted, degraded, worn out, exhausted, disorganized, disorganised, stretched, tired, outnumbered, outgunned, short of, low on, unprepared, in disarray, culminated, weakened, strained, on the offensive, on the defensive, in retreat',
    strength: 0.8,
  },
  {
    type: 'assessment.momentum',
    verb: 'face, suffer from, experience, encounter, meet, have, struggle with',
    subject: '@forces @party, military, army, offensive, operation',
    object:
      'challenge, challenges, difficulty, difficulties, shortage, shortages, problem, problems, setback, setbacks, resistance, delays, issues, attrition, desertion, desertions, low morale, morale',
    not: '@deal, trade, economic',
    strength: 0.7,
  },
  {
    type: 'assessment.momentum',
    verb: 'hinder, impede, hamper, complicate, delay, frustrate, tie, tie down, pin down, undermine, degrade, limit, constrain, slow, slow down, stall, blunt, wear down, exhaust, weaken, fix',
    object:
      '@ground @forces, efforts, effort, operations, offensive, advance, advances, capability, capabilities, campaign, logistics',
    any: '@forces @party @ground',
    not: '@deal, aid, economy, sanctions',
    strength: 0.7,
  },
  {
    type: 'assessment.momentum',
    verb: 'disrupt',
    object: 'operations, efforts, plans, offensive, logistics, preparations, timetable',
    any: '@forces @party',
    strength: 0.89,
  },
  {
    type: 'assessment.momentum',
    verb: 'enter, reach',
    object: 'phase, new phase, stage, stalemate, decisive phase, culmination, new stage',
    strength: 0.76,
  },
  {
    type: 'assessment.momentum',
    verb: '0',
    any: 'losing steam, stalemate, losing momentum, fighting intensifies, situation',
    strength: 0.5,
  },
  {
    type: 'assessment.intent',
    verb: 'try, seek, plan, intend, aim, want, hope, prepare, wish, strive, plot, aspire, endeavour, endeavor',
    subject: '@forces @party, enemy, commander, commanders, command, leadership, army, objective, goal, aim',
    not: '@meeting @sanction @deal @aid, sell, trade, vote, election, diplomacy, negotiate, engage, cooperate',
    strength: 0.7,
  },
  {
    type: 'assessment.intent',
    verb: 'try, seek, plan, intend, aim, prepare, strive, plot',
    after:
      '@place @named @ground, capture, seize, retake, encircle, storm, break, advance, attack, strike, advance, offensive, expand, consolidate',
    not: '@meeting @sanction @deal @aid',
    strength: 0.82,
  },
  {
    type: 'assessment.intent',
    verb: 'concentrate, focus, direct, dedicate, devote',
    object: 'effort, efforts, main effort, main efforts, forces, resources, attention',
    any: '@forces @party @named, enemy',
    strength: 0.84,
  },
  { type: 'assessment.intent', verb: 'focus, concentrate', subject: '@forces @party', strength: 0.7 },
  {
    type: 'assessment.intent',
    verb: 'be, become, remain, include',
    after:
      'target, goal, aim, objective, main goal, primary target, main objective, plan, priority, intention, launch pad, focus, main effort',
    any: '@party @forces @named, enemy',
    not: 'legitimate target, missile',
    strength: 0.78,
  },
  {
    type: 'assessment.intent',
    verb: 'regard, view, see, consider',
    object: '@named @place',
    after: 'launch pad, springboard, stepping stone, target, gateway, key, objective, platform',
    strength: 0.8,
  },
  {
    type: 'assessment.intent',
    verb: 'have, hatch, develop, draw up, abandon, make, announce, harbor, harbour, opt against, shelve, drop, cancel, approve, adopt, prepare, weigh, review, scrap, discuss',
    object:
      'plan, plans, intention, intentions, ambition, ambitions, order, objective, objectives, goal, goals, aim, aims',
    any: '@forces @party @named',
    not: '@deal, peace plan, @aid',
    strength: 0.6,
  },
  {
    type: 'assessment.intent',
    verb: 'consider, contemplate, weigh, mull',
    any: '@ground @remote, launching, offensive, strike, attack',
    subject: '@party @forces @actor @person',
    strength: 0.74,
  },
  {
    type: 'assessment.forecast',
    verb: 'be',
    after:
      'matter of time, only a matter, question of time, on track, well on track, set to fall, poised, imminent, inevitable, chance that, probability, likelihood',
    strength: 0.9,
  },
  {
    type: 'assessment.forecast',
    verb: 'predict, forecast, project',
    any: '@party @forces @named @military @actor',
    strength: 0.66,
  },
  {
    type: 'assessment.forecast',
    verb: 'risk',
    subject: '@party @actor @forces, west, world, this, move, it, following',
    not: 'lives',
    strength: 0.7,
  },
  {
    type: 'assessment.forecast',
    verb: 'expect, anticipate',
    any: '@ground @remote, offensive, attack, strike, victory, end of the war, war',
    not: '@meeting @aid @deal @sanction',
    strength: 0.6,
  },
]
