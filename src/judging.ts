import type { Decision, Judgement, JudgementDraft } from '#domain'
import { InputError, judgedClaim, makeJudgement, namedBy } from '#domain'
import type { Ledger } from '#ledger'
import { asRead } from '#reconcile'
import type { Walk } from './pipeline.ts'
import { recordParcels } from './pipeline.ts'

/** What somebody decides: on what, and why. Merge and split may name events and stories, which are taken for a claim or report of theirs. */
export type Ruling = { readonly analyst: string; readonly on: string; readonly reason: string } & Decision

/**
 * Records a judgement and reckons everything anew with it. Throws `InputError` where it names something the ledger does
 * not hold, or nobody decides, or without a reason.
 */
export async function judge(ruling: Ruling, walk: Walk): Promise<Judgement> {
  const judgement = await settle(ruling, walk)
  const parcel = { learned: judgement.at, articles: [], sources: [], captures: [], judgements: [judgement] }
  await recordParcels([parcel], walk)
  return judgement
}

async function settle(ruling: Ruling, { ledger, now, theatre }: Walk): Promise<Judgement> {
  if (ruling.analyst.trim() === '') throw new InputError('judge: expected who decides (--by NAME), found nobody')
  if (ruling.reason.trim() === '') throw new InputError('judge: expected a reason (--reason TEXT), found none')
  const decided = await anchored(ruling, ledger)
  const draft = { ...decided, analyst: ruling.analyst.trim(), reason: ruling.reason.trim(), at: now() }
  if (draft.verdict === 'undo') await expectJudgement(draft.on, ledger)
  else if (draft.verdict === 'source') {
    const known = [...theatre.sources, ...(await ledger.sources())].some(({ id }) => id === draft.on)
    if (!known) throw unknown('a source ("fogline source list")', draft.on)
  } else return makeJudgement(await withClaims(draft, ledger))
  return makeJudgement(draft)
}

/** The ruling on claims and reports: an event stands for its first claim, a story for its first report. */
async function anchored(ruling: Ruling, ledger: Ledger): Promise<Ruling> {
  const on = await anchorOf(ruling.on, ledger)
  if (ruling.verdict === 'merge') return { ...ruling, on, change: { with: await anchorOf(ruling.change.with, ledger) } }
  if (ruling.verdict !== 'split') return { ...ruling, on }
  const { parts } = ruling.change
  if (parts.length === 0) throw new InputError('judge split: expected the claims or reports that move out, found none')
  const rest = (await membersOf(ruling.on, ledger)).find(member => !parts.includes(member))
  if (rest === undefined) throw new InputError('judge split: expected parts of the event or story, found all of it')
  return { ...ruling, on: rest }
}

const anchorOf = async (id: string, ledger: Ledger): Promise<string> => (await membersOf(id, ledger))[0] ?? id

/** The claims of an event, the reports of a story; of anything else itself. */
async function membersOf(id: string, ledger: Ledger): Promise<readonly string[]> {
  if (id.startsWith('e_')) {
    const [event] = (await ledger.events({ ids: [id] })).rows
    if (!event) throw unknown('an event', id)
    return event.claims
  }
  if (id.startsWith('s_')) {
    const [story] = (await ledger.stories({ ids: [id] })).rows
    if (!story) throw unknown('a story ("fogline stories --json")', id)
    return story.articles
  }
  return [id]
}

async function withClaims(draft: JudgementDraft, ledger: Ledger): Promise<JudgementDraft> {
  const named = [...new Set(namedBy(draft))]
  const reports = named.filter(id => id.startsWith('a_'))
  const ids = named.filter(id => !id.startsWith('a_'))
  const groups = draft.verdict === 'merge' || draft.verdict === 'split'
  if (reports.length > 0 && (ids.length > 0 || !groups)) {
    const expected = groups ? 'claims alone (of events) or reports alone (of stories)' : 'a claim'
    throw new InputError(`judge ${draft.verdict}: expected ${expected}, found the report "${reports[0]}"`)
  }
  for (const id of reports) if (!(await ledger.article(id))) throw unknown('a report', id)
  const found = new Map(
    (ids.length > 0 ? (await ledger.claims({ ids, limit: 1000 })).rows : []).map(claim => [claim.id as string, claim]),
  )
  const claims = ids.map(id => {
    const claim = found.get(id)
    if (!claim) throw unknown('a claim ("fogline search --json")', id)
    return judgedClaim(asRead(claim))
  })
  return { ...draft, claims }
}

async function expectJudgement(id: string, ledger: Ledger): Promise<void> {
  const known = (await ledger.judgements()).some(judgement => judgement.id === id)
  if (!known) throw unknown('a judgement ("fogline judge list")', id)
}

const unknown = (what: string, found: string): InputError =>
  new InputError(`judge: expected ${what} in the ledger, found "${found}"`)
