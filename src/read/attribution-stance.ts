import { reachOf } from './attribution-content.ts'
import { cueRange } from './attribution-cue.ts'
import { caseOf, isUndergone, phraseRange, type SpeechView, trimWords, type WordRange } from './attribution-view.ts'
import { AIM_VERBS, DIRECT_VERBS, OBJECT_CUES, PREPOSITION_CUES, STANCE_VERBS } from './lexicon/cues.ts'
import { childrenBy, subtree, tokenAt } from './model/walk/children.ts'

/** What somebody wants, does or judges with words, without a clause that he states. */
export interface Stance {
  readonly cue: WordRange
  readonly content: readonly WordRange[]
}

/** "vowed to retreat", "urged them to retreat", "called for talks", "accused Kyiv of shelling", "praised the decision"; null for any other verb or use. */
export function stanceOf(view: SpeechView, verb: number, lemma: string, unnamed: boolean): Stance | null {
  if (isUndergone(view, verb)) return passiveStance(view, verb, lemma, unnamed)
  if (EVIDENT_VERBS.has(lemma)) return evident(view, verb)
  if (unnamed) return null
  return aimed(view, verb, lemma) ?? directedBy(view, verb, lemma) ?? onObject(view, verb, lemma)
}

/** True for a verb that may be a cue without a clause. */
export const isStance = (lemma: string): boolean =>
  STANCE_VERBS.has(lemma) ||
  OBJECT_CUES.has(lemma) ||
  AIM_VERBS.has(lemma) ||
  DIRECT_VERBS.has(lemma) ||
  PREPOSITION_CUES.has(lemma) ||
  EVIDENT_VERBS.has(lemma)

const firstOf = (view: SpeechView, at: number): number => subtree(view.tree, at)[0] ?? at

const behind = (view: SpeechView, verb: number, start: number, last = verb): Stance | null => {
  const content = trimWords(view, [start, reachOf(view, verb, start)])
  return content && { cue: cueRange(view, verb, last), content: [content] }
}

/** An infinitive, of the speaker's own doing or of another's whom he moves to it. */
function aimed(view: SpeechView, verb: number, lemma: string): Stance | null {
  const { tree } = view
  const aim = childrenBy(tree, verb, 'xcomp', 'ccomp', 'advcl').find(
    at => at > verb && childrenBy(tree, at, 'mark').some(mark => tokenAt(tree, mark).lemma === 'to'),
  )
  if (aim === undefined) return null
  const [moved] = childrenBy(tree, verb, 'obj', 'iobj').filter(at => at > verb && at < aim)
  if (moved !== undefined) return DIRECT_VERBS.has(lemma) ? behind(view, verb, firstOf(view, moved)) : null
  return AIM_VERBS.has(lemma) && tokenAt(tree, aim).relation !== 'advcl' ? behind(view, verb, firstOf(view, aim)) : null
}

/** A phrase with the preposition that goes with the verb, and the object before it. */
function directedBy(view: SpeechView, verb: number, lemma: string): Stance | null {
  const { tree } = view
  const prepositions = PREPOSITION_CUES.get(lemma)
  if (!prepositions) return null
  const objects = childrenBy(tree, verb, 'obj').filter(at => at > verb)
  const phrase = [
    ...childrenBy(tree, verb, 'obl', 'advcl', 'obj', 'xcomp'),
    ...objects.flatMap(at => childrenBy(tree, at, 'nmod', 'acl')),
  ].find(at => at > verb && prepositions.has(caseOf(view, at)))
  if (phrase === undefined) return null
  const first = firstOf(view, phrase)
  const object = objects.find(at => at < phrase)
  return object === undefined ? behind(view, verb, first + 1, first) : behind(view, verb, firstOf(view, object))
}

function onObject(view: SpeechView, verb: number, lemma: string): Stance | null {
  const { tree } = view
  const objects = childrenBy(tree, verb, 'obj', 'iobj').filter(at => at > verb)
  const clause = childrenBy(tree, verb, 'ccomp').find(at => at > verb)
  const names = NAMING_VERBS.has(lemma) && (objects.length > 1 || childrenBy(tree, verb, 'xcomp').length > 0)
  const first = OBJECT_CUES.has(lemma) || names ? (objects[0] ?? clause) : STANCE_VERBS.has(lemma) ? clause : undefined
  return first === undefined ? null : behind(view, verb, firstOf(view, first))
}

/** Verbs that give their object a name: "called him a liar". */
const NAMING_VERBS = new Set([
  'call',
  'deem',
  'find',
  'see',
  'view',
  'label',
  'declare',
  'consider',
  'think',
  'believe',
])

/** "was criticised by": what was judged is the subject; "is expected to retreat", "is seen as a liar": subject and what is said of it. */
function passiveStance(view: SpeechView, verb: number, lemma: string, unnamed: boolean): Stance | null {
  const { tree } = view
  const rest = childrenBy(tree, verb, 'xcomp', 'ccomp', 'obl', 'advcl').find(
    at =>
      at > verb && (caseOf(view, at) === 'to' || (caseOf(view, at) === 'as' && PREPOSITION_CUES.get(lemma)?.has('as'))),
  )
  const held = rest !== undefined && (HELD_VERBS.has(lemma) || caseOf(view, rest) === 'as')
  const asked = lemma === 'ask' && unnamed
  const [subject] = childrenBy(tree, verb, 'nsubj')
  if (held || asked) {
    const topic = rest ?? childrenBy(tree, verb, 'obl', 'ccomp', 'advcl', 'xcomp').find(at => at > verb)
    const stance = topic === undefined ? null : behind(view, verb, firstOf(view, topic))
    return stance && subject !== undefined && held
      ? { cue: stance.cue, content: [phraseRange(view, subject), ...stance.content] }
      : stance
  }
  if (subject === undefined || unnamed || !OBJECT_CUES.has(lemma)) return null
  return { cue: cueRange(view, verb), content: [phraseRange(view, subject)] }
}

/** What is said of a subject by nobody in particular: "is expected to", "is said to have". */
const HELD_VERBS = new Set(
  'expect believe say think know report allege consider rumor rumour estimate suppose presume assume project predict intend see'.split(
    ' ',
  ),
)

/** Verbs of appearance: "seems to have left". */
export const EVIDENT_VERBS = new Set(['seem', 'appear'])

function evident(view: SpeechView, verb: number): Stance | null {
  const { tree } = view
  const rest = childrenBy(tree, verb, 'xcomp', 'ccomp').find(at => at > verb)
  const [subject] = childrenBy(tree, verb, 'nsubj')
  if (rest === undefined || subject === undefined) return null
  const stance = behind(view, verb, firstOf(view, rest))
  return stance && { cue: stance.cue, content: [phraseRange(view, subject), ...stance.content] }
}
