import { z } from '@hono/zod-openapi'
import { CLAIM_TYPES } from '#domain'
import {
  claimFigureSchema,
  claimPlaceSchema,
  claimTimeSchema,
  instantSchema,
  listOf,
  noteSchema,
  spanSchema,
} from './schemas-records.ts'

const codedEventSchema = z
  .object({
    row: z.string(),
    type: z.enum(CLAIM_TYPES),
    span: spanSchema,
    agent: z.string().nullable(),
    target: z.string().nullable(),
    places: listOf(claimPlaceSchema),
    time: claimTimeSchema,
    figures: listOf(claimFigureSchema),
    confidence: z.number(),
  })
  .openapi('CodedEvent')

/** One report as published, whole. */
export const articleSchema = z
  .object({
    id: z.string(),
    rawItem: z.string(),
    source: z.string(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    byline: z.string().nullable(),
    language: z.string().nullable(),
    publishedAt: instantSchema,
    editedAt: instantSchema.nullable(),
    text: z.string(),
    paragraphs: listOf(spanSchema),
    revisionOf: z.string().nullable(),
    copyOf: z.string().nullable(),
    translationOf: z.string().nullable().optional(),
    /** What a dataset codes in the row this report is; absent: it is a text. */
    coded: codedEventSchema.optional(),
    notes: listOf(noteSchema),
  })
  .openapi('Article')

/** What a list says of a report: everything but its text. */
export const articleHeadSchema = articleSchema
  .omit({ text: true, paragraphs: true, coded: true })
  .openapi('ArticleHead')
