import {
  BAND_WORDS,
  type Belief,
  type ClaimId,
  type Control,
  type Correction,
  type Figure,
  type Instant,
  type Judgement,
  type RecordedClaim,
  type Theatre,
} from '#domain'
import { unique } from '#kit'
import type { Ledger, Revision } from '#ledger'
import { allRows } from '#ledger'
import { amountWords, measureWords } from './amounts.ts'
import { holdingWords, isTurn, placeName, stepOn } from './held.ts'
import { readInBites } from './read-in-bites.ts'
import { momentWords, quoted, shortDate } from './words.ts'

/** Whose corrections: of which window, as known when. */
export interface CorrectionsInput {
  readonly ledger: Ledger
  readonly theatre: Theatre
  readonly asOf: Instant
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/**
 * The log of corrections, newest first: read off the ledger's own rows, so that it can no more be edited than they can.
 * A likelihood that crosses even chances or moves by two bands; a belief no longer held though nothing else took its
 * place; a day's holder of a place told otherwise afterwards; a count its own claimant corrects; and what analysts
 * rejected, amended or took back. That a likelihood moves within a band is no correction.
 */
export async function correctionsOf(input: CorrectionsInput): Promise<Correction[]> {
  const { ledger, asOf, from, to } = input
  const { beliefs, control, figures } = await ledger.revisions({ asOf, from, to })
  const judgements = await ledger.judgements({ asOf })
  const turned = await beliefCorrections(beliefs, judgements, input)
  const held = await controlCorrections(control, input)
  const decided = await judgementCorrections(judgements, input)
  const counted = figureCorrections(figures)
  return [...turned, ...held, ...counted, ...decided].sort(
    (a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0) || (a.about < b.about ? -1 : 1),
  )
}

const holds = ({ likelihood, confidence }: Pick<Belief, 'likelihood' | 'confidence'>): string =>
  `${BAND_WORDS[likelihood]} (${confidence} confidence)`

async function beliefCorrections(
  revisions: readonly Revision<Belief>[],
  judgements: readonly Judgement[],
  { ledger, asOf }: CorrectionsInput,
): Promise<Correction[]> {
  const gone = revisions.filter(({ says }) => says === null).flatMap(({ was }) => was.because)
  const standing = await readInBites(unique(gone), ids => allRows(page => ledger.claims({ ids, asOf, ...page })))
  const stands = new Set(standing.map(({ id }) => id))
  return revisions.flatMap(({ was, says, saidAt, at }) => {
    // A belief whose claims stand was taken up by another event: joined or parted, not taken back.
    if (says === null && was.because.some(id => stands.has(id))) return []
    if (says !== null && !isTurn(says.likelihood, was.likelihood)) return []
    const named = new Set<string>([...was.because, ...was.against, ...(says?.because ?? []), ...(says?.against ?? [])])
    const decided = judgements.filter(each => each.at > saidAt && each.at <= at && named.has(each.on))
    const now = says === null ? null : holds(says)
    const what = quoted(was.says)
    return {
      at,
      kind: says === null ? ('withdrawn' as const) : ('belief' as const),
      about: was.about,
      text: `${what}: Fogline said ${holds(was)}; ${now === null ? 'it no longer says so, since the words it rested on are read otherwise' : `it now says ${now}`}.`,
      said: holds(was),
      saidAt,
      says: now,
      because: says === null ? was.because : movedBy(was, says),
      judgements: decided.map(({ id }) => id),
    }
  })
}

/** The claims by which two versions of a belief differ: new ones, and those whose weight changed. */
function movedBy(was: Belief, says: Belief): ClaimId[] {
  const before = new Map(was.reasons.map(({ claim, weight }) => [claim, weight]))
  const moved = says.reasons.filter(({ claim, weight }) => before.get(claim) !== weight)
  return moved.length > 0 ? moved.map(({ claim }) => claim).reverse() : [...says.because, ...says.against]
}

async function controlCorrections(
  revisions: readonly Revision<Control>[],
  { ledger, theatre }: CorrectionsInput,
): Promise<Correction[]> {
  const found: Correction[] = []
  for (const { was, says, saidAt, at } of revisions) {
    const line = await ledger.control({ place: was.place, claimant: null, asOf: at })
    const now = says ?? stepOn(line, was.from) ?? null
    if (now !== null && now.holder === was.holder) continue
    const [said, is] = [holdingWords(theatre, was), now === null ? null : holdingWords(theatre, now)]
    const name = placeName(theatre, was.place)
    found.push({
      at,
      kind: 'control',
      about: was.place,
      text: `${name} from ${shortDate(was.from)}: Fogline said ${said}; it now says ${is ?? 'nothing'}.`,
      said,
      saidAt,
      says: is,
      because: unique([...(now?.because ?? []), ...(now?.against ?? []), ...was.because]).slice(0, 20),
      judgements: [],
    })
  }
  return found
}

/** A count that its claimant put right: the figure row that was there and now is replaced by another of the same claimant. */
function figureCorrections(revisions: readonly Revision<Figure>[]): Correction[] {
  return revisions.flatMap(({ was, says, saidAt, at }) => {
    if (says === null || (was.value === says.value && was.low === says.low && was.high === says.high)) return []
    const words = (figure: Figure): string =>
      `${amountWords({ ...figure, approx: false }) ?? 'a number'} ${measureWords(figure.measure)}`
    const head = `${says.claimant}, ${shortDate(says.happened)}`
    return {
      at,
      kind: 'figure' as const,
      about: says.id,
      text: `${head}: Fogline gave ${words(was)}; it now gives ${words(says)}.`,
      said: words(was),
      saidAt,
      says: words(says),
      because: says.because,
      judgements: [],
    }
  })
}

/** What analysts said of single claims: rejected, read otherwise, or brought back by an undo. */
async function judgementCorrections(
  judgements: readonly Judgement[],
  { ledger, asOf, from, to }: CorrectionsInput,
): Promise<Correction[]> {
  const known = new Map(judgements.map(judgement => [judgement.id as string, judgement]))
  const inWindow = judgements.filter(({ at }) => at <= asOf && at >= (from ?? '') && at < (to ?? '9999'))
  const told = inWindow.flatMap(judgement => {
    const on = judgement.verdict === 'undo' ? known.get(judgement.on) : judgement
    return on && (on.verdict === 'reject' || on.verdict === 'amend') ? [{ judgement, on }] : []
  })
  const ids = unique(told.map(({ on }) => on.on as ClaimId))
  const claims = new Map(
    (await readInBites(ids, bite => allRows(page => ledger.claims({ ids: bite, asOf, ...page })))).map(claim => [
      claim.id as string,
      claim,
    ]),
  )
  return told.map(({ judgement, on }) => judgementEntry(judgement, on, claims.get(on.on)))
}

function judgementEntry(judgement: Judgement, on: Judgement, claim: RecordedClaim | undefined): Correction {
  const words = claim?.text ?? on.claims?.[0]?.text ?? on.on
  const holder = claim?.holder.name ?? on.claims?.[0]?.holder ?? 'somebody'
  const fields = on.verdict === 'amend' ? Object.keys(on.change).join(', ') : ''
  const [said, says] = on.verdict === 'reject' ? ['counted', 'not counted'] : ['as read', `read otherwise: ${fields}`]
  const back = judgement.verdict === 'undo'
  const by = `by ${judgement.analyst} (“${judgement.reason}”)`
  const deed = back
    ? `a ${on.verdict === 'reject' ? 'rejection' : 'change'} taken back ${by}`
    : `${on.verdict === 'reject' ? 'rejected' : `${fields} amended`} ${by}`
  return {
    at: judgement.at,
    kind: 'judgement',
    about: on.on,
    text: `${holder}: ${quoted(words)}: ${deed}.`,
    said: back ? says : said,
    saidAt: on.at,
    says: back ? said : says,
    because: claim ? [claim.id] : [],
    judgements: [judgement.id],
  }
}

/** "2024-11-26 08:30 UTC: …": an entry as one line. */
export const correctionLine = ({ at, text }: Correction): string => `${momentWords(at)}: ${text}`
