/** Reading on one thread or on all cores, with the same readings in the same order. */
export { openReaders } from './open-readers.ts'
export { type Readers, readHere, withSources } from './readers.ts'
