import type { Frame } from './frame.ts'
import { ASSESSMENT_FRAMES } from './lexicon/frames-assessment.ts'
import { CLASS_FRAMES } from './lexicon/frames-classes.ts'
import { COMBAT_FRAMES } from './lexicon/frames-combat.ts'
import { CONTROL_FRAMES } from './lexicon/frames-control.ts'
import { DEALING_FRAMES } from './lexicon/frames-dealings.ts'
import { ECONOMY_FRAMES } from './lexicon/frames-economy.ts'
import { FIELD_FRAMES, STATECRAFT_FRAMES } from './lexicon/frames-field.ts'
import { GENERAL_FRAMES } from './lexicon/frames-general.ts'
import { HARM_FRAMES } from './lexicon/frames-harm.ts'
import { MEETING_FRAMES, POLITICS_FRAMES } from './lexicon/frames-politics.ts'

/** The words of a clause as frames see it: lemmas, neighbours of two and three, and classes. */
export interface FrameView {
  readonly verb: string | null
  readonly passive: boolean
  /** True where a noun or pronoun follows the verb as its object. */
  readonly transitive: boolean
  readonly subject: ReadonlySet<string>
  readonly object: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  readonly all: ReadonlySet<string>
}

interface Compiled {
  readonly frame: Frame
  readonly subject: readonly string[] | null
  readonly object: readonly string[] | null
  readonly after: readonly string[] | null
  readonly any: readonly string[] | null
  readonly not: readonly string[] | null
  readonly order: number
}

/** Cuts a list of frame words at commas and line ends; classes may also be parted by spaces. */
const list = (text: string | undefined): readonly string[] | null =>
  text === undefined
    ? null
    : text
        .split(/[,\n]/)
        .flatMap(part => (part.includes('@') ? part.trim().split(/\s+/) : [part.trim().replace(/\s+/g, ' ')]))
        .filter(Boolean)

export const FRAMES: readonly Frame[] = [
  ...CONTROL_FRAMES,
  ...COMBAT_FRAMES,
  ...HARM_FRAMES,
  ...POLITICS_FRAMES,
  ...MEETING_FRAMES,
  ...ECONOMY_FRAMES,
  ...DEALING_FRAMES,
  ...ASSESSMENT_FRAMES,
  ...GENERAL_FRAMES,
  ...CLASS_FRAMES,
  ...FIELD_FRAMES,
  ...STATECRAFT_FRAMES,
]

const byVerb = new Map<string, Compiled[]>()

for (const [order, frame] of FRAMES.entries()) {
  const compiled: Compiled = {
    frame,
    subject: list(frame.subject),
    object: list(frame.object),
    after: list(frame.after),
    any: list(frame.any),
    not: list(frame.not),
    order,
  }
  for (const verb of list(frame.verb) ?? []) {
    const held = byVerb.get(verb)
    if (held) held.push(compiled)
    else byVerb.set(verb, [compiled])
  }
}

const NONE: readonly Compiled[] = []

/** The frame that fits a clause best, or null. */
export function matchFrame(view: FrameView): Frame | null {
  const verb = view.verb
  const base = verb?.includes(' ') ? (byVerb.get(verb.slice(0, verb.indexOf(' '))) ?? NONE) : NONE
  const candidates = [
    ...(byVerb.get(verb ?? '0') ?? NONE),
    ...base,
    ...(verb === null ? NONE : (byVerb.get('*') ?? NONE)),
  ]
  let best: Compiled | null = null
  for (const compiled of candidates) {
    if (best && compiled.frame.strength < best.frame.strength) continue
    if (best && compiled.frame.strength === best.frame.strength && compiled.order > best.order) continue
    if (fits(compiled, view)) best = compiled
  }
  return best?.frame ?? null
}

/** A frame of a clause's verb that did not fire, and the part that was missing. */
export interface NearFrame {
  readonly type: Frame['type']
  readonly missing: 'voice' | 'subject' | 'object' | 'after' | 'words' | 'excluded'
}

/** The frames of a verb that did not fit, strongest first, one a type; for whoever asks why a clause states no claim. */
export function nearFrames(view: FrameView): readonly NearFrame[] {
  const candidates = (byVerb.get(view.verb ?? '0') ?? NONE).toSorted((a, b) => b.frame.strength - a.frame.strength)
  const near = candidates.flatMap(compiled => {
    const missing = missingIn(compiled, view)
    return missing ? [{ type: compiled.frame.type, missing }] : []
  })
  return near.filter(({ type }, order) => near.findIndex(other => other.type === type) === order)
}

const has = (wanted: readonly string[] | null, held: ReadonlySet<string>): boolean =>
  wanted === null || wanted.some(word => held.has(word))

const fits = (compiled: Compiled, view: FrameView): boolean => missingIn(compiled, view) === null

/** The first part of a frame that a clause does not meet; null where it meets all. */
function missingIn(compiled: Compiled, view: FrameView): NearFrame['missing'] | null {
  const { frame } = compiled
  if (frame.passive !== undefined && frame.passive !== view.passive) return 'voice'
  if (frame.intransitive && view.transitive) return 'object'
  // What a passive does is done to its subject.
  const object = view.passive && frame.passive === undefined ? view.subject : view.object
  const subject = view.passive && frame.passive === undefined ? view.after : view.subject
  if (!has(compiled.subject, subject)) return 'subject'
  if (!has(compiled.object, object)) return 'object'
  if (!has(compiled.after, view.after)) return 'after'
  if (!has(compiled.any, view.all)) return 'words'
  return compiled.not?.some(word => view.all.has(word)) ? 'excluded' : null
}
