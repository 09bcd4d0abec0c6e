import type { Span } from '#domain'

/**
 * Where each form of a sentence stands in its text. Forms are looked for in order; one that is not there (a corrected or
 * fused word) gets the place of the run it belongs to, or an empty place where the last one ended.
 * `fused`: surface and number of words of a run written as one, by the index of its first word.
 */
export function fitForms(
  text: string,
  forms: readonly string[],
  fused: ReadonlyMap<number, { readonly surface: string; readonly words: number }>,
): readonly Span[] {
  const spans: Span[] = []
  let at = 0
  for (let index = 0; index < forms.length; ) {
    const run = fused.get(index)
    const words = forms.slice(index, index + (run?.words ?? 1))
    const whole = run?.surface ?? words[0] ?? ''
    const start = startOf(text, whole, at)
    if (run && words.join('') !== whole) for (const _ of words) spans.push([start, start + whole.length])
    else {
      let from = start
      for (const word of words) {
        const fits = text.startsWith(word, from)
        spans.push([from, fits ? from + word.length : from])
        from = spans.at(-1)?.[1] ?? from
      }
    }
    at = spans.at(-1)?.[1] ?? at
    index += words.length
  }
  return spans
}

/** Where `form` begins at or after `at`, blanks passed over; `at` itself when it is not the next thing there. */
function startOf(text: string, form: string, at: number): number {
  let from = at
  while (from < text.length && /\s/.test(text[from] ?? '') && !text.startsWith(form, from)) from++
  return text.startsWith(form, from) ? from : at
}
