/** What of an address goes along to another screen: the look back, nothing else. */
export const asOfOnly = ({ asOf }: { asOf?: string | undefined }): { asOf?: string } =>
  asOf === undefined ? {} : { asOf }

/** An address with some of its entries changed; undefined or an empty text takes an entry out. */
export const changed = <Search extends object>(
  search: Search,
  change: { readonly [Key in keyof Search]?: Search[Key] | undefined },
): Search =>
  Object.fromEntries(
    Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== ''),
  ) as Search
