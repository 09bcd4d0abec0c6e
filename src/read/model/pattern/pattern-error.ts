import { InputError } from '#domain'

/** A pattern that cannot be read: where, what was expected there, what was found and what to do, in one line. */
export class PatternError extends InputError {
  /** Of the source, from 1. */
  readonly line: number
  /** Of the line, from 1, in UTF-16 units. */
  readonly column: number
  readonly expected: string
  readonly found: string
  /** What to do. */
  readonly remedy: string

  constructor(
    line: number,
    column: number,
    problem: { readonly expected: string; readonly found: string; readonly remedy: string },
  ) {
    super(
      `patterns, line ${line}, column ${column}: expected ${problem.expected}, found ${problem.found}; ${problem.remedy}`,
    )
    this.line = line
    this.column = column
    this.expected = problem.expected
    this.found = problem.found
    this.remedy = problem.remedy
  }
}
