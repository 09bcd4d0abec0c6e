import { charsetOfHeader, declaredCharset } from './declared-charset.ts'
import type { BodyKind } from './files/kind-of-file.ts'
import { kindOfBody } from './kind-of-body.ts'
import { textOf } from './text-of.ts'
import type { FetchedBody } from './web/fetch-body.ts'

/** What an answer holds, by its content rather than by its header. */
export interface ReadAnswer {
  readonly kind: BodyKind
  /** As the transport declares it, or null. */
  readonly charset: string | null
  /** Its text; throws InputError when it is none. */
  text(): string
}

/** Looks at an answer. */
export function readAnswer({ body, contentType, url }: Pick<FetchedBody, 'body' | 'contentType' | 'url'>): ReadAnswer {
  const charset = charsetOfHeader(contentType)
  return {
    kind: kindOfBody(body, contentType),
    charset,
    text: () => textOf(body, url, charset ?? declaredCharset(body)),
  }
}
