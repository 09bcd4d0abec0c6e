import { canonicalJson, sha256 } from '#domain'
import type { Draft } from '../gathered.ts'

/** A mark by which an entry is known again: another address, headline or date of editing (without one: other words) is another mark. */
export const markOf = ({ url, title, publishedAt, editedAt, text }: Draft): string =>
  sha256(canonicalJson([url, title, publishedAt, editedAt ?? text])).slice(0, 12)

/** A mark for an address and, where it is stated, its last change. */
export const markOfAddress = (address: string, moment: string | null): string =>
  sha256(`${address} ${moment ?? ''}`).slice(0, 12)
