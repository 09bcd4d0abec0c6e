import { common } from './common.ts'
import { forecasts } from './forecasts.ts'
import { frame } from './frame.ts'
import { map } from './map.ts'
import { disputesScreen, figures, report, search, sources, stories } from './screens.ts'
import { corrections, review, watches } from './work.ts'

export { familyName } from './map.ts'

/** Every word the desk itself says, in one catalogue: another language is this folder once more. */
export const strings = {
  ...common,
  frame,
  map,
  stories,
  disputesScreen,
  report,
  search,
  sources,
  figuresScreen: figures,
  forecasts,
  review,
  corrections,
  watches,
} as const
