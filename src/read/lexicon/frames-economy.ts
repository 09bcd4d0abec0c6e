import type { Frame } from '../frame.ts'

const GOODS = `export, exports, import, imports, grain, oil, gas, wheat, corn, fertilizer, fertiliser, coal, shipment, shipments, transit, flow, flows, trade, goods,
  crude, diesel, lng, fuel, cargo, agricultural products, agricultural, food, pipeline, tanker, black sea corridor, energy supplies, energy ties, gas supplies, oil prices, food prices,
  gas prices, energy prices, grain corridor, barrels, electricity exports, embargo, deliveries, price, market, metals, uranium, products, sale, purchase`

/** Flows of goods and what the war costs. */
export const ECONOMY_FRAMES: readonly Frame[] = [
  {
    type: 'economy.trade',
    verb: `export, import, ship, sell, buy, purchase, halt, stop, suspend, resume, restrict, limit, allow, permit, block, ban, cut, cut off, reduce, increase, restore, transit, flow, supply, reroute,
      divert, unload, load, deliver, inspect, leave, arrive, depart, sail, prevent, remain, apply, lift, extend, face, secure, continue, prohibit, drop, fall, rise, soar, surge, plunge, decline, grow, boost, place, keep, transport, pump, pay, refuse, expect, inhibit, access, ease, raise, carry, disrupt, decrease, jump, slump, double, tumble, climb, phase out, turn off`,
    any: GOODS,
    not: 'missile attack, aid package, damage, residential, hit, shelling, troops, gas station, military, weapons, gas pipeline damage, fire, food and water, without gas, heating',
    strength: 0.64,
  },
  { type: 'economy.trade', verb: 'export, import, transit, ship, reroute', object: '@trade', strength: 0.82 },
  {
    type: 'economy.trade',
    verb: 'leave, sail, depart, arrive, pass',
    subject: 'ship, ships, vessel, vessels, tanker, tankers, freighter',
    any: 'grain, corn, wheat, cargo, port, tons, tonnes',
    strength: 0.8,
  },
  {
    type: 'economy.trade',
    verb: 'be, remain',
    any: 'embargo, export, exports, grain exports, gas transit, gas flows, oil exports, trade',
    not: 'sanctions',
    strength: 0.58,
  },
  {
    type: 'economy.trade',
    verb: '0',
    any: 'gas flows, grain exports, oil exports, gas transit, grain shipments, oil imports',
    strength: 0.66,
  },
  {
    type: 'economy.cost',
    verb: 'cost, reach, estimate, amount, total, shrink, contract, grow, fall, exceed, need, spend, lose, require, rise, decline, stand, drop, put, allocate, inflict, plunge, expand, increase, hit, value, assess, pay, suffer, cause, run',
    any: 'gdp, gross domestic product, cost of, costs of, reconstruction, rebuilding, rebuild, budget deficit, defence spending, defense spending, military spending, inflation, economic output, economic damage, direct damage, economic losses, budget, economy, damage caused, state budget, recovery',
    not: 'aid package, killed, casualties, sanctions',
    strength: 0.74,
  },
  {
    type: 'economy.cost',
    verb: 'be',
    subject: 'cost of, costs of, damage, deficit, gdp, spending, budget, bill, inflation',
    any: '@money @number, billion, million, percent',
    strength: 0.7,
  },
  { type: 'economy.cost', verb: 'cost', any: '@money @number', strength: 0.7 },
  { type: 'economy.cost', verb: 'lose, spend', after: 'billion, million, trillion', strength: 0.72 },
  { type: 'economy.cost', verb: '0', any: 'cost of, gdp, budget deficit, reconstruction of', strength: 0.5 },
]
