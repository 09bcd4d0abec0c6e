import { betaPosterior, type ControlMap, type Forecast, type Question, type TrackRecord } from '#domain'
import type { Ledger } from '#ledger'
import { at, day } from './makers.ts'

const QUESTION: Question = {
  id: 'q_ford',
  text: 'Will the north take Mill Ford by the end of the year?',
  origin: 'metaculus',
  url: null,
  opened: day('2024-11-01'),
  criteria: { kind: 'control', place: 'mill-ford', holder: 'north', mode: 'taken', by: day('2024-12-31') },
  rules: null,
  given: null,
  claim: null,
}
const FORECAST: Forecast = {
  id: 'f_ford',
  question: QUESTION.id,
  forecaster: 'Panel',
  camp: 'third-party',
  low: 0.3,
  high: 0.3,
  band: 'unlikely',
  words: null,
  at: at('2024-11-02'),
  claim: null,
}
const TRACK: TrackRecord = {
  id: 'river-daily',
  name: 'River Daily',
  camp: 'third-party',
  total: { confirmed: 3, contradicted: 1, withdrawn: 0, unsettled: 2 },
  types: [{ type: 'control.seized', confirmed: 3, contradicted: 1, withdrawn: 0, unsettled: 2 }],
  posterior: betaPosterior(3, 1),
  given: 'C',
  suggested: null,
  learned: at('2024-11-26'),
}
const MAP: ControlMap = {
  id: 'm_ford',
  claimant: 'map-makers',
  date: day('2024-11-26'),
  file: 'ford.geojson',
  sha256: '0'.repeat(64),
  areas: [
    {
      holder: 'north',
      polygons: [
        [
          [
            [-180, -85],
            [180, -85],
            [180, 85],
            [-180, 85],
            [-180, -85],
          ],
        ],
      ],
    },
  ],
  lines: [],
}

/** A ledger that also holds a question with a forecast, a track record, a map, and the account of the story `s_ford`. */
export const scored = (ledger: Ledger): Ledger => ({
  ...ledger,
  questions: async () => [QUESTION],
  forecasts: async () => [FORECAST],
  tracks: async () => [TRACK],
  maps: async () => [MAP],
  account: async id => ({
    id,
    facts: [{ event: null, says: 'the ford was taken', claims: [], origins: 2, camps: ['third-party'] }],
    lines: [],
    disputed: [],
    forecasts: [],
    outlets: { establishment: 1, critical: 0, unknown: 1 },
    learned: at('2024-11-26'),
  }),
})
