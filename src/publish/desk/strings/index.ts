import { common } from './common.ts'
import { frame } from './frame.ts'

/** Every word the desk itself says, in one catalogue: another language is this folder once more. */
export const strings = { ...common, frame } as const
