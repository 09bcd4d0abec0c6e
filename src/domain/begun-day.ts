import { InputError } from './input-error.ts'
import { addDays, type Day, dayNumber, dayOf, type Instant } from './time.ts'

/**
 * The day, where it has begun somewhere on Earth: one to come has no reports, and an edition of it would say that nothing is
 * known of it yet. `name` is what the user gave it as. Throws `InputError` for a day to come.
 */
export function begunDay(
  name: string,
  date: Day,
  { dayOne, now }: { readonly dayOne: Day; readonly now: Instant },
): Day {
  const last = addDays(dayOf(now), 1)
  if (date <= last) return date
  const until = `${last}, day ${dayNumber(dayOne, last)}`
  throw new InputError(`${name}: expected a day until now (${until}), found ${date}, which is to come`)
}
