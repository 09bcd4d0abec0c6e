import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Translator } from '#gather'
import type { Settings } from './context.ts'

/**
 * The translation endpoint that `FOGLINE_TRANSLATE_URL` names, with what it gave before kept in the data folder; null
 * where none is named. Throws InputError when it is no address.
 */
export async function translatorOf({ dataDir, translateUrl, translateKey }: Settings): Promise<Translator | null> {
  if (translateUrl === null) return null
  const { createTranslator, openTranslationFile } = await import('#gather')
  const kept = existsSync(dataDir) ? { cache: openTranslationFile(join(dataDir, 'translations.jsonl')) } : {}
  return createTranslator({ url: translateUrl, key: translateKey, ...kept })
}
