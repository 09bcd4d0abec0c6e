import pc from 'picocolors'
import type { Claim, ClaimFigure, ClaimPlace, Note } from '#domain'
import type { ClauseExplanation, Explanation, SentenceExplanation } from '#read'
import { picture } from '#read/model'
import { print, terminalWidth } from './output.ts'

/** Columns of the word that says what a line is about. */
const LABEL = 10

/** Prints how a report was read: for each sentence its tree, what was found in it, what was claimed, and what was dropped and why. */
export function printExplanation(name: string, { report, unread, toll, sentences }: Explanation): void {
  print(pc.bold(harmless(name)))
  print(
    pc.dim(
      harmless(
        [report.outlet ?? 'unknown outlet', report.publishedAt.slice(0, 10), report.title].filter(Boolean).join(' · '),
      ),
    ),
  )
  if (unread) print(pc.yellow(`No claim: the report ${unread}.`))
  for (const sentence of sentences) printSentence(sentence)
  const claims = sentences.reduce((sum, { claims }) => sum + claims.length, 0)
  // A toll is counted from words for harm; where no claim tells of harm to people, those words meant something else.
  const harmed = sentences.some(sentence =>
    sentence.claims.some(({ type }) => /^harm\.(?:casualties|losses)$/.test(type)),
  )
  const tells = harmed && toll.killed + toll.wounded > 0
  const dead = tells ? ` Toll of the event it opens with: ${toll.killed} killed, ${toll.wounded} wounded.` : ''
  print(`\n${pc.dim(`${sentences.length} sentences, ${claims} claims.${dead}`)}`)
}

/** What a model proposed for a report: the claims its words bear out, and Notes on what was refused. */
export interface Proposals {
  readonly claims: readonly Claim[]
  readonly notes: readonly Note[]
}

/** Prints what a model proposed, below the reading: claims taken, then what was refused and why. */
export function printProposals({ claims, notes }: Proposals): void {
  print(pc.bold(`\nModel: ${claims.length} proposed and taken, ${notes.length} refused or failed`))
  for (const claim of claims) printClaim(claim)
  for (const { reason } of notes) labelled('refused', reason, pc.yellow)
}

function printSentence(sentence: SentenceExplanation): void {
  const width = terminalWidth()
  const head = ` ${sentence.index + 1} · ${sentence.kind} · ${sentence.span.join('–')} `
  print(`\n${pc.dim('──')}${pc.cyan(head)}${pc.dim('─'.repeat(Math.max(0, width - head.length - 2)))}`)
  for (const line of wrap(sentence.text, width)) print(pc.bold(line))
  if (sentence.unread) {
    labelled('not read', sentence.unread, pc.yellow)
    return
  }
  print()
  const tree = { span: sentence.span, tokens: sentence.tree }
  for (const line of picture(tree, { width: width - 2 }).split('\n')) print(`  ${pc.dim(harmless(line))}`)
  print()
  for (const { source, cue, kind, content } of sentence.attributions)
    labelled(
      'said',
      `${source ?? '(nobody named)'} —${cue}→ ${content.map(quoted).join(' + ') || '(nothing)'} [${kind}]`,
    )
  for (const { text, certainty } of sentence.hedges) labelled('hedge', `${text} = ${certainty}`)
  for (const { kind, text, means } of sentence.mentions) labelled(kind, `${text} = ${means}`)
  for (const clause of sentence.clauses) printClause(clause)
  if (sentence.silent) labelled('', pc.yellow(`no claim: ${sentence.silent}`))
  for (const claim of sentence.claims) printClaim(claim)
  for (const { text, type, why } of sentence.dropped) labelled('dropped', `${type} ${quoted(text)}: ${why}`, pc.yellow)
}

function printClause({
  verb,
  passive,
  negated,
  subject,
  text,
  relation,
  marker,
  frame,
  dropped,
  near,
}: ClauseExplanation): void {
  const predicate = [negated && 'not', verb ?? 'no verb', passive && '(passive)'].filter(Boolean).join(' ')
  const place = marker === null ? relation : `${relation}, "${marker}"`
  labelled('clause', `${predicate}${subject === null ? '' : ` of ${quoted(subject)}`} [${place}] in ${quoted(text)}`)
  const fired = frame === null ? '' : `frame ${frame.type} (${frame.strength.toFixed(2)})`
  if (dropped) labelled('', [fired, pc.yellow(`no claim: it ${dropped}`)].filter(Boolean).join('; '))
  else if (fired) labelled('', pc.green(fired))
  if (near.length > 0)
    labelled('', pc.dim(`nearly: ${near.map(({ type, missing }) => `${type} (${missing})`).join(', ')}`))
}

function printClaim(claim: Claim): void {
  const { type, text, holder, chain, stance, certainty, certaintyWords, agent, target, time, confidence } = claim
  labelled('CLAIM', `${pc.bold(type)} ${quoted(text)}`, pc.green)
  labelled(
    '',
    `held by ${holder.name} (${holder.kind}, ${holder.camp})${chain.length > 1 ? `, by way of ${chain.slice(1).join(', ')}` : ''}`,
  )
  const sure = certaintyWords === null ? certainty : `${certainty} (${certaintyWords})`
  labelled(
    '',
    `${stance}, ${sure}, confidence ${confidence.toFixed(2)}${claim.againstInterest ? ', against interest' : ''}`,
  )
  labelled('', `${agent ?? '(nobody)'} → ${target ?? '(nothing named)'}`)
  for (const place of claim.places) labelled('', placeLine(place))
  const days = time.start === time.end ? time.start : `${time.start ?? '…'} to ${time.end ?? '…'}`
  labelled('', `${time.tense}, ${days ?? 'no day'} (${time.words ?? 'the day of the report'})`)
  for (const figure of claim.figures) labelled('', figureLine(figure))
  for (const { rule, reason } of claim.notes) labelled('', `note ${rule}: ${reason}`)
}

const placeLine = ({ role, name, part, precision, admin, country, id, carried }: ClaimPlace): string =>
  `${role} ${[name, part, precision, admin, country, id ?? 'in no gazetteer'].filter(Boolean).join(', ')}${carried ? ' (from an earlier sentence)' : ''}`

function figureLine({ measure, value, low, high, of, change, unit, approx }: ClaimFigure): string {
  const number = value === null ? `${low ?? '…'} to ${high ?? '…'}` : String(value)
  const whole = of === null ? '' : ` of ${of}`
  return `${measure} ${approx ? 'about ' : ''}${number}${whole}${unit === null ? '' : ` ${unit}`}${change === null ? '' : ` (change ${change})`}`
}

/** Words of a report as one line. */
const quoted = (text: string): string => `“${text.replace(/\s+/g, ' ')}”`

/** A report is a stranger's text: what would steer the terminal is shown as `�`. */
const harmless = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�')

/** A line under its label, broken at the terminal's width and set in under itself. */
function labelled(label: string, text: string, paint: (text: string) => string = pc.cyan): void {
  const [first = '', ...more] = wrap(text, terminalWidth() - LABEL - 2)
  print(`  ${paint(label.padEnd(LABEL))}${first}`)
  for (const line of more) print(`  ${' '.repeat(LABEL + 2)}${line}`)
}

/** Lines of at most `width` columns, broken at blanks; a longer word stands alone. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of harmless(text).split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
