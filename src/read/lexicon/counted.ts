import type { Measure } from '#domain'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Nouns for people who do not fight, or of whom it is not said. Singular. */
export const PEOPLE: ReadonlySet<string> = words(`
  person people civilian resident child woman man adult boy girl victim casualty worker patient teenager pensioner rescuer journalist
  citizen passenger student teacher doctor nurse medic villager inhabitant baby infant toddler minor youth employee refugee evacuee
  migrant family pedestrian bystander volunteer firefighter policeman paramedic miner farmer driver schoolchild other individual
  life fatality death local neighbour neighbor protester demonstrator hostage detainee human soul body injured wounded dead
  displaced ukrainian russian sudanese palestinian israeli american foreigner tourist survivor mother father parent pupil
  kid member guest customer shopper worshipper commuter wife husband son daughter brother sister grandmother grandfather parishioner
  lady gentleman sibling twin cyclist motorist electrician welder engineer farmhand newborn
`)

/** Nouns of people that are counted and have no age: "a family of four". Singular. */
export const COUNTED_GROUPS: ReadonlySet<string> = words(
  'family casualty death fatality life troop troops personnel military',
)

/** Nouns for people who fight. Singular. */
export const PERSONNEL: ReadonlySet<string> = words(`
  soldier serviceman servicewoman servicemember troop troops fighter militant marine paratrooper mercenary occupier invader conscript
  personnel military reservist officer trooper infantryman rebel insurgent defender sniper recruit combatant commander general
  sailor pilot force gunman militiaman guerrilla orc prisoner pow contractor legionnaire
`)

/** Pairs of words whose second is no weapon there: "a think tank". Singular. */
export const NO_WEAPON_BEFORE: ReadonlySet<string> = new Set(
  `think oil water septic fish storage gas fuel petrol diesel
  ammonia chlorine chemical holding propane`
    .split(/\s+/)
    .map(word => `${word} tank`)
    .concat([
      'top gun',
      'starting gun',
      'nail gun',
      'loose cannon',
      'water cannon',
      'paper plane',
      'water jet',
      'bubble jet',
    ]),
)

/** Heads and phrases of equipment, most special first: tried on the lemmas of the counted noun phrase, joined by spaces. */
export const EQUIPMENT: readonly (readonly [RegExp, Measure])[] = [
  [
    /\b(?:multiple (?:- )?(?:launch )?rocket (?:launch(?:er|ing)? )?(?:system|launcher)|multiple (?:- )?launch|mlrs|rocket launcher|rocket system|himars)\b/,
    'equipment.mlrs',
  ],
  [
    /\b(?:air (?:- )?defen[cs]e|anti ?- ?aircraft|anti-aircraft|aa) (?:warfare )?(?:missile )?(?:system|asset|weapon|complex|unit|gun|installation|means|equipment|battery)?\b|\bsam (?:system|battery)\b/,
    'equipment.air-defence',
  ],
  [/\b(?:fuel (?:tank|tanker|truck)|tank(?:er)? truck|tanker|vehicle and fuel)\b/, 'equipment.vehicles'],
  [/\bspecial (?:- )?(?:purpose )?equipment\b/, 'equipment.other'],
  [
    /\b(?:armou?red|infantry fighting|fighting|combat) (?:\w+ ){0,3}(?:vehicle|carrier)\b|\b(?:personnel carrier|apc|acv|afv|ifv|bmp|btr|armou?r)\b/,
    'equipment.armoured-vehicles',
  ],
  [/\b(?:artillery|howitzer|mortar|field gun|cannon|self ?- ?propelled gun|gun)\b/, 'equipment.artillery'],
  [/\b(?:helicopter|chopper|gunship)\b/, 'equipment.helicopters'],
  [/\b(?:uav|unmanned|drone|quadcopter|shahed|geran|decoy)\b/, 'equipment.drones'],
  [/\b(?:missile|rocket|iskander|kalibr|kinzhal|atacm|projectile)\b/, 'equipment.missiles'],
  [/\b(?:aircraft|airplane|aeroplane|plane|jet|warplane|bomber|fighter jet|warcraft)\b/, 'equipment.aircraft'],
  [/\b(?:ship|boat|warship|vessel|submarine|cutter|frigate|corvette|ferry)\b/, 'equipment.ships'],
  [/\btank\b/, 'equipment.tanks'],
  [/\b(?:vehicle|truck|lorry|car|automobile|bus|motorcycle|buggy|jeep|pickup)\b/, 'equipment.vehicles'],
]

/** Outcome words by dictionary form. `left` marks those that also make a noun of loss ("losses", "deaths"). */
export const OUTCOMES: Readonly<
  Record<
    string,
    | 'killed'
    | 'wounded'
    | 'missing'
    | 'trapped'
    | 'captured'
    | 'displaced'
    | 'lost'
    | 'downed'
    | 'launched'
    | 'hit'
    | 'deployed'
  >
> = {
  kill: 'killed',
  killing: 'killed',
  die: 'killed',
  dead: 'killed',
  death: 'killed',
  perish: 'killed',
  murder: 'killed',
  slay: 'killed',
  fatality: 'killed',
  execute: 'killed',
  massacre: 'killed',
  wound: 'wounded',
  wounded: 'wounded',
  injure: 'wounded',
  injured: 'wounded',
  hurt: 'wounded',
  harm: 'wounded',
  injury: 'wounded',
  hospitalise: 'wounded',
  hospitalize: 'wounded',
  maim: 'wounded',
  miss: 'missing',
  missing: 'missing',
  unaccounted: 'missing',
  disappear: 'missing',
  trap: 'trapped',
  trapped: 'trapped',
  bury: 'trapped',
  buried: 'trapped',
  strand: 'trapped',
  stranded: 'trapped',
  capture: 'captured',
  surrender: 'captured',
  detain: 'captured',
  pow: 'captured',
  prisoner: 'captured',
  captive: 'captured',
  displace: 'displaced',
  evacuate: 'displaced',
  flee: 'displaced',
  homeless: 'displaced',
  evacuation: 'displaced',
  displaced: 'displaced',
  destroy: 'lost',
  eliminate: 'lost',
  neutralise: 'lost',
  neutralize: 'lost',
  liquidate: 'lost',
  lose: 'lost',
  loss: 'lost',
  annihilate: 'lost',
  damage: 'lost',
  disable: 'lost',
  knock: 'lost',
  wipe: 'lost',
  intercept: 'downed',
  down: 'downed',
  shoot: 'downed',
  suppress: 'downed',
  jam: 'downed',
  repel: 'downed',
  'shoot-down': 'downed',
  interception: 'downed',
  launch: 'launched',
  fire: 'launched',
  release: 'launched',
  use: 'launched',
  salvo: 'launched',
  attack: 'launched',
  unleash: 'launched',
  send: 'launched',
  hit: 'hit',
  strike: 'hit',
  impact: 'hit',
  deploy: 'deployed',
  mass: 'deployed',
  station: 'deployed',
  amass: 'deployed',
  concentrate: 'deployed',
  mobilise: 'deployed',
  mobilize: 'deployed',
  train: 'deployed',
  transfer: 'deployed',
}
