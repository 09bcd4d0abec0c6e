/** A war as data, and the world gazetteer behind it. Reads files of its own; knows no war by name. */
export * from './fold-place-name.ts'
export {
  type ImportedList,
  importList,
  listImported,
  openGazetteerWith,
  removeImported,
} from './imported/imported-lists.ts'
export * from './load-theatre.ts'
export { indexGazetteer, openGazetteer } from './open-gazetteer.ts'
