import type { Locale } from '#src/schemas/locale.ts';
import { slugField } from '#src/schemas/shared-fields.ts';

/** The most characters of a story's slug, its number included. */
const LONGEST_SLUG = 70;

/**
 * Lower-case ASCII words joined by hyphens.
 * @param longest the most characters; the cut is made at a word where there is one
 * @returns '' where the text has neither Latin letters nor digits
 */
export function slugify(text: string, longest: number): string {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : cut.slice(0, longest);
}

/**
 * A slug that the schemas accept.
 * @param prefix stands before a word that the site keeps for itself
 * @returns '' where the text has neither Latin letters nor digits
 */
export function usableSlug(text: string, prefix: string, longest: number): string {
  const slug = slugify(text, longest);
  return slug === '' || slugField.safeParse(slug).success ? slug : slugify(`${prefix}-${slug}`, longest);
}

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
