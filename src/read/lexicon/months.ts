/** Months by name and abbreviation, 1–12. */
export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
}

/** Days of the week by name and abbreviation, Sunday 0 as `Date.getUTCDay` counts. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
}

/** Words that look like names and belong to the calendar. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(MONTHS).flatMap(word => [word, `${word}.`]),
  ...Object.keys(WEEKDAYS).flatMap(word => [word, `${word}.`]),
  ...'mondays tuesdays wednesdays thursdays fridays saturdays sundays gmt utc est bst eet et easter christmas'.split(
    ' ',
  ),
])
