/**
 * A user's bad input: thrown with one clear line that says what was expected, what was found and what to do. The command
 * line prints that line on standard error and ends with exit code 1; the API answers 400 or 404 with it. Anything else
 * that is thrown is a broken promise of ours.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
}
