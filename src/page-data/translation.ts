import type { Edition } from '#src/newsroom/edition.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { ListVersions } from '#src/seo/list-versions.ts';
import { listUrl } from '#src/urls.ts';

/** The same page in another edition. */
export interface Translation {
  locale: Locale;
  href: string;
}

/** The other editions' versions of a page that every edition has. */
export function translationsIn(
  editions: readonly Edition[],
  locale: Locale,
  urlOf: (locale: Locale) => string,
): Translation[] {
  return editions
    .filter((other) => other.locale !== locale)
    .map((other) => ({ locale: other.locale, href: urlOf(other.locale) }));
}

/** The other editions' versions of a list. @param versions this edition's included */
export function listTranslations(versions: ListVersions, locale: Locale): Translation[] {
  return versions
    .filter((other) => other.locale !== locale)
    .map((other) => ({ locale: other.locale, href: listUrl(other) }));
}
