/** The ledger as plain pages that any web host serves: no script, nothing loaded from elsewhere. */
export { type SiteFile, type SiteInput, sitePages } from './site-pages.ts'
