import type { Frame } from '../frame.ts'

/** Verbs by which an actor takes a side, asks or threatens. Held by their subject (speech acts). */
export const POSITION_VERBS = `condemn, denounce, criticize, criticise, praise, welcome, applaud, hail, commend, urge, demand, insist, reaffirm, reiterate, support,
  back, endorse, oppose, reject, slam, blast, decry, deplore, threaten, vow, pledge, promise, blame, accuse, call for, call on, call upon, appeal, thank, congratulate, mourn,
  defend, advocate, favor, favour, protest, object, rebuke, chide, warn, refuse, decline, downplay, dismiss, stress, emphasize, emphasise, underscore, underline,
  commit, recommit, swear, vow, plead, implore, beg, exhort, encourage, lament, regret, mock, ridicule, liken, compare, justify, boast, brand, label, describe,
  call, characterize, characterise, refer, voice, express, convey, challenge, question, dispute, recognize, recognise, acknowledge, apologize, apologise, consider, regard, view, see, ask`

/** States, bodies and their people, what they say and do short of force. */
export const POLITICS_FRAMES: readonly Frame[] = [
  {
    type: 'politics.position',
    verb: 'express, voice, convey, reaffirm, reiterate, affirm, confirm, declare, state, show, signal, offer, extend, demonstrate, pledge, underline, underscore, stress, emphasize, repeat, renew',
    object:
      'support, solidarity, concern, concerns, commitment, opposition, condemnation, readiness, hope, gratitude, condolences, outrage, anger, alarm, regret, disappointment, confidence, unwavering support, determination, willingness, scepticism, skepticism, backing, dismay, unity, position, resolve, appreciation, respect, interest',
    strength: 0.9,
  },
  {
    type: 'politics.position',
    verb: 'condemn, denounce, criticize, criticise, praise, welcome, applaud, hail, commend, slam, blast, decry, deplore, lambast, lambaste, rebuke, chide, mock, thank, congratulate, laud',
    strength: 0.86,
  },
  {
    type: 'politics.position',
    verb: 'urge, demand, call for, call on, call upon, appeal, implore, plead, exhort, encourage, press, beg, insist',
    any: '@actor @party @person @aid @deal @sanction @military',
    not: 'phone call, telephone',
    strength: 0.8,
  },
  {
    type: 'politics.position',
    verb: 'oppose, reject, dismiss, refuse, support, back, endorse, advocate, favor, favour, defend, object, protest, disagree, justify, blame, accuse, threaten, commit, recommit, stand',
    subject:
      '@actor @party @person, minister, president, government, ministry, leader, leaders, spokesman, spokesperson, spokeswoman, parliament, official, officials, country, countries, west',
    not: '@ground, @remote, position, front',
    strength: 0.74,
  },
  {
    type: 'politics.position',
    verb: 'vow, pledge, promise, swear',
    subject: '@actor @party @person, minister, president, government, leader, leaders, country, countries',
    strength: 0.76,
  },
  {
    type: 'politics.position',
    verb: 'call, label, brand, term, dub, liken',
    any: '@actor @party @person',
    subject:
      '@actor @party @person, minister, president, government, leader, leaders, spokesman, spokesperson, official',
    not: 'so-called',
    strength: 0.66,
  },
  {
    type: 'politics.position',
    verb: 'describe, characterize, characterise, compare, portray, refer, regard, view, see',
    after: 'as, to each other',
    any: '@actor @party @person',
    subject:
      '@actor @party @person, minister, president, government, leader, leaders, spokesman, spokesperson, official',
    strength: 0.66,
  },
  {
    type: 'politics.position',
    verb: 'ask',
    passive: false,
    subject: '@actor @party @person, minister, president, government, leader, leaders',
    after: 'to, for',
    not: 'question, questions, journalist, journalists, reporter, reporters',
    strength: 0.6,
  },
  {
    type: 'politics.position',
    verb: 'be',
    after:
      'concern, concerned, worried, ready, committed, opposed, against, grateful, willing, prepared, unacceptable, inadmissible, irresponsible, alarmed, deeply concerned, united, determined, open, disappointed, convinced, sure, confident, responsible, important, necessary, crucial, essential, inappropriate, dangerous, provocation, red line, irreversible, right, wrong, guilty, criminal',
    any: '@actor @party @person @military',
    not: '@remote, combat ready',
    strength: 0.58,
  },
  {
    type: 'politics.position',
    verb: 'have',
    object: 'right, rights, obligation, duty, interest, interests, responsibility, concerns',
    any: '@actor @party',
    strength: 0.56,
  },
  {
    type: 'politics.position',
    verb: 'ignore, disregard, respect, violate, betray, provoke, undermine, honor, honour, deserve',
    any: '@actor @party',
    after: 'concern, concerns, interest, interests, security, law, sovereignty, west, agreement, integrity, principles',
    strength: 0.6,
  },
  {
    type: 'politics.position',
    verb: 'worsen, sour, strain, deteriorate, break off, sever, suspend, downgrade, improve, deepen, strengthen',
    object: 'relation, relations, ties',
    strength: 0.6,
  },
  {
    type: 'politics.aid',
    verb: `provide, supply, deliver, send, donate, pledge, promise, approve, allocate, announce, give, transfer, offer, grant, lend, disburse, unveil, authorize, authorise,
      commit, finance, fund, release, receive, get, withhold, suspend, block, halt, delay, arm, equip, ship, hand over, earmark, contribute, continue, increase, raise, expand, prepare, train, confirm, need, obtain, sign, pass, agree, step up, boost, secure, help, provide with, dispatch, extend, gift, purchase, buy, ask for, request`,
    object: '@aid',
    any: `@party @actor @state @person, military aid, humanitarian aid, security assistance, package, aid, assistance, tranche, loan, allies, partners, refugees, fiscal support, financial support, support`,
    not: 'talks, casualties, killed, civilians killed, missile attack, lines, strike on, position, positions, front, satellite',
    strength: 0.78,
  },
  {
    type: 'politics.aid',
    verb: 'provide, pledge, promise, announce, increase, approve, confirm, raise, continue, withhold, suspend, allocate, deliver, receive, give, offer, send',
    object:
      'aid, assistance, military aid, security assistance, humanitarian aid, financial support, fiscal support, package, aid package, military support, military assistance, financial aid',
    not: 'express',
    strength: 0.88,
  },
  {
    type: 'politics.aid',
    verb: 'extend, provide, give, send, lend, allocate, approve, grant, offer, pledge, transfer, disburse, receive, increase, announce, supply',
    after: 'loan, loans, aid, assistance, grant, grants, package, support, weapons',
    any: '@party @actor @state, aid, assistance',
    not: 'verbal',
    strength: 0.76,
  },
  {
    type: 'politics.aid',
    verb: 'pledge, promise, vow, agree, offer',
    after: 'provide, send, deliver, supply, give, transfer, donate, hand over',
    any: '@aid',
    strength: 0.8,
  },
  { type: 'politics.aid', verb: 'train', object: '@personnel @forces', subject: '@actor', strength: 0.6 },
  {
    type: 'politics.aid',
    verb: 'aid, assist, arm, fund, finance, bankroll, subsidize, subsidise, help',
    object: '@actor @party, war effort, war, production, army, defence, defense',
    strength: 0.64,
  },
  {
    type: 'politics.aid',
    verb: 'be',
    after: 'backer, supplier, donor, largest military backer, biggest donor, provider',
    any: '@actor @party',
    strength: 0.8,
  },
  {
    type: 'politics.aid',
    verb: 'arrive, reach, come',
    subject: '@aid, convoy, shipment, humanitarian convoy, first shipment',
    any: 'aid, humanitarian, shipment, assistance, delivered, delivery, loan',
    strength: 0.7,
  },
  {
    type: 'politics.aid',
    verb: '0',
    any: 'military aid, aid package, humanitarian aid, security assistance, in aid, weapons for, tanks for, financial aid, military assistance',
    strength: 0.6,
  },
  {
    type: 'politics.sanction',
    verb: 'impose, introduce, expand, extend, lift, ease, tighten, announce, adopt, approve, add, consider, place, slap, discuss, propose, contemplate, prepare, levy, renew, plan, agree, call for, face, evade, circumvent, apply, unveil, implement, enact, include, weigh, widen, target, waive, remove, maintain, want, pass, support, block, veto, coordinate, strengthen',
    object:
      'sanction, sanctions, embargo, embargoes, asset freeze, price cap, sanctions package, restrictions, export controls, export ban, import ban, travel ban, blacklist, tariffs, penalties, partial embargo, package of sanctions, new sanctions',
    strength: 0.88,
  },
  {
    type: 'politics.sanction',
    verb: 'sanction, blacklist, expel, embargo, boycott',
    any: '@actor @party @person, diplomat, diplomats, embassy, company, companies, bank, banks',
    not: '@forces, territory, village',
    strength: 0.74,
  },
  {
    type: 'politics.sanction',
    verb: 'ban, freeze, disconnect, exclude, bar, confiscate, seize, suspend, revoke, prohibit, kick out, declare, recall, summon, close, delist, nationalize, nationalise',
    any: 'diplomat, diplomats, ambassador, oligarch, oligarchs, assets, asset, bank, banks, media, airline, airlines, airspace, swift, accounts, embassy, persona non grata, broadcaster, channel, yacht, oil, membership',
    not: '@forces, territory, village, town, equipment, tanks, positions, building',
    strength: 0.74,
  },
  {
    type: 'politics.sanction',
    verb: 'be, include, come, take, remain, target, hit, aim, have, affect, hurt, work, apply',
    subject: 'sanction, sanctions, embargo, ban, bans, price cap, asset freeze, restrictions',
    strength: 0.72,
  },
  {
    type: 'politics.sanction',
    verb: 'leave, quit, exit, pull out, suspend, stop, close, halt, cease',
    any: '',
    strength: 0.74,
  },
  {
    type: 'politics.sanction',
    verb: '0',
    any: 'sanctions, embargo, sanctions on, sanctions against, expelled, asset freeze',
    strength: 0.6,
  },
  {
    type: 'politics.negotiation',
    verb: `propose, agree, reject, accept, sign, broker, mediate, negotiate, offer, refuse, discuss, reach, present, put forward, draft, suggest, resume, suspend, hold, exchange, swap, return, release, conclude, break down, violate, breach, honor, honour, observe, extend, seek, facilitate, host, announce, demand, table, outline, support, begin, start, open, collapse, continue, implement, endorse, renew, break, be, come, near, fail, want, disrupt, organize, work, confirm, declare, establish`,
    after:
      'ceasefire, cease-fire, truce, armistice, peace plan, peace deal, peace agreement, peace talks, peace treaty, prisoner exchange, prisoner swap, prisoners of war, peace proposal, peace formula, grain deal, grain initiative, negotiations with, negotiations, humanitarian corridor, humanitarian corridors, exchange of prisoners, compromise, peace settlement, political settlement, negotiated settlement, peace initiative, security guarantees, round of talks, talks with, memorandum, peace',
    not: 'peace cannot, prepare for peace, peacekeeping, peaceful, peacekeepers, peace in their',
    strength: 0.76,
  },
  {
    type: 'politics.negotiation',
    verb: '*',
    subject:
      'ceasefire, cease-fire, truce, peace plan, peace deal, peace talks, negotiations, prisoner exchange, prisoner swap, peace proposal, humanitarian corridor, humanitarian corridors, grain deal, agreement, compromise, talks',
    not: 'killed',
    strength: 0.7,
  },
  {
    type: 'politics.negotiation',
    verb: 'return, exchange, swap, release, free',
    any: 'prisoner, prisoners, pow, pows, captivity, prisoner exchange, exchange',
    strength: 0.84,
  },
  {
    type: 'politics.negotiation',
    verb: '0',
    any: 'ceasefire, peace plan, peace talks, prisoner exchange, prisoner swap, negotiations with, negotiations',
    strength: 0.58,
  },
  {
    type: 'politics.legal',
    verb: `issue, charge, indict, convict, sentence, arrest, try, prosecute, investigate, rule, sue, extradite, open, launch, file, file against, detain, accuse, jail, imprison, acquit, sign, pass, ratify, adopt, approve, document, record, ban, declare, put, establish, create, hear, order, document, announce, hold, recognize, set up, stage, organize`,
    any: 'arrest warrant, warrant, charge, charges, war crime, war crimes, court, trial, indictment, prosecutor, prosecutors, tribunal, treason, criminal case, criminal proceedings, lawsuit, verdict, decree, referendum, referendums, annexation, law, bill, martial law, legislation, constitution, crimes against humanity, icc, international criminal court, genocide, state of emergency, prison, years in prison, pretrial',
    not: 'law enforcement',
    strength: 0.72,
  },
  {
    type: 'politics.legal',
    verb: 'annex, integrate, incorporate, absorb',
    any: '@named @place, territory, legally, region, regions, provinces',
    not: 'troops captured',
    strength: 0.8,
  },
  {
    type: 'politics.legal',
    verb: 'arrest, detain, sentence, convict, indict, charge, jail, imprison',
    not: '@personnel, prisoners of war',
    strength: 0.74,
  },
  { type: 'politics.legal', verb: '0', any: 'arrest warrant, war crimes, criminal case, martial law', strength: 0.56 },
  {
    type: 'politics.alliance',
    verb: 'join, accede, apply, invite, admit, ratify, approve, block, offer, discuss, grant, support, seek, bid, become, host, base, station, align, ally, pursue, back, promise, reject, veto, welcome, leave, sign, accept, receive, deepen, form, give, submit, consider, begin, open, endorse, want',
    any: 'membership, nato membership, accession, candidate status, eu membership, nato, european union, alliance, bid, strategic partnership, security pact, mutual defence, mutual defense, collective security, military base, nato accession, eu candidate, csto, brics, bloc, security agreement, joint forces, allied',
    not: 'secretary general visited, weapons, aid, nato standards, no-fly, sanctions, condemn, spokesman',
    strength: 0.66,
  },
  { type: 'politics.alliance', verb: 'be', any: 'membership, accession, candidate', strength: 0.64 },
  {
    type: 'politics.alliance',
    verb: 'join, accede to',
    object: 'nato, eu, alliance, bloc, european union, csto',
    strength: 0.84,
  },
  { type: 'politics.alliance', verb: 'lead, command', passive: true, any: 'militia, forces, group', strength: 0.5 },
  {
    type: 'politics.disclosure',
    verb: 'leak, declassify, intercept, reveal, publish, show, disclose, indicate, obtain, expose, detail, emerge, surface, release, spread, say, suggest, contain, describe, warn',
    any: 'leak, leaks, leaked, leaked document, leaked documents, classified documents, declassified, intercepted call, intercepted calls, intercepted conversation, intercepted conversations, phone intercepts, wiretap, intelligence documents, secret documents, intercepts',
    not: '@munition @aircraft @arm, missile, missiles, drone, drones, rocket, rockets',
    strength: 0.82,
  },
  {
    type: 'politics.disclosure',
    verb: '*',
    subject:
      'leak, leaks, leaked document, leaked documents, leaked papers, classified documents, leaked files, intercepted call',
    not: '@munition, gas, oil, pipeline, water, ammonia, chemical',
    strength: 0.72,
  },
]

/** Meetings, visits and calls: held by the report that tells them. */
export const MEETING_FRAMES: readonly Frame[] = [
  {
    type: 'politics.meeting',
    verb: 'talk, speak, call',
    subject: '@actor @party @person, president, minister, leaders, ministers',
    after: 'with, by phone, on the phone, counterpart',
    any: '@actor @party @person, counterpart',
    not: 'call on, call for, reporter, reporters, journalists, media',
    strength: 0.68,
  },
  {
    type: 'politics.meeting',
    verb: 'meet, visit, host, travel, arrive, tour, receive, greet, confer, phone, fly, convene, gather, attend, welcome, bid, return, sit down',
    subject:
      '@actor @party @person, president, minister, leader, leaders, chancellor, secretary, delegation, official, officials, envoy, chief, ministers, pope, general, pontiff',
    after: '@actor @party @person @named @meeting, counterpart, leader, president',
    not: 'front line attack, @remote, troops crossed, soldiers, call for, call on',
    strength: 0.68,
  },
  {
    type: 'politics.meeting',
    verb: 'hold, have, conduct, host, organize, organise, schedule, plan, begin, take part, participate, attend, convene, chair, arrange, lead, continue, start, open, conclude, finish, join, cancel, postpone, skip',
    object: '@meeting, phone call, phone conversation, telephone conversation, press conference, video call',
    not: 'peace talks, negotiations, ceasefire, referendum',
    strength: 0.8,
  },
  {
    type: 'politics.meeting',
    verb: 'discuss, debate',
    subject: '@actor @party @person, president, minister, leaders, ministers, foreign, defence, defense',
    any: '@actor @party @person, call, phone, counterpart, meeting',
    not: '@sanction @forces @personnel, ceasefire',
    strength: 0.7,
  },
  {
    type: 'politics.meeting',
    verb: 'take place, occur, happen, start, begin, end, last',
    subject: '@meeting',
    not: 'call for, negotiations, peace talks',
    strength: 0.74,
  },
  { type: 'politics.meeting', verb: 'mark', subject: 'visit, meeting, hosting, summit', strength: 0.6 },
  { type: 'politics.meeting', verb: 'mark', any: 'hosting, visit, summit', strength: 0.6 },
  {
    type: 'politics.meeting',
    verb: '0',
    any: 'meeting with, visit to, summit in, phone call with, talks with, press conference with',
    strength: 0.5,
  },
]
