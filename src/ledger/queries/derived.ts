import { sql } from 'kysely'
import type { Belief, Control, Dispute, DisputeId, Event, Figure, Story } from '#domain'
import type {
  AsOf,
  BeliefQuery,
  ControlQuery,
  DisputeQuery,
  EventQuery,
  FigureQuery,
  Page,
  StoryQuery,
} from '../ledger.ts'
import type { Db } from '../tables.ts'
import { equals, isAnyOf, restsOn, restsOnSaid } from './conditions.ts'
import { checkAsOf, isCurrent, storableText } from './current.ts'
import type { Condition } from './list.ts'
import { listPage } from './list.ts'
import type { Order, SortKey } from './paging.ts'

const byId = <Row>(valueOf: (row: Row) => string): SortKey<Row> => ({ column: 't.id', cast: 'text', valueOf })

const STORIES: Order<Story> = {
  name: 'stories',
  keys: [
    { column: 't.last_said', cast: 'timestamptz', descending: true, valueOf: story => story.lastSaid },
    byId(story => story.id),
  ],
}
/** Stories, the one with the newest report first. */
export const listStories = async (db: Db, query: StoryQuery): Promise<Page<Story>> =>
  listPage(db, 'story', STORIES, query, [
    isAnyOf('id', query.ids),
    restsOn(query.article),
    restsOnSaid('article', query),
  ])

const EVENTS: Order<Event> = {
  name: 'events',
  keys: [
    { column: 't.happened', cast: 'date', descending: true, valueOf: event => event.happened.start },
    byId(event => event.id),
  ],
}
/** Events, the one that began last first. */
export const listEvents = async (db: Db, query: EventQuery): Promise<Page<Event>> =>
  listPage(db, 'event', EVENTS, query, [
    isAnyOf('id', query.ids),
    equals('place', query.place),
    isAnyOf('type', query.types),
    restsOnSaid('claim', query),
  ])

const BELIEFS: Order<Belief> = {
  name: 'beliefs',
  keys: [
    { column: 't.happened', cast: 'date', descending: true, valueOf: belief => belief.happened.start },
    byId(belief => belief.about),
  ],
}
/** Beliefs, the one on the event that began last first. */
export const listBeliefs = async (db: Db, query: BeliefQuery): Promise<Page<Belief>> =>
  listPage(db, 'belief', BELIEFS, query, [isAnyOf('belief', query.ids), isAnyOf('id', query.about)])

const DISPUTES: Order<Dispute> = {
  name: 'disputes',
  keys: [
    { column: 't.since', cast: 'timestamptz', descending: true, valueOf: dispute => dispute.since },
    byId(dispute => dispute.id),
  ],
}
/** Disputes, the one that arose last first. */
export const listDisputes = async (db: Db, query: DisputeQuery): Promise<Page<Dispute>> =>
  listPage(db, 'dispute', DISPUTES, query, [
    isAt(query),
    equals('event', query.event),
    equals('status', query.status),
    restsOnSaid('claim', query),
  ])

/** Over the place itself, or over an event that was at it. */
function isAt({ place, asOf }: DisputeQuery): Condition {
  if (place === undefined) return null
  return sql`(t.place = ${storableText(place)} or t.event in (select e.id from event as e
    where e.place = ${storableText(place)} and ${isCurrent('event', 'e', checkAsOf(asOf))}))`
}

/** One dispute as it stood; null when there was none. */
export async function findDispute(db: Db, id: DisputeId, { asOf }: AsOf): Promise<Dispute | null> {
  const { rows } = await sql<{ body: Dispute }>`
    select t.body from dispute as t where t.id = ${storableText(id)} and ${isCurrent('dispute', 't', checkAsOf(asOf))}`.execute(
    db,
  )
  return rows[0]?.body ?? null
}

const FIGURES: Order<Figure> = {
  name: 'figures',
  keys: [
    { column: 't.happened', cast: 'date', descending: true, valueOf: figure => figure.happened },
    byId(figure => figure.id),
  ],
}
/** Figures, the newest day first. */
export const listFigures = async (db: Db, query: FigureQuery): Promise<Page<Figure>> =>
  listPage(db, 'figure', FIGURES, query, [
    equals('measure', query.measure),
    equals('claimant', query.claimant),
    equals('subject', query.subject),
    equals('series', query.series),
    equals('event', query.event),
    restsOnSaid('claim', query),
  ])

/** Steps of control by place, claimant (Fogline's own line first) and day. */
export async function listControl(db: Db, query: ControlQuery): Promise<Control[]> {
  const claimant = query.claimant === null ? sql`t.claimant is null` : equals('claimant', query.claimant)
  const whole = query.parts ? null : sql`t.part is null`
  const conditions = [equals('place', query.place), claimant, whole, isCurrent('control', 't', checkAsOf(query.asOf))]
  const { rows } = await sql<{ body: Control }>`
    select t.body from control as t
    where ${sql.join(
      conditions.filter(condition => condition !== null),
      sql` and `,
    )}
    order by t.place, t.part nulls first, t.claimant nulls first, t.since`.execute(db)
  return rows.map(({ body }) => body)
}
