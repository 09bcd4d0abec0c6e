import type { PageDocument, PageElement } from './dom.ts'

/** Parts that never belong to what an article says. */
const CLUTTER =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, form, button, input, select, dialog, nav, figcaption, [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="dialog"], [role="search"]'

/** Class and id names of blocks round an article: what else to read, sign up for, share, buy. Whole words between dashes. */
const CLUTTER_NAME =
  /(?:^|[\s_-])(?:related|recommended|recirc|newsletter|subscribe|subscription|signup|sign-up|promo|advert|advertisement|ad-slot|ads|sponsored|share|sharing|social|breadcrumbs?|comments?|cookie|consent|gdpr|paywall|caption|wp-caption-text|credit|read-more|readmore|more-stories|most-read|popular|trending|tags|taglist|author-bio|byline-bio|toc|table-of-contents|print-only|skip-link|sr-only|screen-reader-text|visually-hidden)(?:$|[\s_-])/i
const NAMED = 'div[class], section[class], aside, ul[class], p[class], span[class], div[id], section[id]'
/** A block with this share of the page's words is the article, whatever its class says. */
const TOO_MUCH = 0.4

const namesOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`

/** Takes navigation, captions, share bars, sign-up boxes and lists of other articles out of a page, in place. */
export function dropClutter(page: PageDocument): void {
  for (const element of page.querySelectorAll(CLUTTER)) element.remove()
  const words = page.body.textContent.length
  for (const element of page.querySelectorAll(NAMED)) {
    const named = element.tagName === 'ASIDE' || CLUTTER_NAME.test(namesOf(element))
    if (named && element.textContent.length < words * TOO_MUCH) element.remove()
  }
}
