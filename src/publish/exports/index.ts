/** The ledger in the forms other programs read, each written as a stream. */
export { escapeXml } from './escape.ts'
export { EVENT_COLUMNS } from './events-csv.ts'
export { type ExportFilter, type ExportInput, eachRow } from './export-input.ts'
export {
  editionsFeed,
  type FeedEntry,
  type NewsFeed,
  storiesFeed,
  watchFeed,
  writeAtom,
  writeJsonFeed,
} from './feeds.ts'
export { EXPORT_NAMES, EXPORTS, type ExportFormat, type ExportName } from './formats.ts'
