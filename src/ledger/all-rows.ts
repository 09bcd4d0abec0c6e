import type { Page } from './ledger.ts'

const PAGE = 1000

/** Every row of a paged read, page after page, in the ledger's order. */
export async function allRows<Row>(
  read: (page: { readonly limit: number; readonly after: string | null }) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | null = null; ; ) {
    const page = await read({ limit: PAGE, after })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}
