import type { SourceForm } from '#domain'
import { pollChannel } from './poll-channel.ts'
import { pollFeed } from './poll-feed.ts'
import { pollFolder } from './poll-folder.ts'
import { pollPage } from './poll-page.ts'
import { pollSitemap } from './poll-sitemap.ts'
import type { PollContext, Polled } from './polled.ts'

const WAYS: Readonly<Record<SourceForm, (context: PollContext) => Promise<Polled>>> = {
  feed: pollFeed,
  sitemap: pollSitemap,
  'news-sitemap': pollSitemap,
  channel: pollChannel,
  page: pollPage,
  folder: pollFolder,
}

/**
 * Asks a subscription once for what is new. Throws FetchError or InputError when it does not answer as it should: then
 * nothing is known of it, which is not the same as nothing new.
 */
export const pollSource = (context: PollContext): Promise<Polled> => WAYS[context.subscription.form](context)
