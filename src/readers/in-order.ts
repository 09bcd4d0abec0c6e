/**
 * Runs parcels of items several at a time and gives each item with its result in the order of the items. A parcel is closed
 * when the sizes in it reach `parcel`; at most `ahead` parcels are held at a time. The first failure, of a run or of `items`,
 * ends the walk.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  sizeOf: (item: Item) => number,
  parcel: number,
  ahead: number,
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): AsyncGenerator<readonly [Item, Result], void> {
  const flight: Promise<(readonly [Item, Result])[]>[] = []
  const start = (some: readonly Item[]): void => {
    const running = run(some).then(results => some.map((item, at) => [item, results[at] as Result] as const))
    // A failure is thrown where its turn comes; until then it is nobody's, and Node would end the process for it.
    running.catch(() => undefined)
    flight.push(running)
  }
  for await (const some of parcelled(items, sizeOf, parcel)) {
    start(some)
    if (flight.length >= ahead) yield* (await flight.shift()) ?? []
  }
  for (const running of flight) yield* await running
}

async function* parcelled<Item>(
  items: AsyncIterable<Item>,
  sizeOf: (item: Item) => number,
  parcel: number,
): AsyncGenerator<readonly Item[], void> {
  let some: Item[] = []
  let size = 0
  for await (const item of items) {
    some.push(item)
    size += sizeOf(item)
    if (size < parcel) continue
    yield some
    some = []
    size = 0
  }
  if (some.length > 0) yield some
}
