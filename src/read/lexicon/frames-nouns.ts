/**
 * Classes of nouns that frames ask for (`@place`, `@people` …), by lemma. A noun may be in several classes; a name gets
 * its class from the theatre and the gazetteer, not from here.
 */
const CLASSES: Readonly<Record<string, string>> = {
  place: `territory land ground area village town city settlement hamlet suburb outskirts center centre downtown bank bridgehead beachhead
    foothold height heights hill ridge position positions trench stronghold fortification fortress line road highway motorway railroad
    railway crossing bridge airfield airport aerodrome plant factory island islet region oblast province district raion neighborhood
    neighbourhood quarter street block frontline pocket swath swathe kilometer kilometre km forest treeline canal river riverbank lake reservoir
    coast shore border crossroads junction intersection station port harbor harbour base barracks checkpoint post spit peninsula dam
    slag heap mine quarry sector part parts portion half third quarter peninsula corridor enclave salient square mile rear flank south north east west
    capital megacity agglomeration community locality hub gateway stretch strip zone wood woods steppe farm farmland shoreline waterway`,
  supply: `supply route logistics lifeline artery corridor highway road railway railroad line communication ground`,
  forces: `troop troops force forces soldier soldiers army brigade battalion regiment division unit units paratrooper marine fighter fighters
    militant mercenary defender defenders serviceman servicemen conscript reservist recruit convoy column garrison contingent detachment
    group grouping platoon company squad fleet navy regulars contractor volunteer reinforcement reinforcements reserve reserves echelon corps
    infantry tanker gunner military saboteur guard guards militia separatist separatists commando commandos
    formation formations taskforce flotilla squadron`,
  personnel: `soldier soldiers troop troops serviceman servicemen servicewoman fighter fighters personnel occupier occupiers occupant invader invaders marine
    marines officer officers general colonel commander pilot pilots crew mercenary mercenaries militant militants conscript conscripts sailor
    paratrooper paratroopers defender defenders guardsman commando sniper combatant enemy manpower legionnaire orc cadet recruit captain lieutenant major admiral
    reservist infantryman prisoner pow serviceperson military`,
  people: `civilian civilians people person man men woman women child children boy girl baby infant teenager resident residents victim victims passenger
    worker workers rescuer firefighter medic doctor nurse paramedic journalist reporter cameraman driver pensioner student patient
    villager inhabitant local locals family families refugee evacuee dead casualty casualties body bodies volunteer employee staff policeman
    policemen police officer citizen nobody none one others other wounded injured life lives death deaths fatality fatalities toll injury injuries schoolchildren
    bystander pedestrian couple mother father son daughter brother sister grandmother elderly mayor official teacher miner farmer retiree`,
  killedNoun:
    'dead casualty casualties death deaths fatality fatalities toll victim victims body bodies injury injuries wounded injured',
  equipment: `tank tanks vehicle vehicles apc ifv carrier carriers howitzer howitzers gun guns artillery mortar launcher launchers system systems radar
    jet jets aircraft plane planes warplane fighter bomber helicopter helicopters ship ships boat boats vessel vessels warship frigate corvette cruiser submarine
    equipment armor armour hardware truck trucks depot ammunition weapon weapons weaponry mlrs himars drone drones uav uavs ferry tugboat
    station complex cannon train locomotive fuel`,
  munition: `missile missiles rocket rockets drone drones uav uavs shell shells bomb bombs projectile projectiles munition munitions warhead warheads
    airstrike glide kamikaze shahed shaheds iskander kalibr kinzhal target targets unmanned aerial quadcopter`,
  aircraft:
    'aircraft plane jet warplane fighter bomber helicopter su mig ka mi tu il a-50 airplane chopper gunship drone uav',
  object: `building buildings house houses home homes apartment apartments flat grid infrastructure plant substation facility facilities hospital
    clinic maternity school schools kindergarten university college dormitory depot warehouse warehouses bridge bridges port terminal refinery
    pipeline dam church cathedral monastery museum theater theatre mall market store shop supermarket cafe restaurant hotel station station railway
    airport airfield runway factory factories workshop plant power electricity heating water gas line lines network networks window windows roof roofs
    car cars bus vehicle vehicles road roads silo silos elevator granary grain storage tower mast object objects target targets block blocks
    residence neighborhood neighbourhood district center centre library park playground cemetery farm barn garage office offices headquarters
    post ship vessel boat depot oil fuel tank reservoir installation supply connection service services internet communications complex property
    structure structures premises courtyard yard entrance hangar cable site sites high-rise store barracks generator reactor unit houses
    dormitories college estate enterprise enterprises area areas residential quarter`,
  utility:
    'power electricity heating heat water gas grid energy light internet communication communications connection supply service substation line transformer outage blackout',
  attack: `attack attacks strike strikes assault offensive raid raids bombardment bombing shelling barrage volley salvo onslaught airstrike airstrikes
    counterattack counterattacks fire attempt operation incursion counteroffensive counter-offensive push sortie hit hits explosion blast
    explosions blasts wave`,
  remote: `shelling bombardment bombing airstrike airstrikes strike strikes barrage volley salvo missile missiles rocket rockets artillery drone drones bomb bombs shell shells mortar
    air explosion explosions blast blasts impact raid uav uavs kamikaze grad cluster phosphorus munition munitions`,
  ground: `assault assaults offensive offensives attack attacks counterattack counterattacks counteroffensive counter-offensive push pushes battle battles fight fighting clash
    clashes engagement skirmish skirmishes combat incursion raid storming firefight fights action actions operation operations hostilities warfare breakthrough onslaught`,
  evaluate: `momentum steam pace tempo initiative stalemate deadlock impasse progress success successes failure setback situation fighting battle
    battles campaign war invasion command offensive counteroffensive counter-offensive assault assaults attack attacks operation operations effort advance advances
    capability capabilities superiority advantage dominance edge logistics effectiveness performance readiness discipline ability capacity front frontline line conflict intensity morale shortage breakthrough push attempt attempts gains tide defence defense`,
  aid: `aid assistance package packages loan loans grant grants tank tanks weapon weapons weaponry arms ammunition shells missile missiles system systems
    equipment support funding funds money vehicle vehicles jets f-16 f-16s aircraft howitzer howitzers generator generators humanitarian patriot himars battery
    batteries tranche donation donations supply supplies drone drones howitzer defence defense relief medicine food training billion million munition munitions rocket rockets
    leopard abrams launcher launchers artillery radar goods credit`,
  sanction: `sanction sanctions embargo embargoes ban bans restriction restrictions freeze tariff tariffs blacklist penalty penalties cap asset assets
    swift boycott quota measure measures export exports import imports visa visas account accounts`,
  deal: `ceasefire cease-fire truce armistice agreement agreements accord accords deal deals plan plans proposal proposals initiative treaty talk talks negotiation
    negotiations exchange swap compromise formula ultimatum term terms corridor corridors pact memorandum peace mediation concession concessions dialogue condition conditions`,
  meeting: `meeting summit talk talks visit trip call conversation conference negotiation negotiations session dialogue press phone consultation consultations gathering
    forum reception telephone`,
  legal: `warrant warrants charge charges trial case court indictment lawsuit verdict sentence investigation probe ruling law bill decree referendum tribunal
    arrest extradition conviction prosecution constitution legislation prosecutor judge suspect crime crimes`,
  trade: `export exports import imports grain oil gas wheat corn fertilizer fertiliser coal shipment shipments transit flow flows trade goods product products cargo
    ship ships vessel vessels price prices pipeline supply supplies corridor crude diesel lng fuel barrel barrels purchase purchases sale sales food commodity harvest
    market metal steel uranium tanker tankers fleet electricity agricultural`,
  money:
    'billion million trillion cost costs damage damages loss losses budget gdp economy revenue reconstruction rebuilding spending deficit ruble hryvnia dollar euro inflation price bill expenditure',
  document: `document documents leak leaks file files memo cable cables intercept intercepts recording intelligence paper papers report transcript pentagon`,
  weapon: `missile missiles rocket rockets bomb bombs drone drones weapon weapons munition munitions warhead warheads tank tanks system systems howitzer mine mines shell
    shells phosphorus thermobaric cluster hypersonic ballistic torpedo laser launcher aircraft jet uav ammunition`,
  military: `troop troops force forces army military offensive attack strike missile drone shelling assault front frontline tank artillery weapon weapons war battle soldier
    brigade occupation occupied invasion counteroffensive counter-offensive defence defense mobilization mobilisation conscription ceasefire combat fighting territory
    occupier occupiers invader border airstrike bomb rocket ammunition nuclear enemy peace security sanctions sanction aid grain refugee evacuation occupant hostilities
    conflict operation aggression aggressor`,
}

const byLemma = new Map<string, string[]>()
for (const [name, text] of Object.entries(CLASSES)) {
  for (const lemma of new Set(text.split(/\s+/).filter(Boolean))) {
    const held = byLemma.get(lemma)
    if (held) held.push(`@${name}`)
    else byLemma.set(lemma, [`@${name}`])
  }
}
const NONE: readonly string[] = []

/** The classes of a word by its lemma and, where that differs, its form, each with its `@`; empty for a word of no class. */
export const classesOf = (lemma: string, form = lemma): readonly string[] => {
  const own = byLemma.get(lemma) ?? NONE
  const more = form === lemma ? undefined : byLemma.get(form)
  return more ? [...own, ...more] : own
}
