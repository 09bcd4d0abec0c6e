/** A war as data, and the world gazetteer behind it. Reads files of its own; knows no war by name. */
export * from './fold-place-name.ts'
export * from './load-theatre.ts'
export * from './open-gazetteer.ts'
