/** What windows-1252 has at 0x80–0x9f; its five holes stay control characters. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Text with the quotes, dashes and letters of windows-1252 that came through as control characters U+0080–U+009F: from
 * feeds that declare Latin-1, and from decoders that read windows-1252 as Latin-1 (Node 20's does).
 */
export const mendControls = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, control => HIGH[control.charCodeAt(0) - 0x80] ?? control)
