import pc from 'picocolors'
import type { TrackRecord } from '#domain'
import { print, printTable } from './output.ts'

/** Prints how an origin's claims came out, and the letter that would suggest beside the one it was given. */
export function printTrack({ name, camp, total, types, posterior, given, suggested }: TrackRecord): void {
  print(`\n${pc.bold(name)} (${camp}): how its claims came out`)
  printTable(
    ['type', 'confirmed', 'contradicted', 'withdrawn', 'never settled'],
    [...types, { type: 'all', ...total }].map(row => [
      row.type,
      row.confirmed,
      row.contradicted,
      row.withdrawn,
      row.unsettled,
    ]),
  )
  const percent = (value: number) => `${Math.round(value * 100)} %`
  print(
    `share that holds: ${percent(posterior.mean)}, 90 % between ${percent(posterior.low)} and ${percent(posterior.high)}`,
  )
  print(
    `reliability given: ${given ?? 'none'}; its record alone would suggest: ${suggested ?? 'too few settled to say'}`,
  )
}
