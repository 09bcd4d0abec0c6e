import type { Frame } from '../frame.ts'

const WEALTH = `asset, assets, property, properties, fund, funds, money, reserve, reserves, yacht, yachts, superyacht, villa, villas, mansion, account, accounts, bank account, holdings, real estate, wealth,
  securities, shares, stake, private jet, securities account, gold reserves, oligarch, oligarchs, businessman, tycoon`
const RELIEF = `food, medicine, medicines, blanket, blankets, kit, kits, hygiene kits, tent, tents, generator, generators, clothes, clothing, relief, parcel, parcels, medical supplies, relief supplies, food parcels,
  firewood, stoves, ambulance, ambulances, mattress, mattresses, drinking water, baby food, transformers, transformer, medical equipment, hospital beds, cash assistance, vaccines, insulin`
const GOVERNMENTS =
  '@actor @state, government, cabinet, parliament, president, prime minister, chancellor, minister, ministry, administration, country, countries, allies, ally, partners, commission, white house, pentagon, congress, who, it, they'
const FIRMS =
  '@actor @state, firm, firms, company, companies, trader, traders, manufacturer, manufacturers, supplier, suppliers, retailer, bank, banks, importer, importers, exporter, exporters, refinery, refineries, producer, producers, operator, maker'

/** Aid, penalties and trade: what states, firms and relief bodies give, deny and sell one another. */
export const DEALING_FRAMES: readonly Frame[] = [
  {
    type: 'politics.sanction',
    verb: 'freeze, seize, confiscate, impound, immobilise, immobilize, expropriate, forfeit, nationalise, nationalize, unfreeze, release, sequester, sequestrate, arrest, detain, take over, block, repossess, return',
    object: WEALTH,
    not: '@forces @personnel @munition, drugs, weapons, cash, police, smuggled, loot, looted, occupied, prisoners, hostage, hostages, power plant',
    strength: 0.8,
  },
  {
    type: 'politics.sanction',
    verb: 'be, remain, stay, lie, sit',
    subject: 'asset, assets, fund, funds, reserve, reserves, money',
    any: 'freeze, frozen, immobilise, immobilize, immobilised, immobilized, blocked, block',
    strength: 0.76,
  },
  {
    type: 'politics.sanction',
    verb: 'blacklist, sanction, delist, proscribe',
    any: '@number @person @actor @party, people, individual, individuals, person, persons, entity, entities, company, companies, vessel, vessels, tanker, tankers, lawmaker, lawmakers, official, officials, bank, banks',
    strength: 0.8,
  },
  {
    type: 'politics.sanction',
    verb: 'add, put, place, include, enter, remove, strike off, take off',
    after:
      'control list, sanctions list, sanction list, blacklist, entity list, export list, black list, stop list, list of sanctioned',
    strength: 0.82,
  },
  {
    type: 'politics.sanction',
    verb: 'target, hit, affect, cover, concern, include, ban, prohibit, restrict, cap, apply',
    subject:
      'measure, measures, restriction, restrictions, penalty, penalties, sanctions package, package of sanctions, price cap',
    any: 'sector, bank, banks, banking, import, imports, export, exports, technology, individual, individuals, oligarch, oligarchs, official, officials, industry, entity, entities, company, companies, oil, semiconductor, semiconductors',
    not: '@munition @forces, security measures, strike',
    strength: 0.78,
  },
  {
    type: 'politics.sanction',
    verb: 'suspend, halt, end, stop, cease, wind down, shut, close, pause, discontinue, sell, give up, leave, quit, exit',
    object:
      'operation, operations, business, sales, shop, shops, store, stores, service, services, activities, activity, russian business, russian market, restaurants, production, russian operations, unit, factory',
    subject: FIRMS,
    any: '@party, russian',
    not: '@forces @attack @ground, military, combat, rescue, security, evacuation, special, search, offensive, humanitarian, weapons',
    strength: 0.72,
  },
  {
    type: 'politics.aid',
    verb: 'deliver, distribute, provide, bring, hand out, hand over, send, ship, airlift, supply, donate, dispatch, receive, collect, prepare, give, transport, purchase, buy, fly, take, unload',
    object: RELIEF,
    not: '@munition @forces, looted, stole, steal, missile, grain, export, exports, market, shortage',
    strength: 0.77,
  },
  {
    type: 'politics.aid',
    verb: 'donate, contribute, give, grant, pledge, allocate, earmark, raise, set aside, transfer, lend, disburse, provide, commit',
    after: '@money, million, billion',
    not: 'damage, defence budget, defense budget, fine, bribe, casualties, cost, tax, profit, revenue',
    strength: 0.76,
  },
  {
    type: 'politics.aid',
    verb: 'open, set up, establish, run, equip, fund, build, launch',
    object:
      'shelter, shelters, reception centre, reception center, field hospital, aid hub, humanitarian hub, soup kitchen, aid point, heating point, points of invincibility, relief centre, relief center, shelter for, help centre, aid centre, aid center',
    not: '@forces @attack, destroyed, hit',
    strength: 0.76,
  },
  {
    type: 'politics.aid',
    verb: 'reach, arrive, enter, come, get, leave, depart',
    subject: 'convoy, convoys, shipment, shipments, truck, trucks, lorry, lorries, train, aid, flight, flights, ship',
    any: 'food, medicine, medicines, aid, humanitarian, relief, medical supplies, unicef, red cross, assistance, blankets',
    not: '@munition, ammunition, fuel, tanks, troops, military convoy, evacuate, grain',
    strength: 0.8,
  },
  {
    type: 'politics.aid',
    verb: 'treat, host, take in, accommodate, accept, welcome, house, train, teach, heal, rehabilitate',
    object:
      'wounded, wounded soldiers, refugee, refugees, ukrainian soldiers, injured, evacuees, ukrainian refugees, displaced people, ukrainian troops, ukrainian pilots, ukrainian crews, patients',
    not: '@attack, prisoners, hospital was hit',
    strength: 0.66,
  },
  {
    type: 'politics.aid',
    verb: 'plan, intend, want, prepare, promise, agree, decide, refuse, decline, hesitate, be ready, consider, begin, start, continue, stop, be',
    subject: GOVERNMENTS,
    after:
      'send, deliver, supply, provide, donate, hand over, transfer, give, lend, finance, train, sending, delivering, supplying, providing',
    any: '@aid',
    not: '@attack, front, territory, conscripts, reserves',
    strength: 0.86,
  },
  {
    type: 'economy.trade',
    verb: 'stop, halt, cease, suspend, resume, continue, begin, start, refuse, agree, plan, allow, keep',
    after: 'ship, sell, export, import, buy, purchase, shipping, selling, exporting, importing, buying, purchasing',
    subject: FIRMS,
    not: '@aid @munition @forces @attack, stake, shares, assets, tickets, business, operations, newspaper',
    strength: 0.74,
  },
  {
    type: 'economy.trade',
    verb: 'sell, buy, export, import, purchase, procure, obtain, acquire, resell, source, smuggle, deliver, supply, ship',
    after:
      'part, parts, component, components, chip, chips, microchips, semiconductor, semiconductors, machinery, machine tools, electronics, equipment, drone parts, spare parts, dual-use goods, goods, tools, drones, titanium, nickel, aluminium, steel, fuel, lng, crude, barrels, turbines, aircraft parts',
    subject: FIRMS,
    not: '@forces @attack @personnel, aid, donate, donated, front, brigade, military aid, air force',
    strength: 0.7,
  },
  {
    type: 'economy.trade',
    verb: 'tighten, ease, lift, relax, introduce, impose, loosen, announce, extend, abolish, set',
    object:
      'control, controls, export controls, quota, quotas, export ban, restriction, restrictions, licence, licences, duty, duties, tariff',
    any: 'export, exports, import, imports, shipment, shipments, grain, drones, metals, fertiliser, fertilizer',
    not: '@party, russian, sanctions, moscow, kremlin, against',
    strength: 0.9,
  },
  {
    type: 'economy.trade',
    verb: 'account for, make up, reach, total, amount, rise, fall, grow, drop, double, triple, halve, exceed, surge, plunge, shrink, decline, hit, come, stand, average',
    subject:
      'export, exports, import, imports, trade, turnover, trade turnover, shipments, sales, deliveries, flows, purchases, transit',
    not: '@attack @munition, weapons, aid, arms deliveries, weapons deliveries',
    strength: 0.76,
  },
]
