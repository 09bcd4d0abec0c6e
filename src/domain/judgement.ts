import type { AMENDABLE, Claim, RecordedClaim } from './claim.ts'
import type { ClaimId, JudgementId } from './id.ts'
import { makeId } from './id.ts'
import type { Source } from './source.ts'
import type { Instant } from './time.ts'

export const VERDICTS = ['accept', 'reject', 'amend', 'merge', 'split', 'publish', 'source', 'resolve', 'undo'] as const
export type Verdict = (typeof VERDICTS)[number]

type Given<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | undefined }
/** Each field that is given takes the place of the one read, whole. */
export type Amendment = Given<Pick<Claim, (typeof AMENDABLE)[number]>>

/** A record with the fields that are given in place of its own; undefined is not given. */
export const withFields = <Row extends object>(row: Row, given: Given<NoInfer<Row>>): Row => ({
  ...row,
  ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Row>),
})

/** What an analyst sets of a source: its Admiralty letter, its camp, its owner family, its stance. */
export type SourceChange = Given<Pick<Source, 'reliability' | 'camp' | 'family' | 'stance'>>

/** A claim as it stood when it was judged: by this it is found again after its report has been read anew. */
export interface JudgedClaim extends Pick<Claim, 'id' | 'type' | 'span' | 'text'> {
  readonly article: RecordedClaim['article']
  readonly holder: string
}

interface Decided {
  readonly id: JudgementId
  /** Who decided. */
  readonly analyst: string
  readonly at: Instant
  /**
   * What it is about. Accept, reject, amend and publish: a claim. Merge and split: a claim for the event it belongs to, or a
   * report for its story. Source: a source. Resolve: a question. Undo: the judgement it takes back.
   */
  readonly on: string
  readonly reason: string
  /** The claims it names, as they stood then; absent or empty where it names none. */
  readonly claims?: readonly JudgedClaim[] | undefined
}

/** What is decided, with what that takes. `merge` joins the events (stories) of two claims (reports); `split` moves `parts` into one of their own. */
export type Decision =
  | { readonly verdict: 'accept' | 'reject' | 'publish' | 'undo'; readonly change: null }
  | { readonly verdict: 'amend'; readonly change: Amendment }
  | { readonly verdict: 'merge'; readonly change: { readonly with: string } }
  | { readonly verdict: 'split'; readonly change: { readonly parts: readonly string[] } }
  | { readonly verdict: 'source'; readonly change: SourceChange }
  | { readonly verdict: 'resolve'; readonly change: { readonly outcome: 'yes' | 'no' | 'void' } }

/** What an analyst decided. A row like any other: never changed, and it survives re-reading; taking it back is one more. */
export type Judgement = Decided & Decision

/** A judgement to be: everything but its id. */
export type JudgementDraft = Omit<Decided, 'id'> & Decision

/** The judgement with its id, a hash of who decided what on what, when and why. */
export function makeJudgement(draft: JudgementDraft): Judgement {
  const { analyst, at, on, verdict, change, reason } = draft
  return { id: makeId('judgement', { analyst, at, on, verdict, change, reason }), ...draft }
}

/** The claim as a judgement remembers it. */
export const judgedClaim = ({ id, type, span, text, article, holder }: RecordedClaim): JudgedClaim => ({
  id,
  type,
  span,
  text,
  article,
  holder: holder.name,
})

/** The claims and reports a judgement names: what it is on and what its change names. */
export const namedBy = (judgement: Pick<Judgement, 'on'> & Decision): readonly string[] => [
  judgement.on,
  ...(judgement.verdict === 'merge' ? [judgement.change.with] : []),
  ...(judgement.verdict === 'split' ? judgement.change.parts : []),
]

const byTime = (a: Judgement, b: Judgement): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * The judgements that stand, oldest first: all but those that a standing undo takes back (an undo may itself be undone).
 * The order of the input has no effect.
 */
export function standingJudgements(judgements: readonly Judgement[]): Judgement[] {
  const undone = undoneOf(judgements)
  return judgements.filter(({ id, verdict }) => verdict !== 'undo' && !undone.has(id)).sort(byTime)
}

/** Ids of those taken back. From the newest to the oldest, since an undo that is undone takes nothing back. */
function undoneOf(judgements: readonly Judgement[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { id, verdict, on } of [...judgements].sort(byTime).reverse()) {
    if (verdict === 'undo' && !undone.has(id)) undone.add(on)
  }
  return undone
}

/** Judgements brought to the claims of today, and those that could not be. */
export interface Carried {
  /** Standing judgements, oldest first, naming claims that stand. */
  readonly judgements: readonly Judgement[]
  /** Standing judgements of which a claim is not found again: without effect until it is, and listed. */
  readonly lost: readonly Judgement[]
}

/**
 * Brings judgements to the claims that stand. A claim that is still there is itself. Else it is the claim of the same
 * report with the same words (case and spaces aside); of several, the one of the same type, then of the same holder, then
 * at the same place of the text. Where none or more than one is left, the judgement is lost.
 */
export function carryJudgements(judgements: readonly Judgement[], claims: readonly RecordedClaim[]): Carried {
  const standing = standingJudgements(judgements)
  if (standing.length === 0) return { judgements: [], lost: [] }
  const find = finder(standing, claims)
  const carried: Judgement[] = []
  const lost: Judgement[] = []
  for (const judgement of standing) {
    const moved = move(judgement, find)
    if (moved) carried.push(moved)
    else lost.push(judgement)
  }
  return { judgements: carried, lost }
}

/** How a judgement stands: in force; taken back by a later one; or in want of a claim that its report's new reading lacks. */
export const JUDGEMENT_STATES = ['stands', 'undone', 'lost'] as const
export type JudgementState = (typeof JUDGEMENT_STATES)[number]

/** Every judgement, oldest first, with how it stands among these claims (those of the reports it names are enough). */
export function judgementStates(
  judgements: readonly Judgement[],
  claims: readonly RecordedClaim[],
): (Judgement & { readonly state: JudgementState })[] {
  const lost = new Set(carryJudgements(judgements, claims).lost.map(({ id }) => id))
  const undone = undoneOf(judgements)
  return [...judgements].sort(byTime).map(judgement => {
    const state = undone.has(judgement.id) ? 'undone' : lost.has(judgement.id) ? 'lost' : 'stands'
    return { ...judgement, state }
  })
}

/** The claim an id of a judgement stands for today; the id itself where it names no claim; null where the claim is gone. */
type Find = (id: string) => string | null

/** Ids of claims begin so; reports, sources and judgements stay what they are when a report is read anew. */
const isClaim = (id: string): boolean => id.startsWith('c_')

function finder(judgements: readonly Judgement[], claims: readonly RecordedClaim[]): Find {
  const wanted = new Set(judgements.flatMap(namedBy).filter(isClaim))
  const judged = new Map(judgements.flatMap(({ claims }) => (claims ?? []).map(claim => [claim.id as string, claim])))
  const articles = new Set([...judged.values()].map(({ article }) => article))
  const present = new Set(claims.filter(({ id }) => wanted.has(id)).map(({ id }) => id as string))
  // A report extracted anew from its bytes is a later edition of itself, and the claims of the worse reading are gone.
  const near = claims.filter(
    ({ article, revisionOf }) => articles.has(article) || (revisionOf !== null && articles.has(revisionOf)),
  )
  return id => {
    if (!isClaim(id) || present.has(id)) return id
    const claim = judged.get(id)
    return claim === undefined ? null : sameWords(claim, near)
  }
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

function sameWords(judged: JudgedClaim, claims: readonly RecordedClaim[]): ClaimId | null {
  const words = folded(judged.text)
  const ofReport = ({ article, revisionOf }: RecordedClaim): boolean =>
    article === judged.article || revisionOf === judged.article
  let left = claims.filter(claim => ofReport(claim) && folded(claim.text) === words)
  const tests: readonly ((claim: RecordedClaim) => boolean)[] = [
    ({ type }) => type === judged.type,
    ({ holder }) => holder.name === judged.holder,
    ({ span }) => span[0] === judged.span[0] && span[1] === judged.span[1],
  ]
  for (const test of tests) {
    if (left.length < 2) break
    const fitting = left.filter(test)
    if (fitting.length > 0) left = fitting
  }
  return left.length === 1 ? (left[0]?.id ?? null) : null
}

/** The judgement with the ids of today; null where a claim it names is gone. Of a split, the parts that are gone are left out, unless all are. */
function move(judgement: Judgement, find: Find): Judgement | null {
  const on = find(judgement.on)
  if (on === null) return null
  if (judgement.verdict === 'merge') {
    const other = find(judgement.change.with)
    return other === null ? null : { ...judgement, on, change: { with: other } }
  }
  if (judgement.verdict === 'split') {
    const parts = judgement.change.parts.flatMap(part => find(part) ?? [])
    return parts.length === 0 ? null : { ...judgement, on, change: { parts } }
  }
  return { ...judgement, on }
}
