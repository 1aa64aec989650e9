import { formatDate, typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { offeredKinds } from '#src/newsroom/subscribe-pages.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { NewsletterKind } from '#src/schemas/newsletter.ts';
import type { NewsletterProvider, NewsletterSettings } from '#src/schemas/newsletter-settings.ts';
import { WEEKDAYS } from '#src/schemas/repeats.ts';
import { siteInstant } from '#src/schemas/site-zone.ts';
import type { Site } from '#src/schemas/site.ts';
import { mailUrl, signUpFormUrl } from '#src/outside-urls.ts';
import { subscribeUrl } from '#src/urls.ts';
import type { Link } from './link.ts';

/** An edition of the newsletter that readers can subscribe to. */
export interface Offer {
  name: string;
  text: string;
  /** “Every day at 07:00” */
  when: string;
  /** What a provider's form sends for it. */
  value: string;
  /** A mail that asks for it, if there is no provider. */
  mail: Link | undefined;
}

/** A form as its provider takes it: the names of what it sends. */
interface ProviderForm {
  action: string;
  /** `Buttondown` */
  service: string;
  email: string;
  /** The names of the offers, and whether only one can be sent. */
  offers: { name: string; isOne: boolean };
  hidden: readonly { name: string; value: string }[];
  /** A field that no reader sees: what is filled in by a program is thrown away. */
  trap: string | undefined;
}

/** How readers subscribe to the newsletter, in a language. */
export interface SignUp {
  /** The page that says what comes, and how often. */
  page: Link;
  title: string;
  text: string;
  consent: string;
  offers: readonly [Offer, ...Offer[]];
  form: ProviderForm | undefined;
}

const NAMES = {
  daily: ['newsletterDaily', 'newsletterDailyText'],
  weekly: ['newsletterWeekly', 'newsletterWeeklyText'],
  breaking: ['newsletterBreaking', 'newsletterBreakingText'],
} as const satisfies Record<NewsletterKind, [MessageKey, MessageKey]>;

/** @returns undefined if the paper has no newsletter in this language */
export function signUpOf(site: Site, locale: Locale): SignUp | undefined {
  const { newsletter, name, email } = site;
  if (!newsletter) return undefined;
  const { provider } = newsletter;
  const t = translator(locale);
  const form = provider && providerForm(provider);
  const [first, ...others] = offeredKinds(site, locale).map((kind): Offer => {
    const when = whenSent(newsletter, locale, kind);
    const [title, text] = [t(NAMES[kind][0]), t(NAMES[kind][1])];
    const subject = t('signUpMailSubject', { name: title });
    const body = t('signUpMailBody', { name: title, paper: name });
    const mail = {
      text: t('signUpMailLink'),
      href: mailUrl(newsletter.replyTo ?? email, subject, body),
    };
    return { name: title, text, when, value: valueOf(provider, locale, kind), mail: form ? undefined : mail };
  });
  if (!first) return undefined;
  return {
    page: { text: t('signUpLink'), href: subscribeUrl(locale) },
    title: t('signUpTitle'),
    text: typeset(t('signUpText', { name })),
    consent: form ? t('signUpConsent', { service: form.service }) : t('signUpConsentByMail'),
    offers: [first, ...others],
    form,
  };
}

/** When an edition that is offered is sent. */
function whenSent({ editions }: NewsletterSettings, locale: Locale, kind: NewsletterKind): string {
  const t = translator(locale);
  const { daily, weekly } = editions[locale] ?? {};
  if (kind === 'daily' && daily) return t('newsletterDailyWhen', { time: daily.at });
  if (kind !== 'weekly' || !weekly) return t('newsletterBreakingWhen');
  // 30 November 2026 is a Monday.
  const day = siteInstant(`2026-11-30T12:00`).getTime() + WEEKDAYS.indexOf(weekly.on) * 86_400_000;
  return t('newsletterWeeklyWhen', { day: formatDate(locale, new Date(day), 'weekdayName'), time: weekly.at });
}

/**
 * The fields of each provider's own form.
 * @see docs.buttondown.com/building-your-subscriber-base
 * @see github.com/knadh/listmonk, static/public/templates/subscription-form.html
 * @see mailchimp.com/help/add-a-signup-form-to-your-website
 */
function providerForm(provider: NewsletterProvider): ProviderForm {
  const action = signUpFormUrl(provider);
  if (provider.kind === 'buttondown')
    return {
      ...{ action, service: 'Buttondown', email: 'email', offers: { name: 'tag', isOne: false }, trap: undefined },
      hidden: [{ name: 'embed', value: '1' }],
    };
  if (provider.kind === 'listmonk')
    return {
      ...{
        action,
        service: 'listmonk',
        email: 'email',
        offers: { name: 'l', isOne: false },
        hidden: [],
        trap: 'nonce',
      },
    };
  const { searchParams } = new URL(action);
  return {
    ...{ action, service: 'Mailchimp', email: 'EMAIL', hidden: [] },
    // Its form takes one field of this name.
    offers: { name: 'tags', isOne: true },
    trap: `b_${searchParams.get('u')}_${searchParams.get('id')}`,
  };
}

function valueOf(provider: NewsletterProvider | undefined, locale: Locale, kind: NewsletterKind): string {
  if (provider?.kind === 'listmonk') return provider.lists[locale]?.[kind]?.uuid ?? '';
  return String(provider?.lists[locale]?.[kind] ?? '');
}
