import { z } from '@hono/zod-openapi'
import { BANDS, type Band, CONFIDENCES, type Confidence, type Day, THEATRE_PLACE_KINDS } from '#domain'
import { daySchema, instantSchema, listOf } from './schemas-records.ts'

/** A place of the theatre, or of the gazetteer where a claim names one (`kind` null). */
export const placeHeadSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(THEATRE_PLACE_KINDS).nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    admin: z.string().nullable(),
    country: z.string().nullable(),
  })
  .openapi('Place')

/** Who holds a place, how surely and since when, as fields of an answer. */
export const holdingShape = {
  /** Party id, `contested` or `unknown` (also when nothing was ever claimed). */
  holder: z.string(),
  /** Null together with `confidence` and `since` when the ledger has no step for the place. */
  likelihood: z.enum(BANDS).nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  since: daySchema.nullable(),
  /**
   * True where a claim stands behind the holder. False where none does: the holder is then the one before the war, or
   * `unknown`, and that nobody has spoken of the place since is no sign that it is calm.
   */
  said: z.boolean(),
}

/** GET /places: places that a claim names or a line of control runs through. */
export const placesSchema = z
  .object({
    asOf: instantSchema,
    on: daySchema,
    places: listOf(placeHeadSchema.extend({ ...holdingShape, claims: z.number().int() }).openapi('PlaceSummary')),
  })
  .openapi('Places')

/** One step of a line of control. */
export const controlStepSchema = z
  .object({
    from: daySchema,
    holder: z.string(),
    likelihood: z.enum(BANDS),
    confidence: z.enum(CONFIDENCES),
    because: listOf(z.string()),
    against: listOf(z.string()),
    /** The area by whose claim the place was reached, or null. */
    through: z.string().nullable(),
  })
  .openapi('ControlStep')

/** Who holds a place on a day: Fogline's line in `line`, each camp's own in `claimants`, both oldest first. */
export const controlSchema = z
  .object({
    /** Id of the place; `name` is what it is shown by. */
    place: z.string(),
    name: z.string(),
    on: daySchema,
    asOf: instantSchema,
    ...holdingShape,
    line: listOf(controlStepSchema),
    claimants: z.record(z.string(), listOf(controlStepSchema)),
    /** Parts that somebody names (`east`), each with Fogline's own line. */
    parts: z.record(z.string(), z.object({ ...holdingShape, line: listOf(controlStepSchema) })),
  })
  .openapi('Control')

export type PlaceHead = z.infer<typeof placeHeadSchema>
export type Places = z.infer<typeof placesSchema>
export type PlaceSummary = Places['places'][number]
export type ControlStep = z.infer<typeof controlStepSchema>
/** Likelihood, confidence and first day of a holding: all three, or none where nothing is known. */
export type Holding = { readonly holder: string; readonly said: boolean } & (
  | { readonly likelihood: Band; readonly confidence: Confidence; readonly since: Day }
  | { readonly likelihood: null; readonly confidence: null; readonly since: null }
)
export type ControlAnswer = Omit<z.infer<typeof controlSchema>, keyof Holding> & Holding
