/**
 * Words that mark saying, written from dictionaries and from reading news, by what they do to the words said.
 * A cue is looked up by lemma; a particle follows after a space (`point out`).
 */

const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[,\n]/)
      .map(word => word.trim())
      .filter(Boolean),
  )

/** Verbs that report speech or writing without judging it. */
export const SAY_VERBS =
  words(`say, state, tell, add, note, report, announce, declare, explain, remark, comment, observe, argue,
maintain, insist, stress, emphasize, emphasise, reiterate, confirm, acknowledge, admit, concede, disclose, reveal, assert, contend,
suggest, indicate, warn, caution, tweet, write, post, mention, conclude, point out, recall, inform, notify, testify, reply, respond,
answer, joke, quip, recount, relay, repeat, underline, underscore, highlight, affirm, reaffirm, proclaim, detail, specify, clarify,
summarize, summarise, elaborate, counter, retort, boast, complain, lament, brief, assure, hint, imply, signal, share, quote, cite,
go on, sum up, put it, chime in, tell off, profess, opine, muse, vent, blog, air, broadcast, publish, record, document, register,
interject, exclaim, shout, scream, yell, whisper, mutter, laugh, reason, allow, advise, teach, preach, lecture, promise, pledge, vow,
swear, guarantee, boast, brag, threaten, persuade, convince, remind, counsel, propose, recommend, rule, decide, order, decree,
speculate, ask, inquire, wonder, demand, agree, disagree, concur, second, attest, certify, posit, hypothesize, theorize, stipulate`)

/** Verbs of thinking, judging, finding: their subject holds what follows. */
export const THINK_VERBS =
  words(`believe, think, assess, estimate, judge, expect, predict, forecast, project, fear, hope, worry, suspect,
consider, see, view, regard, feel, know, understand, find, calculate, reckon, anticipate, foresee, figure, guess, assume, presume,
conclude, determine, evaluate, learn, hear, discover, establish, count, deem, envision, realize, realise, recognize, recognise,
wish, trust, doubt, perceive, note, concern`)

/** Verbs and phrases that rebut: the speaker denies the words that follow. */
export const DENY_VERBS = words(
  `deny, reject, dismiss, refute, rebut, disprove, debunk, repudiate, gainsay, contradict, disavow`,
)

/** Verbs that cast doubt without denying. */
export const QUESTION_VERBS = words(`question, doubt, challenge, dispute, cast doubt`)

/** Verbs that mark the words as the speaker's and no more: what follows is `unverified`. */
export const CLAIM_VERBS = words(`claim, allege, purport, insinuate`)

/** Verbs after which a bare object is the content ("praised the decision"); used for attributions only, not for claims. */
export const STANCE_VERBS =
  words(`praise, criticize, criticise, condemn, denounce, slam, blast, attack, applaud, welcome, hail, blame,
accuse, urge, support, oppose, endorse, back, favor, favour, defend, reject, call, describe, label, dub, characterize, characterise,
term, brand, cast, tout, mock, ridicule, decry, deplore, lambast, lambaste, chide, rebuke, thank, apologize, apologise, congratulate,
discuss, address, demand, request, seek, want, intend, plan, aim, vow, pledge, promise, refuse, decline, offer, call for, call on,
push for, propose, advocate, approve, vote, order, require, ban, prohibit, allow, permit, agree, interpret, portray, depict, invoke,
laud, extol, commend, compliment, disparage, scold, berate, excoriate, implore, plead, beg, encourage, exhort, ask, invite, admire,
love, like, hate, enjoy, dislike, resent, prefer, show, prove, demonstrate, find, reveal, suggest, indicate, refer, allude, liken,
compare, credit, fault, regret, mourn, echo, explain, express, voice, raise, issue, cite, note, quote, remember, acknowledge, mention,
consider, believe, oppose, tell, warn`)

/** Nouns that take what was said as their complement ("the claim that", "a statement saying"). */
export const CUE_NOUNS =
  words(`statement, claim, report, assertion, allegation, accusation, announcement, declaration, remark, comment,
warning, prediction, forecast, estimate, assessment, belief, view, opinion, argument, contention, suggestion, promise, pledge, vow,
threat, concern, fear, worry, hope, expectation, denial, admission, acknowledgment, confirmation, testimony, rumor, rumour, suspicion,
notion, conclusion, finding, accounts, projection, speculation, charge, criticism, complaint, assurance, insistence`)

/** What a document says is its own: "the report said", "a poll found". */
export const DOCUMENT_NOUNS =
  words(`report, statement, update, assessment, bulletin, communique, communiqué, document, memo, letter, study,
survey, poll, analysis, briefing, tweet, post, message, article, paper, dispatch, filing, ruling, indictment, lawsuit, complaint, email,
transcript, data, figures, statistics, footage, video, image, images, photo, photos, record, records, projection, projections`)

/** Prepositions and adverbs that name a source. `according to` is two tokens and handled with them. */
export const SOURCE_PHRASES = [
  ['according', 'to'],
  ['as', 'reported', 'by'],
  ['as', 'stated', 'by'],
  ['as', 'noted', 'by'],
  ['as', 'confirmed', 'by'],
  ['as', 'announced', 'by'],
  ['as', 'claimed', 'by'],
  ['as', 'told', 'by'],
  ['as', 'quoted', 'by'],
  ['as', 'cited', 'by'],
  ['as', 'per'],
  ['reported', 'by'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'opinion', 'of'],
  ['citing'],
  ['quoting'],
  ['with', 'reference', 'to'],
] as const

/** Words of a heading that make it a holder of what stands under it ("Pro-… narrative"). */
export const NARRATIVE_LABELS = words(
  'narrative, view, viewpoint, perspective, version, line, take, argument, side, account',
)

/** Words between cue and content that say how or where it was said, not what. */
export const MANNER_NOUNS =
  words(`statement, interview, telephone, phone, telegram, twitter, facebook, post, briefing, conference, press,
message, address, speech, update, report, assessment, video, television, tv, radio, tweet, x, letter, summary, bulletin, communique,
communiqué, morning, evening, afternoon, night, week, month, year, today, yesterday, remark, comment, email, channel, page, website,
journalist, reporter, parliament, congress, broadcast, hour, day`)
