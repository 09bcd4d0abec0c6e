import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Columns of every table whose rows come in versions, and what is kept of each. */
const versioned = (table: string, comment: string, columns: readonly string[]): string[] => [
  `create table ${table} (
    row bigint primary key,
    id text collate "C" not null,
    version text not null,
    learned timestamptz not null,
    replaces bigint,
    ${columns.map(column => `${column},`).join('\n    ')}
    body json
  )`,
  `create unique index ${table}_id on ${table} (id, row)`,
  `comment on table ${table} is '${comment}'`,
]

const once = (table: string, comment: string, columns: readonly string[]): string[] => [
  `create table ${table} (${columns.join(', ')})`,
  `comment on table ${table} is '${comment}'`,
]

const REPORTS = [
  ...versioned('source', 'Who publishes reports; id: the slug of the source.', []),
  ...once('capture', 'Bodies as they came over the wire or off the disk, each kept once.', [
    'sha256 text primary key',
    'row bigint not null unique',
    'learned timestamptz not null',
    'body bytea not null',
  ]),
  ...once('raw_item', 'What was fetched or read, when and from where.', [
    'id text collate "C" primary key',
    'row bigint not null unique',
    'learned timestamptz not null',
    'sha256 text not null',
    'body json not null',
  ]),
  ...versioned('article', 'Reports as published; id: the article.', [
    'source text',
    'url text',
    'published timestamptz',
    'raw_item text',
  ]),
  ...versioned('claim', 'What a report says; id: the claim.', [
    'article text collate "C"',
    'source text',
    'type text',
    'family text',
    'holder text',
    'camp text',
    'certainty text',
    'places text[]',
    'said timestamptz',
    'start integer',
  ]),
]

const DERIVED = [
  ...versioned('story', 'Reports that tell one thing; id: the story.', ['last_said timestamptz']),
  ...versioned('event', 'One happening; id: the event.', ['type text', 'place text', 'happened date']),
  ...versioned('dispute', 'Opposing claims; id: the dispute.', [
    'place text',
    'event text',
    'status text',
    'since timestamptz',
  ]),
  ...versioned('figure', 'A number by whose count; id: the figure.', [
    'measure text',
    'claimant text',
    'subject text',
    'series text',
    'event text',
    'happened date',
  ]),
  ...versioned('belief', 'What Fogline makes of the claims on one event; id: the event.', [
    'belief text',
    'happened date',
  ]),
  ...versioned('control', 'Who is said to hold a place from a day on; id: place, claimant and day.', [
    'control text',
    'place text collate "C"',
    'claimant text collate "C"',
    'since date',
  ]),
  ...once('rests_on', 'The claims and articles that a row of story, event, dispute or figure rests on.', [
    'row bigint not null',
    'item text collate "C" not null',
    'primary key (row, item)',
  ]),
]

const DECIDED = [
  ...once('judgement', 'What analysts decided.', [
    'id text collate "C" primary key',
    'row bigint not null unique',
    'learned timestamptz not null',
    'body json not null',
  ]),
  ...once('briefing', 'Editions as they were published.', [
    'id text collate "C" primary key',
    'row bigint not null unique',
    'learned timestamptz not null',
    'date date not null',
    'as_of timestamptz not null',
    'body json not null',
  ]),
  ...once('meta', 'Facts about the ledger itself: its theatre.', [
    'key text primary key',
    'row bigint not null unique',
    'learned timestamptz not null',
    'value text not null',
  ]),
]

// The first 100,000 characters: a word index takes no more than 1 MB of one text. Its cost keeps the planner from working
// it out row by row where the index has the answer; without statistics on it `analyze` need not work it out either.
const WORDS = [
  `create function words_of(body json) returns tsvector language plpgsql immutable strict parallel safe cost 10000 as $$
   begin
     return to_tsvector('pg_catalog.english', left(body ->> 'text', 100000));
   end $$`,
]

// Values that stem from a report's own words can be longer than a B-tree takes (2.7 kB); a hash index takes any length.
const INDEXES = [
  'create index article_published on article (published desc, id)',
  'create index article_source on article using hash (source)',
  'create index article_url on article using hash (url)',
  'create index article_words on article using gin (words_of(body))',
  'create index claim_said on claim (said desc, article, start, id)',
  'create index claim_article on claim (article)',
  'create index claim_source on claim using hash (source)',
  'create index claim_type on claim (type, said desc)',
  'create index claim_family on claim (family, said desc)',
  'create index claim_holder on claim using hash (holder)',
  'create index claim_camp on claim (camp, said desc)',
  'create index claim_certainty on claim (certainty, said desc)',
  'create index claim_places on claim using gin (places)',
  'create index claim_words on claim using gin (words_of(body))',
  'alter index article_words alter column 1 set statistics 0',
  'alter index claim_words alter column 1 set statistics 0',
  'create index story_last_said on story (last_said desc, id)',
  'create index event_happened on event (happened desc, id)',
  'create index event_place on event using hash (place)',
  'create index event_type on event (type)',
  'create index dispute_since on dispute (since desc, id)',
  'create index dispute_place on dispute using hash (place)',
  'create index dispute_event on dispute (event)',
  'create index figure_happened on figure (happened desc, id)',
  'create index figure_measure on figure (measure, happened desc)',
  'create index figure_claimant on figure using hash (claimant)',
  'create index figure_subject on figure using hash (subject)',
  'create index figure_event on figure (event)',
  'create index belief_happened on belief (happened desc, id)',
  'create index belief_belief on belief (belief)',
  'create index control_place on control (place, since)',
  'create index rests_on_item on rests_on (item, row)',
  'create index briefing_date on briefing (date, as_of desc)',
]

const TABLES = [...REPORTS, ...DERIVED, ...DECIDED].flatMap(text => /^create table (\w+)/.exec(text)?.[1] ?? [])

// A writer that could change a row could change what was known; the database itself refuses, whoever asks.
const APPEND_ONLY = [
  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception 'the ledger is append-only: % takes no %', tg_table_name, lower(tg_op);
   end $$`,
  ...TABLES.map(
    table => `create trigger append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
]

/** Schema 1: every table of the ledger, its indexes, and the triggers that keep rows as they were written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...REPORTS, ...DERIVED, ...DECIDED, ...WORDS, ...INDEXES, ...APPEND_ONLY]) {
    await sql.raw(statement).execute(db)
  }
}
