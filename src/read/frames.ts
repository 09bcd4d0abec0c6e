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

const has = (wanted: readonly string[] | null, held: ReadonlySet<string>): boolean =>
  wanted === null || wanted.some(word => held.has(word))

function fits(compiled: Compiled, view: FrameView): boolean {
  const { frame } = compiled
  if (frame.passive !== undefined && frame.passive !== view.passive) return false
  if (frame.intransitive && view.transitive) return false
  // What a passive does is done to its subject.
  const object = view.passive && frame.passive === undefined ? view.subject : view.object
  const subject = view.passive && frame.passive === undefined ? view.after : view.subject
  return (
    has(compiled.subject, subject) &&
    has(compiled.object, object) &&
    has(compiled.after, view.after) &&
    has(compiled.any, view.all) &&
    !(compiled.not !== null && compiled.not.some(word => view.all.has(word)))
  )
}
