/**
 * A text without the signs at its end that `sign` fits, one sign at a time from the back. A pattern such as `/[\s.]+$/` tries
 * every run of them and takes the square of the time on a long one.
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0 && sign.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
