import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Place } from './newsroom.ts';

/** “MEXICO CITY”: the place that an article was filed from, as its text begins. */
export const datelineText = (locale: Locale, place: Place | undefined): string | undefined =>
  place?.name[locale].toLocaleUpperCase(LANGUAGE_TAGS[locale]);
