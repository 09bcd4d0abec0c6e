import { PatternError } from './pattern-error.ts'

/** One line of a source, read from left to right; it knows where it is, for errors. */
export class LineReader {
  readonly line: number
  readonly indent: number
  private readonly text: string
  private at: number

  /** `text`: the line with its comment taken off; `line`: its number from 1. */
  constructor(text: string, line: number) {
    this.line = line
    this.text = text.trimEnd()
    this.indent = this.text.length - this.text.trimStart().length
    this.at = this.indent
    const tab = this.text.indexOf('\t')
    if (tab !== -1)
      throw new PatternError(line, tab + 1, { expected: 'spaces', found: 'a tab', remedy: 'indent with spaces' })
  }

  /** Takes what matches here, blanks passed over; null when it does not. `pattern` is sticky. */
  take(pattern: RegExp): string | null {
    this.skip()
    const taken = this.look(pattern)
    if (taken !== null) this.at += taken.length
    return taken
  }

  /** What would be taken, without taking it. */
  look(pattern: RegExp): string | null {
    this.skip()
    pattern.lastIndex = this.at
    return pattern.exec(this.text)?.[0] ?? null
  }

  /** True at the end of the line. */
  get done(): boolean {
    this.skip()
    return this.at >= this.text.length
  }

  /** Takes what matches or throws what was expected instead. */
  want(pattern: RegExp, expected: string, remedy: string): string {
    const taken = this.take(pattern)
    if (taken === null) throw this.error(expected, remedy)
    return taken
  }

  /** The error for what stands here; `back` characters earlier where the trouble is what was just taken. */
  error(expected: string, remedy: string, back = 0): PatternError {
    if (back === 0) this.skip()
    const at = this.at - back
    const rest = /^(?:\w[\w'-]*|.)/u.exec(this.text.slice(at))?.[0]
    return new PatternError(this.line, at + 1, {
      expected,
      found: rest === undefined ? 'the end of the line' : `"${rest}"`,
      remedy,
    })
  }

  private skip(): void {
    while (this.text[this.at] === ' ') this.at++
  }
}
