import { type BodyKind, kindOfType } from './files/kind-of-file.ts'

/** How far into a body its kind shows, in bytes. */
const REACH = 4096

/** The opening as Latin letters: marks of byte order and the zeros of UTF-16 are dropped. */
const openingOf = (body: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(body.subarray(0, REACH))
    .replace(/^(?:ï»¿|ÿþ|þÿ)|\0/g, '')
    .trimStart()

/** What a fetched or kept body holds, by how it opens; a media type counts where it is telling or the opening is not. */
export function kindOfBody(body: Uint8Array, contentType: string | null): BodyKind {
  const head = openingOf(body)
  if (head.startsWith('%PDF-')) return 'pdf'
  const stated = kindOfType(contentType)
  if (stated !== null && stated !== 'pdf') return stated
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) && !/^<!doctype html|<html[\s>]/i.test(head)) return 'feed'
  if (/^<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head)) return 'page'
  if (/^[[{]/.test(head)) return 'json'
  if (/html/i.test(contentType ?? '')) return 'page'
  if (/xml/i.test(contentType ?? '') || head.startsWith('<?xml')) return 'feed'
  return /^<[a-z!]/i.test(head) ? 'page' : 'text'
}
