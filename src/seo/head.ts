import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, feedUrl, SOCIAL_CARD_URL } from '#src/urls.ts';
import type { PictureSource } from '#src/newsroom/newsroom.ts';
import { WITHDRAWN_MARK } from '#src/newsroom/withdrawals.ts';
import { socialPictureUrl } from '#src/pictures/renditions.ts';

/** One language's version of a page. */
export interface Alternate {
  locale: Locale;
  /** `en`, `es-MX`: for `hreflang` and `lang`. */
  languageTag: string;
  href: string;
}

/** The contents of a page's `<head>`. */
export interface Head {
  title: string;
  description: string;
  canonical: string;
  /** All versions of the page, itself included; empty if there is only one. */
  alternates: readonly Alternate[];
  feed: { title: string; href: string };
  openGraph: { type: 'website' | 'article'; siteName: string; locale: string; published?: string; modified?: string };
  /** For cards on other sites, as a full address: the page's picture, or the site's own card. */
  picture: { url: string; alt: string };
  /** For pages without content of their own: search, not found. */
  noIndex: boolean;
  /** Marks the tombstone of a withdrawn article for programs. */
  mark: typeof WITHDRAWN_MARK | undefined;
}

/** What {@link makeHead} needs to know of a page. */
export interface HeadInput {
  site: Site;
  locale: Locale;
  /** The page's own title; the site's name is added unless it is the front page. */
  title: string;
  description: string;
  /** The page's path. */
  url: string;
  /** The paths of the page in other languages. */
  translations?: readonly { locale: Locale; href: string }[];
  isFront?: boolean;
  noIndex?: boolean;
  isWithdrawn?: boolean;
  article?: { published: string; modified?: string | undefined };
  picture?: { image: PictureSource; alt: string } | undefined;
}

/**
 * The head of a page. `hreflang` follows Google's rule that every version lists itself and all others with absolute
 * addresses (developers.google.com/search/docs/specialty/international/localized-versions).
 */
export function makeHead(input: HeadInput): Head {
  const { site, locale, title, description, url, translations = [], article } = input;
  const versions = [{ locale, href: url }, ...translations];
  const alternates = LOCALES.flatMap((language) => {
    const version = versions.find((candidate) => candidate.locale === language);
    if (!version) return [];
    return [{ locale: language, languageTag: LANGUAGE_TAGS[language], href: absoluteUrl(site.url, version.href) }];
  });
  return {
    title: input.isFront ? title : `${title} · ${site.name}`,
    description,
    canonical: absoluteUrl(site.url, url),
    alternates: alternates.length > 1 ? alternates : [],
    feed: { title: `${site.name} · ${site.tagline[locale]}`, href: feedUrl(locale) },
    openGraph: {
      type: article ? 'article' : 'website',
      siteName: site.name,
      locale: LANGUAGE_TAGS[locale] === 'en' ? 'en_GB' : 'es_MX',
      ...(article && { published: article.published }),
      ...(article?.modified && { modified: article.modified }),
    },
    picture: socialPicture(input),
    noIndex: input.noIndex ?? false,
    mark: input.isWithdrawn ? WITHDRAWN_MARK : undefined,
  };
}

function socialPicture({ site, picture }: HeadInput): Head['picture'] {
  return {
    url: absoluteUrl(site.url, picture ? socialPictureUrl(picture.image) : SOCIAL_CARD_URL),
    alt: picture ? picture.alt : site.name,
  };
}
