const BITE = 500

/** Reads by a list of ids in bites that keep one query small; rows in the order of the bites. */
export async function readInBites<Id, Row>(
  ids: readonly Id[],
  read: (bite: readonly Id[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < ids.length; from += BITE) rows.push(...(await read(ids.slice(from, from + BITE))))
  return rows
}
