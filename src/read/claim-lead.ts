import type { Context, Lead, SentenceState } from './claim-context.ts'

/** A lead has this many sentences at most. */
const LEAD = 3
const MARK = /^[-–—:]$/

/**
 * The source that a headline names behind a dash or before a colon ("Enemy shells Sumy – General Staff"), which its lead most often leaves out; null
 * for a line that is no headline or names none.
 */
export function leadFrom(
  { attributions, findings, sentence }: Omit<Context, 'trace'>,
  { outlet, publisher }: SentenceState,
): Lead | null {
  const { sentences, report } = findings.document
  const opens = sentences[sentence.index - 1]?.paragraph !== sentence.paragraph
  if (!opens) return null
  const named = attributions.find(({ cue, holder }) => holder !== null && MARK.test(report.text.slice(...cue).trim()))
  // An item of a digest has its lead in its own paragraph.
  const alone = outlet.name === publisher && sentences[sentence.index + 1]?.paragraph !== sentence.paragraph
  const { index, paragraph } = sentence
  return named?.holder ? { holder: named.holder, sentence: index, paragraph, alone } : null
}

/** The source carried into a sentence: for the first few under its headline, until one names a source of its own or another headline comes. */
export function leadInto({ attributions, sentence }: Omit<Context, 'trace'>, lead: Lead | null): Lead | null {
  if (!lead || sentence.kind === 'headline' || sentence.index - lead.sentence > LEAD) return null
  const far = sentence.paragraph - lead.paragraph > (lead.alone ? 1 : 0)
  if (far || attributions.some(({ holder }) => holder !== null)) return null
  return lead
}
