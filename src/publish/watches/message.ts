import type { RecordedClaim, WatchChange, WatchChangeKind } from '#domain'
import type { Delivery } from '#ledger'

/** A claim as a message tells it: its words, who holds them, where they stand, and links to both. */
interface ToldClaim {
  readonly change: WatchChangeKind
  readonly learned: string
  readonly id: string
  readonly type: string
  readonly words: string
  readonly holder: string
  readonly camp: string
  readonly stance: string
  readonly certainty: string
  readonly places: readonly string[]
  readonly outlet: string | null
  readonly published: string
  /** The claim on the desk; null where no desk's address is known. */
  readonly link: string | null
  /** The report's id, and its own address on the desk. */
  readonly report: string
  readonly reportLink: string | null
}

const link = (desk: string | null, noun: string, id: string): string | null =>
  desk === null ? null : `${desk}/${noun}/${encodeURIComponent(id)}`

const toldOf = ({ kind, learned, claim }: WatchChange, desk: string | null): ToldClaim => ({
  change: kind,
  learned,
  id: claim.id,
  type: claim.type,
  words: claim.text,
  holder: claim.holder.name,
  camp: claim.holder.camp,
  stance: claim.stance,
  certainty: claim.certainty,
  places: claim.places.map(({ name }) => name),
  outlet: claim.outlet,
  published: claim.said,
  link: link(desk, 'claim', claim.id),
  report: claim.article,
  reportLink: link(desk, 'report', claim.article),
})

/** The body of a webhook's message, as JSON. */
export const webhookBody = ({ watch, changes }: Delivery, desk: string | null): string =>
  JSON.stringify({
    type: 'watch.changes',
    watch: { id: watch.id, name: watch.name, filter: watch.filter },
    claims: changes.map(change => toldOf(change, desk)),
  })

/** A letter: plain text, so that nothing a report says can be more than words. */
export interface Letter {
  readonly subject: string
  readonly text: string
}

const KIND_WORDS: Readonly<Record<WatchChangeKind, string>> = {
  new: 'New',
  changed: 'Read otherwise',
  withdrawn: 'Taken back',
}

/** What a report says stays on its line: line breaks and controls in it could look like words of ours. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

const stanceWords = ({ stance }: RecordedClaim): string =>
  stance === 'denies' ? ' denies that' : stance === 'questions' ? ' doubts that' : ''

function paragraphOf(change: WatchChange, desk: string | null): string {
  const { claim, kind } = change
  const told = toldOf(change, desk)
  return [
    `${KIND_WORDS[kind]}: ${oneLine(claim.holder.name)}${stanceWords(claim)}:`,
    `  “${oneLine(claim.text)}”`,
    `  ${oneLine(claim.outlet ?? claim.source)}, ${claim.said.slice(0, 16).replace('T', ' ')} UTC · ${claim.type} · ${claim.id}`,
    ...(told.link === null ? [] : [`  ${told.link}`]),
  ].join('\n')
}

/** A message as a letter: each claim with who holds it, its words, its report, its id and, where a desk is named, its link. */
export function letterOf({ watch, changes }: Delivery, desk: string | null): Letter {
  const count = changes.length === 1 ? 'one claim' : `${changes.length} claims`
  const name = oneLine(watch.name)
  const end = `-- \nYou get this because of the watch “${name}” (${watch.id}).${desk === null ? '' : ` ${desk}/watches`}`
  return {
    subject: `Fogline: ${name}: ${count}`,
    text: `${[...changes.map(change => paragraphOf(change, desk)), end].join('\n\n')}\n`,
  }
}
