import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { NEWSLETTER_KINDS, type NewsletterKind } from '#src/schemas/newsletter.ts';
import type { Site } from '#src/schemas/site.ts';
import { subscribeUrl } from '#src/urls.ts';

/** What happened to a reader who comes back from a provider. */
const STEPS = ['thanks', 'problem'] as const;
export type SubscribeStep = (typeof STEPS)[number];

/** The editions of the newsletter that readers of a language can subscribe to. */
export function offeredKinds({ newsletter }: Pick<Site, 'newsletter'>, locale: Locale): NewsletterKind[] {
  return NEWSLETTER_KINDS.filter((kind) => newsletter?.editions[locale]?.[kind]);
}

/** The pages of a language on subscribing: none without a newsletter. undefined is the first; without a provider it is the only one. */
export function subscribeSteps(site: Pick<Site, 'newsletter'>, locale: Locale): (SubscribeStep | undefined)[] {
  if (offeredKinds(site, locale).length === 0) return [];
  return site.newsletter?.provider ? [undefined, ...STEPS] : [undefined];
}

/** The addresses of all these pages. */
export function subscribeAddresses(site: Pick<Site, 'newsletter'>): string[] {
  return LOCALES.flatMap((locale) => subscribeSteps(site, locale).map((step) => subscribeUrl(locale, step)));
}
