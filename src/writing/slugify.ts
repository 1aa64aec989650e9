import { slugWords } from '#src/schemas/proposed-slug.ts';
import { slugField } from '#src/schemas/shared-fields.ts';

/** The longest slug that is made of a title, its number included: enough to say what a text is about, and to be read out. */
export const LONGEST_SLUG = 70;

/**
 * Lower-case ASCII words joined by hyphens.
 * @param longest the most characters; a longer slug is cut at a hyphen if it has one
 * @returns '' if the text has neither Latin letters nor digits
 */
export function slugify(text: string, longest: number): string {
  const slug = slugWords(text);
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : cut.slice(0, longest);
}

/**
 * A slug that the schemas accept.
 * @param prefix put before a word that the site reserves
 * @returns '' if the text has neither Latin letters nor digits
 */
export function usableSlug(text: string, prefix: string, longest: number): string {
  const slug = slugify(text, longest);
  return slug === '' || slugField.safeParse(slug).success ? slug : slugify(`${prefix}-${slug}`, longest);
}
