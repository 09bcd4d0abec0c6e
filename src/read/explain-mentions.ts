import type { MentionKind, Span } from '#domain'
import { groupBy } from '#kit'
import { spanOf } from './attribution-parts.ts'
import type { Findings } from './claim-view.ts'
import type { ActorMention, PlaceMention, Quantity, TimeMention } from './document.ts'

/** A name, place, time, number or weapon of a sentence and what it was taken for. */
export interface MentionExplanation {
  readonly kind: MentionKind
  readonly span: Span
  readonly text: string
  /** What it stands for, in one line. */
  readonly means: string
}

/** Everything mentioned, by the index of its sentence, in order of the text. */
export function explainMentions(found: Findings): ReadonlyMap<number, readonly MentionExplanation[]> {
  const { document, actors, places, times, quantities, weapons } = found
  const { text } = document.report
  const at = (sentence: number, kind: MentionKind, span: Span, means: string) => ({
    sentence,
    kind,
    span,
    text: text.slice(...span),
    means,
  })
  const all = [
    ...actors.map(actor =>
      at(actor.sentence, actor.kind === 'person' ? 'person' : 'group', actor.span, meansOf(actor)),
    ),
    ...places.map(place => at(place.sentence, 'place', place.span, placeOf(place))),
    ...times.map(time => at(time.sentence, 'time', time.span, daysOf(time))),
    ...quantities.map(quantity => at(quantity.sentence, 'quantity', quantity.span, numberOf(quantity))),
    ...weapons.map(({ sentence, tokens, id }) => at(sentence, 'weapon', spanOf(document, tokens), id)),
  ]
  const ordered = all.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  const plain = ({ kind, span, text, means }: (typeof all)[number]): MentionExplanation => ({ kind, span, text, means })
  return new Map([...groupBy(ordered, ({ sentence }) => sentence)].map(([index, some]) => [index, some.map(plain)]))
}

const joined = (parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(', ')

const meansOf = ({ name, kind, camp, forces, modifier, score }: ActorMention): string =>
  joined([name, kind, camp !== 'unknown' && camp, forces && 'forces', modifier && 'before a noun', sureness(score)])

const placeOf = (place: PlaceMention): string => {
  const { name, kind, part, admin, country, id, government, anaphor, score } = place
  return joined([
    name,
    kind,
    part,
    admin,
    country,
    id === null ? 'in no gazetteer' : id,
    government && 'speaks or acts as a government',
    anaphor && 'from an earlier name',
    sureness(score),
  ])
}

const sureness = (score: number): string => `sure ${score.toFixed(2)}`

const daysOf = ({ start, end }: TimeMention): string =>
  start === null && end === null
    ? 'a length of time, no day'
    : start === end
      ? `${start}`
      : `${start ?? '…'} to ${end ?? '…'}`

function numberOf({ value, low, high, of, change, unit, approx, measure }: Quantity): string {
  const bounds = value !== null ? String(value) : `${low ?? '…'} to ${high ?? '…'}`
  return joined([
    `${approx ? 'about ' : ''}${bounds}${of === null ? '' : ` of ${of}`}${change === null ? '' : ` (change ${change})`}`,
    unit,
    measure ?? 'measure by its claim',
  ])
}
