import { LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import {
  archiveAddress,
  comingEvents,
  correctionsAddress,
  indexAddress,
  latestAddress,
  newsletterAddress,
  categoryAddress,
} from '#src/newsroom/list-addresses.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import {
  eventListUrl,
  followUrl,
  frontUrl,
  LISTS_BY_SLUG,
  listUrl,
  pageFeedUrl,
  pageUrl,
  searchUrl,
} from '#src/urls.ts';
import type { Link } from './link.ts';
import { signUpOf, type SignUp } from './sign-up.ts';

/** What surrounds every page: the masthead's links and the imprint. Nothing here depends on the day or the article. */
export interface PageChrome {
  locale: Locale;
  languageTag: string;
  siteName: string;
  tagline: string;
  front: Link;
  categories: readonly (Link & { id: string })[];
  latest: Link;
  archive: Link;
  /** All sections, topics, authors and places. */
  indexes: readonly Link[];
  /** Of an edition that has events. */
  events: Link | undefined;
  search: Link;
  pages: readonly Link[];
  corrections: Link;
  /** Of an edition that has sent one. */
  newsletter: Link | undefined;
  /** How to follow the paper. */
  follow: Link;
  feed: Link;
  /** How to subscribe to the newsletter, if there is one. */
  signUp: SignUp | undefined;
  /** All editions, this one included. */
  editions: readonly (Link & { locale: Locale; languageTag: string })[];
  imprint: { publisher: string; licence: Link };
}

const INDEX_NAMES = {
  categories: 'allSections',
  tags: 'allTopics',
  authors: 'allAuthors',
  places: 'allPlaces',
} as const satisfies Record<(typeof LISTS_BY_SLUG)[number], MessageKey>;

/** All sections, topics, authors or places of an edition. */
export function indexLink({ locale }: Pick<Edition, 'locale'>, kind: (typeof LISTS_BY_SLUG)[number]): Link {
  return { text: translator(locale)(INDEX_NAMES[kind]), href: listUrl(indexAddress({ locale }, kind)) };
}

const chromes = new WeakMap<Edition, PageChrome>();

/** The chrome of an edition's pages; cached, because every page shows the same. */
export function chromeOf(edition: Edition): PageChrome {
  const known = chromes.get(edition);
  if (known) return known;
  const { locale, site } = edition;
  const t = translator(locale);
  const chrome: PageChrome = {
    locale,
    languageTag: LANGUAGE_TAGS[locale],
    siteName: site.name,
    tagline: site.tagline[locale],
    front: { text: t('home'), href: frontUrl(locale) },
    categories: edition.categories.map((category) => ({
      id: category.id,
      text: typeset(category.title[locale]),
      href: listUrl(categoryAddress(edition, category)),
    })),
    latest: { text: t('latest'), href: listUrl(latestAddress(edition)) },
    archive: { text: t('archive'), href: listUrl(archiveAddress(edition, '')) },
    indexes: LISTS_BY_SLUG.map((kind) => indexLink(edition, kind)),
    events:
      edition.events.all.length > 0 ? { text: t('events'), href: eventListUrl(comingEvents(edition)) } : undefined,
    search: { text: t('search'), href: searchUrl(locale) },
    pages: edition.pages.map((page) => ({ text: typeset(page.title), href: pageUrl(page) })),
    corrections: { text: t('correctionsList'), href: listUrl(correctionsAddress(edition)) },
    newsletter:
      edition.issues.length > 0 ? { text: t('newsletter'), href: listUrl(newsletterAddress(edition)) } : undefined,
    follow: { text: t('howToFollow'), href: followUrl(locale) },
    feed: { text: t('rssFeed'), href: pageFeedUrl(frontUrl(locale), 'rss') },
    signUp: signUpOf(site, locale),
    editions: LOCALES.map((language) => ({
      locale: language,
      languageTag: LANGUAGE_TAGS[language],
      text: translator(language)('languageName'),
      href: frontUrl(language),
    })),
    imprint: {
      publisher: t('publishedBy', { name: site.publisher }),
      licence: { text: site.licence.name[locale], href: site.licence.url },
    },
  };
  chromes.set(edition, chrome);
  return chrome;
}
