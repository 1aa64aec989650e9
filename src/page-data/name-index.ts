import { typeset } from '#src/i18n/format.ts';
import { translateCount, translator, type MessageKey } from '#src/i18n/translate.ts';
import type { ArticlesBy, Edition } from '#src/newsroom/edition.ts';
import {
  authorAddress,
  categoryAddress,
  indexAddress,
  placeAddress,
  tagAddress,
} from '#src/newsroom/list-addresses.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { indexVersions } from '#src/seo/list-versions.ts';
import { LISTS_BY_SLUG, listUrl, localeParam, segment, type ListAddress } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { pageProps, staticPath } from './static-path.ts';
import { listTranslations, type Translation } from './translation.ts';

type Kind = (typeof LISTS_BY_SLUG)[number];

/** The index of all sections, topics, authors or places of an edition. */
export interface NameIndexPage {
  head: Head;
  chrome: PageChrome;
  title: string;
  description: string;
  translations: readonly Translation[];
  /** By first letter, from A to Z; one group without a letter if there are few. */
  groups: readonly { letter: string | undefined; names: readonly (Link & { count: string })[] }[];
  /** Of names with one story, which are too many to list: how many there are. */
  leftOut: string | undefined;
}

/** Fewer are found at a glance. */
const LETTERS_FROM = 24;
/** In a longer index, names that only one story has are left out: the search finds them. */
const MANY = 1_000;

const ARTICLES: Record<Locale, RegExp> = { en: /^(?:the|an?) /i, es: /^(?:el|la|los|las|una?) /i };

const TEXTS = {
  categories: { title: 'sections', description: 'sectionsDescription' },
  tags: { title: 'topics', description: 'topicsDescription' },
  authors: { title: 'authors', description: 'authorsDescription' },
  places: { title: 'places', description: 'placesDescription' },
} as const satisfies Record<Kind, Record<'title' | 'description', MessageKey>>;

/** The four indexes of an edition. */
export function nameIndexPaths(edition: Edition, editions: readonly Edition[]) {
  return LISTS_BY_SLUG.map((kind) =>
    staticPath(
      { locale: localeParam(edition.locale), names: segment(edition.locale, kind) },
      nameIndexPage(edition, kind, editions),
      pageProps,
    ),
  );
}

export function nameIndexPage(edition: Edition, kind: Kind, editions: readonly Edition[]): NameIndexPage {
  const { locale, site } = edition;
  const t = translator(locale);
  const title = t(TEXTS[kind].title);
  const description = t(TEXTS[kind].description);
  const translations = listTranslations(indexVersions(editions, kind), locale);
  const all = namesOf(edition, kind).toSorted((a, b) => a.sortedAs.localeCompare(b.sortedAs, locale));
  const names = all.length > MANY ? all.filter(({ stories }) => stories > 1) : all;
  const left = all.length - names.length;
  return {
    head: makeHead({
      site,
      locale,
      title,
      description,
      url: listUrl(indexAddress(edition, kind)),
      translations,
      parents: [],
      pageType: 'CollectionPage',
    }),
    chrome: chromeOf(edition),
    title,
    description,
    translations,
    groups: byLetter(locale, names),
    leftOut: left > 0 ? translateCount(locale, 'namesLeftOut', left) : undefined,
  };
}

interface Name {
  text: string;
  sortedAs: string;
  address: ListAddress;
  stories: number;
}

function namesOf(edition: Edition, kind: Kind): Name[] {
  const { locale } = edition;
  const name = (text: string, address: ListAddress, articles: ArticlesBy, id: string): Name => ({
    text: typeset(text),
    // “The reef” is found under R; a person's or place's name begins with all its words.
    sortedAs: kind === 'tags' ? withoutSigns(text).replace(ARTICLES[locale], '') : withoutSigns(text),
    address,
    stories: articles.get(id)?.length ?? 0,
  });
  switch (kind) {
    case 'categories':
      return edition.categories.map((one) =>
        name(one.title[locale], categoryAddress(edition, one), edition.byCategory, one.id),
      );
    case 'tags':
      return edition.tags.map((one) => name(one.title[locale], tagAddress(edition, one), edition.byTag, one.id));
    case 'authors':
      return edition.authors.map((one) =>
        name(one.name[locale], authorAddress(edition, one), edition.byAuthor, one.id),
      );
    case 'places':
      return edition.places.map((one) => name(one.name[locale], placeAddress(edition, one), edition.byPlace, one.id));
  }
}

/** A name from its first letter or figure on, by which it is sorted and found: “¿Qué pasa?” under Q. One of signs alone stays. */
const withoutSigns = (name: string) => name.replace(/^[^\p{L}\p{N}]+(?=.)/u, '');

/** @param names sorted */
function byLetter(locale: Locale, names: readonly Name[]): NameIndexPage['groups'] {
  const groups = Map.groupBy(names, ({ sortedAs }) => (names.length < LETTERS_FROM ? undefined : letterOf(sortedAs)));
  return [...groups].map(([letter, some]) => ({
    letter,
    names: some.map(({ text, address, stories }) => ({
      text,
      href: listUrl(address),
      count: translateCount(locale, 'storyCount', stories),
    })),
  }));
}

/** The letter that a name is found under, without its accent; `#` for figures and signs. */
function letterOf(name: string): string {
  const [first = ''] = name.normalize('NFD').toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
}
