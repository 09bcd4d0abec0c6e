import { z } from 'zod'
import { CLAIM_TYPES, MEASURES, PLACE_ROLES, STANCES, TENSES } from '#domain'
import type { Proposal } from '#read'

const words = z.string().max(2000)
const proposal = z.strictObject({
  type: z.enum(CLAIM_TYPES),
  quote: words,
  holder: words.nullable(),
  stance: z.enum(STANCES),
  tense: z.enum(TENSES),
  agent: words.nullable(),
  target: words.nullable(),
  places: z.array(z.strictObject({ words, role: z.enum(PLACE_ROLES) })).max(20),
  figures: z.array(z.strictObject({ words, measure: z.enum(MEASURES), value: z.number() })).max(20),
  time: words.nullable(),
})

/** Claims taken of one report at most: more is noise. */
const MOST = 200

/** What an answer must look like, as JSON Schema, for servers that hold their model to one. */
export const ANSWER_SCHEMA = z.toJSONSchema(z.strictObject({ claims: z.array(proposal) }))

/** What could be read of an answer: well-formed proposals, and in plain words why others were none. */
export interface Answer {
  readonly proposals: readonly Proposal[]
  readonly refused: readonly string[]
}

/** Reads a model's answer; null where it is no JSON of the form asked for at all. A claim that is malformed is refused alone. */
export function readAnswer(content: string): Answer | null {
  const given = parse(content)
  const outer = z.object({ claims: z.array(z.unknown()) }).safeParse(given)
  if (!outer.success) return null
  const proposals: Proposal[] = []
  const refused: string[] = []
  for (const [at, one] of outer.data.claims.entries()) {
    const read = at < MOST ? proposal.safeParse(one) : null
    if (read?.success) proposals.push(read.data)
    else refused.push(read ? `claim ${at + 1} is malformed: ${issueOf(read.error)}` : `claim ${at + 1} is one too many`)
  }
  return { proposals, refused: refused.slice(0, 20) }
}

const issueOf = ({ issues: [first] }: z.ZodError): string =>
  first ? `${first.path.join('.') || 'the whole'}: ${first.message.replace(/\s+/g, ' ').slice(0, 200)}` : 'unknown'

/** JSON, also where a model put it into a fence. */
function parse(content: string): unknown {
  const bare = content
    .trim()
    .replace(/^```(?:json)?\n?/, '')
    .replace(/\n?```$/, '')
  try {
    return JSON.parse(bare) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
