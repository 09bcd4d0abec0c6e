const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[,\n]/)
      .map(word => word.trim())
      .filter(Boolean),
  )

/**
 * Verbs by which whoever acts or speaks takes a stand, by the families of a verb dictionary: judging, wanting, agreeing and
 * refusing, promising and threatening, asking and ordering, showing a feeling, naming, giving way. Held by their subject.
 */
export const STAND_VERBS = words(`
condemn, denounce, criticise, criticize, praise, welcome, applaud, hail, commend, slam, blast, decry, deplore, lambast, lambaste, rebuke, chide, mock, thank, congratulate, laud, censure,
castigate, excoriate, berate, scold, ridicule, deride, vilify, glorify, extol, salute, honour, honor, blame, fault, accuse, reproach, admonish, shame, disparage, assail, bemoan, lament, mourn, regret, repent,
want, wish, hope, long, desire, favour, favor, prefer, support, back, endorse, champion, advocate, embrace, oppose, resist, reject, refuse, decline, dismiss, rebuff, spurn, shun, snub, rule out, object, protest,
disagree, agree, concur, accept, approve of, disapprove, consent, concede, acknowledge, recognise, recognize, admit, deny, dispute, contest, challenge, question, doubt, rebut, refute, repudiate, disavow, contradict,
vow, pledge, promise, swear, commit, recommit, guarantee, assure, reassure, undertake, threaten, warn, caution, alert, urge, demand, call for, call on, call upon, appeal, plead, implore, beg, exhort, encourage, press,
pressure, lobby, ask, request, insist, require, order, instruct, tell, advise, counsel, remind, invite, discourage, dissuade, petition, push for, campaign, rally,
express, voice, convey, reaffirm, reiterate, affirm, stress, emphasise, emphasize, underscore, underline, highlight, declare, proclaim, profess, signal, indicate, hint, suggest, imply, insinuate, portray, paint, cast, frame,
depict, describe, characterise, characterize, call, label, brand, term, dub, liken, compare, equate, treat, regard, view, see, consider, deem, perceive, interpret, present, style, bill, tout, boast, brag, justify, excuse, defend,
rationalise, rationalize, downplay, play down, exaggerate, gloat, apologise, apologize, sympathise, sympathize, side, stand by, stand with, stand up, align, distance, fear, worry, care, trust, distrust, respect, value, appreciate,
celebrate, commemorate, look forward, point the finger, point out, lash out, hit out, hit back, fire back, double down, back down, back off, speak out, weigh in, push back, crack down, seek, intend, aim, plan, propose, offer, volunteer,
reconsider, rethink, hesitate, equivocate, waver, balk, baulk, bristle, seethe, rejoice, react, respond, retort, mull, ponder, debate, argue, maintain, contend, assert, claim, allege, speculate, predict, forecast, expect, believe, think, find,
address, dedicate, pay tribute, send condolences, speak, talk up, sound, raise, opt, choose, decide, resolve, lecture, preach, exempt, tolerate, condone, abhor, loathe, hate, detest, love, admire, envy, resent, complain, grumble, gripe`)

/** Nouns of people and bodies that take stands without being named. */
export const STAND_TAKERS = words(
  `minister, president, government, leader, leaders, official, officials, spokesman, spokesperson, spokeswoman, parliament, lawmaker, lawmakers, ministry, ambassador, envoy, mayor, governor, chancellor, premier,
chief, general, commander, diplomat, diplomats, authorities, authority, senator, senators, congressman, congress, senate, cabinet, administration, party, union, bloc, ally, allies, country, countries, nation, nations, member, members,
analyst, analysts, expert, experts, media, west, pope, church, critic, critics, community, state, states, protester, protesters, activist, activists, opposition, ministers, ambassadors, envoys, governors, politicians, politician,
secretary, prosecutor, investigators, adviser, advisor, oligarch, percent, majority, respondents, voters, people, public, russians, ukrainians, americans, europeans, citizens, milblogger, milbloggers, blogger, bloggers, newspaper, command, residents, they, he, she, who`,
)
