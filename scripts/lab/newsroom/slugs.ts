import type { Locale } from '#src/schemas/locale.ts';
import { slugify, usableSlug } from '#src/writing/slugify.ts';

/** The most characters of a story's slug, its number included. */
const LONGEST_SLUG = 70;

/** Hands out slugs, each once in a language: the second story of a title gets `-2`, the third `-3`. */
export class Slugs {
  readonly #taken = new Set<string>();
  readonly #nextNumber = new Map<string, number>();

  claim(locale: Locale, title: string): string {
    const base = usableSlug(title, 'story', LONGEST_SLUG) || 'story';
    for (let number = this.#nextNumber.get(`${locale} ${base}`) ?? 1; ; number += 1) {
      const ending = number === 1 ? '' : `-${number}`;
      const slug = `${slugify(base, LONGEST_SLUG - ending.length)}${ending}`;
      if (this.#taken.has(`${locale} ${slug}`)) continue;
      this.#taken.add(`${locale} ${slug}`);
      this.#nextNumber.set(`${locale} ${base}`, number + 1);
      return slug;
    }
  }
}
