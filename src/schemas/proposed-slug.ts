import { plainLetters } from './plain-letters.ts';
import { slugField } from './shared-fields.ts';

/** Lower-case ASCII words joined by hyphens; '' if a text has neither Latin letters nor digits. C++ is “c-plus-plus”, C# “c-sharp”. */
export function slugWords(text: string): string {
  return plainLetters(text.toLowerCase())
    .replace(/(?<=[a-z]\+*)\+/g, ' plus ')
    .replace(/(?<=\b[a-z])#/g, ' sharp ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The slug that words in another spelling probably meant; undefined if they cannot be one, as those in another script. */
export function proposedSlug(text: string): string | undefined {
  if (/[^a-z\P{L}]/u.test(plainLetters(text.toLowerCase()))) return undefined;
  const slug = slugWords(text);
  return slugField.safeParse(slug).success ? slug : undefined;
}
