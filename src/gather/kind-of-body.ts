import type { FileKind } from './files/kind-of-file.ts'

/** What a fetched body holds, by how it opens; the server's word counts only where the opening does not tell. */
export function kindOfBody(text: string, contentType: string | null): FileKind {
  const head = text.slice(0, 4096).trimStart()
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) && !/^<!doctype html|<html[\s>]/i.test(head)) return 'feed'
  if (/^<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head)) return 'page'
  if (/^[[{]/.test(head)) return 'json'
  if (/html/i.test(contentType ?? '')) return 'page'
  if (/xml/i.test(contentType ?? '') || head.startsWith('<?xml')) return 'feed'
  return /^<[a-z!]/i.test(head) ? 'page' : 'text'
}
